from datetime import date, timedelta

import pytest

from careerkit.goals import Goal, GoalStatus, due_goals, is_overdue

TODAY = date(2026, 11, 22)


def _goal(days: int, status: GoalStatus = GoalStatus.PLANNED, *, archived: bool = False) -> Goal:
    due = TODAY + timedelta(days=days)
    return Goal(id=f"g{days}", title=f"In {days}", due=due, status=status, archived=archived)


def _by_id(*goals: Goal) -> dict[str, Goal]:
    return {goal.id: goal for goal in goals}


def test_due_goals_come_by_date_with_the_overdue_first() -> None:
    goals = _by_id(_goal(60), _goal(-400), _goal(0), _goal(61), Goal(id="idea", title="Undated"))

    assert [goal.id for goal in due_goals(goals, TODAY)] == ["g-400", "g0", "g60"]


@pytest.mark.parametrize("status", [GoalStatus.DONE, GoalStatus.DROPPED])
def test_a_closed_goal_is_neither_due_nor_late(status: GoalStatus) -> None:
    closed = _goal(-3, status)

    assert due_goals(_by_id(closed), TODAY) == []
    assert not is_overdue(closed, TODAY)


def test_an_archived_goal_is_not_due() -> None:
    assert due_goals(_by_id(_goal(3, archived=True)), TODAY) == []


@pytest.mark.parametrize(("days", "late"), [(-1, True), (0, False), (1, False)])
def test_a_goal_is_late_from_the_day_after_its_date(days: int, late: bool) -> None:  # noqa: FBT001 - a table's column
    assert is_overdue(_goal(days), TODAY) is late


def test_the_ends_of_the_calendar_break_nothing() -> None:
    goal = Goal(id="far", title="Far", due=date(2106, 12, 31), status=GoalStatus.PLANNED)

    assert due_goals({"far": goal}, date.min, within_days=10**9) == [goal]
    assert due_goals({"far": goal}, date.max) == [goal]
