"""A goal as a card of the board."""

import streamlit as st

from careerkit.aspirations import Aspiration
from careerkit.goals import Goal, GoalStatus, is_overdue, measure_in_words, move_goal, progress_of
from careerkit.labels import Mark
from careerkit.words import day_in_words
from careerkit.workspace import Workspace, present
from pages._ui.clock import today
from pages._ui.door import change_workspace
from pages._ui.escape import safe, safe_in_badge
from pages._ui.goal_form import open_goal
from pages._ui.session import session, unbroken
from pages._ui.state import Key


def goal_card(goal: Goal, plan: Workspace) -> None:
    """Draw one goal: what it is, when it is due, what it serves, how far it is, and what can be done."""
    with st.container(border=True, key=Key.GOAL_CARD.of(goal.id), gap="xsmall"):
        st.markdown(f"**{safe(goal.title)}**")
        _due(goal)
        _serves([a for id_, a in present(plan.aspirations).items() if id_ in goal.aspirations])
        share = progress_of(goal)
        if goal.measure is not None and share is not None:
            st.progress(share, text=safe(measure_in_words(goal.measure)))
        if goal.mark is Mark.PRIVATE:
            st.badge("Private", color="gray", icon=":material/lock:")
        _actions(goal)


def move_menu(goal: Goal, label: str = "Move") -> None:
    """Draw the menu that gives a goal another status."""
    key = Key.GOAL_MOVE.of(goal.id)
    st.menu_button(
        label,
        [status for status in GoalStatus if status is not goal.status],
        key=key,
        format_func=lambda status: status.label,
        on_click=_move_as_chosen,
        args=(goal.id, key),
        type="tertiary",
    )


def move(goal_id: str, status: str) -> None:
    """Give a goal another status, or keep the reason why not for the page to show."""
    change_workspace(lambda plan, stamp: move_goal(plan.goals, goal_id, status, stamp=stamp))


@unbroken
def _move_as_chosen(goal_id: str, key: str) -> None:
    status = session.get(key)
    if status is not None:
        move(goal_id, status)


def _due(goal: Goal) -> None:
    if goal.due is None:
        st.caption("No date yet")
    elif is_overdue(goal, today()):
        with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
            st.badge("Overdue", color="orange")
            st.caption(f"Due {day_in_words(goal.due)}", width="content")
    else:
        st.caption(f"Due {day_in_words(goal.due)}")


def _serves(aspirations: list[Aspiration]) -> None:
    if aspirations:
        title = aspirations[0].title
        whole = safe(title)  # a long one is cut on the badge
        st.badge(safe_in_badge(title), color="blue", help=whole)
    if len(aspirations) > 1:
        st.caption(f"and {len(aspirations) - 1} more")


def _actions(goal: Goal) -> None:
    with st.container(horizontal=True, gap="medium"):
        st.button("Edit", key=Key.GOAL_EDIT.of(goal.id), type="tertiary", on_click=open_goal, args=(goal.id,))
        move_menu(goal)
