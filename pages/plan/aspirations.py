import streamlit as st

from pages._ui.aspiration_cards import aspiration_cards, difference
from pages._ui.aspiration_form import aspiration_dialog, new_aspiration
from pages._ui.aspiration_steps import aspirations_put_away
from pages._ui.door import current_workspace
from pages._ui.level_form import level_dialog
from pages._ui.page import page_head
from pages._ui.path_library import path_library
from pages._ui.plan_state import PlanKey
from pages._ui.vision import vision_strip

page_head("Aspirations", "Where you want to go, before you decide how and by when.")
plan = current_workspace()
vision_strip(plan)
difference()
with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
    st.header("Your aspirations", anchor=False)
    st.button(
        "New aspiration",
        key=PlanKey.ASPIRATION_ADD,
        type="primary",
        icon=":material/add:",
        on_click=new_aspiration,
    )
aspiration_cards(plan)
aspirations_put_away(plan)
path_library(plan)
aspiration_dialog()
level_dialog()
