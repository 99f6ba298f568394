"""The board by year: seven lanes, each with its milestones and the goals due in it."""

from collections.abc import Iterable

import streamlit as st

from careerkit.goals import (
    Goal,
    Milestone,
    goals_due_in,
    lanes,
    move_milestone,
    restore_milestone,
    set_milestone_done,
)
from careerkit.workspace import Workspace
from pages._ui.clock import today
from pages._ui.door import change_workspace
from pages._ui.escape import safe
from pages._ui.fields import follow
from pages._ui.goal_card import day
from pages._ui.milestone_form import open_milestone
from pages._ui.state import Key


def year_board(plan: Workspace) -> None:
    """Draw the seven years of the plan, one below the other, and what lies outside of them."""
    start_year = plan.vision.start_year if plan.vision else today().year
    by_year = lanes(plan.milestones, start_year)
    _outside(f"Before {start_year}", by_year.earlier)
    for year, milestones in by_year.years.items():
        _lane(year, milestones, goals_due_in(plan.goals, year))
    _outside(f"After {start_year + len(by_year.years) - 1}", by_year.later)
    _archived(milestone for milestone in plan.milestones.values() if milestone.archived)


def _lane(year: int, milestones: tuple[Milestone, ...], goals: list[Goal]) -> None:
    head, body = st.columns([1, 5])
    with head:
        st.subheader(str(year), anchor=False)
        st.button(
            "Add milestone",
            key=Key.MILESTONE_ADD.of(str(year)),
            type="tertiary",
            icon=":material/add:",
            on_click=open_milestone,
            args=(year,),
        )
    with body.container(border=True, gap="xsmall"):
        for milestone in milestones:
            _row(milestone)
        for goal in goals:
            st.markdown(f":material/flag: {safe(goal.title)} :gray[· {goal.status.label} · due {_due(goal)}]")
        if not milestones and not goals:
            st.caption(f"Nothing planned yet for {year}.")


def _row(milestone: Milestone) -> None:
    key = Key.MILESTONE_DONE.of(milestone.id)
    follow(key, milestone.done)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.checkbox(
            safe(milestone.title), key=key, on_change=_done, args=(milestone.id, key), width="stretch"
        )
        st.badge(milestone.kind.label, color="gray")
        for label, way, by in (("Earlier", Key.MILESTONE_EARLIER, -1), ("Later", Key.MILESTONE_LATER, 1)):
            st.button(
                label,
                key=way.of(milestone.id),
                type="tertiary",
                on_click=_move,
                args=(milestone.id, milestone.year + by),
            )
        st.button(
            "Edit",
            key=Key.MILESTONE_EDIT.of(milestone.id),
            type="tertiary",
            on_click=open_milestone,
            args=(milestone.year, milestone.id),
        )


def _due(goal: Goal) -> str:
    return day(goal.due) if goal.due else "some day"


def _outside(label: str, milestones: tuple[Milestone, ...]) -> None:
    if milestones:
        with st.expander(f"{label}: {len(milestones)}"):
            for milestone in milestones:
                _row(milestone)


def _archived(milestones: Iterable[Milestone]) -> None:
    away = list(milestones)
    if not away:
        return
    with st.expander(f"Archived milestones: {len(away)}"):
        for milestone in away:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(f"{safe(milestone.title)} :gray[· {milestone.year}]", width="stretch")
                st.button(
                    "Bring back",
                    key=Key.MILESTONE_RESTORE.of(milestone.id),
                    type="tertiary",
                    on_click=_restore,
                    args=(milestone.id,),
                )


def _done(milestone_id: str, key: str) -> None:
    done = bool(st.session_state[key])
    change_workspace(
        lambda plan, stamp: set_milestone_done(plan.milestones, milestone_id, done=done, stamp=stamp)
    )


def _move(milestone_id: str, year: int) -> None:
    change_workspace(
        lambda plan, stamp: move_milestone(plan.milestones, milestone_id, year, stamp=stamp),
        done=f"Moved to {year}.",
    )


def _restore(milestone_id: str) -> None:
    change_workspace(
        lambda plan, stamp: restore_milestone(plan.milestones, milestone_id, stamp=stamp), done="It is back."
    )
