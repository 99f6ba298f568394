"""The end of a review: what is answered, when the next one is, and the button that makes it a record."""

from datetime import date, timedelta

import streamlit as st

from careerkit.change import Change, Stamp
from careerkit.moments import LAST_YEAR
from careerkit.review import (
    Closing,
    Review,
    StepState,
    finish_review,
    set_review_aside,
    steps_in,
)
from careerkit.words import counted
from careerkit.workspace import Workspace, closing_of
from pages._ui.clock import today
from pages._ui.door import change_workspace
from pages._ui.escape import safe
from pages._ui.review_facts import year_in_plan
from pages._ui.review_propose import proposed_changes
from pages._ui.session import session, unbroken
from pages._ui.state import Key


def finish_section(review: Review) -> None:
    """Draw the last section of a review that is under way."""
    waiting = proposed_changes(review)
    st.subheader("Finish", anchor=False)
    st.markdown(_tally(review))
    left = steps_in(review, StepState.OPEN)
    if left:
        st.caption(f"Open: {safe(', '.join(step.title for step in left))}. You can leave them out.")
    _next_date()
    st.markdown(
        "A finished review is a record: the answers and what your plan says today are kept together, and "
        "nobody can change them later, you included."
    )
    if waiting:
        changes = counted(waiting, "change is", "changes are")
        st.caption(f"{changes} not applied yet, above. Finishing leaves your plan as it is there.")
    _ways_to_end(review)


def _next_date() -> None:
    st.date_input(
        "Next review",
        value=_a_year_after(today()),
        min_value=today() + timedelta(days=1),
        max_value=date(LAST_YEAR, 12, 31),
        key=Key.REVIEW_NEXT_ON,
        format="YYYY-MM-DD",
        help="A year from now is usual. Any day after today will do.",
        width=220,
    )


def _ways_to_end(review: Review) -> None:
    with st.container(horizontal=True):
        st.button(
            "Finish the review", key=Key.REVIEW_FINISH, type="primary", on_click=_finish, args=(review.id,)
        )
        st.button(
            "Set it aside",
            key=Key.REVIEW_ASIDE,
            type="tertiary",
            help="Puts this review out of sight without finishing it. Its answers stay, and you can take it "
            "up again.",
            on_click=_set_aside,
            args=(review.id,),
        )


def _tally(review: Review) -> str:
    answered, skipped, still = (
        len(steps_in(review, state)) for state in (StepState.ANSWERED, StepState.SKIPPED, StepState.OPEN)
    )
    return f"Of {len(review.steps)} steps, {answered} answered, {skipped} skipped, {still} still open."


def _a_year_after(when: date) -> date:
    try:
        return when.replace(year=when.year + 1)
    except ValueError:  # there is no 29 February next year
        return when.replace(year=when.year + 1, day=28)


@unbroken
def _finish(review_id: str) -> None:
    chosen = session.get(Key.REVIEW_NEXT_ON)
    next_on = chosen if isinstance(chosen, date) else None

    def deed(plan: Workspace, stamp: Stamp) -> list[Change]:
        review = plan.reviews.get(review_id)
        closing = Closing()
        if review:
            closing = closing_of(plan, review, year_in_plan(plan, review.year), next_on)
        return finish_review(plan.reviews, review_id, closing, today(), stamp=stamp)

    change_workspace(deed, done="The review is finished.")


@unbroken
def _set_aside(review_id: str) -> None:
    change_workspace(
        lambda workspace, stamp: set_review_aside(workspace.reviews, review_id, stamp=stamp),
        done="Set aside. You can take it up again.",
    )
