"""Backup and restore: one file out, one file in, looked at before anything changes."""

from functools import partial

import streamlit as st

from careerkit.errors import CareerKitError
from careerkit.store import MAX_UPLOAD, Backup, Store, read_backup
from careerkit.words import day_in_words
from careerkit.workspace import Workspace, as_own, differences, differences_in_words
from pages._ui.clock import local_date, now, today
from pages._ui.door import change_workspace, current_workspace, shown_place, stamp_now
from pages._ui.escape import safe
from pages._ui.state import Key

_SAFE = "Nothing was changed."


def backup_button() -> None:
    """Draw the button that downloads everything in one file, made when it is pressed."""
    st.download_button(
        "Download a backup",
        data=partial(_backup, *shown_place()),
        file_name=f"careerkit-{today().isoformat()}.json",
        mime="application/json",
        key=Key.BACKUP,
        icon=":material/download:",
        type="primary",
        on_click="ignore",
    )


def restore_form() -> None:
    """Take a backup file, show what it would change, and restore it only when asked to."""
    turn = st.session_state.setdefault(Key.RESTORE_TURN, 0)
    file = st.file_uploader(
        "Backup file",
        type="json",
        key=Key.RESTORE_FILE.of(str(turn)),
        max_upload_size=MAX_UPLOAD // 1_000_000,
    )
    if file is None:
        return
    try:
        backup = read_backup(file.getvalue())
    except CareerKitError as error:
        st.error(f"{safe(str(error))} {_SAFE}", icon=":material/info:")
    else:
        _preview(backup)


def _preview(backup: Backup) -> None:
    workspace = current_workspace()
    lines = differences_in_words(differences(workspace, as_own(backup.content), stamp=stamp_now()))
    st.markdown(f"This backup was made on {day_in_words(local_date(backup.made_at))}.")
    if not lines:
        st.info(
            "It holds exactly what you have now, so there is nothing to restore.", icon=":material/check:"
        )
    st.markdown("\n".join(f"- {line}" for line in lines))
    with st.container(horizontal=True):
        if lines:
            st.button(
                "Replace what I have",
                key=Key.RESTORE,
                type="primary",
                on_click=_restore,
                args=(backup.content,),
            )
        st.button("Cancel", key=Key.RESTORE_CANCEL, on_click=_next_turn)


def _restore(content: Workspace) -> None:
    restored = change_workspace(
        lambda plan, stamp: differences(plan, as_own(content), stamp=stamp, reason="Restored a backup"),
        done="Restored. Undo takes it back.",
    )
    if restored is not None:
        _next_turn()


def _next_turn() -> None:
    """Give the uploader a new key: the only way to empty it."""
    st.session_state[Key.RESTORE_TURN] += 1


def _backup(store: Store, workspace_id: str) -> bytes:
    return store.backup(workspace_id, at=now())
