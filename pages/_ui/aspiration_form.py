"""The dialog in which an aspiration is written down or changed."""

from functools import partial

import streamlit as st

from careerkit.aspirations import (
    Aspiration,
    AspirationDraft,
    add_aspiration,
    archive_aspiration,
    edit_aspiration,
)
from careerkit.change import Change, Stamp, present_entry
from careerkit.needs import Direction, first_needs, latest_result
from careerkit.text import LINE, NOTE
from careerkit.workspace import Workspace, aspiration_of
from pages._ui.choices import label_from, mark_choice, need_options
from pages._ui.direction_draft import draft_accepted
from pages._ui.door import IDS
from pages._ui.draft_dialog import Fields, draft_base, draft_buttons, draft_dialog, open_draft
from pages._ui.escape import safe
from pages._ui.fields import room
from pages._ui.session import session, unbroken
from pages._ui.state import Key


@unbroken
def open_aspiration(aspiration_id: str) -> None:
    """Open the dialog for an aspiration that exists."""
    open_draft(
        Key.ASPIRATION_FORM,
        aspiration_id,
        lambda plan: _fields(present_entry(plan.aspirations, aspiration_id, noun="aspiration")),
    )


@unbroken
def new_aspiration() -> None:
    """Open the dialog for a new aspiration that serves the needs that come first."""
    open_draft(
        Key.ASPIRATION_FORM, "", lambda plan: _fields(AspirationDraft(title="", needs=_first_needs(plan)))
    )


def aspiration_from(direction: Direction) -> None:
    """Open the dialog for a new aspiration that a direction suggests; to be called from a callback."""
    open_draft(
        Key.ASPIRATION_FORM,
        "",
        lambda _: _fields(aspiration_of(direction, need_options()), direction.id),
    )


def aspiration_dialog() -> None:
    """Draw the dialog if it is open."""
    draft_dialog(Key.ASPIRATION_FORM, Key.ASPIRATION_TITLE, "aspiration", _body)


def _first_needs(plan: Workspace) -> frozenset[str]:
    result = latest_result(plan.assessments)
    return frozenset(first_needs(result)) if result else frozenset()


def _fields(aspiration: Aspiration | AspirationDraft, direction: str = "") -> Fields:
    return {
        Key.ASPIRATION_TITLE: aspiration.title,
        Key.ASPIRATION_WHY: aspiration.why,
        Key.ASPIRATION_NEEDS: [id_ for id_ in need_options() if id_ in aspiration.needs],
        Key.ASPIRATION_MARK: aspiration.mark,
        Key.DIRECTION_DRAFT: direction,
    }


def _body(aspiration_id: str) -> None:
    needs = need_options()
    with st.form(Key.ASPIRATION_FORM, border=False):
        st.text_input(
            "Aspiration",
            key=Key.ASPIRATION_TITLE,
            max_chars=room(LINE),
            placeholder="A direction, as bold as you like",
        )
        st.text_area("Why it matters to you", key=Key.ASPIRATION_WHY, max_chars=room(NOTE), height=100)
        _offer_answer()
        st.multiselect(
            "Needs it serves",
            list(needs),
            key=Key.ASPIRATION_NEEDS,
            format_func=label_from(needs),
            placeholder="Choose",
        )
        mark_choice(Key.ASPIRATION_MARK)
        draft_buttons(
            Key.ASPIRATION_FORM,
            "aspiration",
            save=partial(_saved, aspiration_id),
            archive=partial(_archived, aspiration_id) if aspiration_id else None,
        )


def _offer_answer() -> None:
    """Offer what the person wrote about their needs as the why, as long as it does not hold it already."""
    answer = draft_base().standpoint.answer
    if not answer or answer in session.get(Key.ASPIRATION_WHY, ""):
        return
    with st.container(gap="xxsmall"):
        st.caption(f"Your answer from Needs: “{safe(answer)}”")
        st.form_submit_button(
            "Add it to the why",
            key=Key.ASPIRATION_USE_ANSWER,
            type="tertiary",
            icon=":material/format_quote:",
            on_click=_use_answer,
        )


@unbroken
def _use_answer() -> None:
    typed = session[Key.ASPIRATION_WHY].strip()
    session[Key.ASPIRATION_WHY] = "\n\n".join(
        part for part in (typed, draft_base().standpoint.answer) if part
    )


def _entered() -> AspirationDraft:
    return AspirationDraft(
        title=session[Key.ASPIRATION_TITLE],
        why=session[Key.ASPIRATION_WHY],
        needs=frozenset(session[Key.ASPIRATION_NEEDS]),
        mark=session[Key.ASPIRATION_MARK],
    )


def _saved(aspiration_id: str, plan: Workspace, stamp: Stamp) -> list[Change]:
    draft, needs = _entered(), need_options()
    if aspiration_id:
        return edit_aspiration(plan.aspirations, aspiration_id, draft, needs=needs, stamp=stamp)
    added = add_aspiration(draft, needs=needs, ids=IDS, stamp=stamp)
    return [*added, *draft_accepted(plan, stamp)]


def _archived(aspiration_id: str, plan: Workspace, stamp: Stamp) -> list[Change]:
    return archive_aspiration(plan.aspirations, aspiration_id, stamp=stamp)
