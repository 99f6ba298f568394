from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from careerkit.review import (
    Review,
    ReviewStep,
    StepState,
    finished_reviews,
    first_open_step,
    minutes_left,
    next_review_on,
    open_review,
    record_entries,
    set_aside_reviews,
    startable_years,
    state_of,
    steps_in,
)

Made = Callable[..., Review]
STEPS = tuple(ReviewStep(id=f"s{n}", title=f"S{n}", asks="?", minutes=n) for n in range(1, 8))


def _review(year: int, *, finished: date | None = None, archived: bool = False) -> Review:
    return Review(
        id=f"r{year}",
        year=year,
        steps=STEPS,
        started_on=date(year, 12, 1),
        finished_on=finished,
        next_on=date(year + 1, 12, 1) if finished else None,
        archived=archived,
    )


def _by_id(*reviews: Review) -> Mapping[str, Review]:
    return {review.id: review for review in reviews}


def test_a_new_review_is_open_from_the_first_step(review_2026: Made) -> None:
    review = review_2026()
    upcoming = first_open_step(review)

    assert upcoming is not None
    assert upcoming.id == "facts"
    assert minutes_left(review) == 11


def test_a_step_that_was_skipped_is_not_asked_again(review_2026: Made) -> None:
    review = review_2026({"facts": "", "lessons": "Ask early."})
    upcoming = first_open_step(review)

    assert state_of(review, "facts") is StepState.SKIPPED
    assert state_of(review, "lessons") is StepState.ANSWERED
    assert upcoming is not None
    assert upcoming.id == "wins"
    assert minutes_left(review) == 5


def test_after_the_last_step_nothing_is_open(review_2026: Made) -> None:
    review = review_2026({"facts": "x", "wins": "", "lessons": "y"})

    assert first_open_step(review) is None
    assert minutes_left(review) == 0


@given(st.dictionaries(st.sampled_from([step.id for step in STEPS]), st.sampled_from(["", " ", "words"])))
def test_every_step_is_in_one_state_and_only_open_ones_take_time(answers: dict[str, str]) -> None:
    review = replace(_review(2026), answers=answers)
    by_state = [steps_in(review, state) for state in StepState]

    assert sorted(step.id for steps in by_state for step in steps) == [step.id for step in STEPS]
    assert minutes_left(review) == sum(step.minutes for step in STEPS if step.id not in answers)


def test_the_review_under_way_is_the_one_of_the_latest_year() -> None:
    reviews = _by_id(_review(2025), _review(2026), _review(2024, archived=True))

    assert open_review(reviews) == reviews["r2026"]
    assert open_review({}) is None
    assert set_aside_reviews(reviews) == (reviews["r2024"],)


def test_records_come_newest_first_and_the_newest_sets_the_next_date() -> None:
    reviews = _by_id(
        _review(2024, finished=date(2024, 12, 9)), _review(2025, finished=date(2025, 12, 9)), _review(2026)
    )

    assert [review.year for review in finished_reviews(reviews)] == [2025, 2024]
    assert next_review_on(reviews) == date(2026, 12, 1)
    assert next_review_on({}) is None


def test_a_year_with_a_review_cannot_be_started_again() -> None:
    today = date(2026, 1, 1)

    assert startable_years({}, today) == (2026, 2025)
    assert startable_years(_by_id(_review(2025, finished=today)), today) == (2026,)
    assert startable_years(_by_id(_review(2026), _review(2025, archived=True)), today) == (2025,)


def test_a_record_shows_each_step_with_its_facts_and_answer(review_2026: Made) -> None:
    review = replace(
        review_2026({"facts": "Much.", "wins": " "}),
        facts={"facts": ("1 done.",)},
        finished_on=date(2026, 12, 1),
    )

    entries = record_entries(review)

    assert [entry.title for entry in entries] == ["Facts", "Wins", "Lessons"]
    assert (entries[0].facts, entries[0].answer) == (("1 done.",), "Much.")
    assert [entry.answer for entry in entries[1:]] == ["", ""]
