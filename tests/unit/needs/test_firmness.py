from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.needs import (
    CHECKS,
    Assessment,
    Mode,
    Turn,
    answer_pair,
    next_question,
    pair_key,
    repeated_pairs,
    repeats,
    side_count,
    ties,
)
from tests.unit.needs.comparing import (
    COUNTS,
    SEEDS,
    after,
    answered,
    begun,
    chosen,
    drawn,
    in_order,
    left,
    needs,
    neither,
    some,
    stamp,
)


def _with_left(kept_left: int, of: int, ties: int = 0) -> Assessment:
    """Keep so often the left card, for the rest the right one, and leave some pairs undecided."""
    sides = iter([*([0] * kept_left), *([1] * (of - kept_left)), *([2] * ties), *([2] * 50)])
    return answered(begun(10, checks=0), of + ties, lambda one, other: (one, other, None)[next(sides)])


# Twice the chance that a fair coin falls so unevenly or more so, worked out by hand: 2 * (sum of the tail of
# Pascal's row n) / 2 ** n, and 1 where that would be more.
@pytest.mark.parametrize(
    ("kept_left", "of", "p_value"),
    [
        pytest.param(0, 0, 1.0, id="nothing"),
        pytest.param(1, 1, 1.0, id="2*1/2"),
        pytest.param(2, 2, 1 / 2, id="2*1/4"),
        pytest.param(0, 5, 2 / 32, id="2*1/32"),
        pytest.param(1, 5, 12 / 32, id="2*(1+5)/32"),
        pytest.param(2, 5, 1.0, id="2*(1+5+10)/32"),
        pytest.param(2, 4, 1.0, id="even"),
        pytest.param(9, 10, 22 / 1024, id="2*(1+10)/1024"),
        pytest.param(8, 10, 112 / 1024, id="2*(1+10+45)/1024"),
        pytest.param(22, 28, 0.003719, id="499178/2**27"),
    ],
)
def test_side_count_has_the_p_value_of_the_sign_test(kept_left: int, of: int, p_value: float) -> None:
    count = side_count(_with_left(kept_left, of) if of else begun())

    assert (count.left, count.right) == (kept_left, of - kept_left)
    assert count.p_value == pytest.approx(p_value, rel=1e-3)


def test_a_pair_that_was_left_open_counts_for_no_side() -> None:
    assert side_count(_with_left(9, 10, ties=20)) == side_count(_with_left(9, 10))
    assert side_count(answered(begun(), keep=neither)).p_value == 1.0


def test_ties_are_the_pairs_that_were_left_open_the_first_time() -> None:
    assert ties(_with_left(9, 10, ties=20)) == 20
    assert ties(answered(begun(), keep=neither)) == 28
    assert ties(answered(answered(begun(), 28), keep=neither)) == 0


@some
@given(COUNTS, SEEDS, st.data())
def test_sides_swapped_give_the_same_p_value(count: int, seed: int, data: st.DataObject) -> None:
    result = answered(begun(count, seed), keep=drawn(data))
    swapped = replace(
        result, answers={key: replace(it, left=it.right, right=it.left) for key, it in result.answers.items()}
    )

    one, other = side_count(result), side_count(swapped)

    assert (one.left, one.right, one.p_value) == (other.right, other.left, other.p_value)
    assert 0 < one.p_value <= 1


def test_repeated_answers_and_fours_count_for_no_side() -> None:
    pairs = answered(begun(), 28)

    assert side_count(answered(pairs)) == side_count(pairs)
    assert side_count(chosen(begun(mode=Mode.FOURS), needs(8).index)).left == 0


def test_repeats_come_in_the_order_in_which_they_were_answered_with_both_answers() -> None:
    result = answered(begun(), keep=in_order)

    found = repeats(result)

    assert [(it.second.right, it.second.left) for it in found] == [*repeated_pairs(result)]
    assert all(it.first == result.answers[it.first.key] and it.same for it in found)
    later, earlier = ({**result.repeats}[it.first.key] for it in found)
    turned = replace(later, at=earlier.at + timedelta(minutes=1))
    assert [
        it.first.key for it in repeats(replace(result, repeats={**result.repeats, turned.key: turned}))
    ] == [
        earlier.key,
        turned.key,
    ]


def test_a_repeated_pair_that_was_looked_at_again_since_is_left_out() -> None:
    result = answered(begun(), keep=in_order)
    pairs = repeated_pairs(result)
    for (one, other), kept in product(pairs, ("the same", None)):
        key = pair_key(one, other)
        looking = {"x": replace(result, again=frozenset({key}))}
        answer = result.answers[key].kept if kept else None
        looked = after(looking["x"], answer_pair(looking, "x", one, other, answer, stamp=stamp(120)))

        left_out = {repeat.first.key for repeat in repeats(result)} - {it.first.key for it in repeats(looked)}
        assert left_out == (set() if kept else {key})


def test_somebody_who_always_keeps_the_left_card_answers_no_repeated_pair_the_same_way() -> None:
    assert [it.same for it in repeats(answered(begun(), keep=left))] == [False] * CHECKS
    assert [it.same for it in repeats(answered(begun(), keep=neither))] == [True] * CHECKS


def test_a_choice_that_becomes_an_open_one_is_not_the_same() -> None:
    before = answered(begun(), 28, in_order)

    assert [it.same for it in repeats(answered(before, keep=neither))] == [False] * CHECKS


def test_without_a_second_answer_there_is_no_repeat() -> None:
    assert repeats(answered(begun(), 28)) == ()
    assert len(repeats(answered(begun(), 29))) == 1


def test_a_second_answer_without_a_first_is_left_out() -> None:
    result = answered(begun())
    key = next(iter(result.repeats))

    taken_back = replace(result, answers={it: answer for it, answer in result.answers.items() if it != key})

    assert len(repeats(taken_back)) == CHECKS - 1
    question = next_question(taken_back)
    assert question is not None
    assert question.turn is Turn.FIRST


def test_a_repeat_is_a_pair_with_its_sides_swapped() -> None:
    for repeat in repeats(answered(begun())):
        assert (repeat.first.left, repeat.first.right) == (repeat.second.right, repeat.second.left)
