"""A comparison made anew from an earlier one: said to hold still, or asked again where it may have moved."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Final

from careerkit.change import Change, Ids, Stamp, created
from careerkit.errors import InvalidValueError
from careerkit.needs.actions import AssessmentNotFoundError, seed_from
from careerkit.needs.assessment import Assessment, Mode
from careerkit.needs.intervals import apart
from careerkit.needs.model import PairAnswer, pair_key
from careerkit.needs.result import latest_result, need_order, open_assessment, results
from careerkit.needs.satisfaction import Rating
from careerkit.needs.scoring import wins_matrix

MOST_AGAIN: Final = 8
"""So many pairs are asked again in short: about a minute."""
MUCH: Final = 3
"""From so many points of satisfaction on, a need may matter more, or less, than it did."""


def moved_pairs(
    assessment: Assessment,
    before_ratings: Mapping[str, Rating],
    ratings: Mapping[str, Rating],
    most: int = MOST_AGAIN,
) -> tuple[str, ...]:
    """Return the keys of the answered pairs that are most likely to have moved, at most ``most``.

    Those are the ties, and the pairs whose needs stand next to each other or are too close to call (see
    :func:`~careerkit.needs.apart`). Ties come first, then pairs with a need whose satisfaction moved by 3
    points or more between the two sets of ratings, then the others; among equals the closest first, by how
    often each need was kept, and then those from the top of the order. In fours there are none.

    Source: the project's own rule. Answers that were close call for little to turn them, and a need that is
    met quite differently now may have another weight.
    """
    if assessment.mode is not Mode.PAIRS:
        return ()
    both = before_ratings.keys() & ratings.keys()
    moved = {need for need in both if abs(ratings[need].value - before_ratings[need].value) >= MUCH}
    found = []
    for (upper, one), (lower, other) in combinations(enumerate(need_order(assessment)), 2):
        answer = assessment.answers.get(pair_key(one.need, other.need))
        if answer is not None and (lower == upper + 1 or _is_close(assessment, answer)):
            settled, steady = answer.kept is not None, moved.isdisjoint({one.need, other.need})
            found.append((settled, steady, one.kept - other.kept, upper, lower, answer.key))
    return tuple(key for *_, key in sorted(found)[:most])


def renewable(assessments: Mapping[str, Assessment], needs: Collection[str]) -> Assessment | None:
    """Return the newest result of exactly these needs when it was made in pairs, else ``None``."""
    same = (result for result in results(assessments) if {*result.needs} == {*needs})
    newest = next(same, None)
    return newest if newest is not None and newest.mode is Mode.PAIRS else None


def renew_assessment(
    assessments: Mapping[str, Assessment],
    needs: Sequence[str],
    pairs: Collection[str],
    *,
    ids: Ids,
    stamp: Stamp,
) -> list[Change]:
    """Begin a comparison of ``needs`` that asks only the pairs with these keys.

    All other answers are those of the newest result of the same needs, which stays as it is. No pair is asked
    once more as a check. It changes nothing while a comparison is still open. Raises
    :class:`~careerkit.errors.InvalidValueError` without such a result in pairs, without pairs, and for a pair
    that is not compared.
    """
    if open_assessment(assessments) is not None:
        return []
    base = renewable(assessments, needs)
    if base is None:
        message = "There is no comparison in pairs of just these needs. Compare all of them again."
        raise InvalidValueError(message)
    if not pairs or not base.pair_keys.issuperset(pairs):
        message = "Some of these pairs are not part of the comparison. Reload the page to choose again."
        raise InvalidValueError(message)
    id_ = ids.new()
    bare = replace(base, again=frozenset(), checks=0, repeats={}, finished_at=None)
    kept = {key: answer for key, answer in base.answers.items() if key not in pairs}
    renewed = replace(bare, id=id_, seed=seed_from(id_), started_at=stamp.at, answers=kept)
    return [created(renewed, stamp=stamp)]


def confirm_assessment(assessments: Mapping[str, Assessment], *, ids: Ids, stamp: Stamp) -> list[Change]:
    """Say that the newest result holds still: it is made once more, finished now, with the same answers.

    The earlier one stays as it is. Raises :class:`~careerkit.needs.AssessmentNotFoundError` when there is no
    result.
    """
    latest = latest_result(assessments)
    if latest is None:
        raise AssessmentNotFoundError("")
    same = replace(latest, again=frozenset(), started_at=stamp.at, finished_at=stamp.at)
    return [created(replace(same, id=ids.new()), stamp=stamp)]


def _is_close(assessment: Assessment, answer: PairAnswer) -> bool:
    one, other = assessment.needs.index(answer.left), assessment.needs.index(answer.right)
    return answer.kept is None or not apart(wins_matrix(assessment), one, other)
