"""Whether something in a sentence is wished for."""

from typing import Final

from careerkit.interview.cancel import Clues
from careerkit.interview.sentences import END, PAUSE, START

_GAP: Final = 8
"""Words that may stand between a wish and what is wished."""
_LONG_GAP: Final = 20
"""The same for what hangs on the wish by "and"."""
_AFTER: Final = 5
"""Words, pauses counted, after which "… is my dream" may follow."""
_JOINS: Final = frozenset({"and", "or"})
_STOPS: Final = frozenset({PAUSE, START, END})


def wish_before(clues: Clues, first: int, end: int, kinds: frozenset[str]) -> int | None:
    """Return where the wish begins that the words from ``first`` to ``end`` are the object of.

    That is ``first`` itself when the wish follows, and None when nobody wishes for them. ``kinds`` are the
    cues that make a wish.
    """
    before = sorted(place for kind in kinds for place in clues.places.get(kind, ()) if place[1] <= first)
    for start, stop in reversed(before):
        if _reaches(clues, stop, first):
            return start
    follows = any(end <= start <= end + _AFTER for start, _ in clues.places.get("wish_after", ()))
    return first if follows else None


def _reaches(clues: Clues, stop: int, first: int) -> bool:
    between = clues.words[stop:first]
    if len(between) <= _GAP and _STOPS.isdisjoint(between):
        return True
    return len(between) <= _LONG_GAP and not _JOINS.isdisjoint(between[-2:])
