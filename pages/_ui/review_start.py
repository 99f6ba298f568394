"""Before a review: what it is, which year it looks back on, and the button that starts it."""

from collections.abc import Mapping, Sequence

import streamlit as st

from careerkit.content import review_checklist
from careerkit.review import (
    Review,
    checklist_with,
    next_review_on,
    set_aside_reviews,
    start_review,
    startable_years,
    take_up_review,
)
from careerkit.words import day_in_words
from pages._ui.clock import today
from pages._ui.door import change_workspace
from pages._ui.session import unbroken
from pages._ui.state import Key


def invite(reviews: Mapping[str, Review], *, has_plan: bool) -> None:
    """Say what the review is and let it begin; without a plan there is less to look at."""
    checklist = review_checklist()
    minutes = sum(step.minutes for step in checklist)
    st.markdown(
        f"{len(checklist)} questions, about {minutes} minutes. What your plan knows stands above each "
        "question. Take them in any order and skip what you like. Every answer saves itself: leave at any "
        "time and come back."
    )
    if not has_plan:
        st.caption("With little in your plan yet, ten minutes are enough: skip what does not speak to you.")
    planned = next_review_on(reviews)
    if planned is not None:
        st.caption(f"You planned this review for {day_in_words(planned)}.")
    _start(startable_years(reviews, today()), main=True)
    _take_up(reviews)
    with st.expander("What it asks"):
        st.markdown("\n".join(f"1. {step.title} · {step.minutes} min" for step in checklist))


def offer_other_years(reviews: Mapping[str, Review]) -> None:
    """Offer what is left to review when this year has its record."""
    _start(startable_years(reviews, today()), main=False)
    _take_up(reviews)


def _start(years: Sequence[int], *, main: bool) -> None:
    if not years:
        return
    year = years[0]
    if len(years) > 1:
        chosen = st.segmented_control(
            "Which year do you look back on?", years, key=Key.REVIEW_YEAR, default=year, required=True
        )
        year = chosen if chosen in years else year
    st.button(
        f"Start the review of {year}",
        key=Key.REVIEW_START,
        type="primary" if main else "secondary",
        on_click=_start_year,
        args=(year,),
    )


def _take_up(reviews: Mapping[str, Review]) -> None:
    taken = {review.year for review in reviews.values() if not review.archived}
    for review in set_aside_reviews(reviews):
        if review.year not in taken:
            st.button(
                f"Take up the review of {review.year} from {day_in_words(review.started_on)} again",
                key=Key.REVIEW_TAKE_UP.of(review.id),
                type="tertiary",
                icon=":material/unarchive:",
                on_click=_take_up_again,
                args=(review.id,),
            )


@unbroken
def _start_year(year: int) -> None:
    change_workspace(
        lambda plan, stamp: start_review(
            plan.reviews, year, checklist_with(review_checklist(), plan.own_questions), today(), stamp=stamp
        )
    )


@unbroken
def _take_up_again(review_id: str) -> None:
    change_workspace(lambda plan, stamp: take_up_review(plan.reviews, review_id, stamp=stamp))
