import streamlit as st

from careerkit.interview import answer_to
from pages._ui.answer_material import choose_question
from pages._ui.answer_steps import choose_step
from pages._ui.answer_view import answer_view
from pages._ui.application_form import (
    application_dialog,
    application_fields,
    archived_applications,
    choose_application,
)
from pages._ui.asks import ask_dialog
from pages._ui.before_the_day import before_the_day
from pages._ui.door import current_workspace
from pages._ui.fit import fit
from pages._ui.goal_form import goal_dialog
from pages._ui.page import page_head
from pages._ui.papers import print_view
from pages._ui.practice import practice
from pages._ui.research import research
from pages._ui.strength_form import strength_dialog

plan = current_workspace()
if print_view(plan):
    st.stop()
page_head("Answers", "Say your plan well in an interview: the part that can be said, in your own words.")
application = choose_application(plan)
if application is not None:
    application_fields(application)
    step = choose_step(plan, application)
    if step == "Research":
        research(plan, application)
    elif step == "What fits":
        fit(plan, application, choose_question())
    elif step == "Answer":
        answer_view(plan, application, choose_question())
    elif step == "Practice":
        practice(plan, application, answer_to(plan, application.id, choose_question()))
    else:
        before_the_day(plan, application)
archived_applications(plan)
application_dialog()
ask_dialog()
goal_dialog()
strength_dialog()
