"""The parts of the home page: the first steps, the next one, what is due, and where the plan stands."""

from typing import Final

import streamlit as st

from careerkit.content import next_step_words, start_steps
from careerkit.goals import GoalStatus
from careerkit.needs import first_needs, latest_result
from careerkit.text import LINE
from careerkit.words import day_in_words, joined
from careerkit.workspace import (
    NextStep,
    Workspace,
    due_soon,
    edit_profile,
    entries_in_words,
    next_step,
    present,
)
from pages._ui.clock import today
from pages._ui.demo import demo_button
from pages._ui.door import change_workspace
from pages._ui.escape import safe
from pages._ui.fields import saved_text
from pages._ui.need_words import need_of
from pages._ui.page import go_to
from pages._ui.places import Place
from pages._ui.state import Key

_PLACES: Final = {
    NextStep.COMPARE: Place.NEEDS,
    NextStep.GO_ON_COMPARING: Place.NEEDS,
    NextStep.ASPIRE: Place.ASPIRATIONS,
    NextStep.SET_GOAL: Place.BOARD,
    NextStep.DATE_GOAL: Place.BOARD,
    NextStep.LOOK_AT_GOAL: Place.BOARD,
    NextStep.REVIEW: Place.REVIEW,
    NextStep.GO_ON_REVIEWING: Place.REVIEW,
    NextStep.APPLY: Place.ANSWERS,
    NextStep.KEEP_GOING: Place.BOARD,
}


def first_steps() -> None:
    """Draw the three steps of the product, and the demo person to look around with."""
    for number, (column, (title, about)) in enumerate(
        zip(st.columns(3), start_steps(), strict=True), start=1
    ):
        with column.container(border=True, height="stretch"):
            st.subheader(f"{number}. {title}", anchor=False)
            st.markdown(about)
    with st.container(horizontal=True):
        if st.button("Start with your needs", key=Key.START_STEP, type="primary"):
            go_to(Place.NEEDS)
        demo_button()


def next_step_card(workspace: Workspace) -> None:
    """Draw the one thing to do next, with the button that leads there."""
    step, title = next_step(workspace, today=today())
    words = next_step_words()[step]
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(words.says.replace("{title}", safe(title)), width="stretch")
        if st.button(words.button, key=Key.NEXT_STEP, type="primary"):
            go_to(_PLACES[step])


def due_list(workspace: Workspace) -> None:
    """Draw what is due soon, the earliest first; what is late says so in words."""
    st.subheader("Due soon", anchor=False)
    now = today()
    lines = [
        f"- {safe(due.title)} · **{day_in_words(due.on)}**{' · past its date' if due.on < now else ''}"
        for due in due_soon(workspace, today=now)
    ]
    st.markdown("\n".join(lines) or "Nothing is due in the next two months.")


def standing(workspace: Workspace) -> None:
    """Draw how far each of the three steps has come, in words."""
    st.subheader("Where you stand", anchor=False)
    lines = {"Needs": _needs(workspace), "Plan": _plan(workspace), "Answers": _answers(workspace)}
    st.markdown("\n".join(f"- **{what}:** {line}" for what, line in lines.items()))


def name_field(workspace: Workspace) -> None:
    """Ask what to call the person; it saves itself."""
    saved_text(
        "What should we call you? (if you like)",
        key=Key.NAME,
        stored=workspace.profile.name,
        save=_save_name,
        limit=LINE,
        autocomplete="given-name",
        width=400,
    )


def _save_name(name: str) -> None:
    change_workspace(lambda plan, stamp: edit_profile(plan, name=name, stamp=stamp))


def _needs(workspace: Workspace) -> str:
    result = latest_result(workspace.assessments)
    if result is None:
        return "not compared yet."
    first = [safe(need_of(need).name) for need in first_needs(result)]
    return f"{joined(first)} {'comes' if len(first) == 1 else 'come'} first."


def _plan(workspace: Workspace) -> str:
    goals = [g for g in present(workspace.goals).values() if g.status is not GoalStatus.DROPPED]
    done = sum(goal.status is GoalStatus.DONE for goal in goals)
    directions = entries_in_words("aspirations", len(present(workspace.aspirations)))
    return f"{directions}, {entries_in_words('goals', len(goals))} ({done} done)."


def _answers(workspace: Workspace) -> str:
    written = sum(bool(answer.text.strip()) for answer in present(workspace.answers).values())
    applications = entries_in_words("applications", len(present(workspace.applications)))
    return f"{entries_in_words('answers', written)} for {applications}."
