"""Comparing needs: one question after the other, in pairs or in fours."""

from typing import Final

import streamlit as st

from careerkit.change import Action, Batch, Change, Stamp
from careerkit.content import needs_catalogue
from careerkit.errors import CareerKitError
from careerkit.needs import (
    Assessment,
    Mode,
    active_needs,
    drop_assessment,
    follow_needs,
    latest_result,
    next_question,
    open_assessment,
)
from careerkit.words import day_in_words
from careerkit.workspace import Workspace, last_own_batch, take_back
from pages._ui.access import current_access
from pages._ui.clock import local_date, today
from pages._ui.door import change_workspace, current_workspace
from pages._ui.escape import safe
from pages._ui.fours import ask_four
from pages._ui.need_words import compared_needs
from pages._ui.page import go_to
from pages._ui.pairs import ask_pair, looking_again
from pages._ui.places import Place
from pages._ui.refusal import show_refusal
from pages._ui.session import session, unbroken
from pages._ui.state import Key

_A_MINUTE: Final = {Mode.PAIRS: 7, Mode.FOURS: 5}
"""How many questions a person answers in a minute."""
_NUMBERS: Final = (
    "",
    "a minute",
    "two minutes",
    "three minutes",
    "four minutes",
    "five minutes",
    "six minutes",
)
_ANSWERS: Final = ("answers.", "repeats.", "choices.")


def being_compared(workspace: Workspace) -> Assessment | None:
    """Return the comparison that asks something: an open one, else the newest when it is looked at again."""
    newest = latest_result(workspace.assessments)
    return open_assessment(workspace.assessments) or (newest if newest and newest.again else None)


@st.fragment
def compare() -> None:
    """Ask one question after the other; only this part of the page redraws, until all are answered."""
    if session.pop(Key.NEEDS_REDRAW, False):
        st.rerun()  # the head of the page offers to do again what was just taken back
    try:
        workspace = current_workspace()
    except CareerKitError as refusal:
        st.error(safe(str(refusal)), icon=":material/info:")
        return
    assessment = being_compared(workspace)
    if assessment is None:
        st.rerun()
    show_refusal()
    _since_when(assessment)
    count = st.container()
    question = next_question(assessment) if assessment.mode is Mode.PAIRS else None
    if question is not None:
        ask_pair(assessment, question)
    else:
        ask_four(assessment)
    _ways_out(assessment, workspace)
    with count:  # last, so that whoever sees the count move on finds the buttons of the new question
        if assessment.again:
            looking_again(assessment)
        else:
            _progress(assessment)


def _since_when(assessment: Assessment) -> None:
    """Say when an abandoned comparison was begun, and offer to follow a set of needs that is another now."""
    begun = local_date(assessment.started_at)
    if not assessment.is_complete and begun != today():
        st.caption(f"You began this on {day_in_words(begun)}. Go on where you were, or discard it below.")
    if not assessment.is_complete and {*assessment.needs} != {need.id for need in compared_needs()}:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption("Your set of needs has changed.", width="content")
            st.button("Use the new set", key=Key.NEEDS_FOLLOW, type="tertiary", on_click=_follow)


def time_left(questions: int, mode: Mode = Mode.PAIRS) -> str:
    """Say about how long the questions that are left will take."""
    minutes = round(questions / _A_MINUTE[mode])
    if minutes == 0:
        return "less than a minute left"
    number = _NUMBERS[minutes] if minutes < len(_NUMBERS) else f"{minutes} minutes"
    return f"about {number} left"


def _progress(assessment: Assessment) -> None:
    answered, questions = assessment.answered, assessment.questions
    left = time_left(questions - answered, assessment.mode)
    st.progress(answered / questions, text=f"{answered} of {questions} · {left}")


def _ways_out(assessment: Assessment, workspace: Workspace) -> None:
    actor = current_access().actor
    revision = _revision_of_answer(last_own_batch(workspace, actor), assessment)
    with st.container(horizontal=True, horizontal_alignment="center"):
        st.button(
            "Undo last answer",
            key=Key.NEEDS_UNDO.of(f"{assessment.id}-{revision}"),
            icon=":material/undo:",
            shortcut="U",
            disabled=not revision,
            on_click=_take_back,
            args=(revision,),
        )
        if st.button("Come back later", key=Key.NEEDS_LATER):
            go_to(Place.HOME)
        if not assessment.again:
            st.button(
                "Discard",
                key=Key.NEEDS_DROP,
                type="tertiary",
                help="Ends this comparison without a result. You can undo it.",
                on_click=_discard,
                args=(assessment.id,),
            )


def _revision_of_answer(batch: Batch | None, assessment: Assessment) -> int:
    """Return the revision of a batch that gave one answer of the comparison; else 0."""
    if batch is None or len(batch.changes) > 1:
        return 0
    change = batch.changes[0]
    confirmed = len(change.after.get("again", ())) < len(change.before.get("again", ()))
    is_answer = confirmed or any(path.startswith(_ANSWERS) for path in change.after)
    is_here = change.action is Action.UPDATE and change.entity_id == assessment.id
    return batch.revision if is_answer and is_here else 0


@unbroken
def _take_back(revision: int) -> None:
    def deed(plan: Workspace, stamp: Stamp) -> list[Change]:
        newest = last_own_batch(plan, stamp.by)
        late = newest is not None and newest.revision > revision  # pressed before the next answer was drawn
        return [] if late else take_back(plan, revision, stamp=stamp)

    session[Key.NEEDS_REDRAW] = change_workspace(deed, base=None) is not None


@unbroken
def _follow() -> None:
    def deed(plan: Workspace, stamp: Stamp) -> list[Change]:
        needs = [need.id for need in active_needs(needs_catalogue(), plan.needs)]
        return follow_needs(plan.assessments, needs, stamp=stamp)

    change_workspace(deed, base=None)


@unbroken
def _discard(assessment_id: str) -> None:
    change_workspace(
        lambda plan, stamp: drop_assessment(plan.assessments, assessment_id, stamp=stamp), base=None
    )
