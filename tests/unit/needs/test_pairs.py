from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import combinations, pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from careerkit.needs import (
    CHECKS,
    Assessment,
    PairAnswer,
    Question,
    Turn,
    last_answer,
    need_order,
    next_question,
    pair_key,
    pair_order,
    repeated_pairs,
    wins_matrix,
)
from tests.unit.needs.comparing import (
    COUNTS,
    SEEDS,
    START,
    answered,
    begun,
    drawn,
    left,
    needs,
    neither,
    some,
)


def _repeats(order: Sequence[tuple[str, str]]) -> int:
    return sum(not set(one).isdisjoint(other) for one, other in pairwise(order))


def _answered(assessment: Assessment, left: str, right: str, minutes: int = 0) -> Assessment:
    answer = PairAnswer(left=left, right=right, kept=left, at=START + timedelta(minutes=minutes))
    return replace(assessment, answers={**assessment.answers, answer.key: answer})


def _asked(assessment: Assessment) -> Iterator[Question]:
    """Yield each question until nothing is left to ask, keeping the left need of each."""
    while (question := next_question(assessment)) is not None:
        yield question
        assessment = answered(assessment, 1)


def _sides(question: Question) -> tuple[str, str]:
    return question.left, question.right


@given(st.integers(2, 12), SEEDS)
def test_every_pair_is_asked_exactly_once(count: int, seed: int) -> None:
    compared = needs(count)

    asked = sorted(pair_key(*pair) for pair in pair_order(compared, seed))

    assert asked == sorted(pair_key(*pair) for pair in combinations(compared, 2))


@given(st.integers(2, 12), SEEDS)
def test_each_need_stands_as_often_left_as_right(count: int, seed: int) -> None:
    order = pair_order(needs(count), seed)
    left, right = (Counter(side) for side in zip(*order, strict=True))

    assert all(abs(left[need] - right[need]) <= 1 for need in needs(count))


@given(st.integers(5, 12), SEEDS)
def test_from_five_needs_on_none_comes_twice_in_a_row(count: int, seed: int) -> None:
    assert _repeats(pair_order(needs(count), seed)) == 0


@given(st.integers(3, 4), SEEDS)
def test_three_or_four_needs_repeat_only_where_they_must(count: int, seed: int) -> None:
    assert _repeats(pair_order(needs(count), seed)) == 2


@given(SEEDS)
def test_the_same_seed_gives_the_same_order_again(seed: int) -> None:
    assert pair_order(list(needs(8)), seed) == pair_order(needs(8), seed)


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
    orders = [pair_order(needs(8), seed) for seed in range(300)]
    first = Counter(pair_key(*order[0]) for order in orders)
    left = Counter(pair for order in orders for pair in order)

    assert len(set(orders)) == len(orders)
    assert len(first) == 28
    assert all(90 < left[pair] < 210 for pair in left)


def test_the_first_pair_without_an_answer_comes_next() -> None:
    assessment = begun()
    order = pair_order(assessment.needs, assessment.seed)

    assert next_question(assessment) == (*order[0], Turn.FIRST)
    assert next_question(_answered(assessment, *order[0])) == (*order[1], Turn.FIRST)
    assert next_question(_answered(assessment, *order[1])) == (*order[0], Turn.FIRST)


@some
@given(st.integers(5, 10), SEEDS)
def test_pairs_are_asked_in_their_order_and_sides_and_the_repeated_ones_last(count: int, seed: int) -> None:
    assessment = begun(count, seed)
    order = pair_order(assessment.needs, seed)
    repeated = [(right, left) for left, right in repeated_pairs(assessment)]

    asked = list(_asked(assessment))

    assert [_sides(question) for question in asked] == [*order, *repeated]
    assert [question.turn for question in asked] == [Turn.FIRST] * len(order) + [Turn.ONCE_MORE] * CHECKS


@pytest.mark.parametrize("count", [3, 4])
def test_three_or_four_needs_are_asked_every_pair_too(count: int) -> None:
    asked = [question for question in _asked(begun(count)) if question.turn is Turn.FIRST]

    assert {pair_key(*_sides(question)) for question in asked} == begun(count).pair_keys


def test_nothing_comes_next_when_all_is_answered() -> None:
    assert next_question(answered(begun(), 30)) is None
    assert answered(begun(), 30).is_complete


