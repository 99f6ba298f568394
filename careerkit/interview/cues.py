"""What a speaker holds in the hand: key words of an answer, and how long each part of it takes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from careerkit.interview.kin import Kin, stem_of
from careerkit.interview.model import Sentence
from careerkit.interview.pace import Pace, spoken_length

CUES_MAX: Final = 3
"""Cues that a card has for one sentence."""

_WORDS_MAX: Final = 4
_WORD: Final = re.compile(r"[^\W_][\w'’+#-]*|[^\w\s]")
_SENTENCE: Final = re.compile(r"[^.!?…]+[.!?…]*\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """The key words of one sentence, and the section of the answer that it belongs to."""

    section: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartPace:
    """How long one section of an answer is; ``section`` is empty for what the person wrote."""

    section: str
    pace: Pace


def cue_card(pieces: Sequence[Sentence], kin: Kin) -> tuple[Cue, ...]:
    """Return the key words of each sentence of an answer: up to three runs of words that say something."""
    found = (
        Cue(section=piece.section, words=_cues(sentence.group(), kin))
        for piece in pieces
        for sentence in _SENTENCE.finditer(piece.text)
    )
    return tuple(cue for cue in found if cue.words)


def part_paces(pieces: Sequence[Sentence]) -> tuple[PartPace, ...]:
    """Return how long each part of an answer takes to say, in its order; see :func:`spoken_length`."""
    return tuple(
        PartPace(section=section, pace=spoken_length(" ".join(piece.text for piece in part)))
        for section, part in groupby(pieces, key=lambda piece: piece.section)
    )


def _cues(sentence: str, kin: Kin) -> tuple[str, ...]:
    runs = sorted(_runs(sentence, kin), key=lambda run: -len(run[1]))[:CUES_MAX]
    return tuple(" ".join(words) for _, words in sorted(runs))


def _runs(sentence: str, kin: Kin) -> Iterator[tuple[int, list[str]]]:
    """Yield runs of words that say something, with their place in the sentence."""
    words = _WORD.findall(sentence)
    says = [word[0].isalnum() and stem_of(word) not in kin.common for word in words]
    at = 0
    for telling, run in groupby(says):
        length = len(list(run))
        if telling:
            yield at, words[at : at + length][:_WORDS_MAX]
        at += length
