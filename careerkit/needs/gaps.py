"""How far needs are met today, and where what matters is missing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from careerkit.needs.assessment import Assessment
from careerkit.needs.result import need_order
from careerkit.needs.satisfaction import MOST_SATISFIED, Rating

LARGE: Final = 3.0
"""Above this gap something is missing that is worth a next step: a need that matters as much as any and is
met less than seven of ten, or one that matters half as much and is met less than four of ten."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A need that has been rated: how much it matters and how far it is met (both 0 to 10), and the gap."""

    need: str
    importance: float
    satisfaction: int
    gap: float


def need_gap(importance: float, satisfaction: float) -> float:
    """Return how much a need asks for attention: importance, weighted with the part that is missing.

    All numbers are from 0 to 10; 10 is a need that matters most and is not met at all, 0 one that is fully
    met or does not matter. Source: importance-performance analysis, after Martilla and James (1977).
    """
    return importance * (MOST_SATISFIED - satisfaction) / MOST_SATISFIED


def need_gaps(assessment: Assessment, ratings: Mapping[str, Rating]) -> tuple[Gap, ...]:
    """Return the gap of every need that has been rated, the largest first.

    Importance is :attr:`Standing.importance` as a number from 0 to 10. Equal gaps keep the order of needs.
    """
    gaps = [
        Gap(
            need=standing.need,
            importance=MOST_SATISFIED * standing.importance,
            satisfaction=rating.value,
            gap=need_gap(MOST_SATISFIED * standing.importance, rating.value),
        )
        for standing in need_order(assessment)
        if (rating := ratings.get(standing.need)) is not None
    ]
    return tuple(sorted(gaps, key=lambda gap: gap.gap, reverse=True))


def large_gaps(assessment: Assessment, ratings: Mapping[str, Rating], *, most: int = 3) -> tuple[Gap, ...]:
    """Return the gaps that are worth a next step, the largest first, at most so many."""
    return tuple(gap for gap in need_gaps(assessment, ratings) if gap.gap > LARGE)[:most]
