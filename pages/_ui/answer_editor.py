"""The answer itself: its text, what an interviewer may stumble over, where it comes from, taking it along."""

from functools import partial

import streamlit as st

from careerkit.content import interview_questions
from careerkit.export import answer_markdown
from careerkit.interview import (
    Answer,
    Application,
    Asked,
    Origin,
    Sentence,
    answer_id,
    edit_answer,
    origins,
    spoken_length,
    take_out,
    withdrawn,
)
from careerkit.text import LONG
from careerkit.workspace import Workspace
from pages._ui.answer_review import show_review
from pages._ui.answer_state import AnswerKey
from pages._ui.bringing import reviewed
from pages._ui.door import change_workspace
from pages._ui.escape import safe
from pages._ui.fields import saved_text
from pages._ui.file_names import slug
from pages._ui.session import session, unbroken


def answer_editor(plan: Workspace, application: Application, asked: Asked, answer: Answer | None) -> None:
    """Draw the text of the answer, which saves itself, with its spoken length and its review."""
    text = answer.text if answer else ""
    key = AnswerKey.ANSWER_TEXT.of(answer_id(application.id, asked))
    saved_text(
        "Your answer",
        key=key,
        stored=text,
        save=partial(_keep_text, application.id, asked),
        limit=LONG,
        area=True,
        height=260,
        placeholder="Compose it from your plan, or write it yourself. It saves itself.",
    )
    _show_unsaved(answer_id(application.id, asked), session[key])
    if answer is not None and text:
        pace = spoken_length(text)
        st.caption(f"{pace.words} words, {pace.in_words()} when you say it.")
        show_review(plan, answer, reviewed(plan, application, answer))


def still_said(plan: Workspace, answer: Answer) -> None:
    """Point out what was brought into the answer and has become private or is over since."""
    for entry in withdrawn(plan, answer):
        st.warning(safe(entry.sentence), icon=":material/visibility_off:")
        st.button(
            "I took it out",
            key=AnswerKey.ANSWER_OUT.of(entry.entry_id),
            icon=":material/check:",
            on_click=_take_out,
            args=(answer.application_id, answer.asked, entry.entry_id),
        )


def take_along(application: Application, answer: Answer) -> None:
    """Draw how the answer can be copied and downloaded."""
    with st.expander("Copy or download"):
        st.code(answer.text, language=None, wrap_lines=True)
        question = interview_questions()[answer.asked]
        st.download_button(
            "Download as Markdown",
            data=partial(answer_markdown, application, answer, question),
            file_name=f"{slug(application.company)}-{answer.asked.value}-answer.md",
            mime="text/markdown",
            key=AnswerKey.ANSWER_DOWNLOAD,
            icon=":material/download:",
            on_click="ignore",
        )


def where_from(plan: Workspace, answer: Answer) -> None:
    """Draw each sentence of the answer with the entry of the plan it came from."""
    with st.expander("Where each sentence comes from"):
        for sentence in origins(answer):
            st.markdown(f"{safe(sentence.text)}  \n:gray[{_origin(plan, sentence)}]")


def _keep_text(application_id: str, asked: Asked, text: str) -> None:
    saved = change_workspace(lambda plan, stamp: edit_answer(plan, application_id, asked, text, stamp=stamp))
    unsaved = AnswerKey.ANSWER_UNSAVED.of(answer_id(application_id, asked))
    if saved is None:
        session[unsaved] = text
    else:
        session.pop(unsaved, None)


def _show_unsaved(id_: str, shown: str) -> None:
    """Draw what was typed and could not be saved, once the field shows another text in its place."""
    unsaved: str = session.get(AnswerKey.ANSWER_UNSAVED.of(id_), "")
    if unsaved and unsaved != shown:
        st.caption("This is what you typed, and it could not be saved. Copy what you need.")
        st.code(unsaved, language=None, wrap_lines=True)


@unbroken
def _take_out(application_id: str, asked: Asked, entry_id: str) -> None:
    change_workspace(
        lambda plan, stamp: take_out(plan, application_id, asked, entry_id, stamp=stamp), done="Noted."
    )


def _origin(plan: Workspace, sentence: Sentence) -> str:
    match sentence.origin:
        case Origin.OWN:
            return "Yours: you wrote or changed this."
        case Origin.TEMPLATE:
            return "Template: make it yours, or leave it out."
        case Origin.NEED:
            return "Template, around a need that matters to you."
        case Origin.RESEARCH:
            ask = plan.asks.get(sentence.source_id)
            return (
                f"From what they ask for: “{safe(ask.title)}”" if ask else "From your research on the company"
            )
    kind = {Origin.ASPIRATION: "aspiration", Origin.GOAL: "goal", Origin.STRENGTH: "strength"}[
        sentence.origin
    ]
    entry = plan.collection(sentence.origin.value).get(sentence.source_id)
    return f"From your {kind} “{safe(entry.title)}”" if entry else f"From a {kind} that is no longer there."
