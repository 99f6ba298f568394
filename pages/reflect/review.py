import streamlit as st

from careerkit.review import finished_reviews, months_since, open_review
from pages._ui.clock import today
from pages._ui.door import current_workspace
from pages._ui.own_questions import own_questions, question_dialog
from pages._ui.page import page_head
from pages._ui.review_compare import compare_records
from pages._ui.review_record import lead_on, show_records
from pages._ui.review_start import invite, offer_other_years
from pages._ui.review_steps import work_through
from pages._ui.year_log import year_log

FRESH = 3  # months: who finishes in January is not asked for the new year's review at once

plan = current_workspace()
under_way = open_review(plan.reviews)
records = finished_reviews(plan.reviews)

if under_way is not None:
    page_head("Yearly review", f"Looking back on {under_way.year}, and ahead. Everything saves itself.")
    work_through(under_way)
elif records and (records[0].year == today().year or months_since(records[0], today()) < FRESH):
    page_head("Yearly review", f"The review of {records[0].year} is done. This is what stays of it.")
    lead_on(records[0])
    compare_records(records)
    show_records(records)
    offer_other_years(plan.reviews)
    year_log(plan)
    own_questions(plan)
else:
    page_head("Yearly review", "Once a year: does the plan still fit you, and does it still fit the market?")
    invite(plan.reviews, has_plan=bool(plan.goals or plan.milestones))
    year_log(plan)
    own_questions(plan)
    if records:
        st.divider()
        compare_records(records)
        show_records(records)
question_dialog()
