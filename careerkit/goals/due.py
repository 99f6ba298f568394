"""Which goals are due, and which of them are late."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from careerkit.goals.model import Goal, GoalStatus

OPEN: Final = frozenset({GoalStatus.IDEA, GoalStatus.PLANNED, GoalStatus.DOING})
"""The statuses of a goal that is still to be met."""


def is_overdue(goal: Goal, today: date) -> bool:
    """Say whether the goal is still open on the day after its due date or later."""
    return goal.status in OPEN and goal.due is not None and goal.due < today


def due_goals(goals: Mapping[str, Goal], today: date, within_days: int = 60) -> list[Goal]:
    """Return the open goals that are overdue or due within so many days, the earliest first.

    Archived goals are left out. Goals of one day keep the order in which they were made.
    """
    dated = [(goal.due, goal) for goal in goals.values() if goal.due and _asks(goal)]
    near = [(due, goal) for due, goal in dated if (due - today).days <= within_days]
    return [goal for _, goal in sorted(near, key=lambda pair: pair[0])]


def _asks(goal: Goal) -> bool:
    return goal.status in OPEN and not goal.archived
