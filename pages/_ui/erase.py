"""Deleting everything, for good, after typing a word."""

import streamlit as st

from pages._ui.access import current_access
from pages._ui.refusal import attempted, keep_refusal
from pages._ui.session import session, unbroken
from pages._ui.state import Key
from pages._ui.stores import store_of

_WORD = "delete"


def erase_form() -> None:
    """Ask for the word, and delete every entry and the history when it is right."""
    with st.form(Key.ERASE_FORM, border=False, clear_on_submit=True):
        st.text_input(f"Type “{_WORD}” to confirm", key=Key.ERASE_WORD, max_chars=20, autocomplete="off")
        st.form_submit_button("Delete everything", key=Key.ERASE, icon=":material/delete:", on_click=_erase)


@unbroken
def _erase() -> None:
    if session[Key.ERASE_WORD].strip().casefold() != _WORD:
        keep_refusal(f"Nothing was deleted: type the word “{_WORD}” first.")
        return
    if attempted(_delete, done="Everything is deleted. This is an empty workspace."):
        session.pop(Key.SEEN, None)


def _delete() -> None:
    access = current_access()
    store_of(access).delete(access.workspace_id)
