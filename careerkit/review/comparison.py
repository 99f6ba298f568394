"""Years beside each other: what two records say, and what all of them do."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from careerkit.needs import MOST_SATISFIED
from careerkit.review.decisions import About, Choice, Reason
from careerkit.review.kept_private import tells_private, with_mark, without_mark
from careerkit.review.model import Review, YearPicture
from careerkit.review.reasons import reasons_of
from careerkit.words import joined

HALF_MET: Final = MOST_SATISFIED / 2
"""A need rated below this is met by less than half. A house rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedPlaces:
    """Where a need stood, counted from 1 among the needs that both years compared.

    One that only one of the years compared has its place there, among all, and ``None`` in the other.
    """

    need: str
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingPair:
    """How far a need was met in the older year and in the newer one, each from 0 to 10."""

    need: str
    before: int
    after: int

    @property
    def by(self) -> int:
        """How much more it is met: from -10 to 10."""
        return self.after - self.before


@dataclass(frozen=True, slots=True, kw_only=True)
class YearsCompared:
    """Two years beside each other.

    ``places`` are in the order of the newer year, those that are gone last; ``met`` and ``dropped`` are by
    year. ``goals_again`` are titles of goals that were open, or got another date, in both years,
    ``unmet_again`` the need that came first in both and was met by less than half, and ``reasons_again`` the
    reasons that changed the plan in both. ``untold`` says in sentences what cannot be compared.
    """

    older: int
    newer: int
    places: tuple[NeedPlaces, ...] = ()
    ratings: tuple[RatingPair, ...] = ()
    met: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    dropped: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    goals_again: tuple[str, ...] = ()
    unmet_again: RatingPair | None = None
    reasons_again: tuple[Reason, ...] = ()
    untold: tuple[str, ...] = ()

    @property
    def moved_up(self) -> tuple[NeedPlaces, ...]:
        """The needs that matter more than in the older year, beside the others of both."""
        return tuple(it for it in self.places if it.before and it.after and it.after < it.before)

    @property
    def moved_down(self) -> tuple[NeedPlaces, ...]:
        """The needs that matter less than in the older year, beside the others of both."""
        return tuple(it for it in self.places if it.before and it.after and it.after > it.before)

    @property
    def new(self) -> tuple[NeedPlaces, ...]:
        """The needs that only the newer year compared."""
        return tuple(it for it in self.places if it.before is None)

    @property
    def gone(self) -> tuple[NeedPlaces, ...]:
        """The needs that only the older year compared."""
        return tuple(it for it in self.places if it.after is None)


def compare_years(older: Review, newer: Review) -> YearsCompared:
    """Return two records beside each other, the older year first, whichever way round they are given."""
    older, newer = sorted((older, newer), key=lambda review: review.year)
    then, now = (review.picture or YearPicture() for review in (older, newer))
    told = [review for review in (older, newer) if review.picture is not None]
    both = len(told) == 2  # noqa: PLR2004 - of two
    return YearsCompared(
        older=older.year,
        newer=newer.year,
        places=_places(then.needs, now.needs) if both else (),
        ratings=_ratings(then, now),
        met={review.year: review.picture.met for review in told if review.picture},
        dropped={review.year: review.picture.dropped for review in told if review.picture},
        goals_again=_goals_again(older, newer),
        unmet_again=_unmet_again(then, now),
        reasons_again=tuple(it for it in Reason if reasons_of(older)[it] and reasons_of(newer)[it]),
        untold=tuple(_untold(review.year) for review in (older, newer) if review.picture is None),
    )


