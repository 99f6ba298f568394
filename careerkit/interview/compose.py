"""Answers composed from a person's own plan, each sentence with the entry it came from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Final

from careerkit.aspirations import Aspiration
from careerkit.errors import InvalidValueError
from careerkit.goals import Goal
from careerkit.interview.choice import require_sayable
from careerkit.interview.frames import Frame, FrameSet, Section
from careerkit.interview.grammar import filled
from careerkit.interview.model import Application, Asked, Origin, Sentence
from careerkit.interview.roles import role_in_words, role_with_article, spoken_role
from careerkit.interview.titles import phrase_of
from careerkit.interview.years import years_ahead
from careerkit.words import joined

_SAME_TIME: Final = "around the same time"
MOTIVES_MAX: Final = 2
"""Needs that one answer speaks of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What one answer is made of. ``variant`` counts the wordings asked for."""

    asked: Asked
    application: Application
    aspirations: Sequence[Aspiration] = ()
    goals: Sequence[Goal] = ()
    variant: int = 0

    @property
    def entries(self) -> tuple[Aspiration | Goal, ...]:
        """Aspirations and goals together."""
        return (*self.aspirations, *self.goals)


def compose(material: Material, *, frames: FrameSet, today: date) -> tuple[Sentence, ...]:
    """Return the sentences of an answer, in the order in which they are said.

    The same material gives the same answer; another application, asked or variant gives other words.
    Raises :class:`~careerkit.errors.InvalidValueError` when nothing is chosen, or something that is private,
    archived, done or dropped.
    """
    if not material.aspirations and not material.goals:
        message = "Choose at least one aspiration or goal first: an answer is made of your own plan."
        raise InvalidValueError(message)
    for entry in material.entries:
        require_sayable(entry)
    return tuple(_Composer(material, frames, today).sentences())


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

    def sentences(self) -> Iterator[Sentence]:
        yield from self._research(Section.OPENING)
        near = self._material.asked is Asked.NEAR
        yield from (*self._goals(), *self._directions()) if near else (*self._directions(), *self._goals())
        yield from self._motive()
        yield from self._research(Section.GROWTH)
        yield from self._research(Section.ALIGNMENT)

    def _research(self, section: Section) -> Iterator[Sentence]:
        yield from self._said(section, {}, (Origin.TEMPLATE, ""))

    def _directions(self) -> Iterator[Sentence]:
        # Without goals before them, near-term directions have nothing to refer back to.
        asked = self._material.asked if self._material.goals else Asked.LONG
        for place, aspiration in enumerate(self._material.aspirations):
            section = Section.ANOTHER_DIRECTION if place else Section.DIRECTION
            slots = self._titled(aspiration.title, "aspiration")
            yield from self._said(section, slots, (Origin.ASPIRATION, aspiration.id), place, asked)

    def _goals(self) -> Iterator[Sentence]:
        goals = sorted(self._material.goals, key=lambda goal: (goal.due or date.max, goal.title, goal.id))
        asked = self._material.asked if self._material.aspirations else Asked.NEAR
        said_when = ""
        for place, goal in enumerate(goals):
            section = Section.ANOTHER_GOAL if place else Section.GOAL
            when = years_ahead(goal.due, self._today)
            again = bool(when) and when == said_when
            slots = self._titled(goal.title, "goal") | {"when": _SAME_TIME if again else when}
            said_when = when
            yield from self._said(section, slots, (Origin.GOAL, goal.id), place, asked)

    def _motive(self) -> Iterator[Sentence]:
        served = dict.fromkeys(need for entry in self._material.entries for need in sorted(entry.needs))
        needs = [need for need in served if need in self._frames.motives][:MOTIVES_MAX]
        if needs:
            motives = joined([self._frames.motives[need] for need in needs])
            yield from self._said(Section.MOTIVE, {"motives": motives}, (Origin.NEED, needs[0]))

    def _titled(self, title: str, name: str) -> dict[str, str]:
        phrase = phrase_of(title, self._frames.words)
        return {f"{name}_verb" if phrase.is_verb else f"{name}_thing": phrase.text}

    def _said(
        self,
        section: Section,
        slots: Mapping[str, str],
        source: tuple[Origin, str],
        place: int = 0,
        asked: Asked | None = None,
    ) -> Iterator[Sentence]:
        """Yield one sentence, unless no frame of the section fits what is there."""
        values = {**self._common, **slots}
        fitting = self._fitting(asked or self._material.asked, section, values, frozenset(slots))
        if not fitting:
            return
        seed = f"{self._material.application.id}|{self._material.asked}|{section}"
        start = int.from_bytes(sha256(seed.encode()).digest()[:8]) + self._material.variant + place
        turned = [fitting[(start + turn) % len(fitting)] for turn in range(len(fitting))]
        frame = min(turned, key=lambda frame: self._heard(filled(frame.text, values)))
        text = filled(frame.text, values)
        self._starts |= _starts_of(text)
        if source[0] is Origin.TEMPLATE and frame.slots & {"company", "the_role", "a_role"}:
            source = (Origin.RESEARCH, self._material.application.id)
        yield Sentence(text=text, origin=source[0], source_id=source[1])

    def _fitting(
        self, asked: Asked, section: Section, values: Mapping[str, str], own: frozenset[str]
    ) -> list[Frame]:
        """Return the frames without an empty slot that say all there is to say."""
        full = {name for name, value in values.items() if value}
        return [
            frame
            for frame in self._frames.of(asked, section)
            if frame.slots <= full and own & full <= frame.slots
        ]

    def _heard(self, text: str) -> int:
        """Return how much the beginning of a sentence is like one before it: 0 to 2 words."""
        return sum(start in self._starts for start in _starts_of(text))


def _starts_of(text: str) -> set[str]:
    """Return how a sentence begins: its first two words, and the first alone unless that is "I"."""
    one, two = (" ".join(text.lower().split()[:count]).rstrip(",") for count in (1, 2))
    return {one, two} - {"i"}
