"""Backup and restore: one file out, one file in, looked at before anything changes."""

from dataclasses import replace
from functools import partial

import streamlit as st

from careerkit.errors import CareerKitError
from careerkit.store import Backup, Store
from careerkit.words import day_in_words
from careerkit.workspace import Workspace, as_own, differences, differences_in_words
from pages._ui.clock import local_date, now, today
from pages._ui.door import adopt_backup, current_workspace, shown_place, stamp_now
from pages._ui.escape import safe
from pages._ui.preview import preview
from pages._ui.session import session, unbroken
from pages._ui.state import Key
from pages._ui.uploads import empty_uploader, uploaded_backup


def backup_button() -> None:
    """Draw the button that downloads everything in one file, made when it is pressed."""
    with st.container(horizontal=True, vertical_alignment="center"):
        with_history = session.get(Key.BACKUP_HISTORY, True)
        st.download_button(
            "Download a backup",
            data=partial(_backup, *shown_place(), with_history=with_history),
            file_name=f"careerkit-{today().isoformat()}.json",
            mime="application/json",
            key=Key.BACKUP,
            icon=":material/download:",
            type="primary",
            on_click="ignore",
        )
        st.checkbox("With the history of my changes", value=True, key=Key.BACKUP_HISTORY)


def restore_form() -> None:
    """Take a backup file, show what it would change, and restore it only when asked to."""
    backup = uploaded_backup("Backup file", Key.RESTORE_FILE, turn=Key.RESTORE_TURN, kept=Key.RESTORE_READ)
    if backup is None:
        return
    if isinstance(backup, CareerKitError):
        st.error(f"{safe(str(backup))} Nothing was changed.", icon=":material/info:")
        return
    made = day_in_words(local_date(backup.made_at))
    workspace = current_workspace()
    if workspace.is_empty and not workspace.history:
        _take_over(workspace, replace(backup, content=as_own(backup.content)), made)
        return
    st.markdown(f"This backup was made on {made}.")
    preview(as_own(backup.content), place="backup", reason=f"Restored the backup of {made}", close=_next_turn)


def _take_over(workspace: Workspace, backup: Backup, made: str) -> None:
    which = "their" if backup.history_complete else "their latest"
    with_history = f", and the history of {which} changes" if backup.content.history else ""
    st.markdown(
        f"This backup was made on {made}. Nothing is here yet, so you get its entries just as they "
        f"were{with_history}:"
    )
    lines = differences_in_words(differences(workspace, backup.content, stamp=stamp_now()))
    st.markdown("\n".join(f"- {line}" for line in lines))
    with st.container(horizontal=True):
        st.button("Restore", key=Key.RESTORE.of("backup"), type="primary", on_click=_adopt, args=(backup,))
        st.button("Cancel", key=Key.RESTORE_CANCEL.of("backup"), on_click=_next_turn)


@unbroken
def _adopt(backup: Backup) -> None:
    if adopt_backup(backup, done="Restored.") is not None:
        _next_turn()


@unbroken
def _next_turn() -> None:
    empty_uploader(Key.RESTORE_TURN, Key.RESTORE_READ)


def _backup(store: Store, workspace_id: str, *, with_history: bool) -> bytes:
    return store.backup(workspace_id, at=now(), with_history=with_history)
