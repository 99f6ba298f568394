"""Passing notes that wait for the page to draw them.

A callback must not draw: in the run of a fragment or a dialog, what it draws takes another element's place.
"""

import streamlit as st

from pages._ui.session import session
from pages._ui.state import Key


def keep_note(note: str) -> None:
    """Remember what the next full run shall say in passing."""
    session[Key.NOTE] = note


def show_note() -> None:
    """Show the note that waits, if any, once."""
    note: str = session.pop(Key.NOTE, "")
    if note:
        st.toast(note)
