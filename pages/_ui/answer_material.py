"""What an answer is about and what it is made of: the question, the choice from the plan, composing."""

from dataclasses import replace
from typing import Any, Final

import streamlit as st

from careerkit.aspirations import Aspiration
from careerkit.content import answer_frames, interview_questions
from careerkit.goals import Goal
from careerkit.interview import (
    LENGTHS,
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
    sayable_strengths,
)
from careerkit.needs import Strength
from careerkit.workspace import Workspace
from pages._ui.answer_state import AnswerKey
from pages._ui.answer_steps import go_to_step
from pages._ui.bringing import chosen, sayable_needs
from pages._ui.choices import label_from, titles
from pages._ui.clock import today
from pages._ui.door import change_workspace
from pages._ui.escape import safe
from pages._ui.fields import follow
from pages._ui.needs_views import STRENGTHS
from pages._ui.page import go_to
from pages._ui.places import Place
from pages._ui.session import session, unbroken
from pages._ui.state import Key


def choose_question() -> Asked:
    """Draw the choice among the questions an interviewer asks."""
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
        st.markdown(f"**How long?** {question.length}")
        st.markdown("**What they listen for**\n\n" + "\n".join(f"- {line}" for line in question.listens_for))
        st.markdown("**What to leave out**\n\n" + "\n".join(f"- {line}" for line in question.leave_out))


def bring(plan: Workspace, application: Application, asked: Asked, answer: Answer | None) -> None:
    """Draw the choice of what to bring from the plan and of the length, and the button that composes."""
    choice = chosen(plan, application, asked)
    aspirations, goals, strengths = (
        titles(sayable(plan, application))
        for sayable in (sayable_aspirations, sayable_goals, sayable_strengths)
    )
    with st.container(border=True, gap="small"):
        _choice("Aspirations to bring", AnswerKey.ANSWER_ASPIRATIONS, aspirations, choice)
        _choice("Goals to bring", AnswerKey.ANSWER_GOALS, goals, choice)
        _choice("Strengths to bring", AnswerKey.ANSWER_STRENGTHS, strengths, choice)
        _choice("Needs to speak of", AnswerKey.ANSWER_NEEDS, sayable_needs(), choice)
        kept = kept_private(plan, application)
        if kept:
            st.caption("Kept private: " + "; ".join(safe(entry.title) for entry in kept))
        _what_is_missing(plan, application, asked)
        _length(choice)
        _compose_button(choice, answer)


def _key(key: AnswerKey, choice: Choice) -> str:
    return key.of(f"{choice.application_id}-{choice.asked.value}")


def _choice(label: str, key: AnswerKey, options: dict[str, str], choice: Choice) -> None:
    name = _key(key, choice)
    follow(name, list(getattr(choice, _FIELDS[key])))
    session[name] = [id_ for id_ in session[name] if id_ in options]
    st.multiselect(
        label,
        list(options),
        key=name,
        format_func=label_from(options),
        max_selections=MOST,
        placeholder="Choose from your plan" if options else "Nothing in your plan to choose from yet",
        disabled=not options,
        persist_state="session",
    )


def _what_is_missing(plan: Workspace, application: Application, asked: Asked) -> None:
    for lack in missing(plan, asked, today=today(), application=application):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(lack.sentence, width="stretch")
            key = AnswerKey.ANSWER_MISSING.of(lack.kind)
            if lack.kind == Application.KIND:
                st.button(
                    "Go to the research", key=key, type="tertiary", on_click=go_to_step, args=("Research",)
                )
            elif st.button(_WHERE[lack.kind][0], key=key, type="tertiary"):
                go_to(_WHERE[lack.kind][1], **_WHERE[lack.kind][2])


def _length(choice: Choice) -> None:
    name = _key(AnswerKey.ANSWER_SECONDS, choice)
    follow(name, choice.seconds)
    st.segmented_control(
        "Length",
        LENGTHS,
        key=name,
        format_func=lambda seconds: f"{seconds} seconds",
        required=True,
        persist_state="session",
        help="Made for about 70, 140 or 210 words; a plan with little in it gives a shorter answer.",
    )


def _compose_button(choice: Choice, answer: Answer | None) -> None:
    fields = {name: frozenset(session[_key(key, choice)]) for key, name in _FIELDS.items()}
    composed = answer is not None and bool(answer.composed)
    same = (
        answer is not None
        and composed
        and answer.seconds == session[_key(AnswerKey.ANSWER_SECONDS, choice)]
        and all(ids == getattr(answer, name) for name, ids in fields.items())
    )
    written = answer is not None and bool(answer.text)
    label = "Another wording" if same else "Compose again" if composed else "Compose"
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            label,
            key=AnswerKey.ANSWER_COMPOSE,
            type="secondary" if composed else "primary",
            icon=":material/refresh:" if composed else ":material/edit_note:",
            on_click=_compose,
            args=(replace(choice, variant=choice.variant + 1) if same else choice, written),
        )
        if written and answer is not None and is_edited(answer):
            st.caption("What you wrote or changed stays.")


@unbroken
def _compose(choice: Choice, written: bool) -> None:  # noqa: FBT001 - handed on by the button
    picked: dict[str, Any] = {name: tuple(session[_key(key, choice)]) for key, name in _FIELDS.items()}
    new = replace(choice, seconds=session[_key(AnswerKey.ANSWER_SECONDS, choice)], **picked)
    change_workspace(
        lambda plan, stamp: compose_answer(plan, new, frames=answer_frames(), today=today(), stamp=stamp),
        done="Composed. Undo brings the earlier text back." if written else "Composed.",
    )


_FIELDS: Final = {
    AnswerKey.ANSWER_ASPIRATIONS: "aspirations",
    AnswerKey.ANSWER_GOALS: "goals",
    AnswerKey.ANSWER_STRENGTHS: "strengths",
    AnswerKey.ANSWER_NEEDS: "needs",
}
_WHERE: Final = {
    Goal.KIND: ("Go to your goals", Place.BOARD, {}),
    Aspiration.KIND: ("Go to your aspirations", Place.ASPIRATIONS, {}),
    Strength.KIND: ("Go to your strengths", Place.NEEDS, {Key.NEEDS_VIEW.value: STRENGTHS}),
}
