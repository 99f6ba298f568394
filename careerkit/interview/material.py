"""What one answer is made of, in the forms that fit the middle of a sentence."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from careerkit.aspirations import Aspiration
from careerkit.goals import Goal
from careerkit.interview.choice import Sayable
from careerkit.interview.grammar import Words, lower_first
from careerkit.interview.model import USUAL_LENGTH, Application, Ask, Asked, AskKind
from careerkit.interview.titles import phrase_of
from careerkit.needs import Strength

_SHORT_NOTE: Final = 18
_EXAMPLE_MAX: Final = 34
_SENTENCE: Final = re.compile(r"[^.!?…]+[.!?…]+(?=\s|$)|[^.!?…]+$")
_WE: Final = re.compile(r"\b(we're|we are|we've|we|our|ours|us)\b", re.IGNORECASE)
_YOU: Final = {
    "we're": "you are",
    "we are": "you are",
    "we've": "you have",
    "we": "you",
    "our": "your",
    "ours": "yours",
    "us": "you",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What one answer is made of, for ``seconds`` of speech.

    ``asks`` are things that the company asks for or plans; ``met`` says of those that are met by the plan
    whether by a strength (``True``) or by what is still ahead. ``needs`` are the needs to speak of; without
    them, those that the entries serve. ``person`` makes two people's answers differ, ``variant`` counts the
    wordings asked for.
    """

    asked: Asked
    application: Application
    aspirations: Sequence[Aspiration] = ()
    goals: Sequence[Goal] = ()
    strengths: Sequence[Strength] = ()
    needs: Sequence[str] = ()
    asks: Sequence[Ask] = ()
    met: Mapping[str, bool] = field(default_factory=dict)
    seconds: int = USUAL_LENGTH
    variant: int = 0
    person: str = ""

    @property
    def entries(self) -> tuple[Sayable, ...]:
        """Everything that is brought, needs left out."""
        return (*self.aspirations, *self.goals, *self.strengths)

    @property
    def served(self) -> tuple[str, ...]:
        """The needs that the aspirations and goals serve, in their order."""
        of_aspirations = (need for entry in self.aspirations for need in sorted(entry.needs))
        of_goals = (need for entry in self.goals for need in sorted(entry.needs))
        return (*of_aspirations, *of_goals)

    def asks_of(self, kind: AskKind) -> Iterator[Ask]:
        """Yield what the company asks for of one kind."""
        return (ask for ask in self.asks if ask.kind is kind)


def formed(title: str, name: str, words: Words) -> dict[str, str]:
    """Return a title as the slot that it fits: ``…_verb`` ("lead a project") or ``…_thing`` ("an MBA")."""
    phrase = phrase_of(title, words)
    return {f"{name}_verb" if phrase.is_verb else f"{name}_thing": phrase.text}


def plan_of_theirs(title: str, words: Words) -> dict[str, str]:
    """Return a plan of the company as a slot: ``plan`` ("you are opening an office") or ``plan_thing``."""
    text = title.strip().rstrip(".!?…")
    if not _WE.search(text):
        return {"plan_thing": phrase_of(text, words).text} if not phrase_of(text, words).is_verb else {}
    said = _WE.sub(lambda match: _YOU[match.group().lower()], text)
    if not _WE.match(text):
        return {}
    return {"plan": lower_first(said)}


def short_note(text: str, words: Words) -> str:
    """Return a note of one short line as it stands after a colon; empty for one that is longer."""
    lines = text.strip().splitlines()
    if len(lines) != 1 or len(lines[0].split()) > _SHORT_NOTE or len(_SENTENCE.findall(lines[0])) > 1:
        return ""
    first = lines[0].split()[0]
    keeps = first.lower() in words.proper or (not first[1:].islower() and len(first) > 1)
    line = lines[0].strip().rstrip(" .!?…,;:")
    return line if keeps else lower_first(line)


def example_of(evidence: str) -> str:
    """Return the first sentences of what shows a strength, as many as are short; empty for none."""
    said: list[str] = []
    for match in _SENTENCE.finditer(" ".join(evidence.split())):
        sentence = match.group().strip()
        if sum(len(it.split()) for it in [*said, sentence]) > _EXAMPLE_MAX:
            break
        said.append(sentence)
    text = " ".join(said)
    if not text:
        return ""
    text = text[:1].upper() + text[1:]
    return text if text[-1] in ".!?…" else f"{text}."
