from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Protocol

import pytest

from careerkit.change import Actor, Stamp
from careerkit.review import Prefill, Review, ReviewStep


class Review2026(Protocol):
    def __call__(self, answers: Mapping[str, str] | None = None) -> Review: ...


STEPS = (
    ReviewStep(id="facts", title="Facts", asks="What happened?", shows=Prefill.MILESTONES, minutes=4),
    ReviewStep(id="wins", title="Wins", asks="What went well?", minutes=5),
    ReviewStep(id="lessons", title="Lessons", asks="What now?", minutes=2),
)


@pytest.fixture
def steps() -> tuple[ReviewStep, ...]:
    return STEPS


@pytest.fixture
def stamp() -> Stamp:
    return Stamp(by=Actor(id="ada", name="Ada"), at=datetime(2026, 11, 22, 12, tzinfo=UTC))


@pytest.fixture
def today() -> date:
    return date(2026, 11, 22)


@pytest.fixture
def review_2026(today: date) -> Review2026:
    def made(answers: Mapping[str, str] | None = None) -> Review:
        return Review(id="review-2026-1", year=2026, steps=STEPS, started_on=today, answers=answers or {})

    return made
