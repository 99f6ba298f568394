"""A yearly review: the questions it asks, the facts it starts from, and the record it becomes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import ClassVar

from careerkit.aspirations import require_year
from careerkit.errors import CareerKitError, InvalidValueError
from careerkit.text import NOTE, require_within


class Prefill(StrEnum):
    """Which facts of the plan a step begins with. Values are stored: add, never rename."""

    NOTHING = "nothing"
    NEEDS = "needs"
    ASPIRATIONS = "aspirations"
    GOALS = "goals"
    MILESTONES = "milestones"
    NEXT_MILESTONES = "next-milestones"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewStep:
    """One question of the checklist: what it ``asks``, ``why``, what it ``shows`` first, and its minutes."""

    id: str
    title: str
    asks: str
    why: str = ""
    shows: Prefill = Prefill.NOTHING
    minutes: int = 3


class FinishedReviewError(CareerKitError):
    """A finished review is a record and does not change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The review of one ``year``, with the checklist it was made with.

    ``answers`` are texts by step id. When it is finished, ``finished_on`` is set and ``facts`` keeps, by step
    id, the lines that the plan said on that day.
    """

    KIND: ClassVar[str] = "reviews"

    id: str
    year: int
    steps: tuple[ReviewStep, ...]
    started_on: date
    answers: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    finished_on: date | None = None
    next_on: date | None = None
    archived: bool = False

    def __post_init__(self) -> None:
        require_year(self.year)
        ids = [step.id for step in self.steps]
        if not ids or len(set(ids)) != len(ids):
            message = "A review needs at least one step, and each step an id of its own."
            raise InvalidValueError(message)
        for step in self.steps:
            require_within(self.answers.get(step.id, ""), NOTE, name=f"The answer to “{step.title}”")
        if self.next_on is not None:
            require_year(self.next_on.year)

    def check_successor(self, new: "Review") -> None:
        """Raise :class:`FinishedReviewError` when ``new`` would change a finished record."""
        if self.finished_on is not None and new != self:
            message = f"The review of {self.year} is finished and stays as it is."
            raise FinishedReviewError(message)
