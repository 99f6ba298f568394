"""What an interviewer asks, and the answers a person prepares for one application."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import ClassVar, Final, Self

from careerkit.errors import InvalidValueError
from careerkit.labels import Labelled
from careerkit.numbers import require_between
from careerkit.text import LINE, LONG, NOTE, require_text, require_within

LENGTHS: Final = (30, 60, 90)
"""Seconds that an answer can be made for: the short one, the usual one, and the full one."""
USUAL_LENGTH: Final = 60
LONGEST_TAKE: Final = 3600
"""Seconds of the longest take that is kept."""
BEST_RATING: Final = 5


class Asked(StrEnum):
    """What the interviewer asks, and how far ahead it looks. Values are stored: add, never rename."""

    NEAR = "near", "Career goals", "three to five years"
    LONG = "long", "Career aspirations", "five to ten years"
    YEARS = "years", "Five to ten years", "five to ten years"
    WHY_US = "why-us", "Why us", "three to five years"
    WHY_YOU = "why-you", "Why you", "three to five years"

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
    STRENGTH = "strengths"
    NEED = "needs"
    RESEARCH = "applications"
    OWN = "own"


class AskKind(Labelled):
    """What kind of thing a company asks for or offers. Values are stored: add, never rename."""

    SKILL = "skill", "Skill"
    VALUE = "value", "Value"
    PLAN = "plan", "Plan or project"
    TRAINING = "training", "Training"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One composed sentence, and the entry of the plan it came from (``source_id``, empty for a template).

    ``section`` names its place in the answer; sentences from before there were sections have none.
    """

    text: str
    origin: Origin
    source_id: str = ""
    section: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """A role one applies for, the company that offers it, and what one found out about both.

    ``about``, ``culture``, ``values``, ``plans`` and ``training`` are about the company, ``posting`` is the
    text of the posting. ``before`` says who had the role before and where they are now, ``learned`` what they
    learned. ``gains`` is what the employer gains when one's goals are met, and ``gives`` says, by aspiration,
    what the role would give towards it. ``say_here`` are the ids of private entries that may be said in this
    one application.
    """

    KIND: ClassVar[str] = "applications"

    id: str
    company: str
    role: str
    notes: str = ""
    archived: bool = False
    interview_on: date | None = None
    about: str = ""
    culture: str = ""
    values: str = ""
    plans: str = ""
    training: str = ""
    posting: str = ""
    before: str = ""
    learned: str = ""
    gains: str = ""
    gives: Mapping[str, str] = field(default_factory=dict)
    say_here: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        require_text(self.company, ask="Name the company you apply to.")
        require_text(self.role, ask="Name the role you apply for.")
        require_within(self.company, LINE, name="The name of the company")
        require_within(self.role, LINE, name="The name of the role")
        require_within(self.notes, LONG, name="The notes on the application")
        require_within(self.posting, LONG, name="The posting")
        for name in ("about", "culture", "values", "plans", "training", "before", "learned", "gains"):
            require_within(getattr(self, name), NOTE, name="The note")
        for text in self.gives.values():
            require_within(text, NOTE, name="What the role gives you")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """Something a company asks for or offers, as one noted it; ``quote`` is how the posting says it.

    ``answered_by`` are the ids of aspirations, goals and strengths, and ``needs`` those of needs, that the
    person says answer it, whether they share words with it or not.
    """

    KIND: ClassVar[str] = "asks"

    id: str
    application_id: str
    title: str
    kind: AskKind = AskKind.SKILL
    quote: str = ""
    answered_by: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    archived: bool = False

    def __post_init__(self) -> None:
        require_text(self.title, ask="Say what the company asks for.")
        require_within(self.title, LINE, name="What the company asks for")
        require_within(self.quote, NOTE, name="The words of the posting")


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """A rule of the review that is silent on one answer, and why."""

    rule: str
    reason: str

    def __post_init__(self) -> None:
        require_text(self.reason, ask="Say in a few words why this mark is wrong here.")
        require_within(self.reason, LINE, name="The reason")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer to one question for one application.

    ``aspirations``, ``goals``, ``strengths`` and ``needs`` are the ids of what the person chose to bring;
    ``composed`` is what was made of them, for ``seconds`` of speech; ``text`` is what the person will say,
    edited or not; ``variant`` counts the wordings asked for. ``silences`` are the rules of the review that
    the person does not want to hear of in this answer.
    """

    KIND: ClassVar[str] = "answers"

    id: str
    application_id: str
    asked: Asked
    aspirations: frozenset[str] = frozenset()
    goals: frozenset[str] = frozenset()
    composed: tuple[Sentence, ...] = ()
    text: str = ""
    variant: int = 0
    archived: bool = False
    strengths: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    seconds: int = USUAL_LENGTH
    silences: tuple[Silence, ...] = ()

    def __post_init__(self) -> None:
        require_within(self.text, LONG, name="The answer")
        if self.seconds not in LENGTHS:
            message = "An answer is made for 30, 60 or 90 seconds. Choose one of them."
            raise InvalidValueError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Take:
    """One time that an answer was said aloud: how long it took, and what the speaker made of it.

    ``seconds`` is the time it took, ``rating`` how it went, from 1 (not yet) to 5 (as I want it).
    """

    KIND: ClassVar[str] = "takes"

    id: str
    application_id: str
    asked: Asked
    on: date
    seconds: int
    rating: int | None = None
    note: str = ""
    archived: bool = False

    def __post_init__(self) -> None:
        require_between(self.seconds, 1, LONGEST_TAKE, name="The time of the take")
        require_between(self.rating, 1, BEST_RATING, name="How it went")
        require_within(self.note, NOTE, name="The note")


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleOff:
    """A rule of the review that is switched off for all answers; its ``id`` is that of the rule."""

    KIND: ClassVar[str] = "rules_off"

    id: str
    reason: str = ""
    archived: bool = False

    def __post_init__(self) -> None:
        require_within(self.reason, LINE, name="The reason")


def answer_id(application_id: str, asked: Asked) -> str:
    """Return the id of the answer to one question for one application.

    There is one such answer: when two tabs write the first text of it, the second must meet the first.
    """
    return f"{application_id}-{asked.value}"
