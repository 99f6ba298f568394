from collections.abc import Callable, Mapping, Sequence
from datetime import date

import pytest

from careerkit.change import Change, ConflictError, Stamp, archived, inverse
from careerkit.errors import CareerKitError, InvalidValueError
from careerkit.review import (
    About,
    Choice,
    Closing,
    DecidedEntry,
    Decision,
    FinishedReviewError,
    Review,
    ReviewNotFoundError,
    ReviewStep,
    YearPicture,
    answer_step,
    decide,
    finish_review,
    set_review_aside,
    skip_step,
    start_review,
    take_up_review,
)
from careerkit.store import MEMORY, Store, open_store
from careerkit.text import NOTE

Steps = tuple[ReviewStep, ...]
ID = "review-2026-1"


class Shelf:
    """A real store with one workspace, to see what becomes of the changes."""

    def __init__(self) -> None:
        self.store: Store = open_store(MEMORY)
        self.store.create("mine")
        self._commits = 0

    @property
    def reviews(self) -> Mapping[str, Review]:
        return self.store.load("mine").reviews

    @property
    def revision(self) -> int:
        return self.store.load("mine").revision

    def save(self, changes: Sequence[Change], *, seen: int | None = None) -> Mapping[str, Review]:
        self._commits += 1
        revision = self.revision if seen is None else seen
        return self.store.apply("mine", changes, seen=revision, commit_id=str(self._commits)).reviews


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def started(shelf: Shelf, steps: Steps, today: date, stamp: Stamp) -> Mapping[str, Review]:
    return shelf.save(start_review({}, 2026, steps, today, stamp=stamp))


@pytest.fixture
def finished(shelf: Shelf, started: Mapping[str, Review], today: date, stamp: Stamp) -> Mapping[str, Review]:
    shelf.save(answer_step(started, ID, "wins", "A licence.", stamp=stamp))
    closing = Closing(facts={"facts": ["2 done."], "lessons": []}, next_on=date(2027, 11, 22))
    return shelf.save(finish_review(shelf.reviews, ID, closing, today, stamp=stamp))


def test_a_review_starts_with_the_checklist_of_the_day(
    started: Mapping[str, Review], steps: Steps, today: date
) -> None:
    review = started[ID]

    assert (review.year, review.steps, review.started_on) == (2026, steps, today)
    assert review.answers == {}
    assert review.finished_on is None


def test_last_year_can_be_reviewed_too(steps: Steps, today: date, stamp: Stamp) -> None:
    assert start_review({}, 2025, steps, today, stamp=stamp)[0].after["year"] == 2025


@pytest.mark.parametrize("year", [2024, 2027, 1, 99999])
def test_no_other_year_can_be_reviewed(year: int, steps: Steps, today: date, stamp: Stamp) -> None:
    with pytest.raises(InvalidValueError, match="2025 or 2026"):
        start_review({}, year, steps, today, stamp=stamp)


def test_starting_a_review_that_is_under_way_changes_nothing(
    started: Mapping[str, Review], steps: Steps, today: date, stamp: Stamp
) -> None:
    assert start_review(started, 2026, steps, today, stamp=stamp) == []


def test_two_tabs_cannot_start_two_reviews_of_a_year(
    shelf: Shelf, steps: Steps, today: date, stamp: Stamp
) -> None:
    both = [start_review({}, 2026, steps, today, stamp=stamp) for _ in range(2)]
    seen = shelf.revision
    shelf.save(both[0], seen=seen)
    shelf.save(answer_step(shelf.reviews, ID, "wins", "Kept.", stamp=stamp))

    with pytest.raises(ConflictError):
        shelf.save(both[1], seen=seen)

    assert [review.answers for review in shelf.reviews.values()] == [{"wins": "Kept."}]


