import streamlit as st

from careerkit.review import finished_reviews, open_review
from pages._ui.clock import today
from pages._ui.door import current_workspace
from pages._ui.page import page_head
from pages._ui.review_record import lead_on, show_records
from pages._ui.review_start import invite, offer_other_years
from pages._ui.review_steps import work_through

reviews = current_workspace().reviews
under_way = open_review(reviews)
records = finished_reviews(reviews)

if under_way is not None:
    page_head("Yearly review", f"Looking back on {under_way.year}, and ahead. Everything saves itself.")
    work_through(under_way)
elif records and records[0].year == today().year:
    page_head("Yearly review", f"The review of {records[0].year} is done. This is what stays of it.")
    lead_on(records[0])
    show_records(records)
    offer_other_years(reviews)
else:
    page_head("Yearly review", "Once a year: does the plan still fit you, and does it still fit the market?")
    invite(reviews)
    if records:
        st.divider()
        show_records(records)
