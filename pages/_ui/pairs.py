"""Two needs beside each other, and the question which of them to keep."""

from typing import Final

import streamlit as st

from careerkit.change import Change, Stamp
from careerkit.errors import CareerKitError, InvalidValueError
from careerkit.needs import (
    Assessment,
    answer_pair,
    drop_assessment,
    last_answer,
    next_pair,
    open_assessment,
    pair_key,
    undo_answer,
)
from careerkit.workspace import Workspace
from pages._ui.door import change_workspace, current_workspace
from pages._ui.escape import safe
from pages._ui.needs_start import in_a_sentence, need_of
from pages._ui.page import go_to
from pages._ui.places import Place
from pages._ui.refusal import show_refusal
from pages._ui.session import session, unbroken
from pages._ui.state import Key

_PAIRS_A_MINUTE: Final = 7
_NUMBERS: Final = (
    "",
    "a minute",
    "two minutes",
    "three minutes",
    "four minutes",
    "five minutes",
    "six minutes",
)


@st.fragment
def compare_pairs() -> None:
    """Ask for one pair after the other; only this part of the page redraws, until all are answered."""
    try:
        assessment = open_assessment(current_workspace().assessments)
    except CareerKitError as refusal:
        st.error(safe(str(refusal)), icon=":material/info:")
        return
    pair = next_pair(assessment) if assessment else None
    if assessment is None or pair is None:
        st.rerun()
    session[Key.NEEDS_SHOWN] = pair_key(*pair)
    show_refusal()
    count = st.container()
    _two_cards(assessment, *pair)
    _ways_out(assessment, *pair)
    with count:  # last, so that whoever sees the count move on finds the buttons of the new pair
        _progress(assessment)


def time_left(pairs: int) -> str:
    """Say about how long the pairs that are left will take."""
    minutes = round(pairs / _PAIRS_A_MINUTE)
    if minutes == 0:
        return "less than a minute left"
    number = _NUMBERS[minutes] if minutes < len(_NUMBERS) else f"{minutes} minutes"
    return f"about {number} left"


def _progress(assessment: Assessment) -> None:
    answered = len(assessment.answers)
    left = time_left(assessment.pairs - answered)
    st.progress(answered / assessment.pairs, text=f"{answered} of {assessment.pairs} · {left}")


def _two_cards(assessment: Assessment, left: str, right: str) -> None:
    for column, kept, arrow in zip(st.columns(2), (left, right), ("Left", "Right"), strict=True):
        need = need_of(kept)
        with column.container(border=True, height="stretch"):
            st.subheader(safe(need.name), anchor=False)
            with st.container(height="stretch"):
                st.markdown(safe(need.about))
            st.button(
                f"Keep {safe(in_a_sentence(need))}",
                key=_answer_key(assessment, left, right, kept),
                type="primary",
                width="stretch",
                shortcut=arrow,
                on_click=_answer,
                args=(assessment.id, left, right, kept),
            )


def _ways_out(assessment: Assessment, left: str, right: str) -> None:
    with st.container(horizontal=True, horizontal_alignment="center"):
        st.button(
            "Cannot choose",
            key=_answer_key(assessment, left, right, None),
            shortcut="0",
            on_click=_answer,
            args=(assessment.id, left, right, None),
        )
        newest = last_answer(assessment)
        st.button(
            "Undo last answer",
            key=Key.NEEDS_UNDO.of(f"{assessment.id}-{newest.key if newest else ''}"),
            icon=":material/undo:",
            shortcut="U",
            disabled=newest is None,
            on_click=_undo,
            args=(assessment.id, newest.key if newest else ""),
        )
        if st.button("Come back later", key=Key.NEEDS_LATER):
            go_to(Place.HOME)
        st.button(
            "Discard",
            key=Key.NEEDS_DROP,
            type="tertiary",
            help="Ends this comparison without a result. You can undo it.",
            on_click=_discard,
            args=(assessment.id,),
        )


def _answer_key(assessment: Assessment, left: str, right: str, kept: str | None) -> str:
    # Each pair has buttons of its own, so that a second press never answers the next pair.
    return Key.NEEDS_KEEP.of(f"{assessment.id}-{pair_key(left, right)}-{kept or 'neither'}")


@unbroken
def _answer(assessment_id: str, left: str, right: str, kept: str | None) -> None:
    if session.get(Key.NEEDS_SHOWN) != pair_key(left, right):
        return  # a second press of a button that was still on the screen

    def deed(plan: Workspace, stamp: Stamp) -> list[Change]:
        assessment = plan.assessments.get(assessment_id)
        known = assessment and assessment.answers.get(pair_key(left, right))
        if known and known.kept != kept:
            message = "This pair has its answer already. To choose again, undo the last answer."
            raise InvalidValueError(message)
        return answer_pair(plan.assessments, assessment_id, left, right, kept, stamp=stamp)

    session[Key.NEEDS_SHOWN] = ""
    change_workspace(deed, base=None)  # it looks for itself whether another tab has answered


@unbroken
def _undo(assessment_id: str, pair: str) -> None:
    change_workspace(
        lambda plan, stamp: undo_answer(plan.assessments, assessment_id, stamp=stamp, only=pair), base=None
    )


@unbroken
def _discard(assessment_id: str) -> None:
    change_workspace(
        lambda plan, stamp: drop_assessment(plan.assessments, assessment_id, stamp=stamp), base=None
    )