def test_a_comparison_without_checks_ends_with_the_last_pair() -> None:
    assessment = begun(checks=0)

    assert len(list(_asked(assessment))) == 28
    assert repeated_pairs(assessment) == ()


def test_an_answer_counts_whichever_side_its_needs_stood_on() -> None:
    assessment = begun()
    left, right = pair_order(assessment.needs, assessment.seed)[0]
    question = next_question(_answered(assessment, right, left))

    assert question is not None
    assert {question.left, question.right} != {left, right}


@given(COUNTS, SEEDS)
def test_repeated_pairs_share_no_need_with_each_other_or_with_the_pair_asked_last(
    count: int, seed: int
) -> None:
    assessment = begun(count, seed)
    last = pair_order(assessment.needs, seed)[-1]

    asked = [last, *repeated_pairs(assessment)]

    assert len({need for pair in asked for need in pair}) == 2 * (1 + CHECKS)


@given(COUNTS, SEEDS)
@example(7, 246)
def test_at_least_four_other_questions_lie_between_a_pair_and_its_repetition(count: int, seed: int) -> None:
    assessment = begun(count, seed)
    asked = [*pair_order(assessment.needs, seed), *repeated_pairs(assessment)]

    for pair in repeated_pairs(assessment):
        first, second = (at for at, it in enumerate(asked) if it == pair)
        assert second - first > 4


@some
@given(COUNTS, SEEDS, st.data())
def test_repeated_answers_count_nowhere_in_the_order(count: int, seed: int, data: st.DataObject) -> None:
    before = answered(begun(count, seed), begun(count).pairs, drawn(data))

    after = answered(before, keep=drawn(data))

    assert len(after.repeats) == CHECKS
    assert wins_matrix(after) == wins_matrix(before)
    assert need_order(after) == need_order(before)


def test_a_repeated_answer_that_was_given_already_is_not_asked_for_again() -> None:
    assessment = answered(begun(), 29)
    [_, second] = repeated_pairs(assessment)

    assert next_question(assessment) == (*second[::-1], Turn.ONCE_MORE)


@some
@given(COUNTS, SEEDS, st.data())
def test_looking_again_asks_exactly_the_chosen_pairs_with_their_sides_swapped(
    count: int, seed: int, data: st.DataObject
) -> None:
    finished = answered(begun(count, seed), keep=drawn(data))
    again = data.draw(st.frozensets(st.sampled_from(sorted(finished.pair_keys)), min_size=1, max_size=8))

    asked = list(_asked(replace(finished, again=again)))

    assert [question.turn for question in asked] == [Turn.AGAIN] * len(again)
    assert {pair_key(*_sides(question)) for question in asked} == again
    for question in asked:
        first = finished.answers[pair_key(*_sides(question))]
        assert _sides(question) == (first.right, first.left)


def test_another_look_comes_before_what_has_no_answer_yet() -> None:
    assessment = answered(begun(), 10)
    order = pair_order(assessment.needs, assessment.seed)

    asked = list(_asked(replace(assessment, again=frozenset({pair_key(*order[4])}))))

    assert asked[0] == (*order[4][::-1], Turn.AGAIN)
    assert len(asked) == 1 + 18 + CHECKS


@some
@given(COUNTS, SEEDS)
def test_each_need_is_kept_as_often_by_somebody_who_always_keeps_one_side(count: int, seed: int) -> None:
    one_sided = need_order(answered(begun(count, seed), keep=left))
    undecided = need_order(answered(begun(count, seed), keep=neither))

    kept = [standing.kept for standing in one_sided]
    assert max(kept) - min(kept) <= 1
    assert {standing.kept for standing in undecided} == {(count - 1) / 2}


def test_the_last_answer_is_the_newest_by_its_time() -> None:
    order = pair_order(needs(8), 1)
    assessment = _answered(begun(), *order[5], minutes=2)
    assessment = _answered(assessment, *order[6], minutes=1)
    last = last_answer(assessment)

    assert last is not None
    assert (last.left, last.right) == order[5]
    assert last_answer(begun()) is None


def test_of_answers_of_the_same_moment_the_later_pair_is_last() -> None:
    order = pair_order(needs(8), 1)
    last = last_answer(_answered(_answered(begun(), *order[1]), *order[0]))

    assert last is not None
    assert (last.left, last.right) == order[1]
