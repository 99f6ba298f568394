from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.goals import Goal, GoalStatus, Milestone, MilestoneKind
from careerkit.goals.timeline import TimelineRow, timeline_rows

TODAY = date(2026, 11, 22)
DUE = date(2028, 6, 1)
plan_days = st.dates(date(1946, 1, 1), date(2106, 12, 31))


def _goal(
    id_: str = "g",
    due: date | None = DUE,
    status: GoalStatus = GoalStatus.DOING,
    *,
    archived: bool = False,
) -> Goal:
    return Goal(id=id_, title=f"Goal {id_}", due=due, status=status, archived=archived)


def _step(on: date | None, title: str = "Step", *, done: bool = False, archived: bool = False) -> Milestone:
    year = on.year if on else 2027
    return Milestone(
        id=title, title=title, year=year, kind=MilestoneKind.ROLE, on=on, done=done, archived=archived
    )


def _row(goal: Goal, *steps: Milestone) -> TimelineRow:
    (row,) = timeline_rows([goal], {goal.id: steps}, TODAY, range(2026, 2026 + 7))
    return row


def test_goals_with_a_date_come_by_it_and_others_are_left_out() -> None:
    goals = [
        _goal("late", date(2030, 1, 1)),
        _goal("idea", None, GoalStatus.IDEA),
        _goal("b"),
        _goal("old", archived=True),
        _goal("a"),
    ]

    assert [row.id for row in timeline_rows(goals, {}, TODAY, range(2026, 2026 + 7))] == ["b", "a", "late"]


def test_a_bar_begins_with_the_first_milestone_on_the_way() -> None:
    goal = _goal(status=GoalStatus.PLANNED)
    row = _row(goal, _step(date(2028, 1, 5)), _step(date(2027, 3, 4)), _step(date(2029, 1, 1)))

    assert (row.from_day, row.due) == (date(2027, 3, 4), DUE)
    assert _row(goal, _step(None)).from_day == date(2027, 1, 1)  # its year is all that is known


def test_a_goal_that_is_under_way_or_was_checked_in_on_has_begun() -> None:
    planned, doing = _goal(status=GoalStatus.PLANNED), _goal()
    checked_in = {"g": date(2026, 3, 4)}

    assert _row(doing).from_day == TODAY
    [row] = timeline_rows([planned], {}, TODAY, range(2026, 2033), checked_in)
    assert row.from_day == date(2026, 3, 4)


@pytest.mark.parametrize(
    "steps",
    [[], [_step(date(2028, 6, 2))], [_step(date(2027, 1, 1), archived=True)]],
    ids=["none", "after the date", "archived"],
)
def test_without_a_milestone_on_the_way_a_bar_begins_ninety_days_ahead(steps: list[Milestone]) -> None:
    assert _row(_goal(status=GoalStatus.PLANNED), *steps).from_day == date(2028, 3, 3)


def test_no_bar_begins_before_the_plan_does() -> None:
    assert _row(_goal(), _step(date(2024, 3, 4))).from_day == date(2026, 1, 1)
    assert _row(_goal(due=date(2026, 1, 20))).from_day == date(2026, 1, 1)


def test_a_goal_due_before_the_plan_begins_is_a_day_and_keeps_its_date() -> None:
    row = _row(_goal(due=date(2024, 5, 1)), _step(date(2024, 3, 4)))

    assert row.from_day == row.due == date(2024, 5, 1)


def test_milestones_within_the_plan_are_ticks_by_day() -> None:
    row = _row(
        _goal(),
        _step(date(2028, 1, 5), "later", done=True),
        _step(date(2027, 1, 5), "first"),
        _step(date(2025, 12, 31), "before the plan"),
        _step(date(2033, 1, 1), "after the plan"),
        _step(None, "no day"),
        _step(date(2027, 2, 2), "old", archived=True),
    )

    assert [(tick.on, tick.title, tick.done) for tick in row.ticks] == [
        (date(2027, 1, 5), "first", False),
        (date(2028, 1, 5), "later", True),
    ]


def test_fewer_years_have_fewer_ticks() -> None:
    steps = {"g": [_step(date(2027, 1, 5)), _step(date(2026, 1, 5))]}

    assert len(timeline_rows([_goal()], steps, TODAY, range(2026, 2027))[0].ticks) == 1


@pytest.mark.parametrize(
    ("status", "due", "overdue", "closed"),
    [
        (GoalStatus.DOING, date(2026, 11, 21), True, False),
        (GoalStatus.DOING, date(2026, 11, 22), False, False),
        (GoalStatus.DONE, date(2026, 11, 21), False, True),
        (GoalStatus.DROPPED, date(2026, 11, 21), False, True),
    ],
)
def test_a_row_says_whether_it_is_late_or_closed(
    status: GoalStatus,
    due: date,
    overdue: bool,  # noqa: FBT001 - a table's column
    closed: bool,  # noqa: FBT001 - as above
) -> None:
    row = _row(_goal(due=due, status=status))

    assert (row.status, row.overdue, row.closed) == (status.label, overdue, closed)


@pytest.mark.parametrize(
    ("goal", "steps", "said"),
    [
        (_goal(), [], "Goal g: doing, due 1 Jun 2028"),
        (_goal(due=date(2026, 5, 1)), [], "Goal g: overdue, due 1 May 2026"),
        (_goal(), [_step(None, done=True)], "Goal g: doing, due 1 Jun 2028, 1 of 1 milestone done"),
        (
            _goal(status=GoalStatus.DONE),
            [_step(None), _step(date(2027, 1, 1), done=True)],
            "Goal g: done, due 1 Jun 2028, 1 of 2 milestones done",
        ),
    ],
)
def test_a_row_is_said_in_one_sentence(goal: Goal, steps: list[Milestone], said: str) -> None:
    assert _row(goal, *steps).said == said


@given(plan_days, st.lists(plan_days, max_size=4), st.integers(1946, 2100))
def test_a_bar_ends_with_its_date_and_begins_within_the_plan_if_it_can(
    due: date, on: list[date], start_year: int
) -> None:
    steps = {"g": [_step(day, str(day)) for day in on]}

    (row,) = timeline_rows([_goal(due=due)], steps, TODAY, range(start_year, start_year + 7))

    assert row.from_day <= row.due == due
    assert row.from_day.year >= start_year or row.from_day == due
    assert [tick.on for tick in row.ticks] == sorted(tick.on for tick in row.ticks)
    assert all(start_year <= tick.on.year < start_year + 7 for tick in row.ticks)


def test_rows_can_be_told_apart_by_their_hash() -> None:
    assert len({_row(_goal()), _row(_goal()), _row(_goal(), _step(date(2027, 1, 5)))}) == 2
