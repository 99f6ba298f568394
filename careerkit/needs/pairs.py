"""The pairs of an assessment: in which order they are asked, which comes next, which was last."""

from collections import Counter
from collections.abc import Sequence
from enum import Enum, auto
from functools import lru_cache
from itertools import combinations, pairwise
from random import Random
from typing import NamedTuple, TypeAlias

from careerkit.needs.assessment import Assessment
from careerkit.needs.model import PairAnswer, pair_key

Pair: TypeAlias = tuple[str, str]
"""Two needs as they stand on the screen: left, right."""


class Turn(Enum):
    """Why a pair is asked: the first time, once more as a check, or because the person looks again."""

    FIRST = auto()
    ONCE_MORE = auto()
    AGAIN = auto()


class Question(NamedTuple):
    """A pair as it stands on the screen, and why it is asked."""

    left: str
    right: str
    turn: Turn


def pair_order(needs: Sequence[str], seed: int) -> tuple[Pair, ...]:
    """Return every pair of ``needs`` once, each as (left, right), in the order in which to ask them.

    The same needs and seed give the same order. Order and sides are random within two rules: each need
    stands as often left as right (the difference is at most 1), and no need comes twice in a row. The second
    rule can be kept for five needs and more; with three or four, as few repeats as possible remain.
    """
    return _pair_order(tuple(needs), seed)


def next_question(assessment: Assessment) -> Question | None:
    """Return what to ask next in a comparison in pairs, or ``None`` when nothing is left to ask.

    First come the pairs to look at again, with their sides swapped; then those without an answer, in the
    order of :func:`pair_order`; then the pairs asked once more. After needs were added or hidden, sides make
    up for how the needs stood before, and a need rests after its turn where it can.
    """
    order = pair_order(assessment.needs, assessment.seed)
    for pair in order:
        if pair_key(*pair) in assessment.again:
            return Question(*_swapped(assessment, pair), Turn.AGAIN)
    missing = [pair for pair in order if pair_key(*pair) not in assessment.answers]
    if missing:
        return Question(*_sides(assessment, _rested(assessment, missing)), Turn.FIRST)
    for pair in repeated_pairs(assessment):
        if pair_key(*pair) not in assessment.repeats:
            return Question(*_swapped(assessment, pair), Turn.ONCE_MORE)
    return None


def repeated_pairs(assessment: Assessment) -> tuple[Pair, ...]:
    """Return the pairs that are asked once more at the end: from about the first and second quarter.

    They share no need with each other or with the pair asked last, where that can be. Those that have been
    asked once more stay, whatever happened to the set of needs since.
    """
    order = pair_order(assessment.needs, assessment.seed)
    last = last_answer(assessment)
    chosen = [pair for pair in order if pair_key(*pair) in assessment.repeats]
    for quarter in range(1 + len(chosen), 1 + assessment.asked_twice):
        near = sorted(enumerate(order), key=lambda it: abs(it[0] - len(order) * quarter // 4))
        candidates = [pair for _, pair in near if pair not in chosen]
        busy = {need for pair in ((last.left, last.right) if last else order[-1], *chosen) for need in pair}
        chosen += [pair for pair in candidates if busy.isdisjoint(pair)][:1] or candidates[:1]
    return tuple(chosen)


def last_answer(assessment: Assessment) -> PairAnswer | None:
    """Return the newest answer to a pair by its time, or ``None`` when there is none.

    Of several given at the same moment it is the one whose pair comes last in the order.
    """
    pairs = pair_order(assessment.needs, assessment.seed)
    place = {pair_key(*pair): at for at, pair in enumerate(pairs)}
    return max(assessment.answers.values(), key=lambda answer: (answer.at, place[answer.key]), default=None)


def _swapped(assessment: Assessment, pair: Pair) -> Pair:
    answer = assessment.answers.get(pair_key(*pair))
    return (answer.right, answer.left) if answer else pair


def _rested(assessment: Assessment, missing: Sequence[Pair]) -> Pair:
    last = last_answer(assessment)
    just_asked = {last.left, last.right} if last else set()
    return next((pair for pair in missing if just_asked.isdisjoint(pair)), missing[0])


def _sides(assessment: Assessment, pair: Pair) -> Pair:
    planned = {pair_key(*it): it for it in pair_order(assessment.needs, assessment.seed)}
    answers = assessment.answers.values()
    if all((answer.left, answer.right) == planned[answer.key] for answer in answers):
        return pair
    left, right = pair
    lead = Counter(answer.left for answer in answers)
    lead.subtract(answer.right for answer in answers)
    return pair if lead[left] <= lead[right] else (right, left)


@lru_cache(maxsize=64)
def _pair_order(needs: tuple[str, ...], seed: int) -> tuple[Pair, ...]:
    # Only Random.random is promised to give the same numbers in every version of Python.
    chance = Random(seed)  # noqa: S311 - shuffles questions, keeps no secret
    sides = {pair_key(*pair): pair for pair in _balanced_sides(needs, chance)}
    return tuple(sides[pair_key(*pair)] for pair in _spread_out(needs, chance))


def _spread_out(needs: tuple[str, ...], chance: Random) -> list[Pair]:
    """Draw random orders until one has no more repeats than must be."""
    unavoidable = 2 if len(needs) in (3, 4) else 0
    while True:
        order = _random_order(needs, chance)
        if sum(not set(one).isdisjoint(other) for one, other in pairwise(order)) <= unavoidable:
            return order


def _random_order(needs: tuple[str, ...], chance: Random) -> list[Pair]:
    left_over = list(combinations(needs, 2))
    order: list[Pair] = []
    while left_over:
        fresh = [pair for pair in left_over if not order or set(pair).isdisjoint(order[-1])] or left_over
        order.append(fresh[int(chance.random() * len(fresh))])
        left_over.remove(order[-1])
    return order


def _balanced_sides(needs: tuple[str, ...], chance: Random) -> list[Pair]:
    """Return every pair with its sides, each need as often left as right but for one.

    Walks along closed ways through the graph of all pairs, using each pair once, and lets every step lead
    from the left need to the right one. Of an even number of needs each belongs to an odd number of pairs;
    a silent one more (``None``) closes the ways.
    """
    nodes = [*needs, *([None] if len(needs) % 2 == 0 else [])]
    unused = {node: _shuffled([other for other in nodes if other != node], chance) for node in nodes}
    steps = []
    for start in nodes:
        here = start
        while unused[here]:
            there = unused[here].pop()
            unused[there].remove(here)
            steps.append((here, there))
            here = there
    return [(left, right) for left, right in steps if left is not None and right is not None]


def _shuffled(items: Sequence[str | None], chance: Random) -> list[str | None]:
    return [
        item for _, item in sorted(((chance.random(), item) for item in items), key=lambda drawn: drawn[0])
    ]