def test_answers_to_different_steps_in_two_tabs_both_stay(
    shelf: Shelf, started: Mapping[str, Review], stamp: Stamp
) -> None:
    seen = shelf.revision
    shelf.save(answer_step(started, ID, "facts", "Much.", stamp=stamp), seen=seen)
    shelf.save(answer_step(started, ID, "wins", "A licence.", stamp=stamp), seen=seen)

    assert shelf.reviews[ID].answers == {"facts": "Much.", "wins": "A licence."}


def test_an_answer_is_kept_clean_and_an_empty_one_opens_the_step_again(
    shelf: Shelf, started: Mapping[str, Review], stamp: Stamp
) -> None:
    reviews = shelf.save(answer_step(started, ID, "wins", "  One\r\ntwo\x00 {} %s ", stamp=stamp))
    assert reviews[ID].answers["wins"] == "One\ntwo {} %s"

    reviews = shelf.save(answer_step(reviews, ID, "wins", " \u200b ", stamp=stamp))
    assert "wins" not in reviews[ID].answers


def test_the_same_answer_again_changes_nothing(
    shelf: Shelf, started: Mapping[str, Review], stamp: Stamp
) -> None:
    reviews = shelf.save(answer_step(started, ID, "wins", "A licence.", stamp=stamp))

    assert answer_step(reviews, ID, "wins", "A licence.", stamp=stamp) == []


def test_an_answer_that_is_too_long_is_refused_with_the_step(
    started: Mapping[str, Review], stamp: Stamp
) -> None:
    with pytest.raises(InvalidValueError, match="“Wins” has 4,001"):
        answer_step(started, ID, "wins", "x" * (NOTE + 1), stamp=stamp)


def test_skipping_is_remembered_but_never_takes_an_answer_away(
    shelf: Shelf, started: Mapping[str, Review], stamp: Stamp
) -> None:
    reviews = shelf.save(skip_step(started, ID, "facts", stamp=stamp))
    reviews = shelf.save(answer_step(reviews, ID, "wins", "A licence.", stamp=stamp))

    assert reviews[ID].answers == {"facts": "", "wins": "A licence."}
    assert skip_step(reviews, ID, "wins", stamp=stamp) == []
    assert skip_step(reviews, ID, "facts", stamp=stamp) == []


def test_unknown_steps_and_reviews_are_refused(started: Mapping[str, Review], stamp: Stamp) -> None:
    with pytest.raises(InvalidValueError, match="not part of the review"):
        answer_step(started, ID, "nope", "x", stamp=stamp)
    with pytest.raises(InvalidValueError, match="not part of the review"):
        skip_step(started, ID, "nope", stamp=stamp)
    with pytest.raises(ReviewNotFoundError, match="gone"):
        answer_step(started, "nope", "wins", "x", stamp=stamp)


def test_finishing_freezes_facts_and_dates(finished: Mapping[str, Review], today: date) -> None:
    record = finished[ID]

    assert record.facts == {"facts": ("2 done.",)}
    assert (record.finished_on, record.next_on) == (today, date(2027, 11, 22))
    assert record.answers == {"wins": "A licence."}


@pytest.mark.usefixtures("started")
def test_a_record_keeps_the_picture_of_the_year_and_what_was_decided_about_by_name(
    shelf: Shelf, today: date, stamp: Stamp
) -> None:
    for id_ in ("g", "h"):
        decision = Decision(about=About.GOAL, entry_id=id_, choice=Choice.KEEP)
        shelf.save(decide(shelf.reviews, ID, decision, stamp=stamp))
    picture = YearPicture(needs=("Mastery",), satisfaction={"Mastery": 4}, milestones=(1, 2))
    closing = Closing(picture=picture, entries={"goals-g": DecidedEntry(title="Enrol", private=True)})

    record = shelf.save(finish_review(shelf.reviews, ID, closing, today, stamp=stamp))[ID]

    assert record.picture == picture
    assert [(it.title, it.private) for it in record.decisions.values()] == [("Enrol", True), ("", False)]


