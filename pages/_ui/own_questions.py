"""Questions of one's own for the yearly review: their list, and the dialog for one."""

from functools import partial

import streamlit as st

from careerkit.change import Change, Stamp, present_entry
from careerkit.review import (
    OwnQuestion,
    QuestionDraft,
    add_question,
    archive_question,
    edit_question,
    restore_question,
)
from careerkit.text import LINE, NOTE
from careerkit.workspace import Workspace, present
from pages._ui.door import IDS, change_workspace
from pages._ui.draft_dialog import Fields, draft_buttons, draft_dialog, open_draft
from pages._ui.escape import safe
from pages._ui.fields import room
from pages._ui.review_state import YearKey
from pages._ui.session import session, unbroken


def own_questions(plan: Workspace) -> None:
    """Draw the questions, with what can be done with each; reviews under way keep their own words."""
    with st.expander("Your own questions", icon=":material/add_comment:"):
        st.caption("The next review that you start asks them too.")
        for question in present(plan.own_questions).values():
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(f"**{safe(question.title)}**  \n{safe(question.asks)}", width="stretch")
                key = YearKey.QUESTION_EDIT.of(question.id)
                st.button("Edit", key=key, type="tertiary", on_click=_open, args=(question.id,))
        st.button("Add a question", key=YearKey.QUESTION_ADD, icon=":material/add:", on_click=_new)
        for question in plan.own_questions.values():
            if question.archived:
                with st.container(horizontal=True, vertical_alignment="center"):
                    st.markdown(f":gray[Archived: {safe(question.title)}]", width="stretch")
                    key = YearKey.QUESTION_RESTORE.of(question.id)
                    st.button("Bring back", key=key, type="tertiary", on_click=_restore, args=(question.id,))


def question_dialog() -> None:
    """Draw the dialog if it is open."""
    draft_dialog(YearKey.QUESTION_FORM, YearKey.QUESTION_TITLE, "question", _body)


@unbroken
def _open(question_id: str) -> None:
    open_draft(
        YearKey.QUESTION_FORM,
        question_id,
        lambda plan: _fields(present_entry(plan.own_questions, question_id, noun="question")),
    )


@unbroken
def _new() -> None:
    open_draft(YearKey.QUESTION_FORM, "", _fields(QuestionDraft(title="", asks="")))


def _fields(question: OwnQuestion | QuestionDraft) -> Fields:
    return {YearKey.QUESTION_TITLE: question.title, YearKey.QUESTION_ASKS: question.asks}


def _body(question_id: str) -> None:
    with st.form(YearKey.QUESTION_FORM, border=False):
        st.text_input("Title", key=YearKey.QUESTION_TITLE, max_chars=room(LINE), placeholder="Courage")
        st.text_area(
            "What it asks",
            key=YearKey.QUESTION_ASKS,
            max_chars=room(NOTE),
            height=100,
            placeholder="What did I not dare this year, and what would a small first try look like?",
        )
        draft_buttons(
            YearKey.QUESTION_FORM,
            "question",
            save=partial(_saved, question_id),
            archive=partial(_archived, question_id) if question_id else None,
        )


def _saved(question_id: str, plan: Workspace, stamp: Stamp) -> list[Change]:
    draft = QuestionDraft(title=session[YearKey.QUESTION_TITLE], asks=session[YearKey.QUESTION_ASKS])
    if question_id:
        return edit_question(plan.own_questions, question_id, draft, stamp=stamp)
    return add_question(draft, ids=IDS, stamp=stamp)


def _archived(question_id: str, plan: Workspace, stamp: Stamp) -> list[Change]:
    return archive_question(plan.own_questions, question_id, stamp=stamp)


@unbroken
def _restore(question_id: str) -> None:
    change_workspace(
        lambda plan, stamp: restore_question(plan.own_questions, question_id, stamp=stamp), done="It is back."
    )
