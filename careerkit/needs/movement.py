"""Two orders beside each other: of two dates, or a person's own and what somebody else guessed."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from careerkit.errors import InvalidValueError
from careerkit.needs.agreement import agreement
from careerkit.needs.assessment import Assessment
from careerkit.needs.result import Standing, need_order
from careerkit.needs.scoring import Wins

NOTICED: Final = 0.15
"""A move smaller than this (one pair of seven) is not worth a sentence: one answer decided it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Where a need stood and stands; a side is ``None`` when it was not compared then."""

    need: str
    before: Standing | None
    after: Standing | None

    @property
    def by(self) -> float:
        """How far it moved: the difference in importance, from -1 (from first to last) to 1."""
        if self.before is None or self.after is None:
            return 0.0
        return self.after.importance - self.before.importance


def moves(before: Assessment, after: Assessment) -> tuple[Move, ...]:
    """Return how every need of either comparison moved, in the order of the later one."""
    then = {standing.need: standing for standing in need_order(before)}
    now = {standing.need: standing for standing in need_order(after)}
    return tuple(
        Move(need=need, before=then.get(need), after=now.get(need)) for need in dict.fromkeys([*now, *then])
    )


def largest_moves(before: Assessment, after: Assessment, *, most: int = 3) -> tuple[Move, ...]:
    """Return the moves that are worth a sentence, the largest first, at most so many."""
    noticed = [move for move in moves(before, after) if abs(move.by) >= NOTICED]
    return tuple(sorted(noticed, key=lambda move: -abs(move.by))[:most])


def answers_in_common(before: Assessment, after: Assessment) -> tuple[int, int]:
    """Return how many pairs were answered the same way both times, and how many were answered both times."""
    both = before.answers.keys() & after.answers.keys()
    return sum(before.answers[key].kept == after.answers[key].kept for key in both), len(both)


@dataclass(frozen=True, slots=True, kw_only=True)
class Guessed:
    """A need with its own rank, from 1, and the place that somebody guessed."""

    need: str
    own: int
    guess: int


def compare_orders(own: Sequence[Standing], guess: Sequence[str]) -> tuple[Guessed, ...]:
    """Return every need with the place it has and the place that was guessed, in the person's own order.

    Raises :class:`~careerkit.errors.InvalidValueError` unless the guess names each of the needs once.
    """
    if sorted(guess) != sorted(standing.need for standing in own):
        message = "A guess puts each of the needs in its place, once."
        raise InvalidValueError(message)
    place = {need: at for at, need in enumerate(guess, start=1)}
    return tuple(Guessed(need=it.need, own=it.rank, guess=place[it.need]) for it in own)


def order_agreement(compared: Sequence[Guessed]) -> float:
    """Return how far two orders agree: 1 for the same order, -1 for the opposite one, about 0 for chance.

    It is Kendall's u of the two; needs that share a rank agree half with either order.
    """
    return agreement([_wins([it.own for it in compared]), _wins([it.guess for it in compared])])


def _wins(places: Sequence[int]) -> Wins:
    """Return who stands before whom, as pairs kept; a shared place is a half for each."""
    wins = [[0.0] * len(places) for _ in places]
    for one, other in combinations(range(len(places)), 2):
        ahead = 0.5 + 0.5 * ((places[one] < places[other]) - (places[one] > places[other]))
        wins[one][other], wins[other][one] = ahead, 1 - ahead
    return wins
