"""How every page begins, and how it leads to the next."""

from collections.abc import Callable
from typing import NoReturn

import streamlit as st

from careerkit.workspace import last_own_batch, last_own_undo, redo, sentence_of, undo
from pages._ui.access import current_access
from pages._ui.door import change_workspace, current_workspace
from pages._ui.escape import safe
from pages._ui.places import Place
from pages._ui.refusal import show_refusal
from pages._ui.session import unbroken
from pages._ui.state import Key, Keys

__all__ = ["go_to", "page_head", "show_refusal"]


def page_head(title: str, sentence: str) -> None:
    """Draw the title with the undo button beside it, what the page is for, and a refusal that waits."""
    workspace, actor = current_workspace(), current_access().actor
    undoing, redoing = last_own_batch(workspace, actor), last_own_undo(workspace, actor)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.title(title, anchor=False, width="content")
        if undoing is not None:
            _head_button("Undo", Key.UNDO, ":material/undo:", sentence_of(undoing, workspace), _undo_last)
        if redoing is not None:
            undone = next((b for b in workspace.history if b.revision == redoing.undoes), redoing)
            _head_button("Redo", Key.REDO, ":material/redo:", sentence_of(undone, workspace), _redo_last)
    st.caption(sentence)
    show_refusal(in_passing=True)


def go_to(place: Place, **address: str) -> NoReturn:
    """Open another page, with what its address shall say."""
    st.switch_page(place.value, query_params=address)  # a set, as ``None`` fails where a widget is bound


def _head_button(label: str, key: Keys, icon: str, about: str, press: Callable[[], None]) -> None:
    st.button(label, key=key, icon=icon, type="tertiary", help=safe(about), on_click=press)


@unbroken
def _undo_last() -> None:
    change_workspace(lambda plan, stamp: undo(plan, stamp=stamp), done="Taken back.")


@unbroken
def _redo_last() -> None:
    change_workspace(lambda plan, stamp: redo(plan, stamp=stamp), done="Done again.")
