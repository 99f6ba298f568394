"""The dialog in which a goal is written down or changed."""

from datetime import date
from functools import partial
from typing import Final

import streamlit as st

from careerkit.change import Change, Stamp, present_entry
from careerkit.goals import (
    Goal,
    GoalDraft,
    GoalStatus,
    Offered,
    add_goal,
    archive_goal,
    edit_goal,
    entered_measure,
)
from careerkit.moments import FIRST_YEAR, LAST_YEAR
from careerkit.needs import Direction
from careerkit.text import LINE, NOTE
from careerkit.workspace import Workspace, goal_of, present
from pages._ui.choices import label_from, label_of, mark_choice, need_options, titles
from pages._ui.direction_draft import draft_accepted
from pages._ui.door import IDS
from pages._ui.draft_dialog import Fields, draft_base, draft_buttons, draft_dialog, open_draft
from pages._ui.fields import room
from pages._ui.session import session, unbroken
from pages._ui.state import Key

_FIRST_DAY: Final = date(FIRST_YEAR, 1, 1)
_LAST_DAY: Final = date(LAST_YEAR, 12, 31)
_NUMBER_WIDTH: Final = 145  # pixels


@unbroken
def open_goal(goal_id: str) -> None:
    """Open the dialog for a goal that exists."""
    open_draft(
        Key.GOAL_FORM, goal_id, lambda plan: _fields(present_entry(plan.goals, goal_id, noun="goal"), plan)
    )


@unbroken
def new_goal(aspirations: frozenset[str] = frozenset()) -> None:
    """Open the dialog for a new goal that serves ``aspirations``."""
    open_draft(Key.GOAL_FORM, "", lambda plan: _fields(GoalDraft(title="", aspirations=aspirations), plan))


@unbroken
def goal_for_need(need_id: str) -> None:
    """Open the dialog for a new goal that serves a need."""
    open_draft(
        Key.GOAL_FORM,
        "",
        lambda plan: _fields(
            GoalDraft(title="", needs=frozenset({need_id}) & frozenset(need_options())), plan
        ),
    )


def goal_from(direction: Direction) -> None:
    """Open the dialog for a new goal that a direction suggests; to be called from a callback."""
    open_draft(
        Key.GOAL_FORM, "", lambda plan: _fields(goal_of(direction, need_options()), plan, direction.id)
    )


def goal_dialog() -> None:
    """Draw the dialog if it is open."""
    draft_dialog(Key.GOAL_FORM, Key.GOAL_TITLE, "goal", _body)


def _fields(goal: Goal | GoalDraft, plan: Workspace, direction: str = "") -> Fields:
    measure = goal.measure
    return {
        Key.GOAL_TITLE: goal.title,
        Key.GOAL_STATUS: goal.status,
        Key.GOAL_DUE: goal.due,
        Key.GOAL_FIRST_STEP: goal.first_step,
        Key.GOAL_MEASURE_START: measure and measure.start,
        Key.GOAL_MEASURE_TARGET: measure and measure.target,
        Key.GOAL_MEASURE_CURRENT: measure and measure.current,
        Key.GOAL_MEASURE_UNIT: measure.unit if measure else "",
        Key.GOAL_ASPIRATIONS: [id_ for id_ in present(plan.aspirations) if id_ in goal.aspirations],
        Key.GOAL_NEEDS: [id_ for id_ in need_options() if id_ in goal.needs],
        Key.GOAL_WHY: goal.why,
        Key.GOAL_MARK: goal.mark,
        Key.DIRECTION_DRAFT: direction,
    }


def _body(goal_id: str) -> None:
    with st.form(Key.GOAL_FORM, border=False):
        st.text_input("Goal", key=Key.GOAL_TITLE, max_chars=room(LINE), placeholder="What will be done?")
        _when()
        st.text_input(
            "First step", key=Key.GOAL_FIRST_STEP, max_chars=room(NOTE), placeholder="Something for this week"
        )
        _measure_fields()
        _links()
        st.text_area("Why (if you like)", key=Key.GOAL_WHY, max_chars=room(NOTE), height=80)
        mark_choice(Key.GOAL_MARK)
        draft_buttons(
            Key.GOAL_FORM,
            "goal",
            save=partial(_saved, goal_id),
            archive=partial(_archived, goal_id) if goal_id else None,
        )


def _when() -> None:
    status, due = st.columns(2)
    status.selectbox("Status", list(GoalStatus), key=Key.GOAL_STATUS, format_func=label_of)
    due.date_input(
        "Due date",
        value=None,
        key=Key.GOAL_DUE,
        min_value=_FIRST_DAY,
        max_value=_LAST_DAY,
        format="YYYY-MM-DD",
        help="A goal without a date stays an idea.",
    )


def _measure_fields() -> None:
    st.caption("How will you know that it is met? A number that moves from start to target, if there is one.")
    with st.container(horizontal=True):  # on a phone, two in a row
        for label, key in (
            ("Start", Key.GOAL_MEASURE_START),
            ("Now", Key.GOAL_MEASURE_CURRENT),
            ("Target", Key.GOAL_MEASURE_TARGET),
        ):
            st.number_input(label, value=None, step=1.0, format="%g", key=key, width=_NUMBER_WIDTH)
        st.text_input(
            "Unit",
            key=Key.GOAL_MEASURE_UNIT,
            max_chars=room(LINE),
            placeholder="chapters",
            width=_NUMBER_WIDTH,
        )


def _links() -> None:
    aspirations = titles(present(draft_base().aspirations))
    needs = need_options()
    left, right = st.columns(2)
    left.multiselect(
        "Aspirations it serves",
        list(aspirations),
        key=Key.GOAL_ASPIRATIONS,
        format_func=label_from(aspirations),
        placeholder="Choose" if aspirations else "None yet",
        disabled=not aspirations,
    )
    right.multiselect(
        "Needs it serves",
        list(needs),
        key=Key.GOAL_NEEDS,
        format_func=label_from(needs),
        placeholder="Choose",
    )


def _entered() -> GoalDraft:
    return GoalDraft(
        title=session[Key.GOAL_TITLE],
        why=session[Key.GOAL_WHY],
        first_step=session[Key.GOAL_FIRST_STEP],
        measure=entered_measure(
            start=session[Key.GOAL_MEASURE_START],
            target=session[Key.GOAL_MEASURE_TARGET],
            current=session[Key.GOAL_MEASURE_CURRENT],
            unit=session[Key.GOAL_MEASURE_UNIT],
        ),
        due=session[Key.GOAL_DUE],
        aspirations=frozenset(session[Key.GOAL_ASPIRATIONS]),
        needs=frozenset(session[Key.GOAL_NEEDS]),
        status=session[Key.GOAL_STATUS],
        mark=session[Key.GOAL_MARK],
    )


def _saved(goal_id: str, plan: Workspace, stamp: Stamp) -> list[Change]:
    draft, offered = _entered(), Offered(aspirations=plan.aspirations, needs=need_options())
    if goal_id:
        return edit_goal(plan.goals, goal_id, draft, offered=offered, stamp=stamp)
    added = add_goal(draft, offered=offered, ids=IDS, stamp=stamp)
    return [*added, *draft_accepted(plan, stamp)]


def _archived(goal_id: str, plan: Workspace, stamp: Stamp) -> list[Change]:
    return archive_goal(plan.goals, goal_id, stamp=stamp)
