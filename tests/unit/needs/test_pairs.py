from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from careerkit.needs import Assessment, PairAnswer, last_answer, next_pair, pair_key, pair_order

START = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
SEEDS = st.integers(min_value=0, max_value=2**32 - 1)


def _needs(count: int) -> tuple[str, ...]:
    return tuple(f"need-{number}" for number in range(count))


def _repeats(order: tuple[tuple[str, str], ...]) -> int:
    return sum(not set(one).isdisjoint(other) for one, other in pairwise(order))


def _assessment(count: int = 8, seed: int = 1) -> Assessment:
    return Assessment(id="a", needs=_needs(count), seed=seed, started_at=START)


def _answered(assessment: Assessment, left: str, right: str, at: datetime) -> Assessment:
    answer = PairAnswer(left=left, right=right, kept=left, at=at)
    return replace(assessment, answers={**assessment.answers, answer.key: answer})


@given(st.integers(2, 12), SEEDS)
def test_every_pair_is_asked_exactly_once(count: int, seed: int) -> None:
    needs = _needs(count)

    asked = sorted(pair_key(*pair) for pair in pair_order(needs, seed))

    assert asked == sorted(pair_key(*pair) for pair in combinations(needs, 2))


@given(st.integers(2, 12), SEEDS)
def test_each_need_stands_as_often_left_as_right(count: int, seed: int) -> None:
    order = pair_order(_needs(count), seed)
    left, right = (Counter(side) for side in zip(*order, strict=True))

    assert all(abs(left[need] - right[need]) <= 1 for need in _needs(count))


@given(st.integers(5, 12), SEEDS)
def test_from_five_needs_on_none_comes_twice_in_a_row(count: int, seed: int) -> None:
    assert _repeats(pair_order(_needs(count), seed)) == 0


@given(st.integers(3, 4), SEEDS)
def test_three_or_four_needs_repeat_only_where_they_must(count: int, seed: int) -> None:
    assert _repeats(pair_order(_needs(count), seed)) == 2


@given(SEEDS)
def test_the_same_seed_gives_the_same_order_again(seed: int) -> None:
    assert pair_order(list(_needs(8)), seed) == pair_order(_needs(8), seed)


def test_the_order_of_a_seed_is_the_same_in_every_version() -> None:
    assert pair_order(("a", "b", "c", "d", "e"), 7) == (
        ("e", "d"),
        ("b", "a"),
        ("c", "e"),
        ("a", "d"),
        ("c", "b"),
        ("e", "a"),
        ("d", "b"),
        ("a", "c"),
        ("b", "e"),
        ("d", "c"),
    )


def test_order_and_sides_differ_from_seed_to_seed() -> None:
    orders = [pair_order(_needs(8), seed) for seed in range(300)]
    first = Counter(pair_key(*order[0]) for order in orders)
    left = Counter(pair for order in orders for pair in order)

    assert len(set(orders)) == len(orders)
    assert len(first) == 28
    assert all(90 < left[pair] < 210 for pair in left)


def test_the_first_pair_without_an_answer_comes_next() -> None:
    assessment = _assessment()
    order = pair_order(assessment.needs, assessment.seed)
    answered = _answered(_answered(assessment, *order[0], START), *order[2], START)

    assert next_pair(assessment) == order[0]
    assert next_pair(answered) == order[1]


def test_nothing_comes_next_when_all_pairs_are_answered() -> None:
    assessment = _assessment(3)
    for pair in pair_order(assessment.needs, assessment.seed):
        assessment = _answered(assessment, *pair, START)

    assert next_pair(assessment) is None
    assert assessment.is_complete


def test_an_answer_counts_whichever_side_its_needs_stood_on() -> None:
    assessment = _assessment()
    left, right = pair_order(assessment.needs, assessment.seed)[0]

    assert next_pair(_answered(assessment, right, left, START)) != (left, right)


def test_the_last_answer_is_the_newest_by_its_time() -> None:
    order = pair_order(_needs(8), 1)
    assessment = _answered(_assessment(), *order[5], START + timedelta(minutes=2))
    assessment = _answered(assessment, *order[6], START + timedelta(minutes=1))
    last = last_answer(assessment)

    assert last is not None
    assert (last.left, last.right) == order[5]
    assert last_answer(_assessment()) is None


def test_of_answers_of_the_same_moment_the_later_pair_is_last() -> None:
    order = pair_order(_needs(8), 1)
    assessment = _answered(_answered(_assessment(), *order[1], START), *order[0], START)
    last = last_answer(assessment)

    assert last is not None
    assert (last.left, last.right) == order[1]
