"""Dialogs that hold a draft: filled when they open, closed when the draft is saved or given up.

A session has one draft at a time. What is saved of it is compared with the snapshot it was filled from: what
others change while it is open stays, unless the draft changes the same.
"""

from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple, TypeAlias

import streamlit as st

from careerkit.errors import CareerKitError
from careerkit.workspace import Workspace
from pages._ui.door import Deed, change_workspace, current_workspace
from pages._ui.page import show_refusal
from pages._ui.refusal import hold_refusal, keep_refusal, show_held_refusal
from pages._ui.session import session, unbroken
from pages._ui.state import Key, Keys

Fields: TypeAlias = Mapping[Keys, object]
"""What the fields of a dialog hold, by their keys."""


class _Draft(NamedTuple):
    dialog: Keys
    entity_id: str


def open_draft(dialog: Keys, entity_id: str, fields: Fields | Callable[[Workspace], Fields]) -> None:
    """Let a dialog appear in the run that follows, with ``fields`` filled in, perhaps from the snapshot.

    ``entity_id`` is what is edited, empty for something new. When what is to be edited cannot be had, the
    page shows why instead.
    """
    try:
        plan = current_workspace()
        filled = fields(plan) if callable(fields) else fields
    except CareerKitError as refusal:
        keep_refusal(str(refusal))
        return
    session.pop(Key.DRAFT_REFUSAL, None)
    session[Key.DRAFT] = _Draft(dialog, entity_id)
    session[Key.DRAFT_BASE] = plan
    for key, value in filled.items():
        session[key] = value


@unbroken
def close_draft(dialog: Keys) -> None:
    """Give up the draft of a dialog, if it is the one that is open."""
    if _is_open(dialog):
        del session[Key.DRAFT]
        session.pop(Key.DRAFT_BASE, None)
        session.pop(Key.DRAFT_REFUSAL, None)


def give_up_draft_of_others(*dialogs: Keys) -> None:
    """Give up a draft that another page left behind; ``dialogs`` are all those that this page draws."""
    draft: _Draft | None = session.get(Key.DRAFT)
    if draft is not None and draft.dialog not in dialogs:
        close_draft(draft.dialog)


def draft_base() -> Workspace:
    """Return the snapshot that the open draft was filled from. For the body of a dialog."""
    base: Workspace = session[Key.DRAFT_BASE]
    return base


@unbroken
def save_draft(dialog: Keys, deed: Deed, done: str = "Saved.") -> None:
    """Save what ``deed`` makes of the draft and close the dialog; refused, it stays open and says why.

    A second press, sent before the browser saw the dialog close, does nothing.
    """
    if not _is_open(dialog):
        return
    session.pop(Key.DRAFT_REFUSAL, None)
    if change_workspace(deed, done=done, base=Key.DRAFT_BASE) is not None:
        close_draft(dialog)
    elif _is_open(dialog):
        hold_refusal()


def draft_dialog(
    dialog: Keys,
    title: Keys,
    noun: str,
    body: Callable[[str], None],
    *,
    heading: str = "",
    width: Literal["medium", "large"] = "medium",
) -> None:
    """Draw a dialog if it is open; ``body`` draws the form for the entity with the given id.

    It cannot be dismissed by a click beside it, which would lose what was typed. ``title`` is a field of the
    form: when the browser went elsewhere meanwhile, that field is gone, and so is the draft.
    """
    if not _is_open(dialog):
        return
    if title not in session:
        close_draft(dialog)
        return
    draft: _Draft = session[Key.DRAFT]

    @st.dialog(heading or f"{'Edit' if draft.entity_id else 'New'} {noun}", width=width, dismissible=False)
    def drawn() -> None:
        if session.get(Key.DRAFT) != draft:  # saved or given up: the page behind shows it
            st.rerun()
        show_refusal()
        body(draft.entity_id)

    drawn()


def draft_buttons(dialog: Keys, noun: str, *, save: Deed, archive: Deed | None, in_form: bool = True) -> None:
    """Draw the buttons below the fields, and why it was not saved; ``archive`` is for what exists already."""
    show_held_refusal()
    button = st.form_submit_button if in_form else st.button
    with st.container(horizontal=True):
        button(
            f"Save {noun}",
            key=Key.DRAFT_SAVE,
            type="primary",
            on_click=save_draft,
            args=(dialog, save),
            shortcut=None if in_form else "Ctrl+Enter",
        )
        button("Cancel", key=Key.DRAFT_CANCEL, on_click=close_draft, args=(dialog,))
        if archive is not None:
            st.space("stretch")
            button(
                "Archive",
                key=Key.DRAFT_ARCHIVE,
                type="tertiary",
                on_click=save_draft,
                args=(dialog, archive, "Archived. Undo brings it back."),
            )


def _is_open(dialog: Keys) -> bool:
    draft: _Draft | None = session.get(Key.DRAFT)
    return draft is not None and draft.dialog == dialog
