"""What an answer is put together from: sentence frames, their sections, and words for needs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from careerkit.interview.grammar import Words, slots_of
from careerkit.interview.model import Asked


class Section(StrEnum):
    """What a sentence is for in an answer."""

    OPENING = "opening"
    DIRECTION = "direction"
    ANOTHER_DIRECTION = "another-direction"
    GOAL = "goal"
    ANOTHER_GOAL = "another-goal"
    MOTIVE = "motive"
    GROWTH = "growth"
    ALIGNMENT = "alignment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A sentence with slots in braces, for one section of the answers of one asked."""

    asked: Asked
    section: Section
    text: str

    @property
    def slots(self) -> frozenset[str]:
        """The names of its slots."""
        return slots_of(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameSet:
    """Everything the composer may say. ``motives`` are words for the needs that can be said aloud."""

    frames: tuple[Frame, ...]
    motives: Mapping[str, str] = field(default_factory=dict)
    words: Words = field(default_factory=Words)

    def of(self, asked: Asked, section: Section) -> tuple[Frame, ...]:
        """Return the frames of one section, in the order they are kept."""
        return tuple(frame for frame in self.frames if frame.asked is asked and frame.section is section)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What an interviewer asks, what is meant by it, how long an answer may be, what it better leaves out."""

    asked: Asked
    asks: str
    means: str
    length: str
    listens_for: tuple[str, ...] = ()
    leave_out: tuple[str, ...] = ()
