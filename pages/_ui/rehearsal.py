"""The rehearsal: the answer in big type, or its cues alone, and a timer that informs and never stops you."""

from typing import Final

import streamlit as st

from careerkit.content import word_kin
from careerkit.interview import (
    LONGEST_TAKE,
    Answer,
    Application,
    TakeDraft,
    cue_card,
    keep_take,
    origins,
    spoken_length,
)
from careerkit.text import NOTE
from pages._ui.answer_state import AnswerKey
from pages._ui.clock import now, today
from pages._ui.door import IDS, change_workspace
from pages._ui.escape import safe
from pages._ui.fields import room
from pages._ui.session import session, unbroken
from pages._ui.takes import RATINGS

_TEXT, _CUES, _NOTHING = _SHOWS = ("The whole answer", "Cues only", "Nothing")
_EVERY: Final = 1.0
"""Seconds between two looks at the clock."""


def rehearsal(application: Application, answer: Answer) -> None:
    """Draw what to read from, the timer, and after a take the question how it went."""
    show = st.segmented_control(
        "While you speak, show",
        _SHOWS,
        key=AnswerKey.REHEARSE,
        default=_TEXT,
        required=True,
        persist_state="session",
    )
    with st.container(border=True):
        if show == _CUES:
            _cues(answer)
        elif show == _NOTHING:
            st.caption("Look up, breathe, and speak to somebody.")
        else:
            _big(answer)
    _timer(answer)
    if AnswerKey.TAKE.of(answer.id) in session:
        _how_it_went(application, answer)


def _big(answer: Answer) -> None:
    for piece in origins(answer):
        st.subheader(" ".join(safe(piece.text).split()), anchor=False)


def _cues(answer: Answer) -> None:
    for cue in cue_card(origins(answer), word_kin()):
        st.subheader(" · ".join(safe(words) for words in cue.words), anchor=False)


def _timer(answer: Answer) -> None:
    """Draw the clock and its button; it goes on until it is stopped, however long that takes."""
    begun = AnswerKey.TIMER.of(answer.id) in session
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            "Stop" if begun else "Start speaking",
            key=AnswerKey.TIMER_STOP if begun else AnswerKey.TIMER_START,
            type="primary",
            icon=":material/stop:" if begun else ":material/play_arrow:",
            on_click=_stop if begun else _start,
            args=(answer.id,),
        )
        written_for = f"Written for {spoken_length(answer.text).in_words().removeprefix('about ')}."
        if begun:
            _clock(answer.id, written_for)
        else:
            st.caption(written_for)


@st.fragment(run_every=_EVERY)
def _clock(answer_id: str, written_for: str) -> None:
    seconds = _seconds_since(answer_id)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.subheader(f"{seconds // 60}:{seconds % 60:02}", anchor=False, width="content")
        st.caption(written_for)


def _how_it_went(application: Application, answer: Answer) -> None:
    seconds = AnswerKey.TAKE_SECONDS.of(answer.id)
    session.setdefault(seconds, session[AnswerKey.TAKE.of(answer.id)])
    with st.container(border=True):
        st.markdown("**How did it go?**")
        st.number_input(
            "Seconds",
            min_value=1,
            max_value=LONGEST_TAKE,
            step=1,
            key=seconds,
            persist_state="session",
        )
        st.segmented_control(
            "For yourself",
            list(RATINGS),
            key=AnswerKey.TAKE_RATING.of(answer.id),
            format_func=lambda rating: RATINGS.get(rating, str(rating)),
            persist_state="session",
        )
        st.text_area(
            "Note",
            key=AnswerKey.TAKE_NOTE.of(answer.id),
            height=68,
            max_chars=room(NOTE),
            placeholder="What worked, what to try next time",
            persist_state="session",
        )
        _keep_or_discard(application, answer)


def _keep_or_discard(application: Application, answer: Answer) -> None:
    keep, discard = AnswerKey.TAKE_KEEP.of(answer.id), AnswerKey.TAKE_DISCARD.of(answer.id)
    with st.container(horizontal=True):
        st.button("Keep this take", key=keep, type="primary", on_click=_keep, args=(application.id, answer))
        st.button("Discard it", key=discard, on_click=_discard, args=(answer.id,))


@unbroken
def _start(answer_id: str) -> None:
    session[AnswerKey.TIMER.of(answer_id)] = now()


@unbroken
def _stop(answer_id: str) -> None:
    session[AnswerKey.TAKE.of(answer_id)] = min(max(_seconds_since(answer_id), 1), LONGEST_TAKE)
    session.pop(AnswerKey.TIMER.of(answer_id), None)


def _seconds_since(answer_id: str) -> int:
    """Return the seconds since the start; none once it was stopped, or when the clock was set back."""
    present = now()
    return max(0, int((present - session.get(AnswerKey.TIMER.of(answer_id), present)).total_seconds()))


@unbroken
def _keep(application_id: str, answer: Answer) -> None:
    if AnswerKey.TAKE.of(answer.id) not in session:
        return  # a second press: it is kept, or discarded
    draft = TakeDraft(
        seconds=session[AnswerKey.TAKE_SECONDS.of(answer.id)] or 0,
        rating=session.get(AnswerKey.TAKE_RATING.of(answer.id)),
        note=session[AnswerKey.TAKE_NOTE.of(answer.id)],
    )
    answered, on = (application_id, answer.asked), today()
    saved = change_workspace(
        lambda plan, stamp: keep_take(plan.applications, answered, draft, today=on, ids=IDS, stamp=stamp),
        done="Kept.",
    )
    if saved is not None:
        _discard(answer.id)


@unbroken
def _discard(answer_id: str) -> None:
    for key in (AnswerKey.TAKE, AnswerKey.TAKE_SECONDS, AnswerKey.TAKE_RATING, AnswerKey.TAKE_NOTE):
        session.pop(key.of(answer_id), None)
