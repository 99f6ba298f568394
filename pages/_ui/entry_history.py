"""The history of one entry: what became of it, when, by whom and why."""

from collections.abc import Sequence
from itertools import islice
from typing import Final

import streamlit as st

from careerkit.words import time_in_words
from careerkit.workspace import REFILABLE, EntryEvent, Workspace, history_of
from pages._ui.choices import need_names
from pages._ui.clock import local_time
from pages._ui.escape import on_one_line, safe
from pages._ui.more import first_of, more_button
from pages._ui.past import Past
from pages._ui.plan_state import PlanKey

_SAVES: Final = 2_000
"""Saves that are looked through, the newest first."""
_EVENTS: Final = 120
"""Changes of one entry that are shown at most."""


def entry_history(plan: Workspace, kind: str, entry_id: str) -> None:
    """Draw what became of an entry, the newest first; filed as goal or as aspiration, it is one history."""
    kinds = REFILABLE if kind in REFILABLE else {kind}
    past = Past(_SAVES)
    found = history_of(past, plan, {entry_id}, kinds=kinds, needs=need_names())
    events = [*islice(found, _EVENTS)]
    place = f"{PlanKey.THREAD_HISTORY}-{entry_id}"
    for event in first_of(events, place):
        _event(event)
    more_button(events, place)
    if past.more or len(events) == _EVENTS:
        st.caption("What came before stands on the page History.")
    elif not events and not past.damage:
        st.caption("No change of it is on record.")
    if past.damage:
        st.error(safe(past.damage), icon=":material/info:")


def _event(event: EntryEvent) -> None:
    reason = f" · *{safe(event.reason)}*" if event.reason else ""
    when = f"{time_in_words(local_time(event.at))} · {safe(event.by)}"
    with st.container(gap="xxsmall"):
        st.markdown(f"**{safe(event.sentence)}**{reason}  \n:small[:gray[{when}]]")
        _lines(event.lines)


def _lines(lines: Sequence[str]) -> None:
    if lines:
        st.markdown("\n".join(f"- {safe(on_one_line(line))}" for line in lines))
