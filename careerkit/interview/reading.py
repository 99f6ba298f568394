"""An answer as the review reads it: its sentences, and what the phrases of the rules hit in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from careerkit.interview.hits import Hit, hits
from careerkit.interview.learned import Hearing, listen
from careerkit.interview.sentences import SpokenSentence, sentences


@dataclass(frozen=True)
class Reading:
    """One text, read once for all that look for something in it."""

    text: str
    sentences: Sequence[SpokenSentence]
    hits: Sequence[Hit]

    @classmethod
    def of(cls, text: str, role: str = "") -> "Reading":
        """Read a text, for a role if it is known. The work grows linearly with the text."""
        return cls(text, list(sentences(text)), hits(text, role))

    @cached_property
    def hearing(self) -> Hearing:
        """How its sentences sound, by what labelled answers taught."""
        return listen(self.sentences, self.rules_hit())

    def rules_hit(self) -> list[frozenset[str]]:
        """Return, for each sentence, the rules that hit in it."""
        found: list[set[str]] = [set() for _ in self.sentences]
        waiting = iter(sorted(self.hits))
        hit = next(waiting, None)
        for number, sentence in enumerate(self.sentences):
            _, end = sentence.place(0, len(sentence.words))
            while hit is not None and hit.start < end:
                found[number].add(hit.rule)
                hit = next(waiting, None)
        return [frozenset(rules) for rules in found]
