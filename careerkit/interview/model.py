"""An application for one role at one company, and the answers prepared for it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Self

from careerkit.text import LINE, LONG, require_text, require_within


class Horizon(StrEnum):
    """How far ahead an answer looks. Values are stored: add, never rename."""

    NEAR = "near", "Near term", "three to five years"
    LONG = "long", "Long term", "five to ten years"

    label: str
    span: str

    def __new__(cls, value: str, label: str, span: str) -> Self:
        """Make a member that carries its label and the years it speaks of."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        member.span = span
        return member


class Origin(StrEnum):
    """Where a sentence comes from. Values are stored: add, never rename."""

    TEMPLATE = "template"
    ASPIRATION = "aspirations"
    GOAL = "goals"
    NEED = "needs"
    RESEARCH = "applications"
    OWN = "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One composed sentence, and the entry of the plan it came from (``source_id``, empty for a template)."""

    text: str
    origin: Origin
    source_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """A role one applies for, the company that offers it, and what one found out about both."""

    KIND: ClassVar[str] = "applications"

    id: str
    company: str
    role: str
    notes: str = ""
    archived: bool = False

    def __post_init__(self) -> None:
        require_text(self.company, ask="Name the company you apply to.")
        require_text(self.role, ask="Name the role you apply for.")
        require_within(self.company, LINE, name="The name of the company")
        require_within(self.role, LINE, name="The name of the role")
        require_within(self.notes, LONG, name="The notes on the application")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer to one horizon's question for one application.

    ``aspirations`` and ``goals`` are the ids of what the person chose to bring; ``composed`` is what was made
    of them; ``text`` is what the person will say, edited or not; ``variant`` counts the wordings asked for.
    """

    KIND: ClassVar[str] = "answers"

    id: str
    application_id: str
    horizon: Horizon
    aspirations: frozenset[str] = frozenset()
    goals: frozenset[str] = frozenset()
    composed: tuple[Sentence, ...] = ()
    text: str = ""
    variant: int = 0
    archived: bool = False

    def __post_init__(self) -> None:
        require_within(self.text, LONG, name="The answer")


def answer_id(application_id: str, horizon: Horizon) -> str:
    """Return the id of the answer to one horizon's question for one application.

    There is one such answer: when two tabs write the first text of it, the second must meet the first.
    """
    return f"{application_id}-{horizon.value}"