def test_a_review_can_be_finished_without_a_next_date(
    started: Mapping[str, Review], today: date, stamp: Stamp
) -> None:
    assert len(finish_review(started, ID, Closing(), today, stamp=stamp)) == 1


@pytest.mark.parametrize("next_on", [date(2026, 11, 22), date(2025, 1, 1)])
def test_the_next_review_lies_ahead(
    next_on: date, started: Mapping[str, Review], today: date, stamp: Stamp
) -> None:
    with pytest.raises(InvalidValueError, match="after today"):
        finish_review(started, ID, Closing(next_on=next_on), today, stamp=stamp)


Deed = Callable[[Mapping[str, Review], Stamp], Sequence[Change]]


@pytest.mark.parametrize(
    "deed",
    [
        pytest.param(lambda r, s: answer_step(r, ID, "wins", "Other.", stamp=s), id="answer"),
        pytest.param(lambda r, s: answer_step(r, ID, "wins", "", stamp=s), id="clear"),
        pytest.param(lambda r, s: skip_step(r, ID, "lessons", stamp=s), id="skip"),
        pytest.param(lambda r, s: finish_review(r, ID, Closing(), date(2026, 12, 1), stamp=s), id="finish"),
        pytest.param(lambda r, s: set_review_aside(r, ID, stamp=s), id="aside"),
        pytest.param(lambda r, s: start_review(r, 2026, (), date(2026, 12, 1), stamp=s), id="start"),
    ],
)
def test_no_action_changes_a_finished_review(
    deed: Deed, finished: Mapping[str, Review], stamp: Stamp
) -> None:
    with pytest.raises(FinishedReviewError, match="2026 is finished and stays as it is"):
        deed(finished, stamp)


def test_a_tab_that_has_not_seen_the_end_cannot_change_the_record(
    shelf: Shelf, started: Mapping[str, Review], today: date, stamp: Stamp
) -> None:
    seen = shelf.revision
    late = [
        answer_step(started, ID, "wins", "Too late.", stamp=stamp),
        skip_step(started, ID, "wins", stamp=stamp),
        set_review_aside(started, ID, stamp=stamp),
        [archived(started[ID], stamp=stamp)],
    ]
    record = shelf.save(finish_review(started, ID, Closing(), today, stamp=stamp))[ID]

    for changes in late:
        with pytest.raises(CareerKitError):
            shelf.save(changes, seen=seen)

    assert shelf.reviews[ID] == record


def test_neither_the_end_nor_the_start_of_a_finished_review_can_be_undone(
    shelf: Shelf, finished: Mapping[str, Review], stamp: Stamp
) -> None:
    for batch in reversed(shelf.store.load("mine").history):
        changes = [inverse(change, stamp=stamp, undoes=batch.revision) for change in batch.changes]
        with pytest.raises(CareerKitError):
            shelf.save(changes)

    assert shelf.reviews == finished


def test_a_review_set_aside_makes_room_and_can_be_taken_up_again(
    shelf: Shelf, started: Mapping[str, Review], steps: Steps, today: date, stamp: Stamp
) -> None:
    reviews = shelf.save(answer_step(started, ID, "wins", "A licence.", stamp=stamp))
    reviews = shelf.save(set_review_aside(reviews, ID, stamp=stamp))
    with pytest.raises(InvalidValueError, match="set aside"):
        answer_step(reviews, ID, "wins", "x", stamp=stamp)

    back = shelf.save(take_up_review(reviews, ID, stamp=stamp))
    assert back[ID].answers == {"wins": "A licence."}
    assert take_up_review(back, ID, stamp=stamp) == []

    reviews = shelf.save(set_review_aside(back, ID, stamp=stamp))
    reviews = shelf.save(start_review(reviews, 2026, steps, today, stamp=stamp))
    assert [(review.id, review.archived) for review in reviews.values()] == [
        ("review-2026-1", True),
        ("review-2026-2", False),
    ]
    with pytest.raises(InvalidValueError, match="one review"):
        take_up_review(reviews, ID, stamp=stamp)
