"""The one filter bar that all views of the board share; what it holds stands in the address."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeVar

import streamlit as st

from careerkit.goals import (
    DueGroup,
    Goal,
    GoalFilter,
    GoalStatus,
    Milestone,
    Progress,
    progress_of_all,
    selected,
    selected_milestones,
)
from careerkit.labels import Labelled, Mark
from careerkit.workspace import Workspace, present
from pages._ui.address import in_address, put_in_address
from pages._ui.choices import label_from, label_of, need_options, titles
from pages._ui.clock import today
from pages._ui.plan_state import PlanKey
from pages._ui.session import session, unbroken
from pages._ui.state import Keys

C = TypeVar("C", bound=Labelled)

_LONGEST: Final = 200  # characters of a search
_EMPTY: Final[Mapping[Keys, object]] = {
    PlanKey.FILTER_TEXT: "",
    PlanKey.FILTER_STATUS: [],
    PlanKey.FILTER_DUE: None,
    PlanKey.FILTER_MARK: None,
    PlanKey.FILTER_ASPIRATION: "",
    PlanKey.FILTER_NEED: "",
}
_BY_ID: Final[Mapping[Keys, str]] = {PlanKey.FILTER_ASPIRATION: "aspiration", PlanKey.FILTER_NEED: "need"}
"""What stands in the address as an id, under this name: titles are nobody else's business."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a view of the board draws: the goals and milestones that the filter leaves, and their progress."""

    plan: Workspace
    goals: list[Goal]
    milestones: list[Milestone]
    progress: Mapping[str, Progress | None]
    is_filtered: bool


def filtered(plan: Workspace) -> Shown:
    """Draw the filter bar, and return what it leaves of the plan."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            "Search goals",
            key=PlanKey.FILTER_TEXT,
            max_chars=_LONGEST,
            placeholder="Search goals",
            icon=":material/search:",
            label_visibility="collapsed",
            bind="query-params",
            width=320,
        )
        wanted = _wanted(plan)
    goals = selected(plan.goals.values(), wanted, today())
    if not wanted.is_empty:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(f"{len(goals)} of {len(present(plan.goals))} goals shown.", width="content")
            st.button("Show all", key=PlanKey.FILTER_CLEAR, type="tertiary", on_click=_clear)
    return Shown(
        plan=plan,
        goals=goals,
        milestones=selected_milestones(
            plan.milestones.values(), frozenset(goal.id for goal in goals), wanted
        ),
        progress=progress_of_all(plan.goals, plan.milestones),
        is_filtered=not wanted.is_empty,
    )


def _wanted(plan: Workspace) -> GoalFilter:
    with st.popover("Filter", icon=":material/filter_list:"):
        statuses = st.pills(
            "Status",
            list(GoalStatus),
            selection_mode="multi",
            key=PlanKey.FILTER_STATUS,
            format_func=label_of,
            bind="query-params",
        )
        due = _choice("Due", PlanKey.FILTER_DUE, DueGroup, otherwise="Any time")
        aspiration = _one_of("Aspiration", PlanKey.FILTER_ASPIRATION, titles(present(plan.aspirations)))
        need = _one_of("Need", PlanKey.FILTER_NEED, need_options())
        mark = _choice("In an interview", PlanKey.FILTER_MARK, Mark, otherwise="All")
    return GoalFilter(
        text=session.get(PlanKey.FILTER_TEXT, ""),
        statuses=frozenset(statuses),
        aspiration=aspiration,
        need=need,
        due=due,
        mark=mark,
    )


def _choice(label: str, key: Keys, choices: type[C], *, otherwise: str) -> C | None:
    chosen: C | None = st.selectbox(
        label,
        list(choices),
        index=None,
        key=key,
        format_func=label_of,
        placeholder=otherwise,
        bind="query-params",
    )
    return chosen


def _one_of(label: str, key: Keys, options: Mapping[str, str]) -> str:
    """Draw a choice whose id stands in the address; what is not on offer, or no more, chooses nothing."""
    chosen = session.get(key, in_address(_BY_ID[key]))
    session[key] = chosen if chosen in options else ""
    with_all = {"": "All", **options}
    found: str = st.selectbox(
        label,
        list(with_all),
        key=key,
        format_func=label_from(with_all),
        on_change=_remember,
        args=(key,),
    )
    return found


@unbroken
def _remember(key: Keys) -> None:
    put_in_address(_BY_ID[key], session[key])


@unbroken
def _clear() -> None:
    for key, empty in _EMPTY.items():
        session[key] = empty
    for name in _BY_ID.values():
        put_in_address(name, "")
