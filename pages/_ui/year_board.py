"""The board by year: seven lanes, each with its milestones and the goals due in it."""

from collections.abc import Iterable, Mapping
from typing import Final

import streamlit as st

from careerkit.goals import (
    Goal,
    Milestone,
    goals_due_in,
    goals_outside,
    lanes,
    move_milestone,
    restore_milestone,
    set_goal_due,
    set_milestone_done,
)
from careerkit.moments import in_year
from careerkit.words import day_in_words, joined
from careerkit.workspace import Workspace, years_of
from pages._ui.board_filter import Shown
from pages._ui.clock import today
from pages._ui.door import change_workspace
from pages._ui.drag import Drop, draw_again, dropped
from pages._ui.escape import safe
from pages._ui.fields import follow
from pages._ui.goal_card import open_button
from pages._ui.milestone_form import new_milestone, open_milestone
from pages._ui.more import first_of, more_button
from pages._ui.plan_state import PlanKey
from pages._ui.refusal import keep_refusal
from pages._ui.session import session, unbroken
from pages._ui.state import Keys

_ROWS: Final = [5, 3]
"""What a row says, and what can be done with it: their widths."""


def year_board(shown: Shown) -> None:
    """Draw the seven years of the plan, one below the other, and what lies outside of them.

    Milestones and the goals due in a year move by dragging and by buttons.
    """
    plan = shown.plan
    start_year = years_of(plan, today())[0]
    by_year = lanes({milestone.id: milestone for milestone in shown.milestones}, start_year)
    goals = {goal.id: goal for goal in shown.goals}
    earlier, later = goals_outside(goals, start_year)
    drawn: dict[str, str] = {}
    _outside(f"Before {start_year}", by_year.earlier, earlier, plan)
    for year, milestones in by_year.years.items():
        drawn |= _lane(year, milestones, goals_due_in(goals, year), shown)
    _outside(f"After {start_year + len(by_year.years) - 1}", by_year.later, later, plan)
    if _took_drop([*by_year.years], drawn, plan):
        draw_again()
    _archived(milestone for milestone in plan.milestones.values() if milestone.archived)


def _lane(year: int, milestones: tuple[Milestone, ...], goals: list[Goal], shown: Shown) -> Mapping[str, str]:
    """Draw one year, and return by key what stands in it."""
    head, body = st.columns([1, 5])
    with head.container(horizontal=True, vertical_alignment="center"):  # on one line where a phone stacks
        st.subheader(str(year), anchor=False)
        st.button(
            "Add milestone",
            key=PlanKey.MILESTONE_ADD.of(str(year)),
            type="tertiary",
            icon=":material/add:",
            on_click=new_milestone,
            args=(year,),
        )
    place, due = f"year-{year}", f"due-{year}"
    with body.container(border=True, gap="xsmall", key=PlanKey.BOARD_YEAR.of(str(year))):
        for milestone in first_of(milestones, place):
            _row(milestone, shown.plan)
        more_button(milestones, place)
        for goal in first_of(goals, due):
            _goal_row(goal)
        more_button(goals, due)
        if not milestones and not goals:
            st.caption("Nothing matches here." if shown.is_filtered else f"Nothing planned yet for {year}.")
    return {PlanKey.MILESTONE_ROW.of(it.id): it.id for it in first_of(milestones, place)} | {
        PlanKey.GOAL_CARD.of(goal.id): goal.id for goal in first_of(goals, due)
    }


def _row(milestone: Milestone, plan: Workspace) -> None:
    key = PlanKey.MILESTONE_DONE.of(milestone.id)
    follow(key, milestone.done)
    with st.container(key=PlanKey.MILESTONE_ROW.of(milestone.id)):
        what, ways = st.columns(_ROWS, vertical_alignment="center")
        with what.container(horizontal=True, wrap=False, gap="xsmall"):
            st.checkbox(
                f"Done: {safe(milestone.title)}",
                key=key,
                on_change=_done,
                args=(milestone.id, key),
                label_visibility="collapsed",
                width="content",
            )
            # As a text of its own: by the label of a checkbox, a row could not be dragged.
            facts = f":small[:gray[· {_facts(milestone, plan)}]]"
            st.markdown(f"{safe(milestone.title)} {facts}", width="stretch")
        with ways.container(horizontal=True, gap="medium"):
            _step("Earlier", PlanKey.MILESTONE_EARLIER, milestone, -1)
            _step("Later", PlanKey.MILESTONE_LATER, milestone, 1)
            st.button(
                "Edit",
                key=PlanKey.MILESTONE_EDIT.of(milestone.id),
                type="tertiary",
                on_click=open_milestone,
                args=(milestone.id,),
            )


