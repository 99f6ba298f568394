"""How far each need is met, day by day: what was said on an earlier day stays."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import ClassVar, Final

from careerkit.change import Change, Ids, Stamp, created, updates
from careerkit.errors import InvalidValueError
from careerkit.moments import require_moment, require_year
from careerkit.text import NOTE, clean_text, require_within

MOST_SATISFIED: Final = 10
"""End of the scale on which a person says how far a need is met; it begins with 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """How far a need is met: ``value`` from 0, not at all, to 10, fully; ``at`` is UTC."""

    value: int
    at: datetime
    note: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.value <= MOST_SATISFIED:
            message = f"Say how far the need is met with a number from 0 to {MOST_SATISFIED}."
            raise InvalidValueError(message)
        require_within(self.note, NOTE, name="The note")
        require_moment(self.at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Satisfaction:
    """How far the needs were met ``on`` one day; ``ratings`` are kept by need."""

    KIND: ClassVar[str] = "satisfactions"

    id: str
    on: date
    ratings: Mapping[str, Rating] = field(default_factory=dict)
    archived: bool = False

    def __post_init__(self) -> None:
        require_year(self.on.year)


def latest_ratings(satisfactions: Mapping[str, Satisfaction]) -> dict[str, Rating]:
    """Return the newest rating of every need that has one."""
    return _chosen(satisfactions, lambda rating: rating.at.timestamp())


def ratings_near(satisfactions: Mapping[str, Satisfaction], at: datetime) -> dict[str, Rating]:
    """Return, for every need that has a rating, the one given closest to the moment ``at`` (UTC)."""
    return _chosen(satisfactions, lambda rating: -abs((rating.at - at).total_seconds()))


def rate_need(
    satisfactions: Mapping[str, Satisfaction],
    need: str,
    value: int,
    *,
    today: date,
    ids: Ids,
    stamp: Stamp,
) -> list[Change]:
    """Say how far a need is met today, from 0 to 10; today's note on it stays.

    Ratings of earlier days stay as they are. Raises :class:`~careerkit.errors.InvalidValueError` for another
    number.
    """
    known = _of_day(satisfactions, today, need).ratings.get(need)
    if known is not None and known.value == value:
        return []
    rating = Rating(value=value, note=known.note if known else "", at=stamp.at)
    return _with_rating(satisfactions, need, rating, today, ids, stamp)


def note_need(
    satisfactions: Mapping[str, Satisfaction],
    need: str,
    note: str,
    *,
    today: date,
    ids: Ids,
    stamp: Stamp,
) -> list[Change]:
    """Note something on how far a need is met; on another day than it was rated, the number counts anew.

    Raises :class:`~careerkit.errors.InvalidValueError` for a need without a number, and for a note that is
    too long.
    """
    latest = latest_ratings(satisfactions).get(need)
    if latest is None:
        message = "Say how far the need is met first, with a number from 0 to 10; then the note can be kept."
        raise InvalidValueError(message)
    text = clean_text(note).strip()
    if text == latest.note:
        return []
    return _with_rating(satisfactions, need, replace(latest, note=text, at=stamp.at), today, ids, stamp)


def _chosen(
    satisfactions: Mapping[str, Satisfaction], better: Callable[[Rating], float]
) -> dict[str, Rating]:
    chosen: dict[str, Rating] = {}
    for satisfaction in satisfactions.values():
        for need, rating in satisfaction.ratings.items():
            if not satisfaction.archived and (need not in chosen or better(rating) > better(chosen[need])):
                chosen[need] = rating
    return chosen


def _of_day(satisfactions: Mapping[str, Satisfaction], day: date, need: str) -> Satisfaction:
    """Return what was said that day; empty when nothing was.

    When two tabs began the day at once there are two: then the one with the newer rating of the need.
    """
    of_day = [it for it in satisfactions.values() if it.on == day and not it.archived]
    rated = [it for it in of_day if need in it.ratings]
    newest = max(rated, key=lambda it: it.ratings[need].at, default=None)
    return newest or next(iter(of_day), Satisfaction(id="", on=day))


def _with_rating(
    satisfactions: Mapping[str, Satisfaction], need: str, rating: Rating, today: date, ids: Ids, stamp: Stamp
) -> list[Change]:
    old = _of_day(satisfactions, today, need)
    if not old.id:
        return [created(replace(old, id=ids.new(), ratings={need: rating}), stamp=stamp)]
    return updates(old, replace(old, ratings={**old.ratings, need: rating}), stamp=stamp)
