"""What can be done with an assessment; each action returns the changes it wants."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from careerkit.change import Change, Ids, Stamp, archived, created, updates
from careerkit.errors import CareerKitError, InvalidValueError
from careerkit.needs.assessment import CHECKS, Assessment, Mode
from careerkit.needs.model import PairAnswer, SetChoice, pair_key, set_key
from careerkit.needs.pairs import repeated_pairs
from careerkit.needs.result import open_assessment


class AssessmentNotFoundError(CareerKitError, LookupError):
    """No assessment in view has the id."""

    def __init__(self, assessment_id: str) -> None:
        super().__init__("This comparison is gone. Was it dropped in another tab? You can start a new one.")
        self.assessment_id = assessment_id


def start_assessment(
    assessments: Mapping[str, Assessment],
    needs: Sequence[str],
    *,
    ids: Ids,
    stamp: Stamp,
    mode: Mode = Mode.PAIRS,
) -> list[Change]:
    """Begin to compare ``needs``, given by id; change nothing while a comparison is still open.

    Raises :class:`~careerkit.errors.InvalidValueError` for a number of needs that cannot be compared so.
    """
    if open_assessment(assessments) is not None:
        return []
    id_ = ids.new()
    checks = CHECKS if mode is Mode.PAIRS else 0
    assessment = Assessment(
        id=id_, needs=tuple(needs), seed=seed_from(id_), started_at=stamp.at, mode=mode, checks=checks
    )
    return [created(assessment, stamp=stamp)]


def answer_pair(
    assessments: Mapping[str, Assessment],
    assessment_id: str,
    left: str,
    right: str,
    kept: str | None,
    *,
    stamp: Stamp,
) -> list[Change]:
    """Keep one need of a pair, or neither (``None``); the last missing answer finishes the assessment.

    A pair that has an answer gets the new one instead, and has been looked at again; the same answer once
    more changes nothing else. Raises :class:`~careerkit.errors.InvalidValueError` for needs that are not
    compared here, or when something else than one of the two is kept.
    """
    old = _in_pairs(assessments, assessment_id, left, right)
    answer = PairAnswer(left=left, right=right, kept=kept, at=stamp.at)
    known = old.answers.get(answer.key)
    new = replace(old, again=old.again - {answer.key})
    if known is None or known.kept != kept:
        new = replace(new, answers={**old.answers, answer.key: answer})
    return updates(old, finished(old, new, stamp), stamp=stamp)


def repeat_pair(
    assessments: Mapping[str, Assessment],
    assessment_id: str,
    left: str,
    right: str,
    kept: str | None,
    *,
    stamp: Stamp,
) -> list[Change]:
    """Answer a pair that is asked once more; the last missing answer finishes the assessment.

    It never counts for the order, and never takes the place of the first answer. Raises
    :class:`~careerkit.errors.InvalidValueError` for a pair that is not asked once more.
    """
    old = _in_pairs(assessments, assessment_id, left, right)
    answer = PairAnswer(left=left, right=right, kept=kept, at=stamp.at)
    if answer.key not in {pair_key(*pair) for pair in repeated_pairs(old)}:
        message = "This pair is not asked a second time. Reload the page to see the next one."
        raise InvalidValueError(message)
    known = old.repeats.get(answer.key)
    if known is not None and known.kept == kept:
        return []
    new = replace(old, repeats={**old.repeats, answer.key: answer})
    return updates(old, finished(old, new, stamp), stamp=stamp)


def choose_in_set(
    assessments: Mapping[str, Assessment],
    assessment_id: str,
    needs: Sequence[str],
    *,
    best: str,
    worst: str | None = None,
    stamp: Stamp,
) -> list[Change]:
    """Say which of four needs to keep first and, when it is known, which to give up first.

    The last missing choice finishes the assessment. Raises :class:`~careerkit.errors.InvalidValueError` for
    needs that are not asked about together here, and for choices that are not among them.
    """
    old = present_assessment(assessments, assessment_id)
    if set_key(tuple(needs)) not in old.fours:
        message = "These four needs are not part of the comparison. Reload the page to see the next ones."
        raise InvalidValueError(message)
    choice = SetChoice(needs=tuple(needs), best=best, worst=worst, at=stamp.at)
    known = old.choices.get(choice.key)
    if known is not None and (known.best, known.worst) == (best, worst):
        return []
    new = replace(old, choices={**old.choices, choice.key: choice})
    return updates(old, finished(old, new, stamp), stamp=stamp)


def look_again(
    assessments: Mapping[str, Assessment], assessment_id: str, pairs: Collection[str], *, stamp: Stamp
) -> list[Change]:
    """Ask again for exactly the pairs with these keys; none of them stops asking again.

    The answers there are go on counting until there are new ones. Raises
    :class:`~careerkit.errors.InvalidValueError` for a pair that is not compared here.
    """
    old = present_assessment(assessments, assessment_id)
    return updates(old, replace(old, again=frozenset(pairs)), stamp=stamp)


def drop_assessment(
    assessments: Mapping[str, Assessment], assessment_id: str, *, stamp: Stamp
) -> list[Change]:
    """Put an open assessment aside; a finished one raises :class:`~careerkit.errors.InvalidValueError`."""
    assessment = present_assessment(assessments, assessment_id)
    if assessment.is_complete:
        message = "A finished comparison is kept, so that you can look back at it."
        raise InvalidValueError(message)
    return [archived(assessment, stamp=stamp)]


def present_assessment(assessments: Mapping[str, Assessment], assessment_id: str) -> Assessment:
    """Return the assessment. Raises :class:`AssessmentNotFoundError` when there is none in view."""
    assessment = assessments.get(assessment_id)
    if assessment is None or assessment.archived:
        raise AssessmentNotFoundError(assessment_id)
    return assessment


def _in_pairs(assessments: Mapping[str, Assessment], assessment_id: str, left: str, right: str) -> Assessment:
    assessment = present_assessment(assessments, assessment_id)
    if assessment.mode is not Mode.PAIRS or not {left, right} <= set(assessment.needs):
        message = "These two needs are not part of the comparison. Reload the page to see the next pair."
        raise InvalidValueError(message)
    return assessment


def finished(old: Assessment, new: Assessment, stamp: Stamp) -> Assessment:
    """Return ``new`` with the time it was finished, when it is complete and ``old`` was not."""
    if new.is_complete and not (old.is_complete and old.finished_at):
        return replace(new, finished_at=stamp.at)
    return new


def seed_from(assessment_id: str) -> int:
    """Return the seed of the order in which an assessment asks: another for every id."""
    return int.from_bytes(sha256(assessment_id.encode()).digest()[:4])
