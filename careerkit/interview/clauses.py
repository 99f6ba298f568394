"""The clauses of a sentence: whose they are, of when they speak, and what in them is denied."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

_NOBODY: Final = "0"
_TIMES: Final = {(False, False): "n", (False, True): "p", (True, False): "f", (True, True): "m"}
"""By whether something is wished, and whether something is past: now, past, future, mixed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cues:
    ends: frozenset[str]
    denies: frozenset[str]
    past: frozenset[str]
    wish: frozenset[str]
    whose: Mapping[str, str]


@cache
def _cues() -> _Cues:
    data = tomllib.loads((files("careerkit.interview") / "clauses.toml").read_text(encoding="utf-8"))
    whose = {word: person for person, words in data.pop("whose").items() for word in words.split()}
    return _Cues(whose=whose, **{name: frozenset(words.split()) for name, words in data.items()})


class Clauses:
    """The clauses of one sentence.

    ``number`` and ``denied`` say of each word in which clause it stands, from 0, and whether a denial stands
    before it there. ``states`` has two letters for each clause: I, W (we), Y (you), T (they) or 0 (nobody),
    then n (now), p (past), f (future or wished) or m (both).
    """

    def __init__(self, words: Sequence[str]) -> None:
        self.number: list[int] = []
        self.denied: list[bool] = []
        self.states: list[str] = []
        cues = _cues()
        first, denied = 0, False
        for at, word in enumerate(words):
            if word in cues.ends or (word == "and" and "I" in map(cues.whose.get, words[at + 1 : at + 2])):
                self._close(words[first:at], cues)
                first, denied = at, False
            denied = denied or word in cues.denies
            self.number.append(len(self.states))
            self.denied.append(denied)
        self._close(words[first:], cues)

    def _close(self, words: Sequence[str], cues: _Cues) -> None:
        before = self.states[-1][0] if self.states else _NOBODY
        whose = next((cues.whose[word] for word in words if word in cues.whose), before)
        self.states.append(whose + _TIMES[not cues.wish.isdisjoint(words), not cues.past.isdisjoint(words)])

    def sign(self, at: int) -> str:
        """Say whether a word is denied."""
        return "-" if self.denied[at] else "+"

    def told(self, at: int) -> str:
        """Say whose a word is, of when it speaks, and whether it is denied."""
        return self.states[self.number[at]] + self.sign(at)
