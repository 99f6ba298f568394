"""The board as a calendar: one month at a time."""

from datetime import date
from typing import Final

import streamlit as st

from careerkit.charts import DayCell, month_grid
from careerkit.goals import Day, Month, month_of, next_month, previous_month
from careerkit.words import counted, day_in_words, joined
from pages._ui.address import in_address, put_in_address
from pages._ui.board_filter import Shown
from pages._ui.clock import today
from pages._ui.drawn import spec_of
from pages._ui.escape import safe
from pages._ui.goal_card import open_button
from pages._ui.milestone_form import open_milestone
from pages._ui.plan_state import PlanKey
from pages._ui.session import unbroken

_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

_LONGEST: Final = 40
"""Characters of a title that a day says; the list below has it whole."""


def goal_calendar(shown: Shown) -> None:
    """Draw a month with what is due in it, and the same as a list in which each can be opened."""
    drawn = month_of(*_chosen(), shown.goals, shown.milestones, today())
    year, month = drawn.year, drawn.month  # the nearest one that a plan speaks of
    _head(year, month)
    _grid(drawn)
    days = [day for week in drawn.weeks for day in week if day.in_month and (day.goals or day.milestones)]
    for day in days:
        _day(day)
    if not days:
        st.caption(f"Nothing has a date in {_MONTHS[month - 1]} {year}.")
    if drawn.undated:
        count = counted(len(drawn.undated), "milestone", "milestones")
        st.caption(f"Without a day, so under Years only: {count} of {year}.")


def _chosen() -> tuple[int, int]:
    try:
        chosen = date.fromisoformat(f"{in_address('month')[:7]}-01")
    except ValueError:
        chosen = today()
    return chosen.year, chosen.month


def _head(year: int, month: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.subheader(f"{_MONTHS[month - 1]} {year}", anchor=False, width="stretch")
        for label, key, to in (
            ("Earlier", PlanKey.CALENDAR_BACK, previous_month((year, month))),
            ("Today", PlanKey.CALENDAR_TODAY, (today().year, today().month)),
            ("Later", PlanKey.CALENDAR_NEXT, next_month((year, month))),
        ):
            st.button(label, key=key, type="tertiary", on_click=_go, args=to)


@unbroken
def _go(year: int, month: int) -> None:
    put_in_address("month", f"{year}-{month:02}")


def _grid(month: Month) -> None:
    cells = tuple(
        DayCell(
            week=week,
            weekday=weekday,
            day=day.on.day,
            is_today=day.is_today,
            titles=tuple(_titles(day)),
            said=_said(day),
        )
        for week, days in enumerate(month.weeks)
        for weekday, day in enumerate(days)
        if day.in_month
    )
    st.vega_lite_chart(
        spec_of(month_grid, cells), alt="The days of the month. The list below names what each has."
    )


def _said(day: Day) -> str:
    titles = [_cut(title) for title in _titles(day)]
    now = ", today" if day.is_today else ""
    return f"{day_in_words(day.on)}{now}: {joined(titles) if titles else 'nothing'}"


def _cut(title: str) -> str:
    return title if len(title) <= _LONGEST else f"{title[:_LONGEST].rstrip()} …"


def _titles(day: Day) -> list[str]:
    return [*(goal.title for goal in day.goals), *(milestone.title for milestone in day.milestones)]


def _day(day: Day) -> None:
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**{day_in_words(day.on)}**")
        for goal in day.goals:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(
                    f":material/flag: {safe(goal.title)} :gray[· {goal.status.label}]", width="stretch"
                )
                open_button(goal)
        for milestone in day.milestones:
            with st.container(horizontal=True, vertical_alignment="center"):
                done = " · done" if milestone.done else ""
                st.markdown(
                    f":material/star: {safe(milestone.title)} :gray[· {milestone.kind.label}{done}]",
                    width="stretch",
                )
                st.button(
                    "Edit",
                    key=PlanKey.MILESTONE_EDIT.of(milestone.id),
                    type="tertiary",
                    on_click=open_milestone,
                    args=(milestone.id,),
                )
