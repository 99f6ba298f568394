"""In which order an answer says things, which of them matter most, and how much fits its length."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from careerkit.interview.frames import Section
from careerkit.interview.model import Asked, Sentence
from careerkit.interview.pace import spoken_length

WORDS: Final[Mapping[int, int]] = MappingProxyType({30: 70, 60: 140, 90: 210})
"""Words of an answer by its seconds, at 140 words a minute, the slower half of ordinary speech."""
OVER: Final = 1.1
"""How far an answer may go beyond its words, as a factor; the shortest one goes as far as it must."""
ALWAYS: Final = 3
"""The rank up to which a piece is always there: how one begins, what one wants, what it is to them."""

ORDER: Final[Mapping[Asked, tuple[tuple[Section, int], ...]]] = MappingProxyType(
    {
        Asked.NEAR: (
            (Section.OPENING, 1),
            (Section.FOUND_PLAN, 11),
            (Section.GOAL, 2),
            (Section.ANOTHER_GOAL, 5),
            (Section.DIRECTION, 4),
            (Section.ANOTHER_DIRECTION, 9),
            (Section.MOTIVE, 10),
            (Section.STRENGTH, 9),
            (Section.EXAMPLE, 10),
            (Section.FIT, 8),
            (Section.FIT_AHEAD, 7),
            (Section.GIVES, 11),
            (Section.GROWTH, 6),
            (Section.GAINS, 12),
            (Section.ALIGNMENT, 3),
        ),
        Asked.LONG: (
            (Section.OPENING, 1),
            (Section.DIRECTION, 2),
            (Section.LEADERSHIP, 7),
            (Section.MASTERY, 7),
            (Section.ANOTHER_DIRECTION, 5),
            (Section.GOAL, 4),
            (Section.ANOTHER_GOAL, 8),
            (Section.MOTIVE, 9),
            (Section.GIVES, 10),
            (Section.STRENGTH, 12),
            (Section.FIT_AHEAD, 11),
            (Section.GROWTH, 6),
            (Section.GAINS, 12),
            (Section.ALIGNMENT, 3),
        ),
        Asked.YEARS: (
            (Section.OPENING, 1),
            (Section.DIRECTION, 2),
            (Section.LEADERSHIP, 8),
            (Section.MASTERY, 8),
            (Section.ANOTHER_DIRECTION, 6),
            (Section.GOAL, 4),
            (Section.ANOTHER_GOAL, 9),
            (Section.MOTIVE, 7),
            (Section.GIVES, 10),
            (Section.GROWTH, 5),
            (Section.GAINS, 11),
            (Section.ALIGNMENT, 3),
        ),
        Asked.WHY_US: (
            (Section.OPENING, 1),
            (Section.FOUND_PLAN, 2),
            (Section.FOUND_VALUE, 5),
            (Section.FOUND_TRAINING, 8),
            (Section.FIT, 9),
            (Section.FIT_AHEAD, 9),
            (Section.GOAL, 3),
            (Section.DIRECTION, 6),
            (Section.GIVES, 7),
            (Section.MOTIVE, 10),
            (Section.STRENGTH, 11),
            (Section.GAINS, 8),
            (Section.ALIGNMENT, 3),
        ),
        Asked.WHY_YOU: (
            (Section.OPENING, 1),
            (Section.STRENGTH, 2),
            (Section.EXAMPLE, 4),
            (Section.ANOTHER_STRENGTH, 5),
            (Section.FIT, 6),
            (Section.FIT_AHEAD, 9),
            (Section.GOAL, 7),
            (Section.DIRECTION, 10),
            (Section.MOTIVE, 12),
            (Section.GROWTH, 11),
            (Section.GAINS, 8),
            (Section.ALIGNMENT, 3),
        ),
    }
)
"""By question: the sections in the order they are said, and how early each is kept (1: first)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A sentence that could be said, and how early it is kept (1: first)."""

    sentence: Sentence
    rank: int


def within(pieces: Iterable[Piece], seconds: int) -> tuple[Sentence, ...]:
    """Return what fits into ``seconds`` of speech, in the order given, the pieces that matter most kept.

    A piece that does not fit any more is left out, and a later one that does is kept; those that an answer
    cannot do without are always there.
    """
    listed = list(pieces)
    room = round(WORDS[seconds] * OVER)
    kept: set[int] = set()
    for place, piece in sorted(enumerate(listed), key=lambda it: (it[1].rank, it[0])):
        words = spoken_length(piece.sentence.text).words
        if words <= room or piece.rank <= ALWAYS:
            kept.add(place)
            room -= words
    return tuple(piece.sentence for place, piece in enumerate(listed) if place in kept)
