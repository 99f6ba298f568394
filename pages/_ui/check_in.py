"""The dialog that keeps how a goal stands today."""

from functools import partial

import streamlit as st

from careerkit.change import Change, Stamp, present_entry
from careerkit.goals import CheckInDraft, check_in
from careerkit.text import NOTE
from careerkit.workspace import Workspace
from pages._ui.choices import day_field
from pages._ui.clock import today
from pages._ui.door import IDS
from pages._ui.draft_dialog import Fields, draft_base, draft_buttons, draft_dialog, open_draft
from pages._ui.escape import safe
from pages._ui.fields import room
from pages._ui.plan_state import PlanKey
from pages._ui.session import session, unbroken


@unbroken
def check_in_on(goal_id: str) -> None:
    """Open the dialog for a goal, filled with today and where its measure stands."""
    open_draft(PlanKey.CHECK_IN_FORM, goal_id, partial(_fields, goal_id))


def check_in_dialog() -> None:
    """Draw the dialog if it is open."""
    draft_dialog(PlanKey.CHECK_IN_FORM, PlanKey.CHECK_IN_NOTE, "check-in", _body, heading="Check in")


def _fields(goal_id: str, plan: Workspace) -> Fields:
    measure = present_entry(plan.goals, goal_id, noun="goal").measure
    return {
        PlanKey.CHECK_IN_ON: today(),
        PlanKey.CHECK_IN_VALUE: measure and measure.current,
        PlanKey.CHECK_IN_NOTE: "",
    }


def _body(goal_id: str) -> None:
    goal = draft_base().goals[goal_id]
    st.markdown(f"**{safe(goal.title)}**")
    with st.form(PlanKey.CHECK_IN_FORM, border=False):
        number, day = st.columns(2)
        if goal.measure is not None:
            unit = goal.measure.unit.strip()
            number.number_input(
                f"Now ({safe(unit)})" if unit else "Now",
                value=None,
                step=1.0,
                format="%g",
                key=PlanKey.CHECK_IN_VALUE,
            )
        with day if goal.measure is not None else number:
            day_field("On", PlanKey.CHECK_IN_ON)
        st.text_area(
            "Note (if you like)" if goal.measure is not None else "Note",
            key=PlanKey.CHECK_IN_NOTE,
            max_chars=room(NOTE),
            height=80,
            placeholder="What moved, and what got in the way?",
        )
        draft_buttons(PlanKey.CHECK_IN_FORM, "check-in", save=partial(_saved, goal_id), archive=None)


def _saved(goal_id: str, plan: Workspace, stamp: Stamp) -> list[Change]:
    draft = CheckInDraft(
        on=session[PlanKey.CHECK_IN_ON],
        value=session.get(PlanKey.CHECK_IN_VALUE),
        note=session[PlanKey.CHECK_IN_NOTE],
    )
    return check_in(plan.goals, plan.checkins, goal_id, draft, ids=IDS, stamp=stamp)
