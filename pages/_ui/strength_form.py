"""The dialog in which a strength is written down or changed."""

from functools import partial

import streamlit as st

from careerkit.change import Change, Stamp, present_entry
from careerkit.needs import Strength, StrengthDraft, add_strength, archive_strength, edit_strength
from careerkit.text import LINE, NOTE
from careerkit.workspace import Workspace
from pages._ui.choices import mark_choice
from pages._ui.door import IDS
from pages._ui.draft_dialog import Fields, draft_buttons, draft_dialog, open_draft
from pages._ui.fields import room
from pages._ui.session import session, unbroken
from pages._ui.state import Key


@unbroken
def open_strength(strength_id: str) -> None:
    """Open the dialog for a strength that exists."""
    open_draft(
        Key.STRENGTH_FORM,
        strength_id,
        lambda plan: _fields(present_entry(plan.strengths, strength_id, noun="strength")),
    )


@unbroken
def new_strength() -> None:
    """Open the dialog for a new strength."""
    open_draft(Key.STRENGTH_FORM, "", _fields(StrengthDraft(title="")))


def strength_dialog() -> None:
    """Draw the dialog if it is open."""
    draft_dialog(Key.STRENGTH_FORM, Key.STRENGTH_TITLE, "strength", _body)


def _fields(strength: Strength | StrengthDraft) -> Fields:
    return {
        Key.STRENGTH_TITLE: strength.title,
        Key.STRENGTH_EVIDENCE: strength.evidence,
        Key.STRENGTH_MARK: strength.mark,
    }


def _body(strength_id: str) -> None:
    with st.form(Key.STRENGTH_FORM, border=False):
        st.text_input(
            "I am good at",
            key=Key.STRENGTH_TITLE,
            max_chars=room(LINE),
            placeholder="Explaining hard things to people in a hurry",
        )
        st.text_area(
            "What shows it?",
            key=Key.STRENGTH_EVIDENCE,
            max_chars=room(NOTE),
            height=100,
            placeholder="What happened, what you did, and what came of it",
        )
        mark_choice(Key.STRENGTH_MARK)
        draft_buttons(
            Key.STRENGTH_FORM,
            "strength",
            save=partial(_saved, strength_id),
            archive=partial(_archived, strength_id) if strength_id else None,
        )


def _saved(strength_id: str, plan: Workspace, stamp: Stamp) -> list[Change]:
    draft = StrengthDraft(
        title=session[Key.STRENGTH_TITLE],
        evidence=session[Key.STRENGTH_EVIDENCE],
        mark=session[Key.STRENGTH_MARK],
    )
    if strength_id:
        return edit_strength(plan.strengths, strength_id, draft, stamp=stamp)
    return add_strength(draft, ids=IDS, stamp=stamp)


def _archived(strength_id: str, plan: Workspace, stamp: Stamp) -> list[Change]:
    return archive_strength(plan.strengths, strength_id, stamp=stamp)
