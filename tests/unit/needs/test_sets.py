from collections import Counter
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.errors import InvalidValueError
from careerkit.needs.sets import blocks_of_four, set_order

COUNTS = st.integers(min_value=7, max_value=10)
SEEDS = st.integers(min_value=0, max_value=2**32 - 1)


def _needs(count: int) -> tuple[str, ...]:
    return tuple(f"need-{number}" for number in range(count))


def _positions(order: tuple[tuple[str, ...], ...], need: str) -> list[int]:
    """How often the need stands first, second, third and fourth."""
    return [column.count(need) for column in zip(*order, strict=True)]


def _shared(order: tuple[tuple[str, ...], ...]) -> list[int]:
    return [len(set(one) & set(other)) for one, other in pairwise(order)]


@pytest.mark.parametrize(
    ("n", "b", "r", "together"),
    [(7, 7, 4, 2), (8, 14, 7, 3), (9, 18, 8, 3), (10, 15, 6, 2)],
)
def test_every_design_has_the_stated_parameters(n: int, b: int, r: int, together: int) -> None:
    blocks = blocks_of_four(n)

    assert len(set(blocks)) == len(blocks) == b
    assert all(len(set(block)) == 4 and list(block) == sorted(block) for block in blocks)
    assert Counter(point for block in blocks for point in block) == dict.fromkeys(range(n), r)
    assert Counter(pair for block in blocks for pair in combinations(block, 2)) == dict.fromkeys(
        combinations(range(n), 2), together
    )


@pytest.mark.parametrize("n", [0, 4, 6, 11, 20])
def test_other_numbers_of_needs_are_refused_with_the_reason(n: int) -> None:
    reason = r"^The short form needs 7 to 10 needs\. Show or hide some first\.$"

    with pytest.raises(InvalidValueError, match=reason):
        blocks_of_four(n)
    with pytest.raises(InvalidValueError, match=reason):
        set_order(_needs(n), 1)


@given(COUNTS, SEEDS)
def test_every_set_of_the_design_is_asked_exactly_once(count: int, seed: int) -> None:
    order = set_order(_needs(count), seed)
    together = Counter(frozenset(pair) for four in order for pair in combinations(four, 2))

    assert len({frozenset(four) for four in order}) == len(order) == len(blocks_of_four(count))
    assert len(together) == count * (count - 1) // 2
    assert len(set(together.values())) == 1


@given(COUNTS, SEEDS)
def test_each_need_stands_equally_often_in_each_position(count: int, seed: int) -> None:
    order = set_order(_needs(count), seed)

    for need in _needs(count):
        often = _positions(order, need)
        assert max(often) - min(often) <= 1


@pytest.mark.parametrize(("count", "often"), [(7, 1), (9, 2)])
def test_seven_and_nine_needs_are_balanced_without_remainder(count: int, often: int) -> None:
    for seed in range(50):
        order = set_order(_needs(count), seed)
        assert all(_positions(order, need) == [often] * 4 for need in _needs(count))


@pytest.mark.parametrize(("count", "total", "most"), [(7, 12, 2), (8, 12, 2), (9, 8, 1), (10, 14, 1)])
def test_neighbouring_sets_share_as_few_needs_as_they_can(count: int, total: int, most: int) -> None:
    for seed in range(50):
        shared = _shared(set_order(_needs(count), seed))
        assert (sum(shared), max(shared)) == (total, most)


@pytest.mark.parametrize(
    ("n", "others"),
    [(7, {2: 6}), (8, {0: 1, 2: 12}), (9, {0: 1, 1: 4, 2: 12}), (10, {1: 8, 2: 6})],
)
def test_no_order_of_the_sets_could_share_fewer(n: int, others: dict[int, int]) -> None:
    """The total above follows: at most every second step leads to the one block that is disjoint."""
    for block in blocks_of_four(n):
        assert (
            Counter(len(set(block) & set(other)) for other in blocks_of_four(n) if other != block) == others
        )


@given(COUNTS, SEEDS)
def test_the_same_seed_gives_the_same_sets_again(count: int, seed: int) -> None:
    assert set_order(list(_needs(count)), seed) == set_order(_needs(count), seed)


def test_the_sets_of_a_seed_are_the_same_in_every_version() -> None:
    order = " ".join("".join(four) for four in set_order("abcdefghij", 7))

    assert order == "ejig hdai bjga eafc gifh beai dbjf achj cgde ifcb jfhe icdj hdeb fagd ghbc"


def test_sets_order_and_positions_differ_from_seed_to_seed() -> None:
    orders = [set_order(_needs(8), seed) for seed in range(300)]
    firsts = Counter(order[0][0] for order in orders)
    fours = Counter(frozenset(four) for order in orders for four in order)

    assert len(set(orders)) == len(orders)
    assert all(15 < firsts[need] < 65 for need in _needs(8))
    assert len(fours) == 70
    assert all(30 < often < 95 for often in fours.values())


@given(COUNTS, SEEDS, st.data())
def test_other_names_for_the_needs_change_nothing_else(count: int, seed: int, data: st.DataObject) -> None:
    names = data.draw(st.permutations(_needs(count)))
    renamed = dict(zip(_needs(count), names, strict=True))
    order = set_order(_needs(count), seed)

    assert set_order(names, seed) == tuple(tuple(renamed[need] for need in four) for four in order)
