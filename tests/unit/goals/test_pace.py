from dataclasses import replace
from datetime import date, timedelta
from itertools import count

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from careerkit.goals import CheckIn, Goal, GoalStatus, Measure
from careerkit.goals.model import LARGEST
from careerkit.goals.pace import Pace, is_stale_goal, measured_checkins, pace_in_words, pace_of
from careerkit.moments import LAST_YEAR

TODAY = date(2026, 3, 2)
FIRST = date(2026, 1, 1)
DUE = date(2026, 8, 28)  # 180 days after 1 March
RISING = Goal(
    id="g",
    title="Write",
    measure=Measure(start=0, target=10, current=4, unit="chapters"),
    due=DUE,
    status=GoalStatus.DOING,
)
FALLING = replace(RISING, measure=Measure(start=90, target=75, current=84, unit="kg"))
numbers = st.floats(min_value=-LARGEST, max_value=LARGEST)
_ids = count()


def _at(day: int, value: float | None, **changes: object) -> CheckIn:
    """A check-in so many days after 1 January 2026; day 59 is 1 March."""
    made = CheckIn(id=f"c{next(_ids)}", goal="g", on=FIRST + timedelta(day), value=value)
    return replace(made, **changes)  # type: ignore[arg-type] # whatever field the test is about


def _paced(goal: Goal, *checkins: CheckIn, today: date = TODAY) -> Pace:
    pace = pace_of(goal, checkins, today)
    assert pace is not None
    return pace


def _told(goal: Goal, *checkins: CheckIn, today: date = TODAY) -> str:
    return pace_in_words(_paced(goal, *checkins, today=today), goal, today)


def test_what_is_needed_leads_from_the_newest_value_to_the_target_on_the_due_date() -> None:
    pace = _paced(RISING, _at(0, 1), _at(59, 4))

    assert pace.latest == (date(2026, 3, 1), 4)
    assert pace.needed == pytest.approx(6 / 180 * 30)


def test_the_actual_pace_is_the_least_squares_line_through_the_check_ins() -> None:
    pace = _paced(RISING, _at(0, 0), _at(30, 3), _at(60, 4))

    assert pace.actual == pytest.approx(2)  # days -30, 0, 30 from the middle: 4 * 30 / 1800 a day
    assert pace.reached_on == FIRST + timedelta(60 + 90)
    assert pace.on_track is True


def test_a_falling_measure_has_a_pace_below_zero() -> None:
    pace = _paced(FALLING, _at(0, 90), _at(59, 84), today=FIRST + timedelta(59))

    assert pace.needed == pytest.approx(-9 / 180 * 30)
    assert pace.actual == pytest.approx(-6 / 59 * 30)
    assert pace.reached_on == FIRST + timedelta(59 + 89)  # 9 kg at 6 in 59 days: 88.5 days
    assert pace.on_track is True


def test_a_pace_that_leads_away_never_arrives_and_is_not_on_track() -> None:
    for goal, values in ((RISING, (6, 4)), (FALLING, (80, 84)), (RISING, (4, 4))):
        pace = _paced(goal, _at(0, values[0]), _at(59, values[1]))

        assert pace.reached_on is None
        assert pace.on_track is False


def test_without_two_days_there_is_no_actual_pace() -> None:
    for checkins in ([], [_at(59, 4)], [_at(59, 1), _at(59, 4)], [_at(0, None), _at(59, 4)]):
        pace = _paced(RISING, *checkins)

        assert (pace.actual, pace.reached_on, pace.on_track) == (None, None, None)
        assert pace.needed is not None


@pytest.mark.parametrize("current", [10, 11])
def test_nothing_is_needed_once_the_target_is_reached(current: float) -> None:
    goal = replace(RISING, measure=Measure(start=0, target=10, current=current))

    pace = _paced(goal, _at(0, 1), _at(59, current))

    assert (pace.needed, pace.reached_on, pace.on_track) == (None, None, True)


def test_nothing_is_needed_any_more_when_the_due_date_is_past() -> None:
    pace = _paced(RISING, _at(0, 2), _at(59, 4), today=DUE + timedelta(1))

    assert (pace.needed, pace.on_track) == (None, None)
    assert pace.reached_on is not None


def test_nothing_can_be_spread_over_no_days() -> None:
    assert _paced(RISING, today=DUE).needed is None
    assert _paced(RISING, today=DUE - timedelta(1)).needed == pytest.approx(6 * 30)


def test_a_current_value_without_a_check_in_is_that_of_today() -> None:
    assert _paced(RISING).latest == (TODAY, 4)
    assert _paced(RISING, _at(0, 1), _at(59, 3)).latest == (TODAY, 4)


@pytest.mark.parametrize(
    "goal",
    [
        replace(RISING, measure=None),
        replace(RISING, due=None, status=GoalStatus.IDEA),
        replace(RISING, status=GoalStatus.DONE),
        replace(RISING, status=GoalStatus.DROPPED),
    ],
)
def test_only_an_open_goal_with_a_measure_and_a_date_has_a_pace(goal: Goal) -> None:
    assert pace_of(goal, [_at(0, 1), _at(59, 4)], TODAY) is None


def test_of_the_check_ins_those_with_a_value_count_once_a_day() -> None:
    kept = [_at(0, 1), _at(59, 4)]
    left_out = [_at(0, 9), _at(5, None), _at(6, 9, archived=True), _at(7, 9, goal="other")]

    assert measured_checkins(RISING, [kept[1], *left_out, kept[0]]) == kept


