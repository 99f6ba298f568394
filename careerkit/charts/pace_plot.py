"""The ground of a trend line: which day stands how far across, and which value how high."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from careerkit.errors import InvalidValueError
from careerkit.goals import CheckIn, Goal, Measure, measured_checkins, pace_of
from careerkit.words import number_in_words

HEIGHT: Final = 250
"""Pixels from the top of the plot to its ground."""
_ROOM: Final = 44
"""Pixels above the highest value and below the lowest one: two lines of words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a value stands: how far across, from 0 to 1, and how many pixels from the top."""

    at: float
    level: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """What is drawn: the check-ins with a value, the latest value, and whether a way to the target is left.

    ``days`` and ``values`` are the first and last that the plot reaches over.
    """

    measure: Measure
    due: date | None
    today: date
    points: tuple[CheckIn, ...]
    latest: tuple[date, float] | None
    way_left: bool
    days: tuple[date, date]
    values: tuple[float, float]

    def at(self, day: date) -> float:
        """Return how far across a day stands."""
        first, last = self.days
        return (day - first).days / max(1, (last - first).days)

    def level(self, value: float) -> float:
        """Return how many pixels from the top a value stands."""
        low, high = self.values
        return _ROOM + (high - value) / (high - low) * (HEIGHT - 2 * _ROOM)

    def spot(self, day: date, value: float) -> Spot:
        """Return where a value of a day stands."""
        return Spot(at=self.at(day), level=self.level(value))

    @property
    def spots(self) -> list[Spot]:
        """Where the check-ins stand."""
        return [self.spot(it.on, it.value) for it in self.points if it.value is not None]

    @property
    def newest(self) -> Spot | None:
        """Where the latest value stands."""
        return self.spot(*self.latest) if self.latest else None

    @property
    def goes_to(self) -> Spot | None:
        """Where the way that is left ends: the target on the due date."""
        return self.spot(self.due, self.measure.target) if self.way_left and self.due else None

    @property
    def outwards(self) -> int:
        """The side of the target that the way does not come from: -1 above, 1 below."""
        return 1 if self.measure.lower_is_better else -1

    def amount(self, value: float) -> str:
        """Return a value with its unit."""
        return f"{rounded(value)} {self.measure.unit}".strip()


def plot_of(goal: Goal, checkins: Sequence[CheckIn], today: date) -> Plot:
    """Return what the trend line of a goal draws.

    Raises :class:`~careerkit.errors.InvalidValueError` for a goal without a measure.
    """
    measure = goal.measure
    if measure is None:
        raise InvalidValueError("A goal without a measure has no trend line.")
    points = measured_checkins(goal, checkins)
    told = [(it.on, it.value) for it in points if it.value is not None]
    pace = pace_of(goal, points, today)
    days = [today, *(day for day, _ in told), *([goal.due] if goal.due else [])]
    values = [measure.start, measure.target, measure.current, *(value for _, value in told)]
    return Plot(
        measure=measure,
        due=goal.due,
        today=today,
        points=tuple(points),
        latest=pace.latest if pace else next(reversed(told), None),
        way_left=pace is not None and pace.needed is not None,
        days=(min(days), max(days)),
        values=(min(values), max(values)),
    )


def rounded(value: float) -> str:
    """Return a value with six significant digits at most."""
    return number_in_words(float(f"{value:.6g}"))
