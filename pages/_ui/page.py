"""How every page begins, and how it leads to the next."""

from typing import NoReturn

import streamlit as st

from careerkit.workspace import last_own_batch, sentence_of, undo
from pages._ui.access import current_access
from pages._ui.door import change_workspace, current_workspace
from pages._ui.escape import safe
from pages._ui.places import Place
from pages._ui.refusal import show_refusal
from pages._ui.state import Key

__all__ = ["go_to", "page_head", "show_refusal"]


def page_head(title: str, sentence: str) -> None:
    """Draw the title with the undo button beside it, what the page is for, and a refusal that waits."""
    workspace = current_workspace()
    batch = last_own_batch(workspace, current_access().actor)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.title(title, anchor=False)
        if batch is not None:
            st.button(
                "Undo",
                key=Key.UNDO,
                icon=":material/undo:",
                type="tertiary",
                help=safe(sentence_of(batch, workspace)),
                on_click=_undo_last,
            )
    st.caption(sentence)
    show_refusal()


def go_to(place: Place) -> NoReturn:
    """Open another page."""
    st.switch_page(place.value)


def _undo_last() -> None:
    change_workspace(lambda plan, stamp: undo(plan, stamp=stamp), done="Taken back.")
