"""The board as a list: grouped by when goals are due, or in one order."""

import math
from collections.abc import Sequence
from typing import Final

import streamlit as st

from careerkit.goals import Goal, SortBy, grouped, sorted_goals
from careerkit.words import day_in_words
from pages._ui.board_filter import Shown
from pages._ui.choices import label_of
from pages._ui.clock import today
from pages._ui.escape import safe
from pages._ui.goal_card import check_in_button, move_menu, open_button, progress_in_words
from pages._ui.plan_state import PlanKey

_PAGE: Final = 20


def goal_list(shown: Shown) -> None:
    """Draw the goals below one another, some at a time."""
    by = _order()
    shares = {id_: progress.share if progress else None for id_, progress in shown.progress.items()}
    goals = sorted_goals(shown.goals, by, shares)
    if by == SortBy.DUE:
        goals = [goal for _, group in grouped(goals, today()) for goal in group]
    if not goals:
        st.markdown("No goal matches." if shown.is_filtered else "No goals yet.")
        return
    pages = math.ceil(len(goals) / _PAGE)
    page = st.pagination(pages, key=PlanKey.LIST_PAGE, bind="query-params") if pages > 1 else 1
    part = goals[(page - 1) * _PAGE : page * _PAGE]
    if by == SortBy.DUE:
        for group, of_group in grouped(part, today()):
            st.subheader(group.label, anchor=False)
            _rows(of_group, shown)
    else:
        _rows(part, shown)


def _order() -> SortBy:
    chosen: SortBy | None = st.selectbox(
        "Sort by", list(SortBy), key=PlanKey.LIST_SORT, format_func=label_of, bind="query-params", width=220
    )
    return chosen or SortBy.DUE


def _rows(goals: Sequence[Goal], shown: Shown) -> None:
    with st.container(border=True, gap="xsmall"):
        for goal in goals:
            with st.container(key=PlanKey.GOAL_CARD.of(goal.id)):
                what, ways = st.columns([3, 2], vertical_alignment="center")
                what.markdown(f"{safe(goal.title)}  \n:small[:gray[{_facts(goal, shown)}]]")
                with ways.container(horizontal=True, gap="medium"):
                    open_button(goal)
                    check_in_button(goal)
                    move_menu(goal)


def _facts(goal: Goal, shown: Shown) -> str:
    progress = shown.progress[goal.id]
    facts = [goal.status.label, f"due {day_in_words(goal.due)}" if goal.due else "no date yet"]
    if progress is not None:
        facts.append(safe(progress_in_words(goal, progress)))
    return " · ".join(facts)
