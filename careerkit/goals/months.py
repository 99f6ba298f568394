"""A month of the plan, as a calendar shows it: whole weeks, each day with what falls on it."""

from calendar import MONDAY, Calendar
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from careerkit.goals.model import Goal, Milestone
from careerkit.moments import FIRST_YEAR, LAST_YEAR

YearMonth = tuple[int, int]
"""A year, and a month of it from 1 to 12."""

FIRST_MONTH: Final[YearMonth] = (FIRST_YEAR, 1)
LAST_MONTH: Final[YearMonth] = (LAST_YEAR, 12)

_MONTHS: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day with the goals that are due and the milestones planned on it.

    The first and the last week of a month have days outside of it (``in_month`` says which).
    """

    on: date
    in_month: bool
    goals: tuple[Goal, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    is_today: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """A month as weeks of seven days, each from Monday to Sunday.

    ``undated`` are the milestones of its year that have no day of their own.
    """

    year: int
    month: int
    weeks: tuple[tuple[Day, ...], ...]
    undated: tuple[Milestone, ...] = ()


def month_of(
    year: int, month: int, goals: Iterable[Goal], milestones: Iterable[Milestone], today: date
) -> Month:
    """Return the month with what falls on its days, each day in the order given; archived ones left out.

    A month that no plan speaks of becomes the nearest one that it does: January 1946 or December 2106.
    """
    year, month = _kept_in((year, month))
    due: defaultdict[date | None, list[Goal]] = defaultdict(list)
    planned: defaultdict[date | None, list[Milestone]] = defaultdict(list)
    for goal in goals:
        if not goal.archived:
            due[goal.due].append(goal)
    for milestone in milestones:
        if not milestone.archived and (milestone.on or milestone.year == year):
            planned[milestone.on].append(milestone)
    weeks = Calendar(firstweekday=MONDAY).monthdatescalendar(year, month)
    return Month(
        year=year,
        month=month,
        weeks=tuple(tuple(_day(on, month, due, planned, today) for on in week) for week in weeks),
        undated=tuple(planned[None]),
    )


def _day(
    on: date,
    month: int,
    due: Mapping[date | None, list[Goal]],
    planned: Mapping[date | None, list[Milestone]],
    today: date,
) -> Day:
    return Day(
        on=on,
        in_month=on.month == month,
        goals=tuple(due.get(on, ())),
        milestones=tuple(planned.get(on, ())),
        is_today=on == today,
    )


def next_month(shown: YearMonth) -> YearMonth:
    """Return the month after ``shown``; after December 2106 there is none, and it stays."""
    year, month = shown
    return _kept_in((year, month + 1))


def previous_month(shown: YearMonth) -> YearMonth:
    """Return the month before ``shown``; before January 1946 there is none, and it stays."""
    year, month = shown
    return _kept_in((year, month - 1))


def _kept_in(shown: YearMonth) -> YearMonth:
    """Return the nearest month that a plan speaks of; a thirteenth month is the first of the next year."""
    year, month = shown
    years, months = divmod(year * _MONTHS + month - 1, _MONTHS)
    return max(FIRST_MONTH, min((years, months + 1), LAST_MONTH))
