"""The board: the plan in five views, of which only what changes is drawn anew."""

from collections.abc import Callable, Mapping
from typing import Final

import streamlit as st

from careerkit.errors import CareerKitError
from pages._ui.address import in_address
from pages._ui.board_filter import Shown, filtered
from pages._ui.door import open_workspace
from pages._ui.draft_dialog import give_up_draft_of_others
from pages._ui.escape import safe
from pages._ui.goal_calendar import goal_calendar
from pages._ui.goal_form import new_goal
from pages._ui.goal_list import goal_list
from pages._ui.goal_timeline import goal_timeline
from pages._ui.notes import show_note
from pages._ui.page import page_head
from pages._ui.plan_hints import plan_hints
from pages._ui.plan_state import PlanKey
from pages._ui.review_state import YearKey
from pages._ui.session import session
from pages._ui.state import Key
from pages._ui.status_board import status_board
from pages._ui.vision import vision_strip
from pages._ui.year_board import year_board

_VIEWS: Final[Mapping[str, Callable[[Shown], None]]] = {
    "Status": status_board,
    "Years": year_board,
    "Timeline": goal_timeline,
    "List": goal_list,
    "Calendar": goal_calendar,
}


def board() -> None:
    """Draw the board with all that belongs to it."""
    give_up_draft_of_others(
        PlanKey.GOAL_FORM, PlanKey.MILESTONE_FORM, PlanKey.CHECK_IN_FORM, YearKey.WIN_FORM
    )
    session[PlanKey.BOARD_WHOLE] = True
    _board()


@st.fragment
def _board() -> None:
    """Draw the head with the views; alone when something on it was pressed, as a part of the page else."""
    session[PlanKey.BOARD_ALONE] = alone = not session.pop(PlanKey.BOARD_WHOLE, False)
    if alone and (Key.DRAFT in session or in_address("goal")):
        st.rerun()  # a dialog opens: it stands outside of this part
    try:
        plan = open_workspace()
    except CareerKitError as refusal:
        st.error(safe(str(refusal)), icon=":material/info:")
        return
    show_note()
    page_head("Board", "What you want to have done, by status and by year.")
    vision_strip(plan)
    view = _view()
    shown = filtered(plan)
    plan_hints(plan)
    _VIEWS[view](shown)


def _view() -> str:
    with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
        view = st.segmented_control(
            "View",
            list(_VIEWS),
            default="Status",
            required=True,
            key=PlanKey.BOARD_VIEW,
            bind="query-params",
            label_visibility="collapsed",
            wrap=True,  # on a narrow phone, “Calendar” would lie beyond the edge
        )
        st.button("New goal", key=PlanKey.GOAL_ADD, type="primary", icon=":material/add:", on_click=new_goal)
    return view if view in _VIEWS else "Status"
