"""What taking over other content would do, before it does: replace what is here, or add what is missing."""

from collections.abc import Callable, Sequence
from typing import Final

import streamlit as st

from careerkit.workspace import (
    Workspace,
    additions,
    differences,
    differences_in_words,
    differing_in_words,
)
from pages._ui.door import Deed, change_workspace, current_workspace, stamp_now
from pages._ui.journal import detail_list
from pages._ui.session import unbroken
from pages._ui.state import Key, Keys

_MOST_DETAILS: Final = 60


def preview(content: Workspace, *, place: str, reason: str, close: Callable[[], None]) -> None:
    """Show what two ways of restoring ``content`` would change, with a button for each that changes anything.

    ``place`` tells two of them on one page apart. ``close`` runs when one of them is done, or neither is
    wanted.
    """
    workspace, stamp = current_workspace(), stamp_now()
    changes = differences(workspace, content, stamp=stamp)
    replaced = differences_in_words(changes)
    added = differences_in_words(additions(workspace, content, stamp=stamp))
    if not replaced:
        st.info(
            "It holds exactly what you have now, so there is nothing to restore.", icon=":material/check:"
        )
    else:
        _lines("To replace what you have:", replaced)
    if added and added != replaced:
        _lines("To add only what is missing:", [*added, *_staying(workspace, content)])
    if replaced:
        with st.expander("Each change, if you replace what you have"):
            detail_list(changes, workspace, most=_MOST_DETAILS)
    with st.container(horizontal=True):
        if replaced:
            _button("Replace what I have", Key.RESTORE, place, close, _replace(content, reason))
        if added and added != replaced:
            _button("Add what is missing", Key.RESTORE_ADD, place, close, _add(content, reason))
        st.button("Cancel", key=Key.RESTORE_CANCEL.of(place), on_click=close)


def _lines(head: str, lines: Sequence[str]) -> None:
    st.markdown("\n".join([head, "", *(f"- {line}" for line in lines)]))


def _staying(workspace: Workspace, content: Workspace) -> list[str]:
    return [
        f"{line.removesuffix('.')} and will stay as you have it."
        for line in differing_in_words(workspace, content)
    ]


def _replace(content: Workspace, reason: str) -> Deed:
    return lambda plan, stamp: differences(plan, content, stamp=stamp, reason=reason)


def _add(content: Workspace, reason: str) -> Deed:
    return lambda plan, stamp: additions(plan, content, stamp=stamp, reason=reason)


def _button(label: str, key: Keys, place: str, close: Callable[[], None], deed: Deed) -> None:
    st.button(
        label,
        key=key.of(place),
        type="primary" if key is Key.RESTORE else "secondary",
        on_click=_apply,
        args=(deed, close),
    )


@unbroken
def _apply(deed: Deed, close: Callable[[], None]) -> None:
    if change_workspace(deed, done="Restored. Undo takes it back.") is not None:
        close()
