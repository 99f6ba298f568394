import streamlit as st

from pages._ui.door import current_workspace
from pages._ui.fit_check import fit_check
from pages._ui.page import page_head
from pages._ui.plan_state import PlanKey
from pages._ui.trend_cards import trend_cards
from pages._ui.trend_form import new_trend, trend_dialog

page_head("Trends", "What you see happening around your work, and what your plan makes of it.")
plan = current_workspace()
with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
    st.header("What you see happening", anchor=False)
    st.button("New trend", key=PlanKey.TREND_ADD, type="primary", icon=":material/add:", on_click=new_trend)
trend_cards(plan)
fit_check(plan)
trend_dialog()
