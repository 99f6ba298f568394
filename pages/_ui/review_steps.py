"""A review under way: one step at a time, in any order."""

from collections.abc import Mapping
from functools import partial
from typing import Final

import streamlit as st

from careerkit.review import (
    Alters,
    Review,
    ReviewStep,
    StepState,
    YearInPlan,
    answer_step,
    facts,
    first_open_step,
    last_answer,
    mark_private,
    minutes_left,
    skip_step,
    state_of,
    steps_in,
)
from careerkit.text import NOTE, is_blank
from careerkit.words import counted
from careerkit.workspace import Workspace
from pages._ui.door import change_workspace, current_workspace
from pages._ui.escape import safe
from pages._ui.fields import follow, saved_text
from pages._ui.page import go_to
from pages._ui.places import Place
from pages._ui.review_decide import decisions_of
from pages._ui.review_facts import show_facts, year_in_plan
from pages._ui.review_finish import finish_section
from pages._ui.review_needs import needs_again, rate_again
from pages._ui.review_propose import next_milestones
from pages._ui.review_state import YearKey
from pages._ui.session import session, unbroken
from pages._ui.state import Key

FINISH: Final = "finish"
"""Stands for the section after the last step, among the ids of the steps."""
_WAYS: Final[Mapping[Alters, tuple[Place, str]]] = {
    Alters.TRENDS: (Place.TRENDS, "Look at your trends"),
}
"""Where a step is carried out that has a page of its own."""


def work_through(review: Review) -> None:
    """Draw progress, the list of steps, and the step that is on: the first open one on arrival."""
    places = [step.id for step in review.steps] + [FINISH]
    place = session.get(Key.REVIEW_STEP.of(review.id))
    if place not in places:
        upcoming = first_open_step(review)
        place = session[Key.REVIEW_STEP.of(review.id)] = upcoming.id if upcoming else FINISH
    at = places.index(place)
    _progress(review, at)
    _list_of_steps(review, places, place)
    before = places[at - 1] if at else None
    plan = year_in_plan(current_workspace(), review.year)
    if place == FINISH:
        finish_section(review)
        _ways_on(review, None, before, None)
    else:
        _step(review, review.steps[at], plan)
        _ways_on(review, place, before, places[at + 1])
        with st.expander("Why this is asked"):
            st.markdown(safe(review.steps[at].why))
            if review.steps[at].source:
                st.caption(f"Source: {safe(review.steps[at].source)}")


def _progress(review: Review, at: int) -> None:
    total, still, minutes = len(review.steps), len(steps_in(review, StepState.OPEN)), minutes_left(review)
    left = f"about {counted(minutes, 'minute', 'minutes')} left" if still else "no step left open"
    if at < total:
        told = f"Step {at + 1} of {total} · {left}"
    else:
        told = f"{still} of {total} steps still open" if still else f"All {total} steps are behind you"
    st.progress(1 - still / total, text=told)


def _list_of_steps(review: Review, places: list[str], place: str) -> None:
    labels = {step.id: _label(review, at, step) for at, step in enumerate(review.steps, start=1)}
    labels[FINISH] = "Finish"
    jump = Key.REVIEW_JUMP.of(review.id)
    session[jump] = place
    st.selectbox(
        "Go to",
        places,
        format_func=lambda id_: labels.get(id_, ""),
        key=jump,
        filter_mode=None,
        on_change=_jump,
        args=(review.id, place, jump),
    )


def _label(review: Review, number: int, step: ReviewStep) -> str:
    state = state_of(review, step.id)
    told = "" if state is StepState.OPEN else f" · {state}"
    return f"{number}. {step.title}{told}"


def _step(review: Review, step: ReviewStep, plan: YearInPlan) -> None:
    st.subheader(safe(step.title), anchor=False)
    st.markdown(safe(step.asks))
    show_facts(facts(step.shows, plan), caption="From your plan")
    _last_year(review, step)
    _way_out(review, step)
    decisions_of(review, step, current_workspace())
    if step.alters is Alters.MILESTONES:
        next_milestones(review)
    saved_text(
        "Your answer",
        key=_answer_key(review.id, step.id),
        stored=review.answers.get(step.id, ""),
        save=partial(_answer, review.id, step.id),
        limit=NOTE,
        area=True,
        height=160,
        placeholder="A few words are enough. Leave it empty to skip it.",
    )
    _keep_private(review, step)


def _last_year(review: Review, step: ReviewStep) -> None:
    """Show what was answered a review ago beside the question."""
    before = last_answer(current_workspace().reviews, review.year, step.id)
    if before is not None:
        with st.expander(f"What you wrote in {before.year}"):
            st.markdown(safe(before.text))


def _way_out(review: Review, step: ReviewStep) -> None:
    """Let a step change something here, or lead to the page where it can; the review waits."""
    if step.alters is Alters.NEEDS:
        needs_again(review.started_on)
    elif step.alters is Alters.SATISFACTION:
        rate_again()
    place, label = _WAYS.get(step.alters, (None, ""))
    if place is not None and st.button(label, key=YearKey.STEP_WAY.of(step.id), type="tertiary"):
        go_to(place)


def _keep_private(review: Review, step: ReviewStep) -> None:
    key = YearKey.STEP_PRIVATE.of(f"{review.id}-{step.id}")
    follow(key, step.id in review.private)
    st.checkbox(
        "Keep this step out of what I share",
        key=key,
        on_change=_set_private,
        args=(review.id, step.id, key),
    )


@unbroken
def _set_private(review_id: str, step_id: str, key: str) -> None:
    private = bool(session[key])
    change_workspace(
        lambda plan, stamp: mark_private(plan.reviews, review_id, step_id, private=private, stamp=stamp)
    )


def _ways_on(review: Review, place: str | None, before: str | None, after: str | None) -> None:
    with st.container(horizontal=True):
        st.button(
            "Back",
            key=Key.REVIEW_BACK,
            disabled=before is None,
            on_click=_move,
            args=(review.id, place, before),
        )
        if after is not None:
            st.button(
                "Next",
                key=Key.REVIEW_NEXT.of(f"{review.id}-{place}"),
                type="primary",
                on_click=_move_on,
                args=(review.id, place, after),
            )
        if st.button("Come back later", key=Key.REVIEW_LATER, type="tertiary"):
            go_to(Place.HOME)


@unbroken
def _move_on(review_id: str, place: str, after: str) -> None:
    # Each step has a Next button of its own, so that a second press never skips the following step.
    if is_blank(session.get(_answer_key(review_id, place), "")):
        change_workspace(lambda plan, stamp: skip_step(plan.reviews, review_id, place, stamp=stamp))
    _move(review_id, place, after)


@unbroken
def _jump(review_id: str, place: str, jump: str) -> None:
    _move(review_id, place, session[jump])


@unbroken
def _move(review_id: str, place: str | None, to: str | None) -> None:
    """Go to another step, unless what was typed in this one could not be saved."""
    typed = session.get(_answer_key(review_id, place or FINISH))
    if typed and _answer(review_id, place or FINISH, typed) is None:
        return
    session[Key.REVIEW_STEP.of(review_id)] = to


def _answer(review_id: str, step_id: str, text: str) -> Workspace | None:
    return change_workspace(
        lambda plan, stamp: answer_step(plan.reviews, review_id, step_id, text, stamp=stamp)
    )


def _answer_key(review_id: str, step_id: str) -> str:
    return Key.REVIEW_ANSWER.of(f"{review_id}-{step_id}")
