"""Directions: the picture of seven years from now, and the aspirations that lead there."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Final, Self

from careerkit.errors import InvalidValueError
from careerkit.text import LINE, NOTE, require_text, require_within

FIRST_YEAR: Final = 1946
LAST_YEAR: Final = 2106
"""Years a plan can speak of: eighty to either side of the product's first."""


class Mark(StrEnum):
    """Whether an entry may be said in an interview. Values are stored: add, never rename."""

    SAY = "say", "Can be said"
    PRIVATE = "private", "Keep it private"

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        """Make a member that carries its label."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


@dataclass(frozen=True, slots=True, kw_only=True)
class Aspiration:
    """A direction: long-term, perhaps vague and bold, without a date, never finished.

    ``needs`` are the ids of the needs it serves.
    """

    KIND: ClassVar[str] = "aspirations"

    id: str
    title: str
    why: str = ""
    needs: frozenset[str] = frozenset()
    mark: Mark = Mark.SAY
    archived: bool = False

    def __post_init__(self) -> None:
        require_text(self.title, ask="Give the aspiration a title.")
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
        for name in VISION_PARTS:
            require_within(getattr(self, name), NOTE, name=f"The vision's part “{name}”")


VISION_PARTS: Final = ("role", "industry", "responsibility", "skills", "networks", "experiences", "growth")
"""The parts of a vision, in the order in which they are asked."""


def require_year(year: int) -> None:
    """Raise :class:`~careerkit.errors.InvalidValueError` for a year no plan speaks of."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        message = f"The year {year} is out of reach. Choose one from {FIRST_YEAR} to {LAST_YEAR}."
        raise InvalidValueError(message)
