"""What the words of a sentence are about: money, rank, a business, other people, and so on."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from careerkit.interview.sentences import NUMBER
from careerkit.interview.spelling import usual_words

_DOUBLED: Final = frozenset(2 * letter for letter in "bdgmnprt")
_VOWELS: Final = frozenset("aeiouy")
_NEVER_CLOSED: Final = frozenset("aeiouwxy")
_ORDERS: Final = ((12, "few"), (70, "some"))
"""Numbers of months and people, of years of age, and above."""
_SHORTEST: Final = 3
"""Letters that must be left of a word when its ending is taken off."""


class Concept(NamedTuple):
    """Words of a sentence that speak of one thing: the first, and the end (exclusive)."""

    first: int
    end: int
    name: str


@cache
def _phrases() -> Mapping[str, Sequence[tuple[tuple[str, ...], tuple[str, ...]]]]:
    """Return, by the first stem: the stems that follow, and the concepts they stand for; longest first."""
    data = tomllib.loads((files("careerkit.interview") / "concepts.toml").read_text(encoding="utf-8"))
    gathered: dict[tuple[str, ...], set[str]] = {}
    for concept, row in data.items():
        for phrase in row.split(","):
            stems = tuple(stem(usual) for word in phrase.replace("-", " ").split() for usual in _usual(word))
            gathered.setdefault(stems, set()).add(concept)
    by_first: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for (first, *rest), concepts in sorted(gathered.items(), key=lambda item: (-len(item[0]), item[0])):
        by_first.setdefault(first, []).append((tuple(rest), tuple(sorted(concepts))))
    return by_first


def _usual(word: str) -> tuple[str, ...]:
    return (NUMBER + word,) if word.isdecimal() else usual_words(word)


def concepts_in(stems: Sequence[str]) -> Iterator[Concept]:
    """Yield what a sentence, given by its stems, speaks of; a word may belong to several concepts."""
    phrases = _phrases()
    for at, first in enumerate(stems):
        seen: set[str] = set()
        for rest, concepts in phrases.get(first, ()):
            end = at + 1 + len(rest)
            if not rest or tuple(stems[at + 1 : end]) == rest:
                yield from (Concept(at, end, concept) for concept in concepts if concept not in seen)
                seen.update(concepts)


def stem(word: str) -> str:
    """Return a word without its endings: "managing", "managed" and "manages" come to the same.

    Of a number, only the order remains.
    """
    if word.startswith(NUMBER) and word[1:].isdecimal():
        return NUMBER + next((name for most, name in _ORDERS if int(word[1:]) <= most), "many")
    word = word.removesuffix("'s")
    if len(word) <= _SHORTEST or not word.isalpha():
        return word
    word = _singular(word)
    for ending in ("ing", "ed", "ly"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= _SHORTEST and not _VOWELS.isdisjoint(rest):
            return _closed(rest)
    return word[:-1] if word.endswith("e") and len(word) > _SHORTEST + 1 else word


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > _SHORTEST + 1:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _closed(rest: str) -> str:
    """Return what is left of a word, as it is without the ending: "runn" is "run", "hop" is "hope"."""
    if rest[-2:] in _DOUBLED:
        return rest[:-1]
    if len(rest) > _SHORTEST:
        return rest.removesuffix("e") if len(rest) > _SHORTEST + 1 else rest
    open_e = rest[0] not in _VOWELS and rest[1] in _VOWELS and rest[2] not in _NEVER_CLOSED
    return rest + "e" if open_e else rest
