"""Practice: how long an answer is, saying it aloud, and what was kept of that."""

from typing import Final

import streamlit as st

from careerkit.interview import Answer, Application, origins, part_paces, spoken_length
from careerkit.workspace import Workspace
from pages._ui.answer_state import AnswerKey
from pages._ui.answer_steps import go_to_step
from pages._ui.rehearsal import rehearsal
from pages._ui.takes import takes

SECTIONS: Final = {
    "opening": "Opening",
    "direction": "Direction",
    "another-direction": "Another direction",
    "goal": "Goal",
    "another-goal": "Another goal",
    "motive": "What matters to you",
    "growth": "Growth and learning",
    "alignment": "What it has to do with them",
    "": "Your words",
}
"""What a section of an answer is called on screen."""


def practice(plan: Workspace, application: Application, answer: Answer | None) -> None:
    """Draw the practice of one answer; without a text there is nothing to say yet."""
    if answer is None or not answer.text:
        st.info("There is no text for this question yet. Compose or write it first.")
        st.button("Go to the answer", key=AnswerKey.READY.of("answer"), on_click=go_to_step, args=("Answer",))
        return
    rehearsal(application, answer)
    takes(plan, application, answer)
    _paces(answer)
    _recording(answer)


def section_name(section: str) -> str:
    """Return what a section is called on screen; one that has no name here says itself."""
    return SECTIONS.get(section) or section.replace("-", " ").capitalize()


def _paces(answer: Answer) -> None:
    with st.expander("How long each part takes"):
        for part in part_paces(origins(answer)):
            st.markdown(f"{section_name(part.section)}: {part.pace.words} words, {part.pace.in_words()}")
        whole = spoken_length(answer.text)
        st.caption(
            f"All of it: {whole.words} words, {whole.in_words()}. That is at 130 to 160 words a minute, "
            "the pace of people who speak to be understood."
        )


def _recording(answer: Answer) -> None:
    with st.expander("Record yourself"):
        st.caption(
            "To listen to it once. The recording is kept for this visit only and never saved; "
            "it is gone when you close the page or clear it."
        )
        st.audio_input("Your recording", key=AnswerKey.TAKE_AUDIO.of(answer.id), label_visibility="collapsed")
