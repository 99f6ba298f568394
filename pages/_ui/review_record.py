"""Finished reviews, to read."""

from collections.abc import Sequence

import streamlit as st

from careerkit.review import Review, record_entries
from careerkit.words import day_in_words
from pages._ui.escape import safe
from pages._ui.page import go_to
from pages._ui.places import Place
from pages._ui.review_facts import show_facts
from pages._ui.state import Key


def lead_on(record: Review) -> None:
    """Draw the way from a finished review back into the plan."""
    if record.next_on is not None:
        st.markdown(f"The next review is planned for **{day_in_words(record.next_on)}**.")
    if st.button(f"Plan {record.year + 1} on the board", key=Key.REVIEW_BOARD, type="primary"):
        go_to(Place.BOARD)


def show_records(records: Sequence[Review]) -> None:
    """Draw one record, the newest at first, and the choice of an earlier one."""
    record = records[0]
    if len(records) > 1:
        by_year = {record.year: record for record in records}
        chosen = st.selectbox("Review of", list(by_year), key=Key.REVIEW_RECORD, filter_mode=None, width=160)
        record = by_year.get(chosen, record)
    st.header(f"The review of {record.year}", anchor=False)
    if record.finished_on is not None:
        following = f" · next review {day_in_words(record.next_on)}" if record.next_on else ""
        st.caption(f"Finished on {day_in_words(record.finished_on)}, and unchanged since{following}")
    for entry in record_entries(record):
        st.subheader(safe(entry.title), anchor=False)
        st.caption(safe(entry.asks))
        show_facts(entry.facts, caption="What the plan said that day")
        if entry.answer:
            st.markdown(safe(entry.answer))
        else:
            st.caption("Skipped.")
