"""Damage: what was lost is told until it is known, and a way out is offered where nothing could be saved."""

from contextlib import suppress
from datetime import datetime

import streamlit as st

from careerkit.store import CopyKind, DamagedFileError, Recovery
from careerkit.words import time_in_words
from careerkit.workspace import Workspace
from pages._ui.access import current_access
from pages._ui.clock import local_time
from pages._ui.door import shown_place
from pages._ui.escape import safe
from pages._ui.refusal import attempted
from pages._ui.session import session, unbroken
from pages._ui.state import Key
from pages._ui.stores import store_of


def recovery_notice(workspace: Workspace) -> None:
    """Say that a damaged file was replaced by its last good version, until the visitor has seen it."""
    store, _ = shown_place()
    recovery = store.recovery(workspace.id)
    if recovery is None:
        return
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(safe(_sentence(recovery)), width="stretch")
        st.button("I have seen this", key=Key.RECOVERY_SEEN, on_click=_acknowledge, args=(workspace.id,))


def rescue(error: DamagedFileError) -> None:
    """Say that a file cannot be read in any version, and offer to begin again with the file kept aside."""
    st.error(safe(str(error)), icon=":material/info:")
    st.button("Start anew and keep the file", key=Key.RECOVERY_ANEW, on_click=_start_anew)


def _sentence(recovery: Recovery) -> str:
    lost = "changes made after that may be missing"
    saved = ""
    with suppress(ValueError, OverflowError):
        saved = f", saved on {time_in_words(local_time(datetime.fromisoformat(recovery.saved_at)))},"
    version = "The version before it" if recovery.source == CopyKind.PREVIOUS else "An earlier version"
    if not recovery.aside:
        return f"The file of your plan was gone. {version}{saved} is back; {lost}."
    return (
        f"The file of your plan was damaged. {version}{saved} is back; {lost}. "
        "The damaged file is kept among the earlier versions on the page Your data."
    )


@unbroken
def _acknowledge(workspace_id: str) -> None:
    attempted(lambda: _note_as_seen(workspace_id))


def _note_as_seen(workspace_id: str) -> None:
    store, shown = shown_place()
    if shown == workspace_id:  # an old page may show another one
        store.acknowledge_recovery(workspace_id)


@unbroken
def _start_anew() -> None:
    if attempted(_begin_anew, done="This is an empty workspace. The damaged file is kept."):
        session.pop(Key.SEEN, None)


def _begin_anew() -> None:
    access = current_access()
    store_of(access).start_anew(access.workspace_id)
