"""Words that mean much the same: by their stem, and by families of words that belong together."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final, NamedTuple

_WORD: Final = re.compile(r"[^\W\d_][\w'’+#-]*")
_LONGEST: Final = 40


class Word(NamedTuple):
    """A word that says something: as it stands in a text, its stem, and where it stands (end exclusive)."""

    text: str
    stem: str
    start: int
    end: int


class Shared(NamedTuple):
    """A word of one text and the word of another that it meets."""

    theirs: str
    yours: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
    """Which words say little (``common``, stems), and which belong together.

    ``families`` says, by stem, the names of the families that a word belongs to.
    """

    common: frozenset[str] = frozenset()
    families: Mapping[str, frozenset[str]] = field(default_factory=dict)


def kin_of(common: Iterable[str], families: Mapping[str, Iterable[str]]) -> Kin:
    """Return the kin of words as people write them: ``families`` by name, each with its words."""
    belongs: dict[str, set[str]] = {}
    for name, words in families.items():
        for word in words:
            belongs.setdefault(stem_of(word), set()).add(name)
    return Kin(
        common=frozenset(map(stem_of, common)),
        families={stem: frozenset(names) for stem, names in belongs.items()},
    )


@cache
def stem_of(word: str) -> str:
    """Return the stem of an English word, after Porter's algorithm in its second form (Snowball)."""
    from snowballstemmer import stemmer  # noqa: PLC0415 - only what compares words needs it

    stemmed: str = stemmer("english").stemWord(word.lower().replace("’", "'")[:_LONGEST])
    return stemmed


def telling_words(text: str, kin: Kin) -> tuple[Word, ...]:
    """Return the words of a text that say something, in its order."""
    found = (Word(m.group(), stem_of(m.group()), m.start(), m.end()) for m in _WORD.finditer(text))
    return tuple(word for word in found if len(word.text) > 1 and word.stem not in kin.common)


def stems_in(text: str, kin: Kin) -> frozenset[str]:
    """Return the stems of the words of a text that say something."""
    return frozenset(word.stem for word in telling_words(text, kin))


@dataclass(frozen=True, slots=True)
class Known:
    """The words of a text, kept to be compared with many others."""

    stems: frozenset[str]
    families: frozenset[str]
    kin: Kin

    @classmethod
    def of(cls, text: str, kin: Kin) -> "Known":
        """Keep the words of ``text`` that say something."""
        stems = stems_in(text, kin)
        return cls(stems, frozenset().union(*(kin.families.get(stem, ()) for stem in stems)), kin)

    def meets(self, text: str) -> bool:
        """Say whether ``text`` has a word, or a word of a family, in common with what is kept."""
        return any(
            stem in self.stems or self.kin.families.get(stem, frozenset()) & self.families
            for stem in stems_in(text, self.kin)
        )


def shared_words(theirs: str, yours: str, kin: Kin) -> tuple[Shared, ...]:
    """Return which words of the two texts meet, each of theirs once, the same words before their kin."""
    mine = telling_words(yours, kin)
    same = {word.stem: word.text for word in reversed(mine)}
    related = {name: word.text for word in reversed(mine) for name in kin.families.get(word.stem, ())}
    exact: dict[str, Shared] = {}
    akin: dict[str, Shared] = {}
    for word in telling_words(theirs, kin):
        names = sorted(kin.families.get(word.stem, frozenset()) & related.keys())
        if word.stem in same:
            exact.setdefault(word.stem, Shared(word.text, same[word.stem]))
        elif names:
            akin.setdefault(word.stem, Shared(word.text, related[names[0]]))
    return (*exact.values(), *akin.values())
