"""What a person does with a review: start, answer, skip, finish, set aside."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count

from careerkit.change import Change, Stamp, archived, created, restored, updates
from careerkit.errors import CareerKitError, InvalidValueError
from careerkit.review.decisions import Decision
from careerkit.review.flow import startable_years
from careerkit.review.model import FinishedReviewError, Review, ReviewStep, YearPicture
from careerkit.text import clean_text, is_blank


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedEntry:
    """What an entry that was decided about is called, and whether it is kept private."""

    title: str
    private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """What a review keeps when it is finished: everything that later changes of the plan must not alter.

    ``facts`` are the lines of each step, by its id, ``picture`` the year to compare with others, ``entries``
    those that were decided about, by the key of the decision, and ``next_on`` the day of the next review.
    """

    facts: Mapping[str, Iterable[str]] = field(default_factory=dict)
    picture: YearPicture | None = None
    entries: Mapping[str, DecidedEntry] = field(default_factory=dict)
    next_on: date | None = None


class ReviewNotFoundError(CareerKitError, LookupError):
    """No stored review has the id."""

    def __init__(self, review_id: str) -> None:
        super().__init__("This review is gone. Was its start undone in another tab?")
        self.review_id = review_id


def start_review(
    reviews: Mapping[str, Review],
    year: int,
    checklist: Iterable[ReviewStep],
    today: date,
    *,
    stamp: Stamp,
) -> list[Change]:
    """Start the review of this year or the last; nothing changes when it is already under way.

    The id follows from the year, so that two tabs cannot start two reviews of it. Raises
    :class:`FinishedReviewError` when that year has its record, and
    :class:`~careerkit.errors.InvalidValueError` for any other year.
    """
    for review in reviews.values():
        if review.year == year and not review.archived:
            _require_unfinished(review)
            return []
    if year not in startable_years(reviews, today):
        message = f"Choose {today.year - 1} or {today.year}: a review looks back on this year or the last."
        raise InvalidValueError(message)
    review = Review(id=_free_id(reviews, year), year=year, steps=tuple(checklist), started_on=today)
    return [created(review, stamp=stamp)]


def answer_step(
    reviews: Mapping[str, Review], review_id: str, step_id: str, text: str, *, stamp: Stamp
) -> list[Change]:
    """Keep the answer to one step; an empty one opens the step again.

    Each answer is a field of its own, so two tabs can answer different steps.
    """
    review = changeable_review(reviews, review_id, step_id)
    text = clean_text(text).strip()
    answers = {key: value for key, value in review.answers.items() if key != step_id}
    if not is_blank(text):
        answers[step_id] = text
    return updates(review, replace(review, answers=answers), stamp=stamp)


def skip_step(reviews: Mapping[str, Review], review_id: str, step_id: str, *, stamp: Stamp) -> list[Change]:
    """Note that a step was passed over on purpose; a step that was answered or skipped stays as it is."""
    review = changeable_review(reviews, review_id, step_id)
    if step_id in review.answers:
        return []
    return updates(review, replace(review, answers={**review.answers, step_id: ""}), stamp=stamp)


def finish_review(
    reviews: Mapping[str, Review], review_id: str, closing: Closing, today: date, *, stamp: Stamp
) -> list[Change]:
    """Make the review a record that keeps what ``closing`` says; nothing can change it afterwards.

    Raises :class:`~careerkit.errors.InvalidValueError` when the next review would not lie ahead.
    """
    review = changeable_review(reviews, review_id)
    if closing.next_on is not None and closing.next_on <= today:
        message = "The next review has to lie ahead. Choose a date after today."
        raise InvalidValueError(message)
    kept = {step.id: tuple(closing.facts.get(step.id, ())) for step in review.steps}
    record = replace(
        review,
        facts={step_id: lines for step_id, lines in kept.items() if lines},
        decisions={key: _named(it, closing.entries.get(key)) for key, it in review.decisions.items()},
        picture=closing.picture,
        finished_on=today,
        next_on=closing.next_on,
    )
    return updates(review, record, stamp=stamp)


def set_review_aside(reviews: Mapping[str, Review], review_id: str, *, stamp: Stamp) -> list[Change]:
    """Put an unfinished review out of sight, with its answers; another one of that year can be started."""
    return [archived(changeable_review(reviews, review_id), stamp=stamp)]


def take_up_review(reviews: Mapping[str, Review], review_id: str, *, stamp: Stamp) -> list[Change]:
    """Bring a review back that was set aside.

    Raises :class:`~careerkit.errors.InvalidValueError` when its year has another review by now.
    """
    review = found_review(reviews, review_id)
    if not review.archived:
        return []
    if any(other.year == review.year and not other.archived for other in reviews.values()):
        message = f"There is another review of {review.year}. A year has one review."
        raise InvalidValueError(message)
    return [restored(review, stamp=stamp)]


def found_review(reviews: Mapping[str, Review], review_id: str) -> Review:
    """Return a stored review. Raises :class:`ReviewNotFoundError`."""
    if review_id not in reviews:
        raise ReviewNotFoundError(review_id)
    return reviews[review_id]


def changeable_review(reviews: Mapping[str, Review], review_id: str, step_id: str | None = None) -> Review:
    """Return a review that is under way, and that has the step ``step_id`` when one is named.

    Raises :class:`ReviewNotFoundError`, :class:`FinishedReviewError`, and
    :class:`~careerkit.errors.InvalidValueError` for one that was set aside and for a step it does not have.
    """
    review = found_review(reviews, review_id)
    _require_unfinished(review)
    if review.archived:
        message = f"The review of {review.year} was set aside. Take it up again first."
        raise InvalidValueError(message)
    if step_id is not None and step_id not in {step.id for step in review.steps}:
        message = "This step is not part of the review. Reload the page to see its steps."
        raise InvalidValueError(message)
    return review


def _named(decision: Decision, entry: DecidedEntry | None) -> Decision:
    return replace(decision, title=entry.title, private=entry.private) if entry else decision


def _free_id(reviews: Mapping[str, Review], year: int) -> str:
    """Return the first id of a year's review that is free; those set aside keep theirs."""
    return next(id_ for n in count(1) if (id_ := f"review-{year}-{n}") not in reviews)


def _require_unfinished(review: Review) -> None:
    if review.finished_on is not None:
        message = f"The review of {review.year} is finished and stays as it is."
        raise FinishedReviewError(message)
