"""The plan as seven years, each with what belongs to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from careerkit.aspirations import SPAN
from careerkit.goals.model import Goal, GoalStatus, Milestone


@dataclass(frozen=True, slots=True, kw_only=True)
class Lanes:
    """Milestones by year. ``years`` has each of the seven years, in order, empty ones included.

    ``earlier`` and ``later`` hold the milestones outside of them, by year.
    """

    years: Mapping[int, tuple[Milestone, ...]]
    earlier: tuple[Milestone, ...] = ()
    later: tuple[Milestone, ...] = ()


def lanes(milestones: Mapping[str, Milestone], start_year: int) -> Lanes:
    """Sort the milestones into the seven years from ``start_year``; archived ones are left out.

    Within a year they keep the order in which they were made.
    """
    span = range(start_year, start_year + SPAN)
    shown = sorted((m for m in milestones.values() if not m.archived), key=lambda m: m.year)
    return Lanes(
        years={year: tuple(m for m in shown if m.year == year) for year in span},
        earlier=tuple(m for m in shown if m.year < span.start),
        later=tuple(m for m in shown if m.year >= span.stop),
    )


def goals_due_in(goals: Mapping[str, Goal], year: int) -> list[Goal]:
    """Return the goals that are due in ``year``, by date; dropped and archived ones are left out."""
    return [goal for due, goal in _by_date(goals) if due.year == year]


def goals_outside(goals: Mapping[str, Goal], start_year: int) -> tuple[list[Goal], list[Goal]]:
    """Return the goals due before and after the seven years from ``start_year``, each by date.

    Dropped and archived ones are left out.
    """
    span = range(start_year, start_year + SPAN)
    dated = _by_date(goals)
    return (
        [goal for due, goal in dated if due.year < span.start],
        [goal for due, goal in dated if due.year >= span.stop],
    )


def _by_date(goals: Mapping[str, Goal]) -> list[tuple[date, Goal]]:
    dated = [
        (goal.due, goal)
        for goal in goals.values()
        if goal.due and not goal.archived and goal.status is not GoalStatus.DROPPED
    ]
    return sorted(dated, key=lambda pair: pair[0])
