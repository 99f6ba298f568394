import streamlit as st

from pages._ui.door import current_workspace
from pages._ui.escape import safe
from pages._ui.outlook import due_list, first_steps, name_field, next_step_card, standing
from pages._ui.page import page_head
from pages._ui.review_reminder import review_reminder

workspace = current_workspace()
name = workspace.profile.name
begun = any(
    (workspace.assessments, workspace.aspirations, workspace.goals, workspace.applications, workspace.reviews)
)

if begun:
    page_head(f"Hello, {safe(name)}" if name else "Home", "One thing to do next, and where your plan stands.")
    review_reminder(workspace)
    next_step_card(workspace)
    due, stands = st.columns(2)
    with due:
        due_list(workspace)
    with stands:
        standing(workspace)
else:
    page_head("Welcome to careerkit", "From what you need from work to an interview answer that is yours.")
    first_steps()
    name_field(workspace)
