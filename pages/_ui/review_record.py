"""Finished reviews, to read."""

from collections.abc import Sequence

import streamlit as st

from careerkit.export import review_markdown
from careerkit.review import Review, add_addendum, reason_in_words, record_entries
from careerkit.text import NOTE
from careerkit.words import day_in_words
from pages._ui.clock import today
from pages._ui.door import change_workspace
from pages._ui.escape import safe
from pages._ui.fields import room
from pages._ui.page import go_to
from pages._ui.places import Place
from pages._ui.review_facts import show_facts
from pages._ui.review_state import YearKey
from pages._ui.session import session, unbroken
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
    _decided(record)
    _later(record)


def _decided(record: Review) -> None:
    """Show what was decided about the plan, and why."""
    if not record.decisions:
        return
    st.subheader("What you decided", anchor=False)
    lines = []
    for decision in record.decisions.values():
        title = decision.title or ", ".join(decision.parts)
        reason = reason_in_words(decision)
        lines.append(f"- {safe(title)}: {decision.choice.label}{f' · {safe(reason)}' if reason else ''}")
    st.markdown("\n".join(lines))


def _later(record: Review) -> None:
    """Show what was added later, take one more addendum, and offer the record as a document."""
    for addendum in record.addenda:
        st.markdown(f"**Added on {day_in_words(addendum.on)}**  \n{safe(addendum.text)}")
    with st.expander("Add a correction or a later thought"):
        key = YearKey.ADDENDUM.of(record.id)
        st.text_area("It stands beside the record, with its day", key=key, max_chars=room(NOTE), height=100)
        st.button(
            "Add it", key=YearKey.ADDENDUM_ADD.of(record.id), on_click=_add_later, args=(record.id, key)
        )
    st.download_button(
        "Download this review",
        data=review_markdown(record),
        file_name=f"careerkit-review-{record.year}.md",
        mime="text/markdown",
        key=YearKey.RECORD_DOWNLOAD.of(record.id),
        icon=":material/download:",
        help="As a Markdown document to print, without private steps and entries.",
        on_click="ignore",
    )


@unbroken
def _add_later(review_id: str, key: str) -> None:
    text: str = session[key]
    day = today()
    saved = change_workspace(
        lambda plan, stamp: add_addendum(plan.reviews, review_id, text, day, stamp=stamp),
        done="Added.",
        base=None,  # two tabs may each add one
    )
    if saved is not None:
        session[key] = ""
