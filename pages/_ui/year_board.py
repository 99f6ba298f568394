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
from careerkit.words import day_in_words
from careerkit.workspace import Workspace, present
from pages._ui.clock import today
from pages._ui.door import change_workspace
from pages._ui.escape import safe
from pages._ui.fields import follow
from pages._ui.milestone_form import new_milestone, open_milestone
from pages._ui.session import session, unbroken
from pages._ui.state import Key


def year_board(plan: Workspace) -> None:
    """Draw the seven years of the plan, one below the other, and what lies outside of them."""
    start_year = plan.vision.start_year if plan.vision else today().year
    by_year = lanes(plan.milestones, start_year)
    _outside(f"Before {start_year}", by_year.earlier, plan)
    for year, milestones in by_year.years.items():
        _lane(year, milestones, plan)
    _outside(f"After {start_year + len(by_year.years) - 1}", by_year.later, plan)
    _archived(milestone for milestone in plan.milestones.values() if milestone.archived)


def _lane(year: int, milestones: tuple[Milestone, ...], plan: Workspace) -> None:
    goals = goals_due_in(plan.goals, year)
    head, body = st.columns([1, 5])
    with head.container(horizontal=True, vertical_alignment="center"):  # on one line where a phone stacks
        st.subheader(str(year), anchor=False)
        st.button(
            "Add milestone",
            key=Key.MILESTONE_ADD.of(str(year)),
            type="tertiary",
            icon=":material/add:",
            on_click=new_milestone,
            args=(year,),
        )
    with body.container(border=True, gap="xsmall"):
        for milestone in milestones:
            _row(milestone, plan)
        for goal in goals:
            facts = f"{goal.status.label} · due {_due(goal)}"
            st.markdown(f":small[:material/flag: {safe(goal.title)} :gray[· {facts}]]")
        if not milestones and not goals:
            st.caption(f"Nothing planned yet for {year}.")


def _row(milestone: Milestone, plan: Workspace) -> None:
    key = Key.MILESTONE_DONE.of(milestone.id)
    follow(key, milestone.done)
    what, ways = st.columns([5, 3], vertical_alignment="center")
    what.checkbox(
        f"{safe(milestone.title)} :gray[· {_facts(milestone, plan)}]",
        key=key,
        on_change=_done,
        args=(milestone.id, key),
        wrap=True,
    )
    with ways.container(horizontal=True, gap="medium"):
        _step("Earlier", Key.MILESTONE_EARLIER, milestone, -1)
        _step("Later", Key.MILESTONE_LATER, milestone, 1)
        st.button(
            "Edit",
            key=Key.MILESTONE_EDIT.of(milestone.id),
            type="tertiary",
            on_click=open_milestone,
            args=(milestone.id,),
        )


def _step(label: str, key: Key, milestone: Milestone, years: int) -> None:
    st.button(
        label,
        key=key.of(milestone.id),
        type="tertiary",
        on_click=_move,
        args=(milestone.id, milestone.year + years),
    )


def _facts(milestone: Milestone, plan: Workspace) -> str:
    """Say what kind of step it is, and which goals it serves."""
    goals = [safe(goal.title) for id_, goal in present(plan.goals).items() if id_ in milestone.goals]
    return f"{milestone.kind.label}, for {', '.join(goals)}" if goals else milestone.kind.label


def _due(goal: Goal) -> str:
    return day_in_words(goal.due) if goal.due else "some day"


def _outside(label: str, milestones: tuple[Milestone, ...], plan: Workspace) -> None:
    if milestones:
        with st.expander(f"{label}: {len(milestones)}"):
            for milestone in milestones:
                _row(milestone, plan)


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


@unbroken
def _done(milestone_id: str, key: str) -> None:
    done = bool(session[key])
    change_workspace(
        lambda plan, stamp: set_milestone_done(plan.milestones, milestone_id, done=done, stamp=stamp)
    )


@unbroken
def _move(milestone_id: str, year: int) -> None:
    change_workspace(
        lambda plan, stamp: move_milestone(plan.milestones, milestone_id, year, stamp=stamp),
        done=f"Moved to {year}.",
    )


@unbroken
def _restore(milestone_id: str) -> None:
    change_workspace(
        lambda plan, stamp: restore_milestone(plan.milestones, milestone_id, stamp=stamp), done="It is back."
    )
