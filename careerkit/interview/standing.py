"""Where composed sentences stand in the text of an answer, as they were or as the person edited them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from careerkit.interview.model import Answer, Sentence

LIKE: Final = 0.5
"""How alike two sentences are, word by word, when one is taken for an edited form of the other (0 to 1)."""

_SENTENCE: Final = re.compile(r"[^.!?…\n]+[.!?…]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A stretch of the text (end exclusive): a composed sentence, edited or not, or the person's own words.

    ``nth`` is the place of the sentence among the composed ones, ``None`` for words that come from none.
    """

    start: int
    end: int
    nth: int | None = None
    edited: bool = False


def places(answer: Answer) -> tuple[Place, ...]:
    """Return the text of an answer in stretches, in its order; what parts them is white space alone.

    A composed sentence that is there word by word stands where it is. What lies between two of those is
    compared with the composed sentences between them, and taken for an edited one when it is like it.
    """
    exact = _exact(answer)
    found: list[Place] = []
    at, last = 0, -1
    for place in [*exact, Place(start=len(answer.text), end=len(answer.text), nth=len(answer.composed))]:
        nth = place.nth if place.nth is not None else last
        between = range(last + 1, nth) if nth > last else range(0)
        taken = {it.nth for it in exact}
        missing = [number for number in between if number not in taken]
        found.extend(_between(answer, (at, place.start), missing))
        found.append(place)
        at, last = place.end, max(last, nth)
    return tuple(found[:-1])


def _exact(answer: Answer) -> list[Place]:
    """Return the composed sentences found word by word, in the order of the text."""
    found: list[Place] = []
    for nth, sentence in enumerate(answer.composed):
        start = answer.text.find(sentence.text) if sentence.text else -1
        end = start + len(sentence.text)
        if start >= 0 and all(end <= other.start or other.end <= start for other in found):
            found.append(Place(start=start, end=end, nth=nth))
    return sorted(found, key=lambda place: place.start)


def _between(answer: Answer, span: tuple[int, int], missing: Sequence[int]) -> Iterator[Place]:
    """Yield the sentences of a stretch of text, those that are like a missing one as edited forms of it."""
    waiting = list(missing)
    for start, end in _sentences(answer.text, *span):
        said = answer.text[start:end]
        nth = next((it for it in waiting if likeness(answer.composed[it].text, said) >= LIKE), None)
        if nth is not None:
            waiting = [it for it in waiting if it > nth]
        yield Place(start=start, end=end, nth=nth, edited=nth is not None)


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _SENTENCE.finditer(text, start, end):
        said = match.group()
        begin = match.start() + len(said) - len(said.lstrip())
        if said.strip():
            yield begin, begin + len(said.strip())


def likeness(one: str, other: str) -> float:
    """Return how alike two sentences are, word by word, from 0 to 1 (twice the common words by all)."""
    return SequenceMatcher(None, one.lower().split(), other.lower().split(), autojunk=False).ratio()


def sentence_at(answer: Answer, place: Place) -> Sentence | None:
    """Return the composed sentence that a stretch comes from, if it comes from one."""
    return None if place.nth is None else answer.composed[place.nth]