def test_a_pace_too_slow_to_arrive_within_reach_of_a_plan_never_arrives() -> None:
    pace = _paced(RISING, _at(0, 3.9999), _at(59, 4))

    assert pace.reached_on is None
    assert pace.on_track is False


@given(
    st.lists(st.tuples(st.integers(-20_000, 20_000), numbers), max_size=12),
    st.tuples(numbers, numbers, numbers),
    st.dates(date(1946, 1, 1), date(LAST_YEAR, 12, 31)),
    st.dates(date(1946, 1, 1), date(LAST_YEAR, 12, 31)),
)
def test_a_pace_is_told_whatever_the_numbers(
    values: list[tuple[int, float]], ends: tuple[float, float, float], due: date, today: date
) -> None:
    start, target, current = ends
    assume(start != target)
    goal = replace(RISING, measure=Measure(start=start, target=target, current=current), due=due)
    pace = _paced(goal, *(_at(day, value) for day, value in values), today=today)

    assert pace_in_words(pace, goal, today).endswith(".")
    assert pace.reached_on is None or pace.latest[0] <= pace.reached_on <= date(LAST_YEAR, 12, 31)
    assert pace.needed is None or (pace.needed > 0) is (target > start)
    if pace.reached_on is not None and pace.on_track is not None:
        assert pace.on_track is (pace.reached_on <= due)


@given(st.integers(1, 400), st.integers(1, 400), st.integers(1, 50))
def test_a_steady_pace_arrives_when_it_would_go_on(before: int, after: int, by_day: int) -> None:
    measure = Measure(start=0, target=(before + after) * by_day, current=before * by_day)
    goal = replace(RISING, measure=measure)
    steady = [_at(day, day * by_day) for day in sorted({0, before // 2, before})]

    pace = _paced(goal, *steady)

    assert pace.actual == pytest.approx(30 * by_day)
    assert pace.reached_on == FIRST + timedelta(before + after)


@given(st.integers(-50, 50), st.integers(-50, 50))
def test_up_and_down_are_mirror_images(first: int, last: int) -> None:
    up = replace(RISING, measure=Measure(start=0, target=100, current=last))
    down = replace(RISING, measure=Measure(start=0, target=-100, current=-last))

    one = _paced(up, _at(0, first), _at(59, last))
    other = _paced(down, _at(0, -first), _at(59, -last))

    assert (one.needed, one.actual) == (-(other.needed or 0), -(other.actual or 0))
    assert (one.reached_on, one.on_track) == (other.reached_on, other.on_track)


def test_a_pace_in_words() -> None:
    assert _told(RISING, _at(0, 2), _at(59, 4)) == (
        "You need about 1 chapters a month; so far it was 1. At this pace you arrive on 25 Aug 2026."
    )
    assert _told(FALLING, _at(0, 90), _at(59, 84)) == (
        "You need about 1.5 kg less a month; so far it was 3.1. At this pace you arrive on 29 May 2026."
    )
    assert _told(RISING) == (
        "You need about 1 chapters a month. Nothing to compare yet: check in on two days."
    )
    assert _told(RISING, _at(0, 6), _at(59, 4)) == (
        "You need about 1 chapters a month; so far it went the other way."
    )
    assert (
        _told(RISING, _at(0, 4), _at(59, 4)) == "You need about 1 chapters a month; so far it hardly moved."
    )


def test_a_slow_pace_is_told_by_the_year() -> None:
    goal = replace(
        RISING, measure=Measure(start=0, target=3, current=1, unit="papers"), due=date(2030, 2, 28)
    )

    assert _told(goal, _at(0, 0.9), _at(59, 1)) == (
        "You need about 0.5 papers a year; so far it was 0.62. At this pace you arrive on 24 May 2029."
    )


def test_with_less_than_a_month_left_the_words_say_what_is_left() -> None:
    goal = replace(RISING, due=date(2026, 3, 15))

    assert _told(goal, _at(0, 2), _at(59, 4)) == (
        "6 chapters to go until 15 Mar 2026; so far it was about 1 a month."
        " At this pace you arrive on 25 Aug 2026."
    )


def test_after_the_due_date_the_words_say_what_is_left_and_when_it_may_come() -> None:
    assert _told(RISING, _at(0, 2), _at(59, 4), today=DUE + timedelta(9)) == (
        "The date has passed with 6 chapters to go; so far it was about 1 a month."
        " At this pace you would be there by now: check in again."
    )


def test_a_reached_target_needs_no_numbers() -> None:
    goal = replace(RISING, measure=Measure(start=0, target=10, current=10))

    assert _told(goal) == "You have reached the target."


def test_a_goal_that_has_no_pace_has_no_words() -> None:
    assert pace_in_words(_paced(RISING), replace(RISING, measure=None), TODAY) == ""


@pytest.mark.parametrize(
    ("status", "days", "stale"),
    [
        (GoalStatus.DOING, 90, False),
        (GoalStatus.DOING, 91, True),
        (GoalStatus.PLANNED, 400, False),
        (GoalStatus.DONE, 400, False),
    ],
)
def test_only_a_goal_that_is_being_done_grows_stale(status: GoalStatus, days: int, *, stale: bool) -> None:
    goal = replace(RISING, status=status)

    assert is_stale_goal(goal, TODAY - timedelta(days), TODAY) is stale
