"""Phrases with gaps, written for people, found in the words of a sentence.

A phrase is a row of elements, parted by blanks:

- ``start|open|set_up``: one of these; an underscore joins words of one choice;
- ``freelanc*``: any word that begins so; ``open~``: open, opens, opening;
- ``<firm>``, ``<firm|shop>``: one of the phrases of a list, or of several;
- ``a|an?``, ``<adv>?``: may be left out;
- ``..3``: up to three words in between, without a pause; ``,,3``: the same, pauses count as words;
- ``#``: a number in digits; ``#13-60``: one from 13 to 60; ``#th``: an ordinal; ``¤``: a sum; ``@``: a year;
- ``^``, ``.`` and ``,``: where the sentence begins and ends, and a pause in it.

All that a phrase may match is followed at once, word by word, so no text makes the search slow.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from careerkit.interview.sentences import END, NUMBER, PAUSE, START
from careerkit.interview.spelling import usual_words

T = TypeVar("T")

_KEY: Final = 3
"""Letters of a word that decide where to look for words that begin so."""
_GAP: Final = re.compile(r"(\.\.|,,)(\d+)")
_RANGE: Final = re.compile(r"#(\d+)-(\d+)")
_NEVER: Final = {"..": frozenset({START, PAUSE, END}), ",,": frozenset({START, END})}
_LISTS: Final = re.compile(r"<[\w|]+>")
_ALTERNATIVE: Final = re.compile(r"(?:<[^<>]*>|[^|<>])+")
_SIGNS: Final = re.compile(r"[|<>~*?#]|\.\.|,,")
_COMPOUND: Final = re.compile(r"[|<>~?]")
_ENDS_IN_E: Final = re.compile(r"[^aeiouy]e|ue")
_DOUBLED: Final = re.compile(r"[^aeiou]*[aeiou][bdgmnpt]|begin|transfer|refer")


@dataclass(frozen=True, slots=True)
class _Word:
    """One of several words, beginnings of words, or numbers."""

    literals: frozenset[str]
    beginnings: tuple[str, ...]
    numbers: tuple[range, ...]

    def ends(self, words: Sequence[str], at: int) -> tuple[int, ...]:
        word = words[at]
        if word in self.literals or (self.beginnings and word.startswith(self.beginnings)):
            return (at + 1,)
        if self.numbers and word[:1] == NUMBER and word[1:].isdecimal():
            value = int(word[1:])
            return (at + 1,) if any(value in numbers for numbers in self.numbers) else ()
        return ()

    def openings(self) -> Iterator[tuple[bool, str]]:
        yield from ((True, word) for word in self.literals)
        yield from ((False, _key(word)) for word in self.beginnings)
        if self.numbers:
            yield False, NUMBER


@dataclass(frozen=True, slots=True)
class _Gap:
    """Up to ``most`` words, of any kind but those in ``never``."""

    most: int
    never: frozenset[str]

    def ends(self, words: Sequence[str], at: int) -> Iterator[int]:
        yield at
        for end in range(at, min(at + self.most, len(words))):
            if words[end] in self.never:
                return
            yield end + 1

    def openings(self) -> Iterator[tuple[bool, str]]:
        message = "a phrase begins with a gap"
        raise ValueError(message)


@dataclass(frozen=True, slots=True)
class _OneOf:
    """One of the phrases of a list."""

    phrases: "Phrases[None]"

    def ends(self, words: Sequence[str], at: int) -> Iterator[int]:
        return self.phrases.ends(words, at)

    def openings(self) -> Iterator[tuple[bool, str]]:
        return self.phrases.openings()


@dataclass(frozen=True, slots=True)
class _Step:
    """One element of a phrase, and whether it may be left out."""

    element: _Word | _Gap | _OneOf
    optional: bool = False


@dataclass(frozen=True, slots=True)
class _Phrase(Generic[T]):
    """A row of steps, what it stands for, and words of which a sentence has one if the phrase is in it."""

    steps: tuple[_Step, ...]
    meant: T
    needs: frozenset[str]


class Lexicon:
    """Lists of phrases that other phrases can name; what was read once is kept."""

    def __init__(self, lists: Mapping[str, Sequence[str]]) -> None:
        self._lists = lists
        self._steps: dict[str, _Step] = {}

    def step(self, written: str) -> _Step:
        """Return what one element of a phrase means. Raises ``KeyError`` for a list that does not exist."""
        if written not in self._steps:
            self._steps[written] = _step(written, self)
        return self._steps[written]

    def phrases(self, names: str) -> list[str]:
        """Return the phrases of one list, or of several that a bar parts."""
        return [phrase for name in names.split("|") for phrase in self._lists[name]]


class Phrases(Generic[T]):
    """Phrases that each stand for something, found by the words they begin with."""

    def __init__(self, phrases: Iterable[tuple[str, T]], lexicon: Lexicon) -> None:
        """Read phrases. Raises ``ValueError`` for one that begins with what may be left out."""
        self._whole: dict[str, list[_Phrase[T]]] = {}
        self._beginnings: dict[str, list[_Phrase[T]]] = {}
        for written, meant in phrases:
            steps = tuple(map(lexicon.step, written.split()))
            if steps[0].optional:
                message = f"{written!r} begins with something that may be left out"
                raise ValueError(message)
            phrase = _Phrase(steps, meant, _needs(steps))
            for whole, key in steps[0].element.openings():
                (self._whole if whole else self._beginnings).setdefault(key, []).append(phrase)

    def openings(self) -> Iterator[tuple[bool, str]]:
        """Yield the first words of all phrases, or their first letters, and whether they are whole words."""
        yield from ((True, key) for key in self._whole)
        yield from ((False, key) for key in self._beginnings)

    def ends(self, words: Sequence[str], at: int) -> Iterator[int]:
        """Yield all places where a phrase that begins at word ``at`` may end (exclusive)."""
        for phrase in self._candidates(words[at]):
            yield from _ends(phrase.steps, words, at)

    def found(self, words: Sequence[str]) -> Iterator[tuple[int, int, T]]:
        """Yield first word, nearest end (exclusive) and meaning of each phrase, wherever it begins."""
        present = frozenset(words)
        for at, word in enumerate(words):
            for phrase in self._candidates(word):
                if phrase.needs and phrase.needs.isdisjoint(present):
                    continue
                ends = _ends(phrase.steps, words, at)
                if ends:
                    yield at, min(ends), phrase.meant

    def _candidates(self, word: str) -> Iterator[_Phrase[T]]:
        yield from self._whole.get(word, ())
        if self._beginnings:
            yield from self._beginnings.get(_key(word), ())


def _needs(steps: Sequence[_Step]) -> frozenset[str]:
    """Return the fewest words that one step after the first cannot do without; empty when there is none."""
    wanted = [
        step.element.openings()
        for step in steps[1:]
        if not step.optional and not isinstance(step.element, _Gap)
    ]
    firsts = [list(keys) for keys in wanted]
    sets = [frozenset(key for _, key in keys) for keys in firsts if all(whole for whole, _ in keys)]
    return min(sets, key=len, default=frozenset())


def _ends(steps: Iterable[_Step], words: Sequence[str], at: int) -> set[int]:
    here, most = {at}, len(words)
    for step in steps:
        after = {end for place in here if place < most for end in step.element.ends(words, place)}
        here = after | here if step.optional else after
        if not here:
            break
    return here


def _key(word: str) -> str:
    return NUMBER if word.startswith(NUMBER) else word[:_KEY]


def _step(written: str, lexicon: Lexicon) -> _Step:
    gap = _GAP.fullmatch(written)
    if gap:
        return _Step(_Gap(int(gap[2]), _NEVER[gap[1]]))
    optional = len(written) > 1 and written.endswith("?")
    element = written.removesuffix("?") if optional else written
    if _LISTS.fullmatch(element):
        return _Step(_one_of(lexicon.phrases(element[1:-1]), lexicon), optional)
    parts = _ALTERNATIVE.findall(element)
    return _Step(_one_of([word for part in parts for word in _forms(part)], lexicon), optional)


def _one_of(phrases: Iterable[str], lexicon: Lexicon) -> _Word | _OneOf:
    """Return single words as one element, anything longer as a choice."""
    spelled = [" ".join(map(_spelled, phrase.split())) for phrase in phrases]
    if any(" " in phrase or _COMPOUND.search(phrase) for phrase in spelled):
        return _OneOf(Phrases(((phrase, None) for phrase in spelled), lexicon))
    spans = [span for phrase in spelled if (span := _RANGE.fullmatch(phrase))]
    beginnings = {phrase.rstrip("*") for phrase in spelled if phrase == NUMBER or phrase.endswith("*")}
    return _Word(
        literals=frozenset(spelled)
        - {span.group() for span in spans}
        - {f"{begin}*" for begin in beginnings},
        beginnings=tuple(sorted(beginnings)),
        numbers=tuple(range(int(span[1]), int(span[2]) + 1) for span in spans),
    )


def _spelled(word: str) -> str:
    if _SIGNS.search(word):
        return word
    return " ".join(usual for part in word.split("_") for usual in usual_words(part))


def _forms(word: str) -> tuple[str, ...]:
    """Return the forms of a verb in the present: "open~" is open, opens, opening."""
    if not word.endswith("~"):
        return (word,)
    verb = word.removesuffix("~")
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb, verb[:-1] + "ies", verb + "ing"
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    if _ENDS_IN_E.search(verb[-2:]):
        return verb, third, verb[:-1] + "ing"
    return verb, third, verb + (verb[-1] if _DOUBLED.fullmatch(verb) else "") + "ing"
