"""What a person sees happening around their work, and what it means for them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Final

from careerkit.change import (
    Change,
    Ids,
    Stamp,
    archived,
    created,
    present_entry,
    require_member,
    restored_entry,
    updates,
)
from careerkit.errors import InvalidValueError
from careerkit.labels import Labelled
from careerkit.moments import require_year
from careerkit.numbers import require_between
from careerkit.text import LINE, NOTE, clean_line, clean_text, require_text, require_within

STALE_AFTER: Final = 12
LONGEST_UNSEEN: Final = 120
"""Months after which a trend is stale: as it begins, and at most."""


class TrendDirection(Labelled):
    """Where a trend goes. Values are stored: add, never rename."""

    GROWING = "growing", "Growing"
    SHRINKING = "shrinking", "Shrinking"
    CHANGING = "changing", "Changing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """An observation about the market: seen in a ``source``, and what it ``means`` for the person.

    ``on`` is the day it was last looked at; after ``stale_after`` months without a look it is stale.
    """

    KIND: ClassVar[str] = "trends"

    id: str
    title: str
    on: date
    direction: TrendDirection
    source: str = ""
    means: str = ""
    stale_after: int = STALE_AFTER
    archived: bool = False

    def __post_init__(self) -> None:
        require_text(self.title, ask="Say what you see happening.")
        require_within(self.title, LINE, name="The trend")
        require_within(self.source, NOTE, name="The source")
        require_within(self.means, NOTE, name="What it means for you")
        require_year(self.on.year)
        require_between(self.stale_after, 1, LONGEST_UNSEEN, name="The months until a trend is stale")


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendDraft:
    """What a person enters for a trend; without a day it is refused."""

    title: str
    on: date | None
    direction: str = TrendDirection.GROWING
    source: str = ""
    means: str = ""
    stale_after: int | None = STALE_AFTER


def add_trend(draft: TrendDraft, *, ids: Ids, stamp: Stamp) -> list[Change]:
    """Return the change that adds a trend.

    Raises :class:`~careerkit.errors.InvalidValueError` when it says nothing, has no day or no direction.
    """
    return [created(_trend(ids.new(), draft), stamp=stamp)]


def edit_trend(
    trends: Mapping[str, Trend], trend_id: str, draft: TrendDraft, *, stamp: Stamp
) -> list[Change]:
    """Return what brings a trend in line with ``draft``; nothing when they are alike."""
    old = present_entry(trends, trend_id, noun="trend")
    return updates(old, _trend(trend_id, draft), stamp=stamp)


def look_at_trend(trends: Mapping[str, Trend], trend_id: str, today: date, *, stamp: Stamp) -> list[Change]:
    """Return the change that says a trend is still as it was, as of ``today``."""
    old = present_entry(trends, trend_id, noun="trend")
    return updates(old, replace(old, on=max(old.on, today)), stamp=stamp)


def archive_trend(trends: Mapping[str, Trend], trend_id: str, *, stamp: Stamp) -> list[Change]:
    """Return the change that puts a trend away; goals that answer it keep their link."""
    return [archived(present_entry(trends, trend_id, noun="trend"), stamp=stamp)]


def restore_trend(trends: Mapping[str, Trend], trend_id: str, *, stamp: Stamp) -> list[Change]:
    """Return the change that brings an archived trend back; nothing when it is already there."""
    return restored_entry(trends, trend_id, noun="trend", stamp=stamp)


def months_unseen(trend: Trend, today: date) -> int:
    """Return for how many whole months nobody has looked at a trend; below 0 when its day lies ahead."""
    months = 12 * (today.year - trend.on.year) + today.month - trend.on.month
    return months - (today.day < trend.on.day)


def is_stale(trend: Trend, today: date) -> bool:
    """Say whether a trend has not been looked at for longer than its months."""
    return months_unseen(trend, today) >= trend.stale_after


def _trend(id_: str, draft: TrendDraft) -> Trend:
    if draft.on is None:
        message = "Choose the day on which you saw it."
        raise InvalidValueError(message)
    return Trend(
        id=id_,
        title=clean_line(draft.title),
        on=draft.on,
        direction=require_member(TrendDirection, draft.direction, noun="direction"),
        source=clean_text(draft.source).strip(),
        means=clean_text(draft.means).strip(),
        stale_after=STALE_AFTER if draft.stale_after is None else draft.stale_after,
    )
