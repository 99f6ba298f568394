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
from pages._ui.choices import need_names
from pages._ui.clock import local_date, local_time
from pages._ui.door import change_workspace, shown_place
from pages._ui.escape import safe
from pages._ui.session import session, unbroken
from pages._ui.state import Key

_PAGE: Final = 30
_MOST_DETAILS: Final = 20


def journal(workspace: Workspace) -> None:
    """Draw the latest changes by day, and more of them on demand."""
    shown = session.setdefault(Key.HISTORY_SHOWN, _PAGE)
    batches, damage = latest_batches(shown + 1)
    still = {batch.revision for batch in standing(workspace.history)}
    for day, of_day in groupby(batches[:shown], key=lambda batch: local_date(batch.at)):
        st.header(day_in_words(day), anchor=False)
        for batch in of_day:
            _entry(batch, workspace, stands=batch.revision in still)
    if damage:
        st.error(safe(damage), icon=":material/info:")
    if len(batches) > shown:
        st.button("Show earlier changes", key=Key.HISTORY_MORE, on_click=_show_more)


def detail_list(changes: Sequence[Change], workspace: Workspace, *, most: int) -> None:
    """Draw what changes field by field, at ``most`` so many lines."""
    lines = islice(details_of(changes, workspace, need_names()), most)
    st.markdown("\n".join(f"- {safe(line)}" for line in lines))
    more = count_of_details(changes) - most
    if more > 0:
        st.caption(f"and {more:,} more")


def latest_batches(count: int) -> tuple[list[Batch], str]:
    """Return up to ``count`` batches, the newest first, and why there are no more if one cannot be read."""
    store, workspace_id = shown_place()
    batches: list[Batch] = []
    try:
        batches.extend(islice(store.history(workspace_id), count))
    except CareerKitError as error:
        return batches, str(error)
    return batches, ""


def _entry(batch: Batch, workspace: Workspace, *, stands: bool) -> None:
    """Draw one change as a line that opens, so that it is named and in reach of the keyboard."""
    key = Key.HISTORY_BACK.of(str(batch.revision))
    with st.expander(_in_words(batch, workspace, stands=stands)):
        if stands and _offers_itself(batch):
            st.button(
                "Take this back", key=key, icon=":material/undo:", on_click=_take_back, args=(batch.revision,)
            )
        detail_list(batch.changes, workspace, most=_MOST_DETAILS)


def _offers_itself(batch: Batch) -> bool:
    """Say whether taking a change back makes sense by itself: not the one that brought the demo person in."""
    return can_be_taken_back(batch) and not any(change.after.get("demo") for change in batch.changes)


def _in_words(batch: Batch, workspace: Workspace, *, stands: bool) -> str:
    reasons = list(dict.fromkeys(change.reason for change in batch.changes if change.reason))
    why = f" · *{safe('; '.join(reasons[:3]))}*" if reasons else ""
    in_view = bool(workspace.history) and batch.revision >= workspace.history[0].revision
    gone = " · taken back" if in_view and not stands else ""
    who = f"{local_time(batch.at):%H:%M} · {safe(batch.by.name)}"
    return f"{who} · {safe(sentence_of(batch, workspace))}{why}{gone}"


@unbroken
def _take_back(revision: int) -> None:
    change_workspace(lambda plan, stamp: take_back(plan, revision, stamp=stamp), done="Taken back.")


@unbroken
def _show_more() -> None:
    session[Key.HISTORY_SHOWN] += _PAGE
