"""The steps from an application to an answer that is ready, and which of them is shown."""

from typing import Final

import streamlit as st

from careerkit.interview import Application
from careerkit.workspace import Workspace
from pages._ui.answer_state import AnswerKey
from pages._ui.session import session, unbroken

STEPS: Final = ("Research", "What fits", "Answer", "Practice", "Before the day")


def choose_step(plan: Workspace, application: Application) -> str:
    """Draw the choice among the steps; it begins with the answer once there is one."""
    if session.get(AnswerKey.STEP) not in STEPS:
        has_answer = any(it.text for it in plan.answers.values() if it.application_id == application.id)
        session[AnswerKey.STEP] = "Answer" if has_answer else "Research"
    chosen = st.segmented_control(
        "Step",
        STEPS,
        key=AnswerKey.STEP,
        required=True,
        bind="query-params",
        label_visibility="collapsed",
    )
    return chosen if chosen in STEPS else STEPS[0]


@unbroken
def go_to_step(step: str, part: str = "") -> None:
    """Show another step, and a part of the research."""
    session[AnswerKey.STEP] = step
    if part:
        session[AnswerKey.RESEARCH_PART] = part
