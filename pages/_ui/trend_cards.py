"""Trends as cards: those that nobody has looked at for long first, then the newest."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

import streamlit as st

from careerkit.content.trends import trend_words
from careerkit.goals import (
    Goal,
    Trend,
    TrendDirection,
    is_stale,
    look_at_trend,
    months_unseen,
    restore_trend,
)
from careerkit.words import counted, day_in_words
from careerkit.workspace import Workspace, goals_answering, present
from pages._ui.clock import today
from pages._ui.door import change_workspace
from pages._ui.escape import safe
from pages._ui.goal_button import goal_button
from pages._ui.goal_form import new_goal
from pages._ui.more import first_of, more_button
from pages._ui.page import go_to
from pages._ui.places import Place
from pages._ui.plan_state import PlanKey
from pages._ui.session import unbroken
from pages._ui.trend_form import open_trend

_ICONS: Final[Mapping[TrendDirection, str]] = MappingProxyType(
    {
        TrendDirection.GROWING: ":material/trending_up:",
        TrendDirection.SHRINKING: ":material/trending_down:",
        TrendDirection.CHANGING: ":material/sync_alt:",
    }
)


def trend_cards(plan: Workspace) -> None:
    """Draw the trends, and below them those that were put away."""
    now = today()
    newest = sorted(present(plan.trends).values(), key=lambda trend: trend.on)[::-1]
    stale = [trend for trend in newest if is_stale(trend, now)][::-1]  # the longest unseen comes first
    if not newest:
        words = trend_words().trend
        st.markdown(words.about)
        st.caption(f"For example: {words.example}")
    _part(stale, "stale-trends", plan)
    _part([trend for trend in newest if trend not in stale], "trends", plan)
    away = [trend for trend in plan.trends.values() if trend.archived]
    if away:
        with st.expander(f"Archived: {len(away)}"):
            for trend in away:
                _archived(trend)


def _part(trends: Sequence[Trend], place: str, plan: Workspace) -> None:
    for trend in first_of(trends, place):
        _card(trend, plan)
    more_button(trends, place)


def _card(trend: Trend, plan: Workspace) -> None:
    with st.container(border=True, key=PlanKey.TREND_CARD.of(trend.id), gap="small"):
        st.subheader(safe(trend.title), anchor=False)
        _seen(trend)
        if trend.means:
            st.markdown(f":gray[For me:] {safe(trend.means)}")
        if is_stale(trend, today()):
            _still_so(trend)
        _answers(trend, goals_answering(plan, trend.id))
        st.button(
            "Edit",
            key=PlanKey.TREND_EDIT.of(trend.id),
            type="tertiary",
            on_click=open_trend,
            args=(trend.id,),
        )


def _seen(trend: Trend) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.badge(trend.direction.label, color="gray", icon=_ICONS[trend.direction])
        source = f" · {safe(trend.source)}" if trend.source else ""
        st.caption(f"{day_in_words(trend.on)}{source}", width="content")


def _still_so(trend: Trend) -> None:
    months = counted(months_unseen(trend, today()), "month", "months")
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"Not looked at for {months}. Is it still so?", width="content")
        st.button(
            "Still so",
            key=PlanKey.TREND_STILL_SO.of(trend.id),
            icon=":material/check:",
            on_click=_look,
            args=(trend.id,),
        )


def _answers(trend: Trend, goals: Sequence[Goal]) -> None:
    if goals:
        with st.container(gap="xxsmall"):
            st.caption("What answers it")
            for goal in goals:
                goal_button(goal, PlanKey.TREND_OPEN_GOAL.of(f"{trend.id}-{goal.id}"))
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption("No goal answers it yet.", width="content")
        if st.button("Set a goal", key=PlanKey.TREND_SET_GOAL.of(trend.id), type="tertiary"):
            new_goal(trends=frozenset({trend.id}))
            go_to(Place.BOARD)


def _archived(trend: Trend) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(safe(trend.title), width="stretch")
        st.button(
            "Bring back",
            key=PlanKey.TREND_RESTORE.of(trend.id),
            type="tertiary",
            on_click=_restore,
            args=(trend.id,),
        )


@unbroken
def _look(trend_id: str) -> None:
    now = today()
    change_workspace(
        lambda plan, stamp: look_at_trend(plan.trends, trend_id, now, stamp=stamp),
        done="Looked at today.",
        base=None,
    )


@unbroken
def _restore(trend_id: str) -> None:
    change_workspace(
        lambda plan, stamp: restore_trend(plan.trends, trend_id, stamp=stamp), done="It is back."
    )