def recurs_in_words(compared: YearsCompared, *, include_private: bool = True) -> list[str]:
    """Return what two years have in common that stayed unsettled, a sentence each."""
    shown = [title for title in compared.goals_again if include_private or not tells_private(title)]
    lines = [f"“{title}” was open, or got another date, in both years." for title in shown]
    if again := compared.unmet_again:
        lines.append(
            f"{again.need} came first in both years, and was met by less than half: "
            f"{again.before} of {MOST_SATISFIED}, then {again.after}."
        )
    if compared.reasons_again:
        named = joined([f"“{reason.label}”" for reason in compared.reasons_again])
        lines.append(f"The plan changed in both years for the same reason: {named}.")
    return lines


def _untold(year: int) -> str:
    return (
        f"The record of {year} keeps no picture of the year, "
        "so its needs, ratings and goals are not compared here."
    )


def _places(then: tuple[str, ...], now: tuple[str, ...]) -> tuple[NeedPlaces, ...]:
    before, after = _numbered(then, now), _numbered(now, then)
    return tuple(
        NeedPlaces(
            need=need,
            before=before.get(need) if need in then else None,
            after=after.get(need) if need in now else None,
        )
        for need in dict.fromkeys((*now, *then))
    )


def _numbered(order: tuple[str, ...], other: tuple[str, ...]) -> dict[str, int]:
    """Return the place of each need: among those of both orders, or among all for one that is only here."""
    places = {need: at for at, need in enumerate(order, start=1)}
    common = [need for need in order if need in other]
    return places | {need: at for at, need in enumerate(common, start=1)}


def _ratings(then: YearPicture, now: YearPicture) -> tuple[RatingPair, ...]:
    """Return the ratings of both years, needs in the order of the newer one, and the others after them."""
    rated = {need: value for need, value in then.satisfaction.items() if need in now.satisfaction}
    order = [need for need in dict.fromkeys((*now.needs, *now.satisfaction)) if need in rated]
    return tuple(RatingPair(need=it, before=rated[it], after=now.satisfaction[it]) for it in order)


def _unmet_again(then: YearPicture, now: YearPicture) -> RatingPair | None:
    first = now.needs[0] if now.needs and now.needs[:1] == then.needs[:1] else None
    pair = next((it for it in _ratings(then, now) if it.need == first), None)
    return pair if pair and max(pair.before, pair.after) < HALF_MET else None


def _goals_again(older: Review, newer: Review) -> tuple[str, ...]:
    before = {without_mark(title).casefold() for title in _unsettled(older)}
    return tuple(title for title in _unsettled(newer) if without_mark(title).casefold() in before)


def _unsettled(review: Review) -> tuple[str, ...]:
    """Return the titles of goals that the year left open or gave another date, each once."""
    moved = (
        with_mark(it.title, private=it.private)
        for key, it in review.decisions.items()
        if it.about is About.GOAL and it.choice is Choice.MOVE and it.title and key in review.applied
    )
    return tuple(dict.fromkeys((*(review.picture.open if review.picture else ()), *moved)))


@dataclass(frozen=True, slots=True, kw_only=True)
class YearRow:
    """One year among the others: ``milestones`` are those done, and planned; ``None``: the record is silent.

    ``reason`` is the one that changed the plan most often; of those equally often, the one listed first.
    """

    year: int
    first_need: str = ""
    met: int | None = None
    dropped: int | None = None
    milestones: tuple[int, int] | None = None
    reason: Reason | None = None


def over_years(records: Iterable[Review]) -> tuple[YearRow, ...]:
    """Return a row for each finished review, the oldest year first."""
    finished = (it for it in records if it.finished_on is not None and not it.archived)
    return tuple(_row(it) for it in sorted(finished, key=lambda it: it.year))


def _row(review: Review) -> YearRow:
    reasons = reasons_of(review)
    most = max(Reason, key=lambda reason: reasons[reason]) if reasons else None
    picture = review.picture
    if picture is None:
        return YearRow(year=review.year, reason=most)
    return YearRow(
        year=review.year,
        first_need=next(iter(picture.needs), ""),
        met=len(picture.met),
        dropped=len(picture.dropped),
        milestones=picture.milestones,
        reason=most,
    )
