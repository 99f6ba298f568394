"""Earlier versions of an answer, compared with the present one."""

from itertools import islice
from typing import Final

import streamlit as st

from careerkit.interview import Answer, Version, bring_back, segments, versions
from careerkit.words import time_in_words
from pages._ui.answer_state import AnswerKey
from pages._ui.clock import local_time
from pages._ui.door import change_workspace
from pages._ui.escape import safe
from pages._ui.past import Past
from pages._ui.session import unbroken

_SAVES: Final = 2_000
_MOST: Final = 40


def answer_versions(answer: Answer) -> None:
    """Draw the choice among earlier versions, what differs from the present text, and the way back."""
    shelf = st.expander("Earlier versions", key=AnswerKey.VERSIONS, on_change="rerun")
    if shelf.open:  # they are read only when they are looked at
        with shelf:
            _choose_and_compare(answer)


def _choose_and_compare(answer: Answer) -> None:
    past = Past(_SAVES)
    found = [it for it in islice(versions(past, answer.id), _MOST) if it.text != answer.text]
    if past.damage:
        st.error(safe(past.damage), icon=":material/info:")
    if not found:
        st.caption("There is no other version on record yet.")
        return
    chosen = st.selectbox(
        "Version",
        range(len(found)),
        key=AnswerKey.VERSION.of(answer.id),
        format_func=lambda place: _called(found, place),
    )
    version = found[chosen if chosen in range(len(found)) else 0]
    st.markdown(_marked(answer.text, version.text))
    st.caption("Marked is what the present text does not have.")
    st.button(
        "Bring this version back",
        key=AnswerKey.VERSION_RESTORE,
        on_click=_restore,
        args=(answer.id, version),
    )


def _called(found: list[Version], place: int) -> str:
    if place not in range(len(found)):
        return str(place)
    version = found[place]
    return f"{time_in_words(local_time(version.at))}, {version.by}, {len(version.text.split())} words"


def _marked(present: str, version: str) -> str:
    return " ".join(
        safe(part.text) if part.same else f":orange-background[{safe(part.text)}]"
        for part in segments(present, version)
    )


@unbroken
def _restore(answer_id: str, version: Version) -> None:
    change_workspace(
        lambda plan, stamp: bring_back(plan.answers, answer_id, version, stamp=stamp),
        done="It is back. Undo brings the other text back.",
    )
