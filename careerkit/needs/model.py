"""What a person may need from work, and the answers that show which needs come first."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from careerkit.errors import InvalidValueError
from careerkit.moments import require_moment

FOUR: Final = 4
"""How many needs stand together in the short form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """One of the needs that a person weighs against each other.

    ``about`` says in one sentence what it means, ``example`` how it shows in an ordinary week. A need that is
    hard to admit has two sentences more: ``ordinary`` introduces it as a common one, and ``once_said`` asks
    what the person would decide once they have said it.
    """

    id: str
    name: str
    about: str
    example: str = ""
    ordinary: str = ""
    once_said: str = ""


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
class SetChoice:
    """Which of four needs a person would keep first, and which they would give up first.

    ``needs`` stand as they did on the screen. ``worst`` is ``None`` until that is chosen too; ``at`` is UTC.
    """

    needs: tuple[str, ...]
    best: str
    worst: str | None
    at: datetime

    def __post_init__(self) -> None:
        left_over = {*self.needs} - {self.best}
        if len({*self.needs}) != FOUR or len(left_over) != FOUR - 1 or self.worst not in (*left_over, None):
            message = "A choice among four needs keeps one of them and gives up another."
            raise InvalidValueError(message)
        require_moment(self.at)

    @property
    def key(self) -> str:
        """The name of the four, whatever their places."""
        return set_key(self.needs)


def pair_key(one: str, other: str) -> str:
    """Return the name of a pair of needs, the same for either order."""
    return set_key((one, other))


def set_key(needs: tuple[str, ...]) -> str:
    """Return the name of some needs that are asked about together, the same for every order."""
    return "+".join(sorted(needs))
