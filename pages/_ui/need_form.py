"""The dialog in which a need is put into the person's own words, or a new one is added."""

from functools import partial

import streamlit as st

from careerkit.change import Change, Stamp
from careerkit.content import needs_catalogue
from careerkit.needs import (
    NEED_NAME,
    NEED_SENTENCE,
    NeedDraft,
    add_need,
    all_needs,
    with_open_comparison,
    word_need,
)
from careerkit.workspace import Workspace
from pages._ui.door import IDS, current_workspace
from pages._ui.draft_dialog import Fields, draft_buttons, draft_dialog, open_draft
from pages._ui.fields import room
from pages._ui.session import session, unbroken
from pages._ui.state import Key


@unbroken
def open_need(need_id: str) -> None:
    """Open the dialog for a need, as it is worded now."""
    open_draft(Key.NEED_FORM, need_id, partial(_fields_of, need_id))


@unbroken
def new_need() -> None:
    """Open the dialog for a need of the person's own."""
    open_draft(Key.NEED_FORM, "", _fields(NeedDraft(name="")))


def need_dialog() -> None:
    """Draw the dialog if it is open."""
    draft_dialog(Key.NEED_FORM, Key.NEED_NAME, "need", _body)


def _fields_of(need_id: str, plan: Workspace) -> Fields:
    known = [need for need in all_needs(needs_catalogue(), plan.needs) if need.id == need_id]
    drafts = [NeedDraft(name=need.name, about=need.about, example=need.example) for need in known]
    return _fields(next(iter(drafts), NeedDraft(name="")))


def _fields(draft: NeedDraft) -> Fields:
    return {Key.NEED_NAME: draft.name, Key.NEED_ABOUT: draft.about, Key.NEED_EXAMPLE: draft.example}


def _body(need_id: str) -> None:
    with st.form(Key.NEED_FORM, border=False):
        st.text_input("Name", key=Key.NEED_NAME, max_chars=room(NEED_NAME), placeholder="One or two words")
        st.text_input(
            "What it means to you",
            key=Key.NEED_ABOUT,
            max_chars=room(NEED_SENTENCE),
            placeholder="One sentence",
        )
        st.text_input(
            "How it shows in an ordinary week",
            key=Key.NEED_EXAMPLE,
            max_chars=room(NEED_SENTENCE),
            placeholder="A small scene (if you like)",
        )
        draft_buttons(Key.NEED_FORM, "need", save=partial(_saved, need_id), archive=None)


def _saved(need_id: str, plan: Workspace, stamp: Stamp) -> list[Change]:
    draft = NeedDraft(
        name=session[Key.NEED_NAME], about=session[Key.NEED_ABOUT], example=session[Key.NEED_EXAMPLE]
    )
    catalogue = needs_catalogue()
    newest = current_workspace()  # names and room are shared with whatever another tab did meanwhile
    if need_id:
        word_need(catalogue, newest.needs, need_id, draft, stamp=stamp)
        return word_need(catalogue, plan.needs, need_id, draft, stamp=stamp)
    changes = add_need(catalogue, newest.needs, draft, ids=IDS, stamp=stamp)
    return with_open_comparison(changes, catalogue, newest.needs, newest.assessments, stamp=stamp)
