"""Earlier versions of the workspace that are kept beside it: looked at, and gone back to."""

from contextlib import suppress
from datetime import date

import streamlit as st

from careerkit.errors import CareerKitError
from careerkit.store import Copy, CopyKind
from careerkit.words import day_in_words, month_in_words, size_in_words, time_in_words
from careerkit.workspace import as_own
from pages._ui.clock import local_time
from pages._ui.door import shown_place
from pages._ui.escape import safe
from pages._ui.preview import preview
from pages._ui.session import session, unbroken
from pages._ui.state import Key


def versions_form() -> None:
    """Offer the versions that are kept, show what going back to one would change, and do it when asked to."""
    store, workspace_id = shown_place()
    copies = {copy.name: copy for copy in store.copies(workspace_id)}
    if not copies:
        st.caption("There is none yet. The first is kept with your next change.")
        return
    name = st.selectbox(
        "Version",
        list(copies),
        index=None,
        key=Key.VERSION,
        format_func=lambda name: _in_words(copies[name]),
        placeholder="Choose one to see what it would change",
    )
    if name not in copies:
        return
    try:
        content = store.load_copy(workspace_id, name)
    except CareerKitError as error:
        st.error(f"{safe(str(error))} Nothing was changed.", icon=":material/info:")
        return
    written = _when(copies[name])
    preview(as_own(content), place="version", reason=f"Went back to the version of {written}", close=_close)


def _in_words(copy: Copy) -> str:
    written = _when(copy)
    from_elsewhere = f": {copy.name.removeprefix(CopyKind.BESIDE)}" if copy.kind is CopyKind.BESIDE else ""
    return f"{written} · {copy.kind.label}{from_elsewhere} · {size_in_words(copy.size)}"


def _when(copy: Copy) -> str:
    """Say when a version was saved: by its name where that says it, since a moved file has another time."""
    said = copy.name.removeprefix(f"{copy.kind}-")
    with suppress(ValueError):
        if copy.kind is CopyKind.DAY:
            return day_in_words(date.fromisoformat(said))
        if copy.kind is CopyKind.MONTH:
            return month_in_words(date.fromisoformat(f"{said}-01"))
    return time_in_words(local_time(copy.written_at))


@unbroken
def _close() -> None:
    session[Key.VERSION] = None