def _goal_row(goal: Goal) -> None:
    facts = f"{goal.status.label} · due {day_in_words(goal.due)}" if goal.due else goal.status.label
    with st.container(key=PlanKey.GOAL_CARD.of(goal.id)):
        what, ways = st.columns(_ROWS, vertical_alignment="center")
        what.markdown(f":material/flag: {safe(goal.title)} :small[:gray[· {facts}]]")
        with ways:
            open_button(goal)


def _step(label: str, key: Keys, milestone: Milestone, years: int) -> None:
    st.button(
        label,
        key=key.of(milestone.id),
        type="tertiary",
        on_click=_move,
        args=(milestone.id, milestone.year + years),
    )


def _facts(milestone: Milestone, plan: Workspace) -> str:
    """Say what kind of step it is, on which day, which goals it serves, and what it weighs."""
    goals = [plan.goals[id_] for id_ in sorted(milestone.goals) if id_ in plan.goals]
    titles = [safe(goal.title) for goal in goals if not goal.archived]
    facts = [milestone.kind.label]
    if milestone.on is not None:
        facts.append(f"on {day_in_words(milestone.on)}")
    if titles:
        facts.append(f"for {joined(titles)}")
    if milestone.weight > 1:
        facts.append(f"weight {milestone.weight}")
    return ", ".join(facts)


def _outside(label: str, milestones: tuple[Milestone, ...], goals: list[Goal], plan: Workspace) -> None:
    entries: list[Milestone | Goal] = [*milestones, *goals]
    if entries:
        with st.expander(f"{label}: {len(entries)}"):
            for entry in first_of(entries, label):
                _goal_row(entry) if isinstance(entry, Goal) else _row(entry, plan)
            more_button(entries, label)


def _archived(milestones: Iterable[Milestone]) -> None:
    away = list(milestones)
    if not away:
        return
    with st.expander(f"Archived milestones: {len(away)}"):
        for milestone in first_of(away, "milestones"):
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(f"{safe(milestone.title)} :gray[· {milestone.year}]", width="stretch")
                st.button(
                    "Bring back",
                    key=PlanKey.MILESTONE_RESTORE.of(milestone.id),
                    type="tertiary",
                    on_click=_restore,
                    args=(milestone.id,),
                )
        more_button(away, "milestones")


@unbroken
def _took_drop(years: list[int], drawn: Mapping[str, str], plan: Workspace) -> bool:
    columns = {PlanKey.BOARD_YEAR.of(str(year)): str(year) for year in years}
    drop = dropped(columns, {key: key for key in drawn}, board="years")
    if drop is not None and drop.column != drop.source:
        _take(drop, drawn[drop.card], plan)
    return drop is not None


def _take(drop: Drop, entry_id: str, plan: Workspace) -> None:
    is_goal = drop.card.startswith(PlanKey.GOAL_CARD)
    goal, milestone = plan.goals.get(entry_id), plan.milestones.get(entry_id)
    stands_in = (goal.due.year if goal and goal.due else None) if is_goal else milestone and milestone.year
    if str(stands_in) != drop.source:
        keep_refusal("It was moved meanwhile, perhaps in another tab. It stays where it is now.")
    elif is_goal:
        _move_goal(entry_id, int(drop.column))
    else:
        _move(entry_id, int(drop.column))


def _move_goal(goal_id: str, year: int) -> None:
    change_workspace(
        lambda plan, stamp: set_goal_due(
            plan.goals, goal_id, (due := plan.goals[goal_id].due) and in_year(due, year), stamp=stamp
        ),
        done=f"Now due in {year}.",
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
