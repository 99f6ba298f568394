"""What a change of level proposes: the level that follows, and the one after it."""

from collections.abc import Sequence
from typing import NamedTuple

from careerkit.aspirations.model import Aspiration, StepKind


class ProposedLevels(NamedTuple):
    """The level from now on and the next one; either is empty where nothing suggests itself."""

    level: str = ""
    next_level: str = ""


def proposed_levels(aspiration: Aspiration, kind: StepKind, ladder: Sequence[str]) -> ProposedLevels:
    """Return what a change of level begins with, to be changed at will.

    ``ladder`` holds the levels of the path, lowest first, and may be empty. Raised, the level is the one that
    was wanted next, else the rung above; stepping down, it is the rung below, and nothing is next. A step
    sideways leaves the ladder, so only what was wanted next stays.
    """
    match kind:
        case StepKind.RAISE:
            level = aspiration.next_level or _rung(ladder, aspiration.level, 1)
            return ProposedLevels(level, _rung(ladder, level, 1))
        case StepKind.DOWN:
            return ProposedLevels(_rung(ladder, aspiration.level, -1))
        case StepKind.SIDEWAYS:
            return ProposedLevels(next_level=aspiration.next_level)
        case StepKind.RETIRE:
            return ProposedLevels()


def _rung(ladder: Sequence[str], level: str, away: int) -> str:
    """Return the rung so many above a level, empty when the ladder ends there or the level is none of it."""
    at = ladder.index(level) + away if level in ladder else -1
    return ladder[at] if 0 <= at < len(ladder) else ""
