"""Where each page lies, relative to the frame."""

from enum import StrEnum


class Place(StrEnum):
    """The script of each page; what ``st.switch_page`` takes."""

    HOME = "pages/start/home.py"
    NEEDS = "pages/discover/needs.py"
    VISION = "pages/plan/vision.py"
    ASPIRATIONS = "pages/plan/aspirations.py"
    BOARD = "pages/plan/board.py"
    TRENDS = "pages/plan/trends.py"
    THREAD = "pages/plan/thread.py"
    REVIEW = "pages/reflect/review.py"
    ANSWERS = "pages/interview/answers.py"
    HISTORY = "pages/start/history.py"
    DATA = "pages/start/data.py"
