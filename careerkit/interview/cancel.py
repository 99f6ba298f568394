"""Whether words in a sentence are the speaker's own plan: not denied, past, reported or about others."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from careerkit.interview.phrases import Phrases
from careerkit.interview.sentences import PAUSE

_BEFORE: Final = 24
"""Words before a hit that can cancel it."""
_AFTER: Final = 8
_TURNS: Final = frozenset({PAUSE, "but", "though", "although", "however", "yet", "so", "then"})
_FIRST_PERSON: Final = frozenset({"i", "my", "me", "myself", "mine"})


@dataclass(frozen=True, slots=True)
class Clues:
    """Where the cues of one sentence stand: first word, end (exclusive), by their kind."""

    words: Sequence[str]
    places: dict[str, list[tuple[int, int]]] = field(default_factory=dict)

    @classmethod
    def of(cls, words: Sequence[str], cues: Phrases[str]) -> "Clues":
        """Find the cues of a sentence."""
        places: dict[str, list[tuple[int, int]]] = {}
        for start, end, kind in cues.found(words):
            places.setdefault(kind, []).append((start, end))
        return cls(words, places)

    def within(self, kind: str, first: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the places of a kind of cue that lie within a run of words."""
        return (place for place in self.places.get(kind, ()) if first <= place[0] and place[1] <= end)


def is_meant(clues: Clues, start: int, end: int, *, ignoring: frozenset[str] = frozenset()) -> bool:
    """Say whether the words from ``start`` to ``end`` (exclusive) of a sentence are the speaker's own plan.

    Looks at the clause, up to 24 words before and 8 after. ``ignoring`` names kinds of cue that do not
    cancel: "negation" for words that carry a "not" of their own, "past" for those about the past.
    """
    first = _clause_start(clues.words, start)
    if _cancels(clues, "reported", first, end):
        return False
    if "past" not in ignoring and _cancels(clues, "past", first, end, harmless="no_past"):
        return False
    if "others" not in ignoring and _is_about_others(clues, first, start, end, ignoring):
        return False
    return "negation" in ignoring or not (
        _cancels(clues, "negation", first, end, harmless="no_negation")
        or any(place[0] == end for place in clues.places.get("negation_after", ()))
    )


def _clause_start(words: Sequence[str], start: int) -> int:
    for at in range(start - 1, max(0, start - _BEFORE) - 1, -1):
        if words[at] in _TURNS or (words[at] == "and" and words[at + 1] in _FIRST_PERSON):
            return at + 1
        if words[at] == "because" and "not" not in words[max(0, at - _BEFORE) : at]:
            return at + 1
    return max(0, start - _BEFORE)


def _cancels(clues: Clues, kind: str, first: int, end: int, *, harmless: str = "") -> bool:
    """Say whether a cue of a kind stands in a run of words and is no part of a ``harmless`` one."""
    spared = clues.places.get(harmless, ())
    return any(
        not any(a < stop and start < b for a, b in spared) for start, stop in clues.within(kind, first, end)
    )


def _is_about_others(clues: Clues, first: int, start: int, end: int, ignoring: frozenset[str]) -> bool:
    if "others_within" not in ignoring and _cancels(clues, "others", start, end):
        return True
    return _FIRST_PERSON.isdisjoint(clues.words[start:end]) and _cancels(clues, "others", first, start)
