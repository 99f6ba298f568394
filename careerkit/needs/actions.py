"""What can be done with an assessment; each action returns the changes it wants."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from careerkit.change import Change, Ids, Stamp, archived, created, updates
from careerkit.errors import CareerKitError, InvalidValueError
from careerkit.needs.model import Assessment, PairAnswer
from careerkit.needs.pairs import last_answer
from careerkit.needs.result import open_assessment


class AssessmentNotFoundError(CareerKitError, LookupError):
    """No assessment in view has the id."""

    def __init__(self, assessment_id: str) -> None:
        super().__init__("This comparison is gone. Was it dropped in another tab? You can start a new one.")
        self.assessment_id = assessment_id


def start_assessment(
    assessments: Mapping[str, Assessment], catalogue_ids: Sequence[str], *, ids: Ids, stamp: Stamp
) -> list[Change]:
    """Begin to compare the needs of the catalogue; change nothing while a comparison is still open."""
    if open_assessment(assessments) is not None:
        return []
    id_ = ids.new()
    seed = int.from_bytes(sha256(id_.encode()).digest()[:4])
    assessment = Assessment(id=id_, needs=tuple(catalogue_ids), seed=seed, started_at=stamp.at)
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

    A pair that has an answer gets the new one instead; the same answer again changes nothing. Raises
    :class:`~careerkit.errors.InvalidValueError` for needs that are not compared here, or when something else
    than one of the two is kept.
    """
    old = _assessment(assessments, assessment_id)
    if not {left, right} <= set(old.needs):
        message = "These two needs are not part of the comparison. Reload the page to see the next pair."
        raise InvalidValueError(message)
    answer = PairAnswer(left=left, right=right, kept=kept, at=stamp.at)
    known = old.answers.get(answer.key)
    if known is not None and known.kept == kept:
        return []
    new = replace(old, answers={**old.answers, answer.key: answer})
    if new.is_complete and not (old.is_complete and old.finished_at):
        new = replace(new, finished_at=stamp.at)
    return updates(old, new, stamp=stamp)


def undo_answer(
    assessments: Mapping[str, Assessment], assessment_id: str, *, stamp: Stamp, only: str = ""
) -> list[Change]:
    """Take back the newest answer, so that its pair is asked again; a finished assessment opens again.

    With ``only``, the key of a pair, nothing happens unless that pair was answered last: a button pressed
    twice then takes back once. Raises :class:`~careerkit.errors.InvalidValueError` when there is no answer.
    """
    old = _assessment(assessments, assessment_id)
    newest = last_answer(old)
    if newest is None:
        message = "There is no answer to take back yet."
        raise InvalidValueError(message)
    if only not in ("", newest.key):
        return []
    answers = {key: answer for key, answer in old.answers.items() if key != newest.key}
    return updates(old, replace(old, answers=answers, finished_at=None), stamp=stamp)


def drop_assessment(
    assessments: Mapping[str, Assessment], assessment_id: str, *, stamp: Stamp
) -> list[Change]:
    """Put an open assessment aside; a finished one raises :class:`~careerkit.errors.InvalidValueError`."""
    assessment = _assessment(assessments, assessment_id)
    if assessment.is_complete:
        message = "A finished comparison is kept, so that you can look back at it."
        raise InvalidValueError(message)
    return [archived(assessment, stamp=stamp)]


def _assessment(assessments: Mapping[str, Assessment], assessment_id: str) -> Assessment:
    assessment = assessments.get(assessment_id)
    if assessment is None or assessment.archived:
        raise AssessmentNotFoundError(assessment_id)
    return assessment
