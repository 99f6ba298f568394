import streamlit as st

from careerkit.aspirations import Vision
from pages._ui.door import current_workspace
from pages._ui.entry_history import entry_history
from pages._ui.page import page_head
from pages._ui.templates import templates
from pages._ui.vision import vision_fields

page_head("Vision", "Where you see yourself in seven years. It stays in sight while you plan.")
plan = current_workspace()
vision_fields(plan)
if plan.vision is not None:
    with st.expander("What it said before"):
        entry_history(plan, Vision.KIND, Vision.ID)
templates(plan)
