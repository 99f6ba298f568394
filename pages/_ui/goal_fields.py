"""The fields of a goal: how they are filled, drawn, and read."""

from enum import StrEnum
from typing import Final

import streamlit as st

from careerkit.errors import InvalidValueError
from careerkit.goals import (
    MOST_CONFIDENT,
    Goal,
    GoalDraft,
    GoalStatus,
    IfThen,
    Measure,
    entered_measure,
)
from careerkit.labels import Labelled
from careerkit.text import LINE, NOTE, is_blank
from careerkit.workspace import Workspace, present
from pages._ui.choices import day_field, label_from, label_of, mark_choice, need_options, titles
from pages._ui.draft_dialog import Fields, draft_base
from pages._ui.fields import room
from pages._ui.plan_state import PlanKey
from pages._ui.session import session, unbroken
from pages._ui.state import Key, Keys

_NUMBER_WIDTH: Final = 120  # pixels
_NUMBERS: Final = (
    PlanKey.GOAL_MEASURE_START,
    PlanKey.GOAL_MEASURE_CURRENT,
    PlanKey.GOAL_MEASURE_TARGET,
    PlanKey.GOAL_MEASURE_UNIT,
)


class _How(Labelled):
    """How one knows that a goal is met."""

    NUMBER = "number", "By a number"
    YES_NO = "yes-no", "Yes or no"


class _Better(StrEnum):
    """In which direction a measure is meant to move."""

    HIGHER = "Higher is better"
    LOWER = "Lower is better"


def filled(goal: Goal | GoalDraft, plan: Workspace, direction: str = "") -> Fields:
    """Return what the fields hold for a goal, or for what is proposed as one by a ``direction``."""
    measure, if_then = goal.measure, goal.if_then
    return {
        PlanKey.GOAL_TITLE: goal.title,
        PlanKey.GOAL_STATUS: goal.status,
        PlanKey.GOAL_DUE: goal.due,
        PlanKey.GOAL_FIRST_STEP: goal.first_step,
        PlanKey.GOAL_HOW: _How.YES_NO if goal.yes_no else _How.NUMBER,
        PlanKey.GOAL_MEASURE_START: measure and measure.start,
        PlanKey.GOAL_MEASURE_TARGET: measure and measure.target,
        PlanKey.GOAL_MEASURE_CURRENT: measure and measure.current,
        PlanKey.GOAL_MEASURE_UNIT: measure.unit if measure else "",
        PlanKey.GOAL_IF: if_then.obstacle if if_then else "",
        PlanKey.GOAL_THEN: if_then.action if if_then else "",
        PlanKey.GOAL_CONFIDENCE: goal.confidence,
        PlanKey.GOAL_ASPIRATIONS: [id_ for id_ in present(plan.aspirations) if id_ in goal.aspirations],
        PlanKey.GOAL_NEEDS: [id_ for id_ in need_options() if id_ in goal.needs],
        PlanKey.GOAL_TRENDS: [id_ for id_ in present(plan.trends) if id_ in goal.trends],
        PlanKey.GOAL_WHY: goal.why,
        PlanKey.GOAL_MARK: goal.mark,
        PlanKey.GOAL_REASON: "",
        Key.DIRECTION_DRAFT: direction,
    }


def goal_fields(*, is_new: bool) -> None:
    """Draw the fields; a goal that exists can be given a reason for the change."""
    st.text_input("Goal", key=PlanKey.GOAL_TITLE, max_chars=room(LINE), placeholder="What will be done?")
    status, due = st.columns(2)
    status.selectbox("Status", list(GoalStatus), key=PlanKey.GOAL_STATUS, format_func=label_of)
    with due:
        day_field("Due date", PlanKey.GOAL_DUE, help_text="A goal without a date stays an idea.")
    st.text_input(
        "First step", key=PlanKey.GOAL_FIRST_STEP, max_chars=room(NOTE), placeholder="Something for this week"
    )
    _measure_fields()
    _if_then()
    _links()
    st.text_area("Why (if you like)", key=PlanKey.GOAL_WHY, max_chars=room(NOTE), height=80)
    mark_choice(PlanKey.GOAL_MARK)
    if not is_new:
        st.text_input("Reason for the change (if you like)", key=PlanKey.GOAL_REASON, max_chars=room(LINE))


