"""The dialog in which an aspiration is written down or changed."""

import streamlit as st

from careerkit.aspirations import (
    Aspiration,
    AspirationDraft,
    Mark,
    add_aspiration,
    archive_aspiration,
    edit_aspiration,
)
from careerkit.needs import latest_result, need_order
from careerkit.text import LINE, NOTE
from careerkit.workspace import Workspace
from pages._ui.choices import label_from, need_names
from pages._ui.door import IDS, change_workspace, current_workspace
from pages._ui.draft_dialog import close_draft, draft_dialog, open_draft
from pages._ui.state import Key

_TOP = 3


def open_aspiration(aspiration_id: str = "") -> None:
    """Open the dialog for an aspiration, or for a new one that serves the needs that come first."""
    plan = current_workspace()
    found = plan.aspirations.get(aspiration_id)
    aspiration = found or Aspiration(id="", title="…", needs=_first_needs(plan))
    fields: dict[Key, object] = {
        Key.ASPIRATION_TITLE: aspiration.title if aspiration.id else "",
        Key.ASPIRATION_WHY: aspiration.why,
        Key.ASPIRATION_NEEDS: [id_ for id_ in need_names() if id_ in aspiration.needs],
        Key.ASPIRATION_MARK: aspiration.mark,
    }
    open_draft(Key.ASPIRATION_OPEN, aspiration.id, fields)


def aspiration_dialog() -> None:
    """Draw the dialog if it is open."""
    draft_dialog(Key.ASPIRATION_OPEN, Key.ASPIRATION_TITLE, "aspiration", _body)


def _first_needs(plan: Workspace) -> frozenset[str]:
    result = latest_result(plan.assessments)
    return frozenset(one.need for one in need_order(result)[:_TOP]) if result else frozenset()


def _body(aspiration_id: str) -> None:
    needs = need_names()
    with st.form(Key.ASPIRATION_FORM, border=False):
        st.text_input(
            "Aspiration",
            key=Key.ASPIRATION_TITLE,
            max_chars=LINE,
            placeholder="A direction, as bold as you like",
        )
        st.text_area("Why it matters to you", key=Key.ASPIRATION_WHY, max_chars=NOTE, height=100)
        st.multiselect(
            "Needs it serves",
            list(needs),
            key=Key.ASPIRATION_NEEDS,
            format_func=label_from(needs),
            placeholder="Choose",
        )
        st.radio(
            "In an interview",
            list(Mark),
            key=Key.ASPIRATION_MARK,
            format_func=_label,
            horizontal=True,
            help="What you keep private never reaches an answer.",
        )
        _buttons(aspiration_id)


def _buttons(aspiration_id: str) -> None:
    with st.container(horizontal=True):
        st.form_submit_button(
            "Save aspiration", key=Key.ASPIRATION_SAVE, type="primary", on_click=_save, args=(aspiration_id,)
        )
        st.form_submit_button(
            "Cancel", key=Key.ASPIRATION_CANCEL, on_click=close_draft, args=(Key.ASPIRATION_OPEN,)
        )
        if aspiration_id:
            st.space("stretch")
            st.form_submit_button(
                "Archive",
                key=Key.ASPIRATION_ARCHIVE,
                type="tertiary",
                on_click=_archive,
                args=(aspiration_id,),
            )


def _label(choice: str) -> str:
    return choice.label if isinstance(choice, Mark) else choice


def _draft() -> AspirationDraft:
    state = st.session_state
    return AspirationDraft(
        title=state[Key.ASPIRATION_TITLE],
        why=state[Key.ASPIRATION_WHY],
        needs=frozenset(state[Key.ASPIRATION_NEEDS]),
        mark=state[Key.ASPIRATION_MARK],
    )


def _save(aspiration_id: str) -> None:
    needs = need_names()
    saved = change_workspace(
        lambda plan, stamp: (
            edit_aspiration(plan.aspirations, aspiration_id, _draft(), needs=needs, stamp=stamp)
            if aspiration_id
            else add_aspiration(_draft(), needs=needs, ids=IDS, stamp=stamp)
        ),
        done="Saved.",
    )
    if saved is not None:
        close_draft(Key.ASPIRATION_OPEN)


def _archive(aspiration_id: str) -> None:
    saved = change_workspace(
        lambda plan, stamp: archive_aspiration(plan.aspirations, aspiration_id, stamp=stamp),
        done="Archived. Undo brings it back.",
    )
    if saved is not None:
        close_draft(Key.ASPIRATION_OPEN)
