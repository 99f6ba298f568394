"""The board by status: a column for each, and what was put away below."""

from collections.abc import Mapping
from datetime import date
from typing import Final

import streamlit as st

from careerkit.goals import Goal, GoalStatus, restore_goal
from pages._ui.board_filter import Shown
from pages._ui.door import change_workspace
from pages._ui.drag import Drop, draw_again, dropped
from pages._ui.escape import safe
from pages._ui.goal_card import goal_card, move, move_menu
from pages._ui.more import first_of, more_button
from pages._ui.plan_state import PlanKey
from pages._ui.refusal import keep_refusal
from pages._ui.session import session, unbroken

_COLUMNS: Final = (GoalStatus.IDEA, GoalStatus.PLANNED, GoalStatus.DOING, GoalStatus.DONE)


def status_board(shown: Shown) -> None:
    """Draw the goals in the columns of their status; cards move by dragging and by their menu."""
    plan = shown.plan
    if not plan.goals:
        st.markdown("No goals yet. Write down the first one; without a date it stays an idea.")
        return
    drawn: dict[str, Goal] = {}
    for place, status in zip(st.columns(len(_COLUMNS)), _COLUMNS, strict=True):
        with place:
            drawn |= _column(status, [goal for goal in shown.goals if goal.status is status], shown)
    if _took_drop(drawn):
        draw_again()  # the drop became known when the cards were drawn already
    if session.pop(PlanKey.BOARD_ORDER, False):
        st.caption("Within a column, goals stand in the order of their dates.")
    dropped_ones = [goal for goal in shown.goals if goal.status is GoalStatus.DROPPED]
    _put_away([*dropped_ones, *(goal for goal in plan.goals.values() if goal.archived)])


@unbroken
def _took_drop(goals: Mapping[str, Goal]) -> bool:
    drop = dropped(
        columns={PlanKey.BOARD_COLUMN.of(status): status for status in _COLUMNS},
        cards={PlanKey.GOAL_CARD.of(id_): id_ for id_ in goals},
    )
    if drop is not None:
        _take(drop, goals[drop.card])
    return drop is not None


def _take(drop: Drop, goal: Goal) -> None:
    if goal.status != drop.source:
        keep_refusal(f"“{goal.title}” was moved meanwhile, perhaps in another tab. It stays where it is now.")
    elif drop.column == drop.source:
        session[PlanKey.BOARD_ORDER] = True
    else:
        move(drop.card, drop.column)


def _column(status: GoalStatus, goals: list[Goal], shown: Shown) -> dict[str, Goal]:
    st.markdown(f"**{status.label}** :gray[{len(goals)}]")
    in_order = sorted(goals, key=lambda goal: goal.due or date.max)
    part = first_of(in_order, status)
    with st.container(key=PlanKey.BOARD_COLUMN.of(status), gap="small", height="stretch"):
        for goal in part:
            goal_card(goal, shown.plan, shown.progress[goal.id])
        if not goals:
            st.caption("Nothing here.")
            st.space("xlarge")  # a dragged card lends the columns no height: room to drop it on
        more_button(in_order, status)
    return {goal.id: goal for goal in part}


def _put_away(away: list[Goal]) -> None:
    if not away:
        return
    with st.expander(f"Dropped and archived: {len(away)}"):
        for goal in first_of(away, "away"):
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(safe(goal.title), width="stretch")
                st.caption("Archived" if goal.archived else "Dropped", width="content")
                _bring_back(goal)
        more_button(away, "away")


def _bring_back(goal: Goal) -> None:
    if goal.archived:
        key = PlanKey.GOAL_RESTORE.of(goal.id)
        st.button("Bring back", key=key, type="tertiary", on_click=_restore, args=(goal.id,))
    else:
        move_menu(goal, "Take up again")


@unbroken
def _restore(goal_id: str) -> None:
    change_workspace(
        lambda plan, stamp: restore_goal(plan.goals, goal_id, stamp=stamp), done="It is back on the board."
    )
