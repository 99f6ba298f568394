"""What there is to say in an answer: for each section the slots of its sentences and where they come from."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple, TypeVar

from careerkit.interview.frames import FrameSet, Section
from careerkit.interview.material import Material, example_of, formed, plan_of_theirs, short_note
from careerkit.interview.model import Asked, AskKind, Origin
from careerkit.interview.outline import ALWAYS, ORDER
from careerkit.interview.years import years_ahead
from careerkit.words import joined

E = TypeVar("E")

MOTIVES_MAX: Final = 2
"""Needs that one answer speaks of."""
VERBATIM: Final = "verbatim"
"""The slot of what is said as the person wrote it."""

_SAME_TIME: Final = "around the same time"
_LEADERS: Final = ("lead-people", "rise")
_EXPERTS: Final = ("expert",)
_LATER: Final = 2


class Saying(NamedTuple):
    """What a sentence is to say: the slots of its own, and where it comes from.

    ``place`` counts those of one kind; ``like`` names the question whose frames fit better.
    """

    section: Section
    slots: Mapping[str, str]
    origin: Origin
    source: str = ""
    place: int = 0
    like: Asked | None = None


def sayings(material: Material, *, frames: FrameSet, today: date) -> Iterator[tuple[int, Saying]]:
    """Yield all that could be said, in the order of the answer, with how early each is kept (1: first)."""
    sources = _Sources(material, frames, today)
    for section, rank in ORDER[material.asked]:
        for nth, saying in enumerate(sources.of(section)):
            alone = section is Section.DIRECTION and not material.goals
            yield (min(rank, ALWAYS) if alone else rank + _LATER * nth), saying


class _Sources:
    """Where the sentences of each section come from."""

    def __init__(self, material: Material, frames: FrameSet, today: date) -> None:
        self._material = material
        self._frames = frames
        self._today = today

    def of(self, section: Section) -> Iterator[Saying]:
        makers: Mapping[Section, Callable[[Section], Iterator[Saying]]] = {
            Section.GOAL: self._goals,
            Section.ANOTHER_GOAL: self._goals,
            Section.DIRECTION: self._directions,
            Section.ANOTHER_DIRECTION: self._directions,
            Section.LEADERSHIP: self._paths,
            Section.MASTERY: self._paths,
            Section.MOTIVE: self._motive,
            Section.STRENGTH: self._strengths,
            Section.ANOTHER_STRENGTH: self._strengths,
            Section.EXAMPLE: self._example,
            Section.FOUND_PLAN: self._found,
            Section.FOUND_VALUE: self._found,
            Section.FOUND_TRAINING: self._found,
            Section.FIT: self._fit,
            Section.FIT_AHEAD: self._fit,
            Section.GIVES: self._gives,
            Section.GAINS: self._gains,
        }
        if section in makers:
            return makers[section](section)
        return iter([Saying(section, {}, Origin.TEMPLATE)])

    def _directions(self, section: Section) -> Iterator[Saying]:
        # Without goals before them, near-term directions have nothing to refer back to.
        like = None if self._material.goals or self._material.asked is not Asked.NEAR else Asked.LONG
        first = section is Section.DIRECTION
        for place, aspiration in _first_or_rest(self._material.aspirations, first=first):
            slots = formed(aspiration.title, "aspiration", self._frames.words)
            yield Saying(section, slots, Origin.ASPIRATION, aspiration.id, place, like)

    def _goals(self, section: Section) -> Iterator[Saying]:
        goals = sorted(self._material.goals, key=lambda goal: (goal.due or date.max, goal.title, goal.id))
        like = None if self._material.aspirations or self._looks_near() else Asked.NEAR
        whens = [years_ahead(goal.due, self._today) for goal in goals]
        for place, goal in _first_or_rest(goals, first=section is Section.GOAL):
            again = place > 0 and bool(whens[place]) and whens[place] == whens[place - 1]
            slots = formed(goal.title, "goal", self._frames.words)
            yield Saying(
                section,
                slots | {"when": _SAME_TIME if again else whens[place]},
                Origin.GOAL,
                goal.id,
                place,
                like,
            )

    def _looks_near(self) -> bool:
        return self._material.asked in (Asked.NEAR, Asked.WHY_US, Asked.WHY_YOU)

    def _paths(self, section: Section) -> Iterator[Saying]:
        paths = _LEADERS if section is Section.LEADERSHIP else _EXPERTS
        first = next(iter(self._material.aspirations), None)
        if first is not None and first.path in paths:
            yield Saying(section, {}, Origin.ASPIRATION, first.id)

    def _motive(self, section: Section) -> Iterator[Saying]:
        served = self._material.needs or self._material.served
        known = [need for need in dict.fromkeys(served) if need in self._frames.motives][:MOTIVES_MAX]
        if known:
            motives = joined([self._frames.motives[need] for need in known])
            yield Saying(section, {"motives": motives}, Origin.NEED, known[0])

    def _strengths(self, section: Section) -> Iterator[Saying]:
        for place, strength in _first_or_rest(self._material.strengths, first=section is Section.STRENGTH):
            slots = formed(strength.title, "strength", self._frames.words)
            yield Saying(section, slots, Origin.STRENGTH, strength.id, place)

    def _example(self, section: Section) -> Iterator[Saying]:
        first = next(iter(self._material.strengths), None)
        if first is not None and example_of(first.evidence):
            yield Saying(section, {VERBATIM: example_of(first.evidence)}, Origin.STRENGTH, first.id)

    def _found(self, section: Section) -> Iterator[Saying]:
        kinds = {
            Section.FOUND_PLAN: (AskKind.PLAN, "plans"),
            Section.FOUND_VALUE: (AskKind.VALUE, "values"),
            Section.FOUND_TRAINING: (AskKind.TRAINING, "training"),
        }
        kind, name = kinds[section]
        application = self._material.application
        found = [(ask.title, ask.id) for ask in self._material.asks_of(kind)]
        found.append((short_note(getattr(application, name), self._frames.words), application.id))
        for title, source in found:
            slots = self._their_slots(kind, title)
            if slots:
                yield Saying(section, slots, Origin.RESEARCH, source)
                return

    def _their_slots(self, kind: AskKind, title: str) -> dict[str, str]:
        if not title:
            return {}
        if kind is AskKind.PLAN:
            return plan_of_theirs(title, self._frames.words)
        slots = formed(title, kind.value, self._frames.words)
        return slots if f"{kind.value}_thing" in slots else {}

    def _fit(self, section: Section) -> Iterator[Saying]:
        by_strength = section is Section.FIT
        for ask in self._material.asks_of(AskKind.SKILL):
            if self._material.met.get(ask.id) is by_strength:
                yield Saying(section, formed(ask.title, "ask", self._frames.words), Origin.RESEARCH, ask.id)
                return

    def _gives(self, section: Section) -> Iterator[Saying]:
        application = self._material.application
        texts = (application.gives.get(entry.id, "") for entry in self._material.aspirations)
        note = next(filter(None, (short_note(text, self._frames.words) for text in texts)), "")
        if note:
            yield Saying(section, formed(note, "gives", self._frames.words), Origin.RESEARCH, application.id)

    def _gains(self, section: Section) -> Iterator[Saying]:
        application = self._material.application
        note = short_note(application.gains, self._frames.words) if application.gains.strip() else ""
        if note:
            yield Saying(section, {"gains": note}, Origin.RESEARCH, application.id)


def _first_or_rest(entries: Sequence[E], *, first: bool) -> Iterator[tuple[int, E]]:
    """Yield the first of the entries alone, or the others, each with its place among all."""
    return ((place, entry) for place, entry in enumerate(entries) if (place == 0) is first)
