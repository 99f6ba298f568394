"""A goal as a card of the board."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from careerkit.aspirations import Aspiration
from careerkit.goals import (
    OPEN,
    Goal,
    GoalStatus,
    Progress,
    ProgressSource,
    is_overdue,
    measure_in_words,
    move_goal,
)
from careerkit.labels import Mark
from careerkit.words import day_in_words
from careerkit.workspace import Workspace
from pages._ui.address import put_in_address
from pages._ui.check_in import check_in_on
from pages._ui.clock import today
from pages._ui.door import change_workspace
from pages._ui.escape import safe, safe_in_badge
from pages._ui.goal_form import open_goal
from pages._ui.plan_state import PlanKey
from pages._ui.session import session, unbroken

_TOLD: Final[Mapping[ProgressSource, str]] = {
    ProgressSource.MEASURE: "",
    ProgressSource.DONE: "done",
    ProgressSource.BY_HAND: "{}, set by hand",
    ProgressSource.BOTH: "{} with its milestones",
    ProgressSource.MILESTONES: "{} of its milestones",
    ProgressSource.YES_NO: "Not met yet",
}
"""By what progress comes from: how it is told beside the measure; the project's own words, filled in."""


def goal_card(goal: Goal, plan: Workspace, progress: Progress | None) -> None:
    """Draw one goal: what it is, when it is due, what it serves, how far it is, and what can be done."""
    with st.container(border=True, key=PlanKey.GOAL_CARD.of(goal.id), gap="xsmall"):
        st.markdown(f"**{safe(goal.title)}**")
        due_line(goal)
        _serves([it for id_, it in plan.aspirations.items() if id_ in goal.aspirations and not it.archived])
        progress_bar(goal, progress)
        private_badge(goal)
        _actions(goal)


def due_line(goal: Goal) -> None:
    """Say when a goal is due; what is late says so in words."""
    if goal.due is None:
        st.caption("No date yet")
    elif is_overdue(goal, today()):
        with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
            st.badge("Overdue", color="orange")
            st.caption(f"Due {day_in_words(goal.due)}", width="content")
    else:
        st.caption(f"Due {day_in_words(goal.due)}")


def progress_bar(goal: Goal, progress: Progress | None) -> None:
    """Draw how far a goal has come, and in words what says so; nothing when nothing measures it."""
    if progress is not None and (goal.status is not GoalStatus.DONE or goal.measure is not None):
        st.progress(progress.share, text=safe(progress_in_words(goal, progress)))


def progress_in_words(goal: Goal, progress: Progress) -> str:
    """Say how far a goal has come, and what says so where that is not its measure alone."""
    measure = measure_in_words(goal.measure) if goal.measure is not None else ""
    told = _TOLD[progress.source].format(f"{progress.share:.0%}")
    return " · ".join(part for part in (measure, told) if part)


def private_badge(goal: Goal) -> None:
    """Mark a goal that is kept private."""
    if goal.mark is Mark.PRIVATE:
        st.badge("Private", color="gray", icon=":material/lock:")


def move_menu(goal: Goal, label: str = "Move", *, place: str = "") -> None:
    """Draw the menu that gives a goal another status; ``place`` tells two of one goal apart."""
    key = PlanKey.GOAL_MOVE.of(place + goal.id)
    st.menu_button(
        label,
        [status for status in GoalStatus if status is not goal.status],
        key=key,
        format_func=lambda status: status.label,
        on_click=_move_as_chosen,
        args=(goal.id, key, goal.due is not None),
        type="tertiary",
    )


def open_button(goal: Goal) -> None:
    """Draw the button that shows everything about a goal."""
    key = PlanKey.GOAL_OPEN.of(goal.id)
    st.button("Open", key=key, type="tertiary", on_click=_open, args=(goal.id,))


def check_in_button(goal: Goal, *, place: str = "", primary: bool = False) -> None:
    """Draw the button that keeps how a goal stands today, while it is open."""
    if goal.status in OPEN:
        st.button(
            "Check in",
            key=PlanKey.CHECK_IN.of(place + goal.id),
            type="primary" if primary else "tertiary",
            on_click=check_in_on,
            args=(goal.id,),
        )


def move(goal_id: str, status: str) -> None:
    """Give a goal another status, or keep the reason why not for the page to show."""
    change_workspace(lambda plan, stamp: move_goal(plan.goals, goal_id, status, stamp=stamp))


@unbroken
def _move_as_chosen(goal_id: str, key: str, has_date: bool) -> None:  # noqa: FBT001 - handed on by a widget
    """Move a goal; one that needs a date for it gets it in its form, with the status chosen already."""
    status = session.get(key)
    if status is None:
        return
    if has_date or status in (GoalStatus.IDEA, GoalStatus.DROPPED):
        move(goal_id, status)
    else:
        open_goal(goal_id, status=status)


@unbroken
def _open(goal_id: str) -> None:
    put_in_address("goal", goal_id)


def _serves(aspirations: list[Aspiration]) -> None:
    if aspirations:
        title = aspirations[0].title
        whole = safe(title)  # a long one is cut on the badge
        st.badge(safe_in_badge(title), color="blue", help=whole)
    if len(aspirations) > 1:
        st.caption(f"and {len(aspirations) - 1} more")


def _actions(goal: Goal) -> None:
    with st.container(horizontal=True, gap="xsmall"):
        open_button(goal)
        check_in_button(goal)
        move_menu(goal)
