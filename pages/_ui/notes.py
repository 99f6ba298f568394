"""Passing notes that wait for the page to draw them.

A callback must not draw: in the run of a fragment or a dialog, what it draws takes another element's place.
"""

import streamlit as st

from careerkit.workspace import Workspace
from pages._ui.door import Deed, change_workspace
from pages._ui.state import Key


def change_noted(deed: Deed, done: str) -> Workspace | None:
    """Do what :func:`~pages._ui.door.change_workspace` does, and leave ``done`` for the page to say."""
    saved = change_workspace(deed)
    if saved is not None:
        st.session_state[Key.NOTE] = done
    return saved


def show_note() -> None:
    """Show the note that waits, if any, once."""
    note: str = st.session_state.pop(Key.NOTE, "")
    if note:
        st.toast(note)
