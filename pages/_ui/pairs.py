"""Two needs beside each other, and the question which of them to keep."""

from typing import Final

import streamlit as st

from careerkit.change import Change, Stamp
from careerkit.errors import InvalidValueError
from careerkit.needs import Assessment, Question, Turn, answer_pair, look_again, pair_key, repeat_pair
from careerkit.words import counted
from careerkit.workspace import Workspace
from pages._ui.door import change_workspace
from pages._ui.escape import safe
from pages._ui.need_words import in_a_sentence, need_of
from pages._ui.session import session, unbroken
from pages._ui.state import Key, Keys

_SIDES: Final = (("1", "Keep left", "Left"), ("2", "Keep right", "Right"))


def ask_pair(assessment: Assessment, question: Question) -> None:
    """Draw two cards with a button each, and below them the same by arrow, and one for not being able to."""
    session[Key.NEEDS_SHOWN] = _shown(question)
    st.markdown("**If you could keep only one, which would it be?**")
    kept = (question.left, question.right)
    for column, need_id, (number, _, _) in zip(st.columns(2), kept, _SIDES, strict=True):
        with column.container(border=True, height="stretch"):
            _card(assessment, question, need_id, number)
    with st.container(horizontal=True, horizontal_alignment="center"):
        _side(assessment, question, question.left, _SIDES[0])
        st.button(
            "Cannot choose",
            key=_key(Key.NEEDS_KEEP, assessment, question, None),
            shortcut="0",
            on_click=_answer,
            args=(assessment.id, question, None),
        )
        _side(assessment, question, question.right, _SIDES[1])
    if question.turn is Turn.ONCE_MORE:
        st.caption("You saw this pair before: two come once more, with the sides swapped, as a check.")


def looking_again(assessment: Assessment) -> None:
    """Say how many pairs are left to look at again, and offer to leave them as they are."""
    left = len(assessment.again)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(
            f"Looking again: {counted(left, 'pair', 'pairs')} left. Your answers count as they are until you "
            "give new ones.",
            width="stretch",
        )
        st.button(
            "Leave as it is", key=Key.NEEDS_LEAVE, type="tertiary", on_click=_leave, args=(assessment.id,)
        )


def _card(assessment: Assessment, question: Question, kept: str, number: str) -> None:
    need = need_of(kept)
    st.subheader(safe(need.name), anchor=False)
    with st.container(height="stretch"):
        st.markdown(safe(need.about))
    st.button(
        f"Keep {safe(in_a_sentence(need))}",
        key=_key(Key.NEEDS_KEEP, assessment, question, kept),
        type="primary",
        width="stretch",
        shortcut=number,
        on_click=_answer,
        args=(assessment.id, question, kept),
    )


def _side(assessment: Assessment, question: Question, kept: str, side: tuple[str, str, str]) -> None:
    _, label, arrow = side
    st.button(
        label,
        key=_key(Key.NEEDS_KEEP_SIDE, assessment, question, kept),
        type="tertiary",
        shortcut=arrow,
        on_click=_answer,
        args=(assessment.id, question, kept),
    )


def _shown(question: Question) -> str:
    return f"{question.turn.name.lower()}-{pair_key(question.left, question.right)}"


def _key(key: Keys, assessment: Assessment, question: Question, kept: str | None) -> str:
    # Each question has buttons of its own, so that a second press never answers the next one.
    return key.of(f"{assessment.id}-{_shown(question)}-{kept or 'neither'}")


@unbroken
def _answer(assessment_id: str, question: Question, kept: str | None) -> None:
    if session.get(Key.NEEDS_SHOWN) != _shown(question):
        return  # a second press of a button that was still on the screen
    left, right, turn = question

    def deed(plan: Workspace, stamp: Stamp) -> list[Change]:
        _require_unanswered(plan.assessments.get(assessment_id), question, kept)
        act = repeat_pair if turn is Turn.ONCE_MORE else answer_pair
        return act(plan.assessments, assessment_id, left, right, kept, stamp=stamp)

    session[Key.NEEDS_SHOWN] = ""
    change_workspace(deed, base=None)  # it looks for itself whether another tab has answered


def _require_unanswered(assessment: Assessment | None, question: Question, kept: str | None) -> None:
    """Raise :class:`InvalidValueError` when another tab has given another answer meanwhile."""
    key = pair_key(question.left, question.right)
    if assessment is None or (question.turn is Turn.AGAIN and key in assessment.again):
        return
    known = (assessment.repeats if question.turn is Turn.ONCE_MORE else assessment.answers).get(key)
    if known is not None and known.kept != kept:
        message = "This pair has its answer already. To choose again, undo the last answer."
        raise InvalidValueError(message)


@unbroken
def _leave(assessment_id: str) -> None:
    change_workspace(
        lambda plan, stamp: look_again(plan.assessments, assessment_id, (), stamp=stamp), base=None
    )
