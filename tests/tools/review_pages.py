"""The yearly review without a browser: opened, pressed, filled and read."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button

from careerkit.review import Choice, Decision, Review
from careerkit.workspace import Workspace
from pages._ui.places import Place
from pages._ui.review_state import YearKey
from pages._ui.state import Key, Keys

FRAME: Final = Path(__file__).parents[2] / "streamlit_app.py"
YEAR: Final = datetime.now(UTC).year
HOSTILE: Final = "![x](http://evil.example/x) :red[boo] {} %s"


def review_page(app: AppTest) -> AppTest:
    """Open the page of the yearly review."""
    return ran(app.switch_page(Place.REVIEW))


def another_tab() -> AppTest:
    """Open the page of the yearly review in another tab of the same person."""
    return review_page(ran(AppTest.from_file(FRAME, default_timeout=30)))


def begun(app: AppTest, year: int = YEAR) -> AppTest:
    """Open the page and start a review."""
    return press(review_page(app), f"Start the review of {year}")


def ran(page: AppTest) -> AppTest:
    """Run the page, which has to come to its end."""
    page = page.run()
    assert not page.exception
    return page


def at(monkeypatch: pytest.MonkeyPatch, *day: int) -> None:
    """Let it be noon of a day, in UTC, from the next run on."""
    noon = datetime(*day, 12, tzinfo=UTC)  # type: ignore[arg-type, misc] # a year, a month and a day
    for module in ("clock", "door", "demo"):
        monkeypatch.setattr(f"pages._ui.{module}.now", lambda: noon)


def button(page: AppTest, label: str) -> Button:
    """Return the first button with a label."""
    return next(it for it in page.button if it.label == label)


def labels(page: AppTest) -> list[str]:
    """Return the labels of all buttons."""
    return [it.label for it in page.button]


def press(page: AppTest, label: str) -> AppTest:
    """Press the first button with a label."""
    button(page, label).click()
    return ran(page)


def press_key(page: AppTest, key: str) -> AppTest:
    """Press the button with a key."""
    page.button(key=key).click()
    return ran(page)


def write(page: AppTest, text: str) -> AppTest:
    """Write the answer to the step that is on, and leave the field."""
    answer(page).set_value(text)
    return ran(page)


def answer(page: AppTest) -> Any:  # noqa: ANN401 - AppTest has a type for each kind
    """Return the field of the answer."""
    return next(it for it in page.text_area if it.label == "Your answer")


def go(page: AppTest, step_id: str) -> AppTest:
    """Go to a step of the review that is under way."""
    page.selectbox(key=Key.REVIEW_JUMP.of(review_of(page).id)).set_value(step_id)
    return ran(page)


def step(page: AppTest) -> str:
    """Return the title of the step that is on."""
    return page.subheader[0].value


def plan_of(page: AppTest) -> Workspace:
    """Return the plan that the page shows."""
    plan: Workspace = page.session_state[Key.SEEN]
    return plan


def review_of(page: AppTest) -> Review:
    """Return the one review under way, or else the one there is."""
    reviews = plan_of(page).reviews.values()
    return next((it for it in reviews if it.finished_on is None), None) or next(iter(reviews))


def marked_down(page: AppTest) -> str:
    """Return all that the page says, as it is given to Streamlit."""
    told = (*page.markdown, *page.caption, *page.subheader)
    return "\n".join([*(str(it.value) for it in told), *(it.label for it in page.checkbox)])


def said(page: AppTest) -> str:
    """Return all that the page says, as one reads it."""
    return plain(marked_down(page))


def plain(text: str) -> str:
    """Return a text without what keeps Markdown from reading it, and with plain spaces."""
    return re.sub(r"\\(\W)", r"\1", text).replace("\u2060", "").replace("\u00a0", " ")


def refused(page: AppTest) -> list[str]:
    """Return what the page says was refused."""
    return [plain(it.value) for it in page.error]


def choose(page: AppTest, entry: str, choice: Choice | None) -> AppTest:
    """Choose what shall become of an entry, like ``goals-exam``."""
    page.segmented_control(key=YearKey.DECIDE.of(f"{review_of(page).id}-{entry}")).set_value(choice)
    return ran(page)


def place(page: AppTest, key: Keys, entry: str) -> str:
    """Return the key of a field of a decision about an entry."""
    return key.of(f"{review_of(page).id}-{entry}")


def fill(page: AppTest, kind: str, key: Keys, entry: str, value: object) -> None:
    """Fill a field of a decision: ``kind`` is what AppTest calls it."""
    getattr(page, kind)(key=place(page, key, entry)).set_value(value)


def note(page: AppTest, entry: str, **fields: object) -> AppTest:
    """Fill the fields of a decision, by kind and key like ``text_input__note``, and press its button."""
    for name, value in fields.items():
        kind, _, key = name.partition("__")
        fill(page, kind, YearKey(f"decide-{key}"), entry, value)
    return press_key(page, place(page, YearKey.DECIDE_SAVE, entry))


def decisions(page: AppTest) -> dict[str, Decision]:
    """Return what has been decided, by entry."""
    return dict(review_of(page).decisions)


def proposed(page: AppTest) -> Sequence[str]:
    """Return what the proposed changes say, each a text of its own."""
    return [plain(it.label) for it in page.checkbox if (it.key or "").startswith(YearKey.PROPOSAL)]
