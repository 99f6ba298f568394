"""A reminder on the home page, once the day of the next review has passed."""

import streamlit as st

from careerkit.review import finished_reviews, months_since, next_review_on, open_review
from careerkit.words import counted, day_in_words
from careerkit.workspace import Workspace
from pages._ui.clock import today
from pages._ui.page import go_to
from pages._ui.places import Place
from pages._ui.review_state import YearKey


def review_reminder(plan: Workspace) -> None:
    """Say that the yearly review is waiting, and how old the last one is; nothing before its day."""
    planned = next_review_on(plan.reviews)
    if planned is None or planned >= today() or open_review(plan.reviews) is not None:
        return
    last = finished_reviews(plan.reviews)[0]
    months = months_since(last, today())
    age = counted(months, "month", "months") if months else "less than a month"
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(
            f":material/event_repeat: Your yearly review was planned for **{day_in_words(planned)}**. "
            f"The last one is {age} old.",
            width="stretch",
        )
        if st.button("To the review", key=YearKey.REMINDER):
            go_to(Place.REVIEW)
