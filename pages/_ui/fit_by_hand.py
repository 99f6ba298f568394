"""Putting together by hand what a company asks for and what answers it, and both sides as a table."""

import pandas as pd
import streamlit as st

from careerkit.interview import Alignment, Bringable, Origin, Row, answer_ask
from pages._ui.answer_state import AnswerKey
from pages._ui.choices import label_from, told_apart
from pages._ui.door import change_workspace
from pages._ui.fields import follow
from pages._ui.session import session, unbroken


def by_hand(row: Row, others: tuple[Bringable, ...]) -> None:
    """Draw the choice of what else answers one thing they ask for, in other words."""
    entries = {match.entry.id: match.entry for match in row.matches} | {entry.id: entry for entry in others}
    if not entries:
        return
    labels = told_apart({id_: entry.title for id_, entry in entries.items()})
    key = AnswerKey.ASK_LINK.of(row.ask.id)
    follow(key, [id_ for id_ in labels if id_ in row.ask.answered_by | row.ask.needs])
    with st.popover("Put together by hand", type="tertiary"):
        st.multiselect(
            "What of your plan answers it?",
            list(labels),
            key=key,
            format_func=label_from(labels),
            on_change=_link,
            args=(row.ask.id, key, frozenset(id_ for id_, it in entries.items() if it.origin is Origin.NEED)),
            help="Use it when the words differ and the meaning is the same.",
        )


def table(found: Alignment) -> None:
    """Draw both sides as a table: a row for what they ask, a column for what you bring, the words between."""
    entries = {match.entry.id: match.entry for row in found.rows for match in row.matches}
    if not entries:
        return
    cells = {entry.title: [_words(row, entry.id) for row in found.rows] for entry in entries.values()}
    with st.expander("As a table"):
        st.dataframe(pd.DataFrame(cells, index=[row.ask.title for row in found.rows]), width="stretch")


def _words(row: Row, entry_id: str) -> str:
    match = next((match for match in row.matches if match.entry.id == entry_id), None)
    if match is None:
        return ""
    return ", ".join(pair.theirs for pair in match.shared) or "put together by hand"


@unbroken
def _link(ask_id: str, key: str, needs: frozenset[str]) -> None:
    ids = frozenset(session[key])
    change_workspace(
        lambda plan, stamp: answer_ask(
            plan.asks, ask_id, answered_by=ids - needs, needs=ids & needs, stamp=stamp
        )
    )
