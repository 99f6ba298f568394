"""What became of aspirations: their changes of level, and those that were retired or put away."""

from collections.abc import Iterable, Sequence

import streamlit as st

from careerkit.aspirations import Aspiration, LevelStep, StepKind, restore_aspiration
from careerkit.goals import Goal
from careerkit.words import counted, day_in_words
from careerkit.workspace import Workspace, present_target
from pages._ui.clock import local_date
from pages._ui.door import change_workspace
from pages._ui.escape import safe
from pages._ui.goal_button import goal_button
from pages._ui.plan_state import PlanKey
from pages._ui.session import unbroken


def steps_so_far(aspiration: Aspiration) -> None:
    """List the changes of level of an aspiration, the newest first, folded."""
    if aspiration.steps:
        with st.expander(counted(len(aspiration.steps), "step so far", "steps so far")):
            for step in reversed(aspiration.steps):
                st.markdown(f"{_move(step)}  \n{safe(step.reason)}")


def aspirations_put_away(plan: Workspace) -> None:
    """List the aspirations that were retired, archived, or filed as goals, each with a way back or on."""
    away = [aspiration for aspiration in plan.aspirations.values() if aspiration.archived]
    goals = {it.id: it for it in (present_target(plan, "aspirations", one.id) for one in away) if it}
    staying = [aspiration for aspiration in away if aspiration.id not in goals]
    _list("Retired", [it for it in staying if _is_retired(it)])
    _list("Archived", [it for it in staying if not _is_retired(it)])
    _filed_as_goals([goal for goal in goals.values() if isinstance(goal, Goal)])


def _move(step: LevelStep) -> str:
    head = f"**{day_in_words(local_date(step.at))} · {step.kind.label}**"
    if step.kind is StepKind.RETIRE:
        return head
    before = f"{safe(step.before)} → " if step.before else ""
    return f"{head} · {before}{safe(step.after)}"


def _is_retired(aspiration: Aspiration) -> bool:
    return bool(aspiration.steps) and aspiration.steps[-1].kind is StepKind.RETIRE


def _list(label: str, aspirations: Sequence[Aspiration]) -> None:
    if not aspirations:
        return
    with st.expander(f"{label}: {len(aspirations)}"):
        for aspiration in aspirations:
            _away(aspiration)


def _away(aspiration: Aspiration) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        lines = [safe(aspiration.title)]
        if _is_retired(aspiration):
            step = aspiration.steps[-1]
            lines.append(f":gray[{day_in_words(local_date(step.at))} ·] {safe(step.reason)}")
        st.markdown("  \n".join(lines), width="stretch")
        st.button(
            "Bring back",
            key=PlanKey.ASPIRATION_RESTORE.of(aspiration.id),
            type="tertiary",
            on_click=_restore,
            args=(aspiration.id,),
        )


def _filed_as_goals(goals: Iterable[Goal]) -> None:
    filed = list(goals)
    if not filed:
        return
    with st.expander(f"Filed as a goal: {len(filed)}"):
        for goal in filed:
            goal_button(goal, PlanKey.ASPIRATION_OPEN_GOAL.of(goal.id))


@unbroken
def _restore(aspiration_id: str) -> None:
    change_workspace(
        lambda plan, stamp: restore_aspiration(plan.aspirations, aspiration_id, stamp=stamp),
        done="It is back.",
    )
