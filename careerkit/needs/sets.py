"""The sets of the short form: which four needs are shown together, in which order, and where each stands."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain, combinations, pairwise, product
from random import Random
from typing import Final, TypeAlias, TypeVar

from careerkit.errors import InvalidValueError

Block: TypeAlias = tuple[int, int, int, int]
"""Four points of a design, by their numbers."""

FourNeeds: TypeAlias = tuple[str, str, str, str]
"""Four needs as they stand on the screen, from first to last."""

_Seat: TypeAlias = tuple[int, str]
"""A need in a set, the set by its place in the order."""

_Item = TypeVar("_Item")


def set_order(needs: Sequence[str], seed: int) -> tuple[FourNeeds, ...]:
    """Return the sets of four of the short form, each once, in the order in which to ask them.

    Every two needs meet in equally many sets. The same needs and seed give the same order. Which needs meet
    where, order and positions are random within two rules: neighbouring sets share as few needs as any order
    of the design allows, and each need stands equally often in each of the four positions (the difference is
    at most 1). Raises ``InvalidValueError`` unless there are 7 to 10 needs.
    """
    return _set_order(tuple(needs), seed)


@cache
def blocks_of_four(n: int) -> tuple[Block, ...]:
    """Return the blocks of a balanced incomplete block design on the points 0 to ``n`` - 1.

    Every point is in equally many blocks of four, and so is every pair of points. Raises
    ``InvalidValueError`` unless ``n`` is 7 to 10.
    """
    if n not in _DESIGNS:
        raise InvalidValueError("The short form needs 7 to 10 needs. Show or hide some first.")
    return tuple(sorted((a, b, c, d) for a, b, c, d in map(sorted, _DESIGNS[n]())))


def _complements_of_lines() -> list[set[int]]:
    """Return 7 blocks, each point in 4 of them, each pair in 2.

    Source: the complement of the Fano plane, whose lines are the translates of the difference set {0, 1, 3}
    modulo 7 (Singer, 1938).
    """
    return [set(range(7)) - {(start + step) % 7 for step in (0, 1, 3)} for start in range(7)]


def _planes() -> list[set[int]]:
    """Return 14 blocks, each point in 7 of them, each pair in 3.

    Source: the planes of the affine space AG(3, 2), the Steiner quadruple system of order 8. A point is a
    vector of three bits; each plane holds the solutions of a·x = b over GF(2).
    """
    return [
        {x for x in range(8) if (a & x).bit_count() % 2 == b}  # the parity of a & x is the product a·x
        for a, b in product(range(1, 8), range(2))
    ]


def _translates_of_squares() -> list[set[int]]:
    """Return 18 blocks, each point in 8 of them, each pair in 3.

    Source: Bose's method of differences (1939), with the nonzero squares and the non-squares of GF(9) as
    base blocks. The pair (x, y) is x + y·i with i² = -1, and point 3·x + y.
    """
    field = set(product(range(3), repeat=2))
    squares = {((x * x - y * y) % 3, 2 * x * y % 3) for x, y in field} - {(0, 0)}
    return [
        {(x + right) % 3 * 3 + (y + up) % 3 for x, y in base}
        for base in (squares, field - squares - {(0, 0)})
        for right, up in sorted(field)
    ]


def _four_cycles() -> list[Collection[int]]:
    """Return 15 blocks, each point in 6 of them, each pair in 2.

    Source: counting in the complete graph on five vertices. Its ten edges are the points, its 4-cycles the
    blocks; two edges lie on two 4-cycles, whether they meet or not. Four edges are a 4-cycle when every
    vertex they touch is the end of two.
    """
    edges = list(combinations(range(5), 2))
    return [
        four
        for four in combinations(range(10), 4)
        if set(Counter(chain.from_iterable(edges[at] for at in four)).values()) == {2}
    ]


_DESIGNS: Final[Mapping[int, Callable[[], Sequence[Collection[int]]]]] = {
    7: _complements_of_lines,
    8: _planes,
    9: _translates_of_squares,
    10: _four_cycles,
}

# How many needs the sets of the best order share with the set before, in total. 7: any two blocks share 2.
# 8: a block is disjoint from its complement and shares 2 with all others. 9: a block is disjoint from one
# other, and the 8 steps between such couples cost 1 each. 10: any two blocks share 1 or more.
_UNAVOIDABLE: Final = {7: 6 * 2, 8: 6 * 2, 9: 8 * 1, 10: 14 * 1}


@lru_cache(maxsize=64)
def _set_order(needs: tuple[str, ...], seed: int) -> tuple[FourNeeds, ...]:
    blocks = blocks_of_four(len(needs))
    # Only Random.random is promised to give the same numbers in every version of Python.
    chance = Random(seed)  # noqa: S311 - shuffles questions, keeps no secret
    points = _shuffled(needs, chance)
    order = _spread_out(blocks, _UNAVOIDABLE[len(needs)], chance)
    return _balanced_positions(
        [(at, points[point]) for at, block in enumerate(order) for point in block], chance
    )


def _spread_out(blocks: Sequence[Block], unavoidable: int, chance: Random) -> list[Block]:
    """Draw random orders until one has no more repeats than must be."""
    while True:
        order = _random_order(blocks, chance)
        if sum(_shared(one, other) for one, other in pairwise(order)) <= unavoidable:
            return order


def _random_order(blocks: Sequence[Block], chance: Random) -> list[Block]:
    """Start anywhere and go on with any of the blocks that share fewest points with the last."""
    left_over = list(blocks)
    order: list[Block] = []
    while left_over:
        repeats = [_shared(order[-1], block) if order else 0 for block in left_over]
        fresh = [block for block, shared in zip(left_over, repeats, strict=True) if shared == min(repeats)]
        order.append(fresh[int(chance.random() * len(fresh))])
        left_over.remove(order[-1])
    return order


def _shared(one: Block, other: Block) -> int:
    return len(set(one).intersection(other))


def _balanced_positions(seats: Sequence[_Seat], chance: Random) -> tuple[FourNeeds, ...]:
    """Return the sets with each need as often first, second, third and fourth, but for one.

    Halving the seats twice makes the four positions. Source: Euler splits, after Gabow (1976).
    """
    first, second, third, fourth = (
        dict(quarter) for half in _halves(seats, chance) for quarter in _halves(half, chance)
    )
    return tuple((first[at], second[at], third[at], fourth[at]) for at in sorted(first))


def _halves(seats: Sequence[_Seat], chance: Random) -> tuple[list[_Seat], list[_Seat]]:
    """Split the seats so that each set, and but for one each need, has as many in both halves.

    Walks along closed ways from a need into a set and from the set to another need, using each seat once:
    ways in are one half, ways out the other. A silent set more (-1) closes the ways of needs with an odd
    number of seats.
    """
    odd = [need for need, count in Counter(need for _, need in seats).items() if count % 2]
    sets_of, needs_of = defaultdict[str, list[int]](list), defaultdict[int, list[str]](list)
    for at, need in _shuffled([*seats, *((-1, need) for need in odd)], chance):
        sets_of[need].append(at)
        needs_of[at].append(need)
    ways_in, ways_out = [], []
    for start in list(sets_of):
        need = start
        while sets_of[need]:
            at = sets_of[need].pop()
            needs_of[at].remove(need)
            ways_in.append((at, need))
            need = needs_of[at].pop()
            sets_of[need].remove(at)
            ways_out.append((at, need))
    return [seat for seat in ways_in if seat[0] >= 0], [seat for seat in ways_out if seat[0] >= 0]


def _shuffled(items: Sequence[_Item], chance: Random) -> list[_Item]:
    drawn = [(chance.random(), at) for at in range(len(items))]
    return [items[at] for _, at in sorted(drawn)]
