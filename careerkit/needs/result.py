"""What the answers say: the order of the needs, and how far it can be trusted, in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from careerkit.needs.model import Assessment
from careerkit.needs.pairs import last_answer
from careerkit.needs.scoring import circle, circular_triads, wins_matrix

WELL_TOGETHER: Final = 0.65
"""From this coefficient on, choices between eight needs (at most 7 circular triads) are hardly ever the work
of chance: a coin would do as well in less than 4 of 100 cases. Source: exact distribution for n = 8, after
Kendall and Babington Smith (1940)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where one need stands: kept in ``kept`` (a tie is a half) of its ``of`` answered pairs.

    ``rank`` counts from 1; needs that were kept equally often share one.
    """

    need: str
    rank: int
    kept: float
    of: int


def need_order(assessment: Assessment) -> tuple[Standing, ...]:
    """Return the standing of every need, the one kept most often first.

    Needs that share a rank keep the order they have in the assessment.
    """
    kept = [sum(row) for row in wins_matrix(assessment)]
    answered = [pair for answer in assessment.answers.values() for pair in (answer.left, answer.right)]
    standings = (
        Standing(need=need, rank=1 + sum(more > own for more in kept), kept=own, of=answered.count(need))
        for need, own in zip(assessment.needs, kept, strict=True)
    )
    return tuple(sorted(standings, key=lambda standing: standing.rank))


def circles(assessment: Assessment) -> tuple[tuple[str, str, str], ...]:
    """Return the needs of every circular triad in the direction of the choices (a over b over c over a)."""
    wins = wins_matrix(assessment)
    needs = assessment.needs
    found = (circle(wins, triad) for triad in circular_triads(wins))
    return tuple((needs[one], needs[two], needs[three]) for one, two, three in found)


def consistency_in_words(zeta: float, triads: int) -> str:
    """Say how far the choices hang together, for a coefficient from 0 to 1 and the number of circles."""
    if not triads:
        return "Your choices hang together: nowhere do three of them run in a circle."
    places = "in one place" if triads == 1 else f"in {triads} places"
    if zeta >= WELL_TOGETHER:
        return (
            f"Your choices hang together well; {places} three of them run in a circle, "
            "which happens easily when needs matter about the same to you."
        )
    return (
        f"Some choices pull in different directions: {places} three of them run in a circle. "
        "That is common when several needs matter equally, so read neighbours in the order as close together."
    )


def latest_result(assessments: Mapping[str, Assessment]) -> Assessment | None:
    """Return the finished assessment that was made last, or ``None`` when there is none."""
    return next(iter(results(assessments)), None)


def results(assessments: Mapping[str, Assessment]) -> list[Assessment]:
    """Return the finished assessments that are not archived, the newest first."""
    return sorted(_present(assessments, complete=True), key=made_at, reverse=True)


def open_assessment(assessments: Mapping[str, Assessment]) -> Assessment | None:
    """Return the assessment that still lacks answers, or ``None``; of several, the one started last."""
    return max(_present(assessments, complete=False), key=lambda it: it.started_at, default=None)


def made_at(assessment: Assessment) -> datetime:
    """Return the time (UTC) an assessment speaks of: its end, else its newest answer, else its beginning."""
    newest = last_answer(assessment)
    return assessment.finished_at or (newest.at if newest else assessment.started_at)


def _present(assessments: Mapping[str, Assessment], *, complete: bool) -> Iterable[Assessment]:
    found = assessments.values()
    return (it for it in found if not it.archived and it.is_complete is complete)
