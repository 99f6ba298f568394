"""Destinations: goals one knows to be met when they are met, and the milestones on the way."""

from dataclasses import dataclass
from datetime import date
from math import isfinite
from typing import ClassVar, Final

from careerkit.errors import InvalidValueError
from careerkit.labels import Labelled, Mark
from careerkit.moments import require_year
from careerkit.numbers import require_between
from careerkit.text import LINE, NOTE, require_text, require_within

MOST_CONFIDENT: Final = 10
WHOLE: Final = 100
"""All of it, in percent."""
HEAVIEST: Final = 5
"""The largest weight of a milestone; the smallest is 1."""
LARGEST: Final = 1e12
"""Largest number a measure can hold, in its own unit."""


class GoalStatus(Labelled):
    """How far a goal has come. Values are stored: add, never rename."""

    IDEA = "idea", "Idea"
    PLANNED = "planned", "Planned"
    DOING = "doing", "Doing"
    DONE = "done", "Done"
    DROPPED = "dropped", "Dropped"


class MilestoneKind(Labelled):
    """What kind of step a milestone is. Values are stored: add, never rename."""

    QUALIFICATION = "qualification", "Qualification"
    ROLE = "role", "Role"
    EXPERIENCE = "experience", "Experience"
    NETWORK = "network", "Network"
    TRAINING = "training", "Training"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """How one knows that a goal is met: a number that moves from ``start`` to ``target``, in ``unit``.

    A target below the start means that lower is better.
    """

    start: float
    target: float
    current: float
    unit: str = ""

    def __post_init__(self) -> None:
        for value in (self.start, self.target, self.current):
            if not isfinite(value) or abs(value) > LARGEST:
                message = "A measure needs ordinary numbers. Please enter them again."
                raise InvalidValueError(message)
        if self.start == self.target:
            message = "Start and target of the measure are the same. Choose a target that is different."
            raise InvalidValueError(message)
        require_within(self.unit, LINE, name="The unit of the measure")

    @property
    def lower_is_better(self) -> bool:
        """Whether the way to the target leads down."""
        return self.target < self.start


@dataclass(frozen=True, slots=True, kw_only=True)
class IfThen:
    """A plan for the main obstacle: if ``obstacle`` happens, then I will ``action``.

    Source: implementation intentions, Gollwitzer and Sheeran (2006); both parts are needed for the effect.
    """

    obstacle: str
    action: str

    def __post_init__(self) -> None:
        require_text(self.obstacle, ask="Say what may get in the way: the “if” of your plan.")
        require_text(self.action, ask="Say what you will do then: the “then” of your plan.")
        require_within(self.obstacle, NOTE, name="The obstacle")
        require_within(self.action, NOTE, name="What you will do")


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A destination: measurable, dated, and known to be met when it is met.

    ``aspirations`` and ``needs`` are the ids of what it serves, ``trends`` of what it answers. Without
    ``due`` it stays an idea. A goal with ``yes_no`` is met or not, with no number between. ``confidence`` is
    how sure the person is to meet it, from 1 to 10; ``by_hand`` is progress in percent that the person set
    themselves, and that counts instead of what adds up.
    """

    KIND: ClassVar[str] = "goals"

    id: str
    title: str
    why: str = ""
    first_step: str = ""
    measure: Measure | None = None
    due: date | None = None
    aspirations: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    status: GoalStatus = GoalStatus.IDEA
    mark: Mark = Mark.SAY
    archived: bool = False
    yes_no: bool = False
    if_then: IfThen | None = None
    confidence: int | None = None
    trends: frozenset[str] = frozenset()
    by_hand: int | None = None

    def __post_init__(self) -> None:
        require_text(self.title, ask="Give the goal a title.")
        require_between(self.confidence, 1, MOST_CONFIDENT, name="How sure you are")
        require_between(self.by_hand, 0, WHOLE, name="Progress set by hand")
        if self.yes_no and self.measure is not None:
            message = "A goal is measured by a number or by yes and no, not by both. Choose one of them."
            raise InvalidValueError(message)
        require_within(self.title, LINE, name="The title of the goal")
        require_within(self.why, NOTE, name="The why of the goal")
        require_within(self.first_step, NOTE, name="The first step of the goal")
        if self.due is not None:
            require_year(self.due.year)
        elif self.status not in (GoalStatus.IDEA, GoalStatus.DROPPED):
            message = f"Give “{self.title}” a date first: a goal without one stays an idea."
            raise InvalidValueError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """How a goal stood on a day: the ``value`` of its measure, if it has one, and a note."""

    KIND: ClassVar[str] = "checkins"

    id: str
    goal: str
    on: date
    value: float | None = None
    note: str = ""
    archived: bool = False

    def __post_init__(self) -> None:
        require_year(self.on.year)
        require_within(self.note, NOTE, name="The note")
        if self.value is not None and (not isfinite(self.value) or abs(self.value) > LARGEST):
            message = "A check-in needs an ordinary number. Please enter it again."
            raise InvalidValueError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """A step that belongs to one year of the plan, perhaps to one day of it (``on``).

    ``goals`` are the ids of the goals it serves; ``weight``, 1 to 5, says how much it counts for them. Those
    that repeat from year to year share a ``series``: the id of the first of them.
    """

    KIND: ClassVar[str] = "milestones"

    id: str
    title: str
    year: int
    kind: MilestoneKind
    goals: frozenset[str] = frozenset()
    done: bool = False
    archived: bool = False
    weight: int = 1
    on: date | None = None
    series: str = ""

    def __post_init__(self) -> None:
        require_text(self.title, ask="Give the milestone a title.")
        require_between(self.weight, 1, HEAVIEST, name="The weight of the milestone")
        if self.on is not None and self.on.year != self.year:
            message = f"The day of “{self.title}” lies in {self.on.year}, and its year is {self.year}."
            raise InvalidValueError(message)
        require_within(self.title, LINE, name="The title of the milestone")
        require_year(self.year)
