"""The history of a workspace as a list, from which the latest changes can be taken back one by one."""

from collections.abc import Sequence
from itertools import groupby, islice
from typing import Final

import streamlit as st

from careerkit.change import Batch, Change
from careerkit.errors import CareerKitError
from careerkit.words import day_in_words
from careerkit.workspace import (
    Workspace,
    can_be_taken_back,
    count_of_details,
    details_of,
    sentence_of,
    standing,
    take_back,
)
from pages._ui.clock import local_date, local_time
from pages._ui.door import change_workspace, shown_place
from pages._ui.escape import safe
from pages._ui.state import Key

_PAGE: Final = 30
_MOST_IN_POPOVER: Final = 10


def journal(workspace: Workspace) -> None:
    """Draw the latest changes by day, and more of them on demand."""
    shown = st.session_state.setdefault(Key.HISTORY_SHOWN, _PAGE)
    batches, damage = _latest(shown + 1)
    open_ones = {batch.revision for batch in standing(workspace.history) if can_be_taken_back(batch)}
    for day, of_day in groupby(batches[:shown], key=lambda batch: local_date(batch.at)):
        st.subheader(day_in_words(day), anchor=False)
        for batch in of_day:
            _entry(batch, workspace, can_go_back=batch.revision in open_ones)
    if damage:
        st.error(safe(damage), icon=":material/info:")
    if len(batches) > shown:
        st.button("Show earlier changes", key=Key.HISTORY_MORE, on_click=_show_more)


def detail_list(changes: Sequence[Change], workspace: Workspace, *, most: int) -> None:
    """Draw what changes field by field, at ``most`` so many lines."""
    lines = islice(details_of(changes, workspace), most)
    st.markdown("\n".join(f"- {safe(line)}" for line in lines))
    more = count_of_details(changes) - most
    if more > 0:
        st.caption(f"and {more:,} more")


def _latest(count: int) -> tuple[list[Batch], str]:
    """Return up to ``count`` batches, the newest first, and why there are no more if one cannot be read."""
    store, workspace_id = shown_place()
    batches: list[Batch] = []
    try:
        batches.extend(islice(store.history(workspace_id), count))
    except CareerKitError as error:
        return batches, str(error)
    return batches, ""


def _entry(batch: Batch, workspace: Workspace, *, can_go_back: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(_in_words(batch, workspace), width="stretch")
        with st.popover("Details", type="tertiary", key=Key.HISTORY_BACK.of(f"details-{batch.revision}")):
            if can_go_back:
                st.button(
                    "Take this back",
                    key=Key.HISTORY_BACK.of(str(batch.revision)),
                    icon=":material/undo:",
                    on_click=_take_back,
                    args=(batch.revision,),
                )
            detail_list(batch.changes, workspace, most=_MOST_IN_POPOVER)


def _in_words(batch: Batch, workspace: Workspace) -> str:
    reasons = list(dict.fromkeys(change.reason for change in batch.changes if change.reason))
    why = f"  \n*{safe('; '.join(reasons[:3]))}*" if reasons else ""
    return (
        f"{local_time(batch.at):%H:%M} · {safe(batch.by.name)} · {safe(sentence_of(batch, workspace))}{why}"
    )


def _take_back(revision: int) -> None:
    change_workspace(lambda plan, stamp: take_back(plan, revision, stamp=stamp), done="Taken back.")


def _show_more() -> None:
    st.session_state[Key.HISTORY_SHOWN] += _PAGE
