from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.goals import Goal, GoalStatus, Milestone, MilestoneKind
from careerkit.goals.months import Day, Month, month_of, next_month, previous_month

TODAY = date(2026, 11, 22)
months = st.tuples(st.integers(1946, 2106), st.integers(1, 12))


def _goal(id_: str, due: date | None, *, archived: bool = False) -> Goal:
    status = GoalStatus.PLANNED if due else GoalStatus.IDEA
    return Goal(id=id_, title=id_, due=due, status=status, archived=archived)


def _step(id_: str, on: date | None, year: int = 2026, *, archived: bool = False) -> Milestone:
    year = on.year if on else year
    return Milestone(id=id_, title=id_, year=year, kind=MilestoneKind.ROLE, on=on, archived=archived)


def _days(month: Month) -> list[Day]:
    return [day for week in month.weeks for day in week]


def _day(month: Month, on: date) -> Day:
    return next(day for day in _days(month) if day.on == on)


def test_a_month_is_whole_weeks_that_begin_on_monday() -> None:
    month = month_of(2026, 11, [], [], TODAY)

    assert [week[0].on for week in month.weeks] == [
        date(2026, 10, 26) + timedelta(weeks=at) for at in range(6)
    ]
    assert [day.on for day in _days(month) if day.in_month] == [date(2026, 11, at) for at in range(1, 31)]


def test_a_day_has_the_goals_and_milestones_that_fall_on_it() -> None:
    goals = [_goal("b", TODAY), _goal("a", TODAY), _goal("later", date(2026, 11, 23)), _goal("idea", None)]
    steps = [_step("m", TODAY), _step("other", date(2025, 11, 22))]

    month = month_of(2026, 11, goals, steps, TODAY)

    day = _day(month, TODAY)
    assert [goal.id for goal in day.goals] == ["b", "a"]
    assert [step.id for step in day.milestones] == ["m"]
    assert sum(len(day.goals) + len(day.milestones) for day in _days(month)) == 4


def test_days_of_the_neighbouring_months_show_what_falls_on_them() -> None:
    day = _day(month_of(2026, 11, [_goal("g", date(2026, 10, 31))], [], TODAY), date(2026, 10, 31))

    assert not day.in_month
    assert [goal.id for goal in day.goals] == ["g"]


def test_today_is_marked_and_no_other_day() -> None:
    assert [day.on for day in _days(month_of(2026, 11, [], [], TODAY)) if day.is_today] == [TODAY]
    assert not any(day.is_today for day in _days(month_of(2027, 11, [], [], TODAY)))


def test_milestones_without_a_day_stand_beside_each_month_of_their_year() -> None:
    steps = [_step("a", None), _step("b", None, 2027), _step("c", None), _step("d", TODAY)]

    for at in (1, 11, 12):
        assert [step.id for step in month_of(2026, at, [], steps, TODAY).undated] == ["a", "c"]


def test_archived_entries_are_left_out() -> None:
    steps = [_step("m", TODAY, archived=True), _step("n", None, archived=True)]
    month = month_of(2026, 11, [_goal("g", TODAY, archived=True)], steps, TODAY)

    assert month.undated == ()
    assert not any(day.goals or day.milestones for day in _days(month))


@given(months)
def test_each_day_of_a_month_stands_in_it_once(shown: tuple[int, int]) -> None:
    year, at = shown
    month = month_of(year, at, [], [], TODAY)

    days = _days(month)
    assert [day.on for day in days] == [days[0].on + timedelta(days=ahead) for ahead in range(len(days))]
    assert all(len(week) == 7 and week[0].on.weekday() == 0 for week in month.weeks)
    inside = [day.on for day in days if day.in_month]
    assert {(day.year, day.month) for day in inside} == {shown}
    assert inside[0].day == 1
    assert (inside[-1] + timedelta(days=1)).day == 1


def test_the_first_and_the_last_month_show_the_days_around_them_blank() -> None:
    goals = [_goal("first", date(1946, 1, 1)), _goal("last", date(2106, 12, 31))]

    first, last = (month_of(year, at, goals, [], TODAY) for year, at in ((1946, 1), (2106, 12)))

    assert (_days(first)[0].on, _days(first)[0].in_month) == (date(1945, 12, 31), False)
    assert _days(first)[1].goals == (goals[0],)
    assert _days(last)[-1].on == date(2107, 1, 2)
    assert _day(last, date(2106, 12, 31)).goals == (goals[1],)


@pytest.mark.parametrize(
    ("year", "month", "shown"),
    [
        (1, 1, (1946, 1)),
        (0, 5, (1946, 1)),
        (-9, 5, (1946, 1)),
        (9999, 12, (2106, 12)),
        (10**9, 3, (2106, 12)),
        (2026, 13, (2027, 1)),
        (2026, 0, (2025, 12)),
    ],
)
@pytest.mark.parametrize("today", [date.min, date.max])
def test_a_month_out_of_reach_becomes_the_nearest(
    year: int, month: int, shown: tuple[int, int], today: date
) -> None:
    result = month_of(year, month, [], [], today)

    assert (result.year, result.month) == shown


def test_months_follow_each_other_over_the_end_of_a_year() -> None:
    assert next_month((2026, 12)) == (2027, 1)
    assert previous_month((2027, 1)) == (2026, 12)
    assert next_month((2026, 1)) == (2026, 2)


def test_there_is_no_month_before_the_first_and_none_after_the_last() -> None:
    assert previous_month((1946, 1)) == (1946, 1)
    assert next_month((2106, 12)) == (2106, 12)


@given(months.filter(lambda shown: shown != (2106, 12)))
def test_the_way_back_leads_to_the_same_month(shown: tuple[int, int]) -> None:
    assert previous_month(next_month(shown)) == shown
