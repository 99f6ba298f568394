"""A yearly review: the questions it asks, the facts it starts from, and the record it becomes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import ClassVar, Final

from careerkit.errors import CareerKitError, InvalidValueError
from careerkit.moments import require_year
from careerkit.text import LINE, NOTE, require_text, require_within

MOST_MINUTES: Final = 60
MOST_STEPS: Final = 60


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

    def __post_init__(self) -> None:
        require_text(self.title, ask="Give the step of the review a title.")
        require_within(self.title, LINE, name="The title of the step")
        for text in (self.asks, self.why):
            require_within(text, NOTE, name=f"What “{self.title}” asks")
        if not 0 <= self.minutes <= MOST_MINUTES:
            message = f"A step of the review takes 0 to {MOST_MINUTES} minutes."
            raise InvalidValueError(message)


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
        if not 0 < len(ids) <= MOST_STEPS or len(set(ids)) != len(ids):
            message = f"A review has 1 to {MOST_STEPS} steps, each with an id of its own."
            raise InvalidValueError(message)
        if not {*self.answers, *self.facts} <= set(ids):
            message = "An answer of the review belongs to none of its steps."
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
