"""What the answers say: the order of the needs, and which results there are."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from careerkit.needs.assessment import Assessment, Mode
from careerkit.needs.best_worst import best_worst_scores
from careerkit.needs.intervals import estimates, groups
from careerkit.needs.model import PairAnswer
from careerkit.needs.scoring import circle, circular_triads, wins_matrix


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where one need stands: kept in ``kept`` of the ``of`` questions it was part of.

    ``rank`` counts from 1; needs that stand equally share one. In pairs, a tie is half kept, and ``share``
    says how often the need would be the one to stay if only one of them all could, with the interval ``low``
    to ``high`` (see :func:`~careerkit.needs.estimates`), all from 0 to 1. In fours, ``given_up`` says how
    often it was the first to go, and there is no share: the answers are too few.
    """

    need: str
    rank: int
    kept: float
    of: int
    given_up: int | None = None
    share: float | None = None
    low: float | None = None
    high: float | None = None

    @property
    def score(self) -> float:
        """What decides the place: how often the need was kept, less how often it was given up first."""
        return self.kept - (self.given_up or 0)

    @property
    def importance(self) -> float:
        """How much the need matters beside the others, from 0 (never kept) to 1 (always kept)."""
        if self.given_up is None:
            return self.kept / self.of if self.of else 0.0
        return (self.kept - self.given_up + self.of) / (2 * self.of) if self.of else 0.0


def need_order(assessment: Assessment) -> tuple[Standing, ...]:
    """Return the standing of every need, the one that matters most first.

    In pairs the order is that of the pairs kept, which is the order of the shares when every pair has its
    answer; in fours it is that of best minus worst. Needs that share a rank keep the order of the assessment.
    """
    standings = _from_pairs(assessment) if assessment.mode is Mode.PAIRS else _from_fours(assessment)
    return tuple(sorted(standings, key=lambda standing: standing.rank))


def need_groups(assessment: Assessment) -> tuple[tuple[str, ...], ...]:
    """Return the needs from the first to the last, those together that the answers cannot tell apart.

    In fours they are those that share a rank; see :func:`~careerkit.needs.groups` for pairs.
    """
    if assessment.mode is Mode.FOURS:
        order = need_order(assessment)
        ranks = dict.fromkeys(standing.rank for standing in order)
        return tuple(tuple(it.need for it in order if it.rank == rank) for rank in ranks)
    return tuple(tuple(assessment.needs[at] for at in group) for group in groups(wins_matrix(assessment)))


def first_needs(assessment: Assessment, most: int = 3) -> tuple[str, ...]:
    """Return the needs that come first, at most so many, without parting those that share a rank.

    When more than ``most`` share the first rank, it is all of them.
    """
    order = need_order(assessment)
    whole = [it for it in order if sum(other.rank <= it.rank for other in order) <= most]
    return tuple(it.need for it in whole or [it for it in order if it.rank == 1])


def looked_again(assessment: Assessment) -> tuple[PairAnswer, ...]:
    """Return the answers that were given anew after the comparison was finished, the newest last."""
    end = assessment.finished_at
    anew = [it for it in assessment.answers.values() if end is not None and it.at > end]
    return tuple(sorted(anew, key=lambda answer: answer.at))


def circles(assessment: Assessment) -> tuple[tuple[str, str, str], ...]:
    """Return the needs of every circular triad in the direction of the choices (a over b over c over a)."""
    wins = wins_matrix(assessment)
    needs = assessment.needs
    found = (circle(wins, triad) for triad in circular_triads(wins))
    return tuple((needs[one], needs[two], needs[three]) for one, two, three in found)


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
    answered = [answer.at for answer in assessment.answers.values()]
    answered += [choice.at for choice in assessment.choices.values()]
    newest = max(answered, default=assessment.started_at)
    return assessment.finished_at or newest


def _present(assessments: Mapping[str, Assessment], *, complete: bool) -> Iterable[Assessment]:
    found = assessments.values()
    return (it for it in found if not it.archived and it.is_complete is complete)


def _from_pairs(assessment: Assessment) -> Iterable[Standing]:
    wins = wins_matrix(assessment)
    kept = [sum(row) for row in wins]
    answered = Counter(need for it in assessment.answers.values() for need in (it.left, it.right))
    for need, own, rank, estimate in zip(assessment.needs, kept, _ranks(kept), estimates(wins), strict=True):
        yield Standing(
            need=need,
            rank=rank,
            kept=own,
            of=answered[need],
            share=estimate.share,
            low=estimate.low,
            high=estimate.high,
        )


def _from_fours(assessment: Assessment) -> Iterable[Standing]:
    place = {need: at for at, need in enumerate(assessment.needs)}
    made = [it for it in assessment.choices.values() if it.worst is not None]
    best, worst = [place[it.best] for it in made], [place[it.worst or ""] for it in made]
    scores = best_worst_scores([[place[need] for need in it.needs] for it in made], best, worst, len(place))
    shown = Counter(need for it in made for need in it.needs)
    for need, at, rank in zip(assessment.needs, range(len(place)), _ranks(scores), strict=True):
        yield Standing(need=need, rank=rank, kept=best.count(at), of=shown[need], given_up=worst.count(at))


def _ranks(scores: Sequence[float]) -> list[int]:
    return [1 + sum(more > own for more in scores) for own in scores]
