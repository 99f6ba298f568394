"""What was kept of the times an answer was said aloud."""

from typing import Final

import streamlit as st

from careerkit.interview import Answer, Application, Take, archive_take, restore_take, takes_of
from careerkit.words import counted, day_in_words
from careerkit.workspace import Workspace
from pages._ui.answer_state import AnswerKey
from pages._ui.door import change_workspace
from pages._ui.escape import safe
from pages._ui.more import first_of, more_button
from pages._ui.session import unbroken

RATINGS: Final = {1: "Not yet", 2: "Halting", 3: "Getting there", 4: "Good", 5: "As I want it"}
"""What a speaker can say of a take, by its number."""


def takes(plan: Workspace, application: Application, answer: Answer) -> None:
    """Draw the takes of an answer, the latest first, and those that were put away."""
    kept = takes_of(plan.takes, application.id, answer.asked)
    if kept:
        st.markdown(f"**Takes: {len(kept)}**")
    place = f"takes-{answer.id}"
    for take in first_of(kept, place):
        _take(take)
    more_button(kept, place)
    away = [
        take
        for take in plan.takes.values()
        if take.application_id == application.id and take.asked is answer.asked and take.archived
    ]
    if away:
        with st.expander(f"Archived: {len(away)}"):
            for take in away:
                _archived(take)


def _take(take: Take) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        note = f"  \n{safe(take.note)}" if take.note else ""
        st.markdown(f"{_said(take)}{note}", width="stretch")
        st.button(
            "Archive",
            key=AnswerKey.TAKE_ARCHIVE.of(take.id),
            type="tertiary",
            on_click=_archive,
            args=(take.id,),
        )


def _said(take: Take) -> str:
    rating = f", {RATINGS[take.rating].lower()}" if take.rating else ""
    return f"{day_in_words(take.on)}: {counted(take.seconds, 'second', 'seconds')}{rating}"


def _archived(take: Take) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(_said(take), width="stretch")
        st.button(
            "Bring back",
            key=AnswerKey.TAKE_RESTORE.of(take.id),
            type="tertiary",
            on_click=_restore,
            args=(take.id,),
        )


@unbroken
def _archive(take_id: str) -> None:
    change_workspace(
        lambda plan, stamp: archive_take(plan.takes, take_id, stamp=stamp),
        done="Archived. Undo brings it back.",
    )


@unbroken
def _restore(take_id: str) -> None:
    change_workspace(lambda plan, stamp: restore_take(plan.takes, take_id, stamp=stamp), done="It is back.")
