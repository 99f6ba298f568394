"""What a person may need from work, and the answers that show which needs come first."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar, Final

from careerkit.errors import InvalidValueError
from careerkit.moments import require_moment

FEWEST: Final = 2
MOST: Final = 20
"""How many needs can be compared: a pair at least, and at most what nobody would want to finish."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """One of the needs that a person weighs against each other.

    ``about`` says in one sentence what it means, ``example`` how it shows in an ordinary week, and
    ``ordinary`` is the sentence that introduces a need that is hard to admit as a common one (else empty).
    """

    id: str
    name: str
    about: str
    example: str = ""
    ordinary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairAnswer:
    """Which of two needs a person would keep; ``kept`` is ``None`` when they could not choose.

    ``left`` and ``right`` say how the pair stood on the screen; ``at`` is UTC.
    """

    left: str
    right: str
    kept: str | None
    at: datetime

    def __post_init__(self) -> None:
        if self.left == self.right or self.kept not in (self.left, self.right, None):
            message = "An answer keeps one of the two needs it compares, or neither."
            raise InvalidValueError(message)
        require_moment(self.at)

    @property
    def key(self) -> str:
        """The name of the pair, whatever the sides."""
        return pair_key(self.left, self.right)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """One comparison of all pairs of ``needs``, in an order that ``seed`` decides.

    ``answers`` are kept by :func:`pair_key`. ``finished_at`` (UTC) is set with the last of
    them.
    """

    KIND: ClassVar[str] = "assessments"

    id: str
    needs: tuple[str, ...]
    seed: int
    started_at: datetime
    answers: Mapping[str, PairAnswer] = field(default_factory=dict)
    finished_at: datetime | None = None
    archived: bool = False

    def __post_init__(self) -> None:
        if len(set(self.needs)) != len(self.needs) or not FEWEST <= len(self.needs) <= MOST:
            message = f"An assessment compares {FEWEST} to {MOST} different needs."
            raise InvalidValueError(message)
        require_moment(self.started_at)
        require_moment(self.finished_at)
        for key, answer in self.answers.items():
            if key != answer.key or not {answer.left, answer.right} <= set(self.needs):
                message = "An answer of the assessment compares needs that are not part of it."
                raise InvalidValueError(message)

    @property
    def pairs(self) -> int:
        """How many pairs there are to compare."""
        return len(self.needs) * (len(self.needs) - 1) // 2

    @property
    def is_complete(self) -> bool:
        """Whether every pair has its answer.

        This decides whether it is finished. ``finished_at`` only says when: two tabs may set it and take an
        answer back at the same time.
        """
        return len(self.answers) == self.pairs


def pair_key(one: str, other: str) -> str:
    """Return the name of a pair of needs, the same for either order."""
    return "+".join(sorted((one, other)))
