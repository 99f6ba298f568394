"""Where a person stands in a review, and which reviews there are."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from careerkit.review.model import Review, ReviewStep
from careerkit.text import is_blank


class StepState(StrEnum):
    """What has become of a step so far."""

    OPEN = "open"
    ANSWERED = "answered"
    SKIPPED = "skipped"


def state_of(review: Review, step_id: str) -> StepState:
    """Say whether a step was answered, passed over on purpose (an empty answer), or neither yet."""
    answer = review.answers.get(step_id)
    if answer is None:
        return StepState.OPEN
    return StepState.SKIPPED if is_blank(answer) else StepState.ANSWERED


def steps_in(review: Review, state: StepState) -> tuple[ReviewStep, ...]:
    """Return the steps of a review that are in one state, in the order of its checklist."""
    return tuple(step for step in review.steps if state_of(review, step.id) is state)


def first_open_step(review: Review) -> ReviewStep | None:
    """Return the step to go on with: the first neither answered nor skipped, or ``None`` after the last."""
    return next(iter(steps_in(review, StepState.OPEN)), None)


def minutes_left(review: Review) -> int:
    """Return how many minutes the open steps are expected to take. Range: 0 to those of all steps."""
    return sum(step.minutes for step in steps_in(review, StepState.OPEN))


def open_review(reviews: Mapping[str, Review]) -> Review | None:
    """Return the review that is under way, the one of the latest year if there are two, or ``None``."""
    under_way = [r for r in reviews.values() if r.finished_on is None and not r.archived]
    return max(under_way, key=lambda review: review.year, default=None)


def finished_reviews(reviews: Mapping[str, Review]) -> tuple[Review, ...]:
    """Return the records, newest year first."""
    finished = [r for r in reviews.values() if r.finished_on is not None and not r.archived]
    return tuple(sorted(finished, key=lambda review: review.year, reverse=True))


def set_aside_reviews(reviews: Mapping[str, Review]) -> tuple[Review, ...]:
    """Return the unfinished reviews that were put out of sight, newest year first."""
    aside = [r for r in reviews.values() if r.archived and r.finished_on is None]
    return tuple(sorted(aside, key=lambda review: review.year, reverse=True))


def startable_years(reviews: Mapping[str, Review], today: date) -> tuple[int, ...]:
    """Return the years that can be reviewed now: this one and the last, unless they have their review."""
    taken = {review.year for review in reviews.values() if not review.archived}
    return tuple(year for year in (today.year, today.year - 1) if year not in taken)


def next_review_on(reviews: Mapping[str, Review]) -> date | None:
    """Return the date that the newest record set for the next review, or ``None`` when it set none."""
    finished = finished_reviews(reviews)
    return finished[0].next_on if finished else None


def months_since(record: Review, today: date) -> int:
    """Return how many whole months ago a record was finished; 0 when it was not, or the clock went back."""
    if record.finished_on is None:
        return 0
    then = record.finished_on
    months = 12 * (today.year - then.year) + today.month - then.month - (today.day < then.day)
    return max(0, months)
