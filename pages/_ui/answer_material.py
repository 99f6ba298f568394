"""What an answer is about and what it is made of: the question, the choice from the plan, composing."""

import streamlit as st

from careerkit.content import answer_frames, interview_questions
from careerkit.goals import Goal
from careerkit.interview import (
    MOST,
    Answer,
    Application,
    Asked,
    Choice,
    compose_answer,
    is_edited,
    kept_private,
    missing,
    sayable_aspirations,
    sayable_goals,
    suggested,
)
from careerkit.workspace import Workspace
from pages._ui.answer_state import AnswerKey
from pages._ui.choices import label_from, titles
from pages._ui.clock import today
from pages._ui.door import change_workspace
from pages._ui.escape import safe
from pages._ui.fields import follow
from pages._ui.page import go_to
from pages._ui.places import Place
from pages._ui.session import session, unbroken


def choose_question() -> Asked:
    """Draw the choice between the near-term and the long-term answer."""
    labels = {asked.value: asked.label for asked in Asked}
    chosen = st.pills(
        "Question",
        list(labels),
        key=AnswerKey.ANSWER_ASKED,
        default=Asked.NEAR.value,
        format_func=label_from(labels),
        required=True,
        label_visibility="collapsed",
        persist_state="session",
    )
    return next((asked for asked in Asked if asked.value == chosen), Asked.NEAR)


def question_behind(asked: Asked) -> None:
    """Say what is asked; what is meant by it, listened for and better left out stands one click away."""
    question = interview_questions()[asked]
    st.subheader(question.asks, anchor=False)
    with st.expander("The question behind the question"):
        st.markdown(question.means)
        st.markdown("**What they listen for**\n\n" + "\n".join(f"- {line}" for line in question.listens_for))
        st.markdown("**What to leave out**\n\n" + "\n".join(f"- {line}" for line in question.leave_out))


def bring(plan: Workspace, application: Application, asked: Asked, answer: Answer | None) -> None:
    """Draw the choice of what to bring from the plan, and the button that composes."""
    key = f"{application.id}-{asked.value}"
    directions, steps = _chosen(plan, asked, answer)
    aspirations, goals = titles(sayable_aspirations(plan)), titles(sayable_goals(plan))
    _choice("Aspirations to bring", AnswerKey.ANSWER_ASPIRATIONS.of(key), aspirations, directions)
    _choice("Goals to bring", AnswerKey.ANSWER_GOALS.of(key), goals, steps)
    kept = kept_private(plan, application)
    if kept:
        st.caption("Kept private: " + "; ".join(safe(entry.title) for entry in kept))
    _what_is_missing(plan, asked)
    _compose_button(application, asked, answer, key)


def _chosen(plan: Workspace, asked: Asked, answer: Answer | None) -> tuple[list[str], list[str]]:
    """Return what the answer was made of, as far as it can still be said, or else a suggestion."""
    directions, steps = suggested(plan, asked, today=today())
    if answer is None or not answer.composed:
        return list(directions), list(steps)
    return (
        [id_ for id_ in sayable_aspirations(plan) if id_ in answer.aspirations],
        [id_ for id_ in sayable_goals(plan) if id_ in answer.goals],
    )


def _choice(label: str, key: str, options: dict[str, str], stored: list[str]) -> None:
    follow(key, stored)
    session[key] = [id_ for id_ in session[key] if id_ in options]
    st.multiselect(
        label,
        list(options),
        key=key,
        format_func=label_from(options),
        max_selections=MOST,
        placeholder="Choose from your plan" if options else "Nothing in your plan to choose from yet",
        disabled=not options,
    )


def _what_is_missing(plan: Workspace, asked: Asked) -> None:
    for lack in missing(plan, asked, today=today()):
        goal = lack.kind == Goal.KIND
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(lack.sentence, width="stretch")
            label = "Go to your goals" if goal else "Go to your aspirations"
            if st.button(label, key=AnswerKey.ANSWER_MISSING.of(lack.kind), type="tertiary"):
                go_to(Place.BOARD if goal else Place.ASPIRATIONS)


def _compose_button(application: Application, asked: Asked, answer: Answer | None, key: str) -> None:
    picked = (
        frozenset(session[AnswerKey.ANSWER_ASPIRATIONS.of(key)]),
        frozenset(session[AnswerKey.ANSWER_GOALS.of(key)]),
    )
    composed = answer is not None and bool(answer.text)
    same = answer is not None and bool(answer.composed) and picked == (answer.aspirations, answer.goals)
    label = "Another wording" if same and composed else "Compose again" if composed else "Compose"
    if answer is not None and is_edited(answer):
        label += " (replaces your edits)"
    st.button(
        label,
        key=AnswerKey.ANSWER_COMPOSE,
        type="secondary" if composed else "primary",
        icon=":material/refresh:" if composed else ":material/edit_note:",
        on_click=_compose,
        args=(
            application.id,
            asked,
            key,
            (answer.variant + 1 if same else answer.variant) if answer else 0,
        ),
    )


@unbroken
def _compose(application_id: str, asked: Asked, key: str, variant: int) -> None:
    choice = Choice(
        application_id=application_id,
        asked=asked,
        aspirations=tuple(session[AnswerKey.ANSWER_ASPIRATIONS.of(key)]),
        goals=tuple(session[AnswerKey.ANSWER_GOALS.of(key)]),
        variant=variant,
    )
    change_workspace(
        lambda plan, stamp: compose_answer(plan, choice, frames=answer_frames(), today=today(), stamp=stamp),
        done="Composed. Undo brings the earlier text back.",
    )
