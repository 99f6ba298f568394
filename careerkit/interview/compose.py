"""Answers composed from a person's own plan, each sentence with the entry it came from."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from typing import Final, NamedTuple

from careerkit.errors import InvalidValueError
from careerkit.interview.choice import require_sayable
from careerkit.interview.frames import PLAIN, Frame, FrameSet, Section
from careerkit.interview.grammar import filled
from careerkit.interview.material import Material
from careerkit.interview.model import Origin, Sentence
from careerkit.interview.outline import Piece, within
from careerkit.interview.roles import role_in_words, role_with_article, spoken_role
from careerkit.interview.sayings import VERBATIM, Saying, sayings

_LINES: Final = 31
"""A prime number above the number of frames of a section."""
_SHUFFLE: Final = 7
"""Which of many equal shuffles of the frames is used."""
_ABOUT_THEM: Final = frozenset({"company", "the_role", "a_role"})


class Key(NamedTuple):
    """What a sentence is about: its section, its source, and which one of those it is."""

    section: str
    source: str
    nth: int


class Fresh(NamedTuple):
    """What is composed of some material: the sentences that fit, and all that could be said for each."""

    sentences: tuple[Sentence, ...]
    possible: Mapping[Key, frozenset[str]]


def keys_of(sentences: Sequence[Sentence]) -> list[Key]:
    """Return a key for each sentence: its section, its source, and which one of those it is."""
    seen: Counter[tuple[str, str]] = Counter()
    keys = []
    for sentence in sentences:
        name = (sentence.section, "" if sentence.section in PLAIN else sentence.source_id)
        keys.append(Key(*name, seen[name]))
        seen[name] += 1
    return keys


def compose(material: Material, *, frames: FrameSet, today: date) -> tuple[Sentence, ...]:
    """Return the sentences of an answer, in the order in which they are said, as many as fit its length.

    The same material gives the same answer; another person, application, question or variant gives other
    words. Raises :class:`~careerkit.errors.InvalidValueError` when nothing is chosen, or something that is
    private, archived, done or dropped.
    """
    return fresh(material, frames=frames, today=today).sentences


def fresh(material: Material, *, frames: FrameSet, today: date) -> Fresh:
    """Return what is composed of the material today; for the rest see :func:`compose`."""
    if not material.entries:
        message = "Choose at least one aspiration or goal first: an answer is made of your own plan."
        raise InvalidValueError(message)
    for entry in material.entries:
        require_sayable(entry, material.application)
    composer = _Composer(material, frames, today)
    return Fresh(sentences=within(composer.pieces(), material.seconds), possible=composer.possible)


def answer_text(sentences: Sequence[Sentence]) -> str:
    """Return composed sentences as the running text of an answer."""
    return " ".join(sentence.text for sentence in sentences)


class _Composer:
    """Chooses a frame for every piece of the material."""

    def __init__(self, material: Material, frames: FrameSet, today: date) -> None:
        self._material = material
        self._frames = frames
        self._today = today
        company = " ".join(material.application.company.split())
        role = spoken_role(material.application.role, frames.words)
        self._common = {
            "company": company,
            "the_role": role_in_words(role, frames.words),
            "a_role": role_with_article(role, frames.words),
            "span": material.asked.span,
        }
        self._starts: set[str] = set()
        self._made: list[Sentence] = []
        self.possible: dict[Key, frozenset[str]] = {}

    def pieces(self) -> Iterator[Piece]:
        """Yield everything that could be said, in its order."""
        for rank, saying in sayings(self._material, frames=self._frames, today=self._today):
            sentence = self._sentence(saying)
            if sentence is not None:
                self._starts |= _starts_of(sentence.text)
                yield Piece(sentence=sentence, rank=rank)

    def _sentence(self, said: Saying) -> Sentence | None:
        """Return one sentence, unless no frame of the section fits what is there."""
        if VERBATIM in said.slots:
            return self._noted(said, said.origin, said.source, [said.slots[VERBATIM]])
        values = {**self._common, **said.slots}
        fitting = self._fitting(said, values)
        if not fitting:
            return None
        start = self._turn(said.section) + self._material.variant + said.place
        turned = [fitting[(start + turn) % len(fitting)] for turn in range(len(fitting))]
        turned.sort(key=lambda frame: self._heard(filled(frame.text, values)))
        origin, source = said.origin, said.source
        if origin is Origin.TEMPLATE and turned[0].slots & _ABOUT_THEM:
            origin, source = Origin.RESEARCH, self._material.application.id
        return self._noted(said, origin, source, [filled(frame.text, values) for frame in turned])

    def _noted(self, said: Saying, origin: Origin, source: str, texts: Sequence[str]) -> Sentence:
        """Return the first of the texts as a sentence, and keep that all of them could be said."""
        sentence = Sentence(text=texts[0], origin=origin, source_id=source, section=said.section)
        self._made.append(sentence)
        self.possible[keys_of(self._made)[-1]] = frozenset(texts)
        return sentence

    def _turn(self, section: Section) -> int:
        """Return where the choice among the frames of a section begins.

        Two numbers of the person and the application make a line through the sections, so that two people
        who meet in one section part in the others (lines over a prime field meet once at most).
        """
        material = self._material
        seed = f"{material.person}|{material.application.id}|{material.asked}|{_SHUFFLE}"
        number = int.from_bytes(sha256(seed.encode()).digest()[:8])
        begin, slope = number % _LINES, number // _LINES % _LINES
        return (begin + slope * [*Section].index(section)) % _LINES

    def _fitting(self, said: Saying, values: Mapping[str, str]) -> list[Frame]:
        """Return the frames without an empty slot that say all there is to say."""
        full = {name for name, value in values.items() if value}
        own = frozenset(said.slots) & full
        return [
            frame
            for frame in self._frames.of(said.like or self._material.asked, said.section)
            if frame.slots <= full and own <= frame.slots
        ]

    def _heard(self, text: str) -> int:
        """Return how much the beginning of a sentence is like one before it: 0 to 2 words."""
        return sum(start in self._starts for start in _starts_of(text))


def _starts_of(text: str) -> set[str]:
    """Return how a sentence begins: its first two words, and the first alone unless that is "I"."""
    one, two = (" ".join(text.lower().split()[:count]).rstrip(",") for count in (1, 2))
    return {one, two} - {"i"}
