"""Words that take back what is said, heaped one upon the other."""

from collections.abc import Iterator, Sequence
from typing import Final

from careerkit.interview.rules import RuleSet
from careerkit.interview.sentences import SpokenSentence

_WEIGHT: Final = {"hedge": 1, "strong_hedge": 2}
_ENOUGH: Final = 4
"""Weight of the hedges in one sentence that leaves nothing said."""


def stacked_hedges(read: Sequence[SpokenSentence], rules: RuleSet) -> Iterator[tuple[int, int]]:
    """Yield where sentences hedge so much that nothing is left said: start and end, in characters."""
    for sentence in read:
        found = _hedges(sentence, rules)
        if len(found) > 1 and sum(weight for _, _, weight in found) >= _ENOUGH:
            yield sentence.place(found[0][0], found[-1][1])


def _hedges(sentence: SpokenSentence, rules: RuleSet) -> list[tuple[int, int, int]]:
    """Return the hedges of a sentence, first word, end and weight; of those that overlap, the first."""
    kept: list[tuple[int, int, int]] = []
    for first, end, kind in sorted(
        rules.hedges.found(sentence.words), key=lambda place: (place[0], -place[1])
    ):
        if not kept or first >= kept[-1][1]:
            kept.append((first, end, _WEIGHT[kind]))
    return kept
