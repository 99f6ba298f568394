"""Dialogs that hold a draft: opened by a flag in the session, closed when the draft is saved or given up."""

from collections.abc import Callable, Mapping

import streamlit as st

from pages._ui.page import show_refusal
from pages._ui.state import Key


def open_draft(flag: Key, entity_id: str, fields: Mapping[Key, object]) -> None:
    """Let the dialog of ``flag`` appear in the run that follows, with ``fields`` filled in.

    ``entity_id`` is what is edited, empty for something new.
    """
    st.session_state[flag] = entity_id
    for key, value in fields.items():
        st.session_state[key] = value


def close_draft(flag: Key) -> None:
    """Let the dialog of ``flag`` disappear."""
    st.session_state.pop(flag, None)


def draft_dialog(flag: Key, title: Key, noun: str, body: Callable[[str], None]) -> None:
    """Draw the dialog of ``flag`` if it is open; ``body`` draws the form for the entity with the given id.

    It cannot be dismissed by a click beside it, which would lose what was typed. ``title`` is a field of the
    form: when the browser went elsewhere meanwhile, that field is gone, and so is the draft.
    """
    state = st.session_state
    if flag not in state:
        return
    if title not in state:
        close_draft(flag)
        return
    entity_id: str = state[flag]

    @st.dialog(f"Edit {noun}" if entity_id else f"New {noun}", width="medium", dismissible=False)
    def dialog() -> None:
        if flag not in st.session_state:  # saved or given up: the page behind shows it
            st.rerun()
        show_refusal()
        body(entity_id)

    dialog()
