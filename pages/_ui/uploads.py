"""Backup files that are put in: read once, however often the page is drawn."""

import streamlit as st

from careerkit.errors import CareerKitError
from careerkit.store import MAX_UPLOAD, Backup, read_backup
from pages._ui.session import session
from pages._ui.state import Keys


def uploaded_backup(label: str, widget: Keys, *, turn: Keys, kept: Keys) -> Backup | CareerKitError | None:
    """Draw an uploader and return what its file holds, or why it cannot be read; ``None`` without a file.

    ``turn`` and ``kept`` are where the session counts the files put in, and keeps the one that was read: a
    large one takes seconds.
    """
    number: int = session.setdefault(turn, 0)
    file = st.file_uploader(
        label, type="json", key=widget.of(str(number)), max_upload_size=MAX_UPLOAD // 1_000_000
    )
    if file is None:
        return None
    known: tuple[str, Backup | CareerKitError] | None = session.get(kept)
    if known is not None and known[0] == file.file_id:
        return known[1]
    read = _read(file.getvalue())
    session[kept] = (file.file_id, read)
    return read


def empty_uploader(turn: Keys, kept: Keys) -> None:
    """Let the uploader begin anew, with a new key: the only way to empty it."""
    session[turn] += 1
    session.pop(kept, None)


def _read(data: bytes) -> Backup | CareerKitError:
    try:
        return read_backup(data)
    except CareerKitError as error:
        return error
