import streamlit as st

from pages._ui.door import current_workspace
from pages._ui.goal_form import goal_dialog, new_goal
from pages._ui.milestone_form import milestone_dialog
from pages._ui.page import page_head
from pages._ui.state import Key
from pages._ui.status_board import status_board
from pages._ui.year_board import year_board

page_head("Board", "What you want to have done, by status and by year.")
with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
    view = st.segmented_control(
        "View",
        ["Status", "Years"],
        default="Status",
        required=True,
        key=Key.BOARD_VIEW,
        bind="query-params",
        label_visibility="collapsed",
    )
    st.button("New goal", key=Key.GOAL_ADD, type="primary", icon=":material/add:", on_click=new_goal)
(year_board if view == "Years" else status_board)(current_workspace())
goal_dialog()
milestone_dialog()
