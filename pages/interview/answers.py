import streamlit as st

from careerkit.interview import answer_to
from pages._ui.answer_editor import answer_editor, still_said, take_along, where_from
from pages._ui.answer_material import bring, choose_question, question_behind
from pages._ui.answer_offers import answer_offers
from pages._ui.answer_steps import choose_step
from pages._ui.application_form import (
    application_dialog,
    application_fields,
    archived_applications,
    choose_application,
)
from pages._ui.asks import ask_dialog
from pages._ui.door import current_workspace
from pages._ui.fit import fit
from pages._ui.goal_form import goal_dialog
from pages._ui.page import page_head
from pages._ui.practice import practice
from pages._ui.research import research
from pages._ui.strength_form import strength_dialog

page_head("Answers", "Say your plan well in an interview: the part that can be said, in your own words.")
plan = current_workspace()
application = choose_application(plan)
if application is not None:
    application_fields(application)
    step = choose_step(plan, application)
    st.space("small")
    if step == "Research":
        research(plan, application)
    elif step == "What fits":
        fit(plan, application, choose_question())
    elif step == "Practice":
        practice(plan, application, answer_to(plan, application.id, choose_question()))
    else:
        asked = choose_question()
        answer = answer_to(plan, application.id, asked)
        question_behind(asked)
        bring(plan, application, asked, answer)
        if answer is not None:
            still_said(plan, answer)
            answer_offers(plan, answer)
        answer_editor(application, asked, answer)
        if answer is not None and answer.text:
            where_from(plan, answer)
            take_along(application, answer)
archived_applications(plan)
application_dialog()
ask_dialog()
goal_dialog()
strength_dialog()
