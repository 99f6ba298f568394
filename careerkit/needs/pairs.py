"""The pairs of an assessment: in which order they are asked, which comes next, which was last."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations, pairwise
from random import Random
from typing import TypeAlias

from careerkit.needs.model import Assessment, PairAnswer, pair_key

Pair: TypeAlias = tuple[str, str]
"""Two needs as they stand on the screen: left, right."""


def pair_order(needs: Sequence[str], seed: int) -> tuple[Pair, ...]:
    """Return every pair of ``needs`` once, each as (left, right), in the order in which to ask them.

    The same needs and seed give the same order. Order and sides are random within two rules: each need
    stands as often left as right (the difference is at most 1), and no need comes twice in a row. The second
    rule can be kept for five needs and more; with three or four, as few repeats as possible remain.
    """
    return _pair_order(tuple(needs), seed)


def next_pair(assessment: Assessment) -> Pair | None:
    """Return the first pair in the order that has no answer yet, or ``None`` when all have one."""
    pairs = pair_order(assessment.needs, assessment.seed)
    return next((pair for pair in pairs if pair_key(*pair) not in assessment.answers), None)


def last_answer(assessment: Assessment) -> PairAnswer | None:
    """Return the newest answer by its time, or ``None`` when there is none.

    Of several given at the same moment it is the one whose pair comes last in the order.
    """
    pairs = pair_order(assessment.needs, assessment.seed)
    place = {pair_key(*pair): at for at, pair in enumerate(pairs)}
    return max(assessment.answers.values(), key=lambda answer: (answer.at, place[answer.key]), default=None)


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
