"""A yearly review: the questions it asks, the facts it starts from, and the record it becomes."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import ClassVar, Final

from careerkit.errors import CareerKitError, InvalidValueError
from careerkit.moments import require_year
from careerkit.review.decisions import Decision
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
    YEAR = "year"
    WINS = "wins"
    SATISFACTION = "satisfaction"
    STRENGTHS = "strengths"
    TRENDS = "trends"
    BALANCE = "balance"
    LESSONS = "lessons"


class Alters(StrEnum):
    """What a step can change in the plan. Values are stored: add, never rename."""

    NOTHING = "nothing"
    NEEDS = "needs"
    SATISFACTION = "satisfaction"
    ASPIRATIONS = "aspirations"
    GOALS = "goals"
    MILESTONES = "milestones"
    TRENDS = "trends"
    WINS = "wins"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewStep:
    """One question of the checklist: what it ``asks``, ``why``, what it ``shows`` first, and its minutes.

    ``alters`` is what it can change in the plan, ``source`` where the question comes from; ``own`` marks one
    that the person or their coach has added.
    """

    id: str
    title: str
    asks: str
    why: str = ""
    shows: Prefill = Prefill.NOTHING
    minutes: int = 3
    alters: Alters = Alters.NOTHING
    source: str = ""
    own: bool = False

    def __post_init__(self) -> None:
        require_text(self.title, ask="Give the step of the review a title.")
        require_within(self.title, LINE, name="The title of the step")
        for text in (self.asks, self.why, self.source):
            require_within(text, NOTE, name=f"What “{self.title}” asks")
        if not 0 <= self.minutes <= MOST_MINUTES:
            message = f"A step of the review takes 0 to {MOST_MINUTES} minutes."
            raise InvalidValueError(message)


class FinishedReviewError(CareerKitError):
    """A finished review is a record and does not change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Addendum:
    """A correction of a finished review, or a later thought: it stands beside the record, with its day."""

    on: date
    text: str

    def __post_init__(self) -> None:
        require_text(self.text, ask="Write down what you want to add.")
        require_within(self.text, NOTE, name="The addendum")
        require_year(self.on.year)


@dataclass(frozen=True, slots=True, kw_only=True)
class YearPicture:
    """A year as its record keeps it, to be compared with others.

    ``needs`` are names from the first to the last, ``satisfaction`` maps names of needs to 0 to 10; goals
    ``met``, ``open`` and ``dropped`` are titles, ``dropped`` with the reason, ``milestones`` how many of the
    year were done, and planned.
    """

    needs: tuple[str, ...] = ()
    satisfaction: Mapping[str, int] = field(default_factory=dict)
    met: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    dropped: Mapping[str, str] = field(default_factory=dict)
    milestones: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The review of one ``year``, with the checklist it was made with.

    ``answers`` are texts by step id, ``decisions`` what shall become of entries, by their key, and
    ``applied`` the keys of those that the plan has followed; ``private`` are the ids of steps that are never
    shared. When it is finished, ``finished_on`` is set, and ``facts`` keeps, by step id, the lines that the
    plan said on that day, ``picture`` the year for comparison. ``addenda`` can be added later.
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
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    applied: frozenset[str] = frozenset()
    private: frozenset[str] = frozenset()
    picture: YearPicture | None = None
    addenda: tuple[Addendum, ...] = ()

    def __post_init__(self) -> None:
        require_year(self.year)
        ids = [step.id for step in self.steps]
        if not 0 < len(ids) <= MOST_STEPS or len(set(ids)) != len(ids):
            message = f"A review has 1 to {MOST_STEPS} steps, each with an id of its own."
            raise InvalidValueError(message)
        if not {*self.answers, *self.facts} <= set(ids):
            message = "An answer of the review belongs to none of its steps."
            raise InvalidValueError(message)
        if any(key != decision.key for key, decision in self.decisions.items()):
            message = "A decision of the review stands in the wrong place."
            raise InvalidValueError(message)
        for step in self.steps:
            require_within(self.answers.get(step.id, ""), NOTE, name=f"The answer to “{step.title}”")
        if self.next_on is not None:
            require_year(self.next_on.year)

    def check_successor(self, new: "Review") -> None:
        """Raise :class:`FinishedReviewError` when ``new`` would change a finished record.

        An addendum at the end of the others is no change of it.
        """
        added = (
            replace(new, addenda=self.addenda) == self and new.addenda[: len(self.addenda)] == self.addenda
        )
        if self.finished_on is not None and not added:
            message = f"The review of {self.year} is finished and stays as it is."
            raise FinishedReviewError(message)