def entered_goal() -> GoalDraft:
    """Return what the fields hold. Raises :class:`~careerkit.errors.InvalidValueError` in words."""
    return GoalDraft(
        title=session[PlanKey.GOAL_TITLE],
        why=session[PlanKey.GOAL_WHY],
        first_step=session[PlanKey.GOAL_FIRST_STEP],
        measure=_entered_measure(),
        due=session[PlanKey.GOAL_DUE],
        aspirations=frozenset(session.get(PlanKey.GOAL_ASPIRATIONS, ())),
        needs=frozenset(session[PlanKey.GOAL_NEEDS]),
        trends=frozenset(session.get(PlanKey.GOAL_TRENDS, ())),
        status=session[PlanKey.GOAL_STATUS],
        mark=session[PlanKey.GOAL_MARK],
        yes_no=is_yes_no(),
        if_then=_entered_if_then(),
        confidence=session.get(PlanKey.GOAL_CONFIDENCE),
    )


def is_yes_no() -> bool:
    """Say whether the goal is to be met or not, with no number between."""
    return session.get(PlanKey.GOAL_HOW) == _How.YES_NO


def _measure_fields() -> None:
    st.segmented_control(
        "How will you know that it is met?",
        list(_How),
        key=PlanKey.GOAL_HOW,
        format_func=label_of,
        required=True,
        on_change=_keep_numbers,
    )
    if is_yes_no():
        st.caption("It is met when you say so.")
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):  # on a phone, two in a row
        for label, key in (
            ("Start", PlanKey.GOAL_MEASURE_START),
            ("Now", PlanKey.GOAL_MEASURE_CURRENT),
            ("Target", PlanKey.GOAL_MEASURE_TARGET),
        ):
            st.number_input(label, value=None, step=1.0, format="%g", key=key, width=_NUMBER_WIDTH)
        st.text_input(
            "Unit",
            key=PlanKey.GOAL_MEASURE_UNIT,
            max_chars=room(LINE),
            placeholder="chapters",
            width=_NUMBER_WIDTH,
        )
        _way()


def _way() -> None:
    """Ask which way is better where the numbers do not tell; beside them, so that nothing below moves."""
    start, target = session.get(PlanKey.GOAL_MEASURE_START), session.get(PlanKey.GOAL_MEASURE_TARGET)
    if target is not None and start is None:  # with both, the numbers tell
        st.segmented_control(
            "Which way?", list(_Better), key=PlanKey.GOAL_DIRECTION, required=True, default=_Better.HIGHER
        )
    elif target is not None and start is not None and target < start:
        st.caption("Lower is better here.", width="content")


@unbroken
def _keep_numbers() -> None:
    """Let the numbers outlive their fields, which are not drawn while it is met by yes or no."""
    for key in _NUMBERS:
        if key in session:
            session[key] = session[key]


def _if_then() -> None:
    obstacle, action = st.columns(2)
    obstacle.text_input(
        "If this gets in the way …",
        key=PlanKey.GOAL_IF,
        max_chars=room(NOTE),
        placeholder="a late client call",
    )
    action.text_input(
        "… then I will", key=PlanKey.GOAL_THEN, max_chars=room(NOTE), placeholder="study on Saturday morning"
    )
    st.pills(
        f"How sure are you to meet it, from 1 to {MOST_CONFIDENT}? (if you like)",
        range(1, MOST_CONFIDENT + 1),
        key=PlanKey.GOAL_CONFIDENCE,
        wrap=True,  # on a phone, 9 and 10 would lie beyond the edge
    )


def _links() -> None:
    base = draft_base()
    left, right = st.columns(2)
    with left:
        _choices("Aspirations it serves", PlanKey.GOAL_ASPIRATIONS, titles(present(base.aspirations)))
    with right:
        _choices("Needs it serves", PlanKey.GOAL_NEEDS, need_options())
    if present(base.trends):
        _choices("Trends it answers", PlanKey.GOAL_TRENDS, titles(present(base.trends)))


def _choices(label: str, key: Keys, options: dict[str, str]) -> None:
    st.multiselect(
        label,
        list(options),
        key=key,
        format_func=label_from(options),
        placeholder="Choose" if options else "None yet",
        disabled=not options,
    )


def _entered_measure() -> Measure | None:
    if is_yes_no():
        return None
    start = session.get(PlanKey.GOAL_MEASURE_START)
    return entered_measure(
        start=start,
        target=session.get(PlanKey.GOAL_MEASURE_TARGET),
        current=session.get(PlanKey.GOAL_MEASURE_CURRENT),
        unit=session.get(PlanKey.GOAL_MEASURE_UNIT, ""),
        lower_is_better=session.get(PlanKey.GOAL_DIRECTION) == _Better.LOWER if start is None else None,
    )


def _entered_if_then() -> IfThen | None:
    obstacle, action = session[PlanKey.GOAL_IF], session[PlanKey.GOAL_THEN]
    if is_blank(obstacle) and is_blank(action):
        return None
    if is_blank(obstacle) or is_blank(action):
        raise InvalidValueError("An if-then plan has two parts: what gets in the way, and what you will do.")
    return IfThen(obstacle=obstacle, action=action)
