"""What an answer is put together from: sentence frames, their sections, and words for needs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import Final

from careerkit.interview.grammar import Words, slots_of
from careerkit.interview.kin import Kin
from careerkit.interview.model import Asked


class Section(StrEnum):
    """What a sentence is for in an answer. Values are stored: add, never rename."""

    OPENING = "opening"
    DIRECTION = "direction"
    ANOTHER_DIRECTION = "another-direction"
    LEADERSHIP = "leadership"
    MASTERY = "mastery"
    GOAL = "goal"
    ANOTHER_GOAL = "another-goal"
    MOTIVE = "motive"
    STRENGTH = "strength"
    EXAMPLE = "example"
    ANOTHER_STRENGTH = "another-strength"
    FOUND_PLAN = "found-plan"
    FOUND_VALUE = "found-value"
    FOUND_TRAINING = "found-training"
    FIT = "fit"
    FIT_AHEAD = "fit-ahead"
    GIVES = "gives"
    GROWTH = "growth"
    GAINS = "gains"
    ALIGNMENT = "alignment"


UNFRAMED: Final = frozenset({Section.EXAMPLE})
"""Sections that are said in the person's own words, without a frame."""

PLAIN: Final = frozenset({Section.OPENING, Section.GROWTH, Section.ALIGNMENT})
"""Sections that say nothing of one entry: there is one sentence of each, wherever its words come from."""

_LIKE: Final[Mapping[Asked, Asked]] = MappingProxyType(
    {Asked.YEARS: Asked.LONG, Asked.WHY_US: Asked.NEAR, Asked.WHY_YOU: Asked.NEAR}
)
"""Whose frames a question uses for a section it has none for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A sentence with slots in braces, for one section of the answers to a question, or to any (``None``)."""

    asked: Asked | None
    section: Section
    text: str

    @property
    def slots(self) -> frozenset[str]:
        """The names of its slots."""
        return slots_of(self.text)


@dataclass(frozen=True, kw_only=True)
class FrameSet:
    """Everything the composer may say. ``motives`` are words for the needs that can be said aloud.

    ``kin`` says which words of the plan meet what a company asks for.
    """

    frames: tuple[Frame, ...]
    motives: Mapping[str, str] = field(default_factory=dict)
    words: Words = field(default_factory=Words)
    kin: Kin = field(default_factory=Kin)

    def of(self, asked: Asked, section: Section) -> tuple[Frame, ...]:
        """Return the frames for one section of the answer to a question, in the order they are kept.

        They are its own, or else those of the question it is like, or else those of any question.
        """
        for owner in (asked, _LIKE.get(asked, asked), None):
            found = self._by_section.get((owner, section))
            if found:
                return found
        return ()

    @cached_property
    def _by_section(self) -> Mapping[tuple[Asked | None, Section], tuple[Frame, ...]]:
        found: dict[tuple[Asked | None, Section], tuple[Frame, ...]] = {}
        for frame in self.frames:
            found[frame.asked, frame.section] = (*found.get((frame.asked, frame.section), ()), frame)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What an interviewer asks, what is meant by it, how long an answer may be, what it better leaves out."""

    asked: Asked
    asks: str
    means: str
    length: str
    listens_for: tuple[str, ...] = ()
    leave_out: tuple[str, ...] = ()
