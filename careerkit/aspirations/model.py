"""Directions: the picture of seven years from now, and the aspirations that lead there."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Final

from careerkit.errors import InvalidValueError
from careerkit.labels import Labelled, Mark
from careerkit.moments import LAST_YEAR, require_moment, require_year
from careerkit.text import LINE, NOTE, require_text, require_within

SPAN: Final = 7
"""How many years a plan looks ahead."""
LAST_START: Final = LAST_YEAR - SPAN + 1
"""Last year a plan can begin with."""


class StepKind(Labelled):
    """How an aspiration changed its level. Values are stored: add, never rename."""

    RAISE = "raise", "Raised"
    DOWN = "down", "Stepped down"
    SIDEWAYS = "sideways", "Stepped sideways"
    RETIRE = "retire", "Retired"


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelStep:
    """One change of level, with its reason: from ``before`` to ``after``, at the moment ``at`` (UTC)."""

    kind: StepKind
    before: str
    after: str
    reason: str
    at: datetime

    def __post_init__(self) -> None:
        require_within(self.before, LINE, name="The level")
        require_within(self.after, LINE, name="The level")
        require_within(self.reason, NOTE, name="The reason")
        require_moment(self.at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aspiration:
    """A direction: long-term, perhaps vague and bold, without a date, never finished.

    ``needs`` are the ids of the needs it serves, ``path`` is the id of the path it follows, if it does.
    ``level`` is where the person stands on it, ``next_level`` where they want to be next; ``steps`` are the
    changes of level so far, oldest first.
    """

    KIND: ClassVar[str] = "aspirations"

    id: str
    title: str
    why: str = ""
    needs: frozenset[str] = frozenset()
    mark: Mark = Mark.SAY
    archived: bool = False
    path: str = ""
    level: str = ""
    next_level: str = ""
    steps: tuple[LevelStep, ...] = ()

    def __post_init__(self) -> None:
        require_text(self.title, ask="Give the aspiration a title.")
        require_within(self.path, LINE, name="The path")
        require_within(self.level, LINE, name="The level now")
        require_within(self.next_level, LINE, name="The next level")
        require_within(self.title, LINE, name="The title of the aspiration")
        require_within(self.why, NOTE, name="The why of the aspiration")


@dataclass(frozen=True, slots=True, kw_only=True)
class Vision:
    """Where a person sees themselves after the seven years that begin with ``start_year``."""

    KIND: ClassVar[str] = "visions"
    ID: ClassVar[str] = "vision"

    start_year: int
    role: str = ""
    industry: str = ""
    responsibility: str = ""
    skills: str = ""
    networks: str = ""
    experiences: str = ""
    growth: str = ""
    id: str = ID
    archived: bool = False

    def __post_init__(self) -> None:
        require_year(self.start_year)
        if self.start_year > LAST_START:
            message = f"The seven years can begin in {LAST_START} at the latest. Choose an earlier year."
            raise InvalidValueError(message)
        for name in VISION_PARTS:
            require_within(getattr(self, name), NOTE, name=f"The vision's part “{name}”")


VISION_PARTS: Final = ("role", "industry", "responsibility", "skills", "networks", "experiences", "growth")
"""The parts of a vision, in the order in which they are asked."""
