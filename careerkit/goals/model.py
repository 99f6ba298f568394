"""Destinations: goals one knows to be met when they are met, and the milestones on the way."""

from dataclasses import dataclass
from datetime import date
from math import isfinite
from typing import ClassVar, Final

from careerkit.errors import InvalidValueError
from careerkit.labels import Labelled, Mark
from careerkit.moments import require_year
from careerkit.text import LINE, NOTE, require_text, require_within

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A destination: measurable, dated, and known to be met when it is met.

    ``aspirations`` and ``needs`` are the ids of what it serves. Without ``due`` it stays an idea.
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

    def __post_init__(self) -> None:
        require_text(self.title, ask="Give the goal a title.")
        require_within(self.title, LINE, name="The title of the goal")
        require_within(self.why, NOTE, name="The why of the goal")
        require_within(self.first_step, NOTE, name="The first step of the goal")
        if self.due is not None:
            require_year(self.due.year)
        elif self.status not in (GoalStatus.IDEA, GoalStatus.DROPPED):
            message = f"Give “{self.title}” a date first: a goal without one stays an idea."
            raise InvalidValueError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """A step that belongs to one year of the plan. ``goals`` are the ids of the goals it serves."""

    KIND: ClassVar[str] = "milestones"

    id: str
    title: str
    year: int
    kind: MilestoneKind
    goals: frozenset[str] = frozenset()
    done: bool = False
    archived: bool = False

    def __post_init__(self) -> None:
        require_text(self.title, ask="Give the milestone a title.")
        require_within(self.title, LINE, name="The title of the milestone")
        require_year(self.year)
