"""The history of one entry: what became of it, when, by whom and why."""

from collections.abc import Sequence
from itertools import islice
from typing import Final

import streamlit as st

from careerkit.aspirations import Aspiration
from careerkit.goals import Goal
from careerkit.words import time_in_words
from careerkit.workspace import EntryEvent, Workspace, history_of
from pages._ui.choices import need_names
from pages._ui.clock import local_time
from pages._ui.escape import safe
from pages._ui.journal import latest_batches

_MOST: Final = 500
"""Saves that are looked through, the newest first."""
_SHOWN: Final = 30
_REFILABLE: Final = frozenset({Goal.KIND, Aspiration.KIND})


def entry_history(plan: Workspace, kind: str, entry_id: str) -> None:
    """Draw what became of an entry, the newest first; filed as goal or as aspiration, it is one history."""
    kinds = _REFILABLE if kind in _REFILABLE else {kind}
    batches, damage = latest_batches(_MOST)
    events = history_of(batches, plan, {entry_id}, kinds=kinds, needs=need_names())
    shown = [*islice(events, _SHOWN)]
    for event in shown:
        _event(event)
    if not shown:
        st.caption("No change of it is on record.")
    if damage:
        st.error(safe(damage), icon=":material/info:")


def _event(event: EntryEvent) -> None:
    reason = f" · *{safe(event.reason)}*" if event.reason else ""
    when = f"{time_in_words(local_time(event.at))} · {safe(event.by)}"
    st.markdown(f"**{safe(event.sentence)}**{reason}  \n:small[:gray[{when}]]")
    _lines(event.lines)


def _lines(lines: Sequence[str]) -> None:
    if lines:
        st.markdown("\n".join(f"- {safe(line)}" for line in lines))
