"""How fast a goal has to move to be met in time, how fast it moves, and when it would arrive."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from statistics import linear_regression
from typing import Final

from careerkit.goals.due import OPEN
from careerkit.goals.model import CheckIn, Goal, GoalStatus, Measure
from careerkit.moments import LAST_YEAR
from careerkit.words import day_in_words, number_in_words

STALE_DAYS: Final = 90
"""Days without a check-in or a change after which a goal that is being done is stale."""
MONTH: Final = 30
"""Days of the month in which a pace is counted."""
YEAR: Final = 365
_MONTHLY: Final = "a month"
_YEARLY: Final = "a year"
_LAST_DAY: Final = date(LAST_YEAR, 12, 31)
_SLOW: Final = 1000
"""A pace that takes more months than this to go the whole way hardly is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How fast a goal moves, in units of its measure per 30 days; below zero when the number falls.

    ``needed`` leads from the newest value, ``latest``, to the target on the due date; ``None`` when there is
    no day left or the target is reached. ``actual`` is ``None`` until there are values of two days. At the
    actual pace the target is reached on ``reached_on``, if it ever is; ``on_track`` says whether that is in
    time, ``None`` when nothing can be compared.
    """

    needed: float | None
    actual: float | None
    latest: tuple[date, float]
    reached_on: date | None
    on_track: bool | None


def pace_of(goal: Goal, checkins: Iterable[CheckIn], today: date) -> Pace | None:
    """Return the pace of an open goal that has a measure and a due date, else ``None``.

    ``checkins`` may hold those of other goals and archived ones, which do not count; on each day the last one
    with a value counts. The newest value is the current one of the measure: as of its check-in, or as of
    ``today`` when it was entered without one.
    Source: ordinary least squares over the days of the check-ins.
    """
    measure, due = goal.measure, goal.due
    if measure is None or due is None or goal.status not in OPEN:
        return None
    values = {it.on: it.value for it in measured_checkins(goal, checkins) if it.value is not None}
    latest = _latest(measure, values, today)
    slope = _slope(values)
    left = measure.target - latest[1]
    met = _is_met(measure, latest[1])
    days = (due - latest[0]).days
    reached_on = None if met or slope is None else _arrival(latest[0], left, slope)
    needed = None if met or due < today or days < 1 else left * MONTH / days
    in_time = reached_on is not None and reached_on <= due
    return Pace(
        needed=needed,
        actual=None if slope is None else slope * MONTH,
        latest=latest,
        reached_on=reached_on,
        on_track=True if met else None if needed is None or slope is None else in_time,
    )


def measured_checkins(goal: Goal, checkins: Iterable[CheckIn]) -> list[CheckIn]:
    """Return the check-ins of a goal that have a value, the oldest first; of one day only the last.

    Those of other goals and archived ones are left out.
    """
    own = [it for it in checkins if it.goal == goal.id and not it.archived and it.value is not None]
    return list({it.on: it for it in sorted(own, key=lambda it: it.on)}.values())


def pace_in_words(pace: Pace, goal: Goal, today: date) -> str:
    """Return what a pace says, in one to three short sentences; nothing for a goal that has none.

    Like: “You need about 2.5 chapters a month; so far it was 1.8. At this pace you arrive on 3 Mar 2028.”
    Rates have two significant digits; slow ones are told per year.
    """
    measure = goal.measure
    if measure is None or goal.due is None:
        return ""
    if _is_met(measure, pace.latest[1]):
        return "You have reached the target."
    ahead, period = _ahead(pace, measure, goal.due, today)
    if pace.actual is None:
        return f"{ahead}. Nothing to compare yet: check in on two days."
    return f"{ahead}; {_so_far(pace.actual, measure, period)}. {_arriving(pace, today)}".rstrip()


def is_stale_goal(goal: Goal, touched_on: date, today: date) -> bool:
    """Say whether a goal is being done, and was last touched more than :data:`STALE_DAYS` days ago."""
    return goal.status is GoalStatus.DOING and (today - touched_on).days > STALE_DAYS


def _latest(measure: Measure, values: dict[date, float], today: date) -> tuple[date, float]:
    newest = max(values, default=None)
    if newest is None or values[newest] != measure.current:  # it was set in the goal itself, without a day
        newest = today
    return newest, measure.current


def _slope(values: dict[date, float]) -> float | None:
    """Return the units per day, or ``None`` with fewer than two days."""
    if len(values) < 2:  # noqa: PLR2004 - a line begins with two points
        return None
    return linear_regression([day.toordinal() for day in values], list(values.values())).slope


def _is_met(measure: Measure, value: float) -> bool:
    return value <= measure.target if measure.lower_is_better else value >= measure.target


def _arrival(since: date, left: float, slope: float) -> date | None:
    if slope == 0 or (left > 0) is not (slope > 0):
        return None
    days = left / slope
    if days > (_LAST_DAY - since).days:
        return None
    return since + timedelta(ceil(round(days, 6)))  # 10.000000001 days are 10


def _ahead(pace: Pace, measure: Measure, due: date, today: date) -> tuple[str, str]:
    """Return what is needed and the period it is told in; with less than a month left, what is missing."""
    left = float(f"{abs(measure.target - pace.latest[1]):.6g}")  # to a person, 10 is 0.1 more than 9.9
    missing = _with_unit(number_in_words(left), measure)
    days = (due - pace.latest[0]).days
    if due < today:
        return f"The date has passed with {missing} to go", ""
    if pace.needed is None or days < MONTH:
        return f"{missing} to go until {day_in_words(due)}", ""
    yearly = days >= YEAR and abs(pace.needed) < 1
    rate = _with_unit(_rounded(pace.needed, yearly=yearly), measure)
    less = " less" if measure.lower_is_better else ""
    period = _YEARLY if yearly else _MONTHLY
    return f"You need about {rate}{less} {period}", period


def _so_far(actual: float, measure: Measure, period: str) -> str:
    """Return how it went; ``period`` is the one just told, in which it need not be said again."""
    whole = measure.target - measure.start
    if abs(actual) < abs(whole) / _SLOW:
        return "so far it hardly moved"
    if (actual > 0) is not (whole > 0):
        return "so far it went the other way"
    if period:
        return f"so far it was {_rounded(actual, yearly=period == _YEARLY)}"
    yearly = abs(actual) < 1
    return f"so far it was about {_rounded(actual, yearly=yearly)} {_YEARLY if yearly else _MONTHLY}"


def _arriving(pace: Pace, today: date) -> str:
    if pace.reached_on is None:
        return ""
    if pace.reached_on < today:
        return "At this pace you would be there by now: check in again."
    return f"At this pace you arrive on {day_in_words(pace.reached_on)}."


def _rounded(rate: float, *, yearly: bool) -> str:
    """Return a rate per 30 days with two significant digits and without its direction."""
    return number_in_words(float(f"{abs(rate) * (YEAR / MONTH if yearly else 1):.2g}"))


def _with_unit(number: str, measure: Measure) -> str:
    return f"{number} {measure.unit.strip()}".strip()
