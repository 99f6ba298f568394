from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.errors import InvalidValueError
from careerkit.needs import (
    Assessment,
    Mode,
    answers_in_common,
    compare_orders,
    largest_moves,
    moves,
    need_order,
    order_agreement,
)
from tests.unit.needs.comparing import (
    COUNTS,
    SEEDS,
    answered,
    begun,
    chosen,
    drawn,
    in_order,
    needs,
    neither,
    some,
)


def _backwards(one: str, other: str) -> str:
    return other if in_order(one, other) == one else one


FORWARDS, BACKWARDS = answered(begun(8, 1), keep=in_order), answered(begun(8, 2), keep=_backwards)


@some
@given(COUNTS, COUNTS, SEEDS, st.data())
def test_there_and_back_every_need_moves_by_the_same_in_the_other_direction(
    one: int, other: int, seed: int, data: st.DataObject
) -> None:
    before = answered(begun(one, seed), keep=drawn(data))
    after = answered(begun(other, seed), keep=drawn(data))

    there = {move.need: move for move in moves(before, after)}
    back = {move.need: move for move in moves(after, before)}

    assert there.keys() == back.keys() == set(needs(max(one, other)))
    for need, move in there.items():
        assert (move.before, move.after) == (back[need].after, back[need].before)
        assert move.by == -back[need].by
        assert -1 <= move.by <= 1
    assert len(largest_moves(before, after)) == len(largest_moves(after, before)) <= 3


def test_nothing_moves_between_a_comparison_and_itself() -> None:
    assert {move.by for move in moves(FORWARDS, FORWARDS)} == {0.0}
    assert largest_moves(FORWARDS, FORWARDS) == ()


def test_moves_come_in_the_order_of_the_later_comparison_and_the_largest_by_size() -> None:
    assert [move.need for move in moves(FORWARDS, BACKWARDS)] == [*needs(8)[::-1]]
    largest = largest_moves(FORWARDS, BACKWARDS)
    assert {(move.need, move.by) for move in largest[:2]} == {("need-0", -1.0), ("need-7", 1.0)}
    assert [abs(move.by) for move in largest_moves(FORWARDS, BACKWARDS, most=8)] == pytest.approx(
        [1, 1, 5 / 7, 5 / 7, 3 / 7, 3 / 7]
    )


def test_one_pair_of_seven_is_not_worth_a_sentence_and_two_are() -> None:
    key, answer = next(iter(FORWARDS.answers.items()))
    undecided = replace(FORWARDS, answers={**FORWARDS.answers, key: replace(answer, kept=None)})
    other = answer.left if answer.kept == answer.right else answer.right
    turned = replace(FORWARDS, answers={**FORWARDS.answers, key: replace(answer, kept=other)})

    assert largest_moves(FORWARDS, undecided) == largest_moves(FORWARDS, turned) == ()
    assert len(largest_moves(FORWARDS, answered(begun(), keep=neither), most=8)) > 3


def test_a_need_that_was_compared_only_once_has_one_side_and_no_move() -> None:
    gone, came = replace(FORWARDS), answered(begun(9, 3), keep=in_order)

    [move] = [move for move in moves(gone, came) if move.before is None]
    assert (move.need, move.by) == ("need-8", 0.0)
    [move] = [move for move in moves(came, gone) if move.after is None]
    assert (move.need, move.by) == ("need-8", 0.0)
    assert moves(came, gone)[-1] == move
    assert "need-8" not in {it.need for it in largest_moves(gone, came)}


def test_answers_in_common_count_the_pairs_that_were_answered_both_times() -> None:
    assert answers_in_common(FORWARDS, FORWARDS) == (28, 28)
    assert answers_in_common(FORWARDS, BACKWARDS) == (0, 28)
    assert answers_in_common(FORWARDS, answered(begun(7), keep=in_order)) == (21, 21)
    assert answers_in_common(FORWARDS, answered(begun(), keep=neither)) == (0, 28)
    assert answers_in_common(FORWARDS, answered(begun(), 5, in_order)) == (5, 5)
    assert answers_in_common(FORWARDS, begun()) == (0, 0)


def test_fours_move_by_their_importance() -> None:
    one = chosen(begun(mode=Mode.FOURS), needs(8).index)
    other = chosen(begun(mode=Mode.FOURS), needs(8)[::-1].index)

    by = {move.need: move.by for move in moves(one, other)}

    assert (by["need-0"], by["need-7"]) == (-1.0, 1.0)


@pytest.mark.parametrize(
    "guess", [(), needs(7), needs(9), (*needs(7), "need-0"), (*needs(7), "elsewhere")], ids=str
)
def test_a_guess_names_each_need_once(guess: tuple[str, ...]) -> None:
    with pytest.raises(InvalidValueError, match="each of the needs in its place"):
        compare_orders(need_order(FORWARDS), guess)


def test_a_guess_stands_beside_the_place_each_need_has() -> None:
    compared = compare_orders(need_order(FORWARDS), needs(8)[::-1])

    assert [(it.need, it.own, it.guess) for it in compared[:2]] == [("need-0", 1, 8), ("need-1", 2, 7)]


@given(COUNTS, SEEDS)
def test_the_same_order_agrees_fully_and_the_opposite_one_not_at_all(count: int, seed: int) -> None:
    order = need_order(answered(begun(count, seed), keep=in_order))

    assert order_agreement(compare_orders(order, needs(count))) == 1.0
    assert order_agreement(compare_orders(order, needs(count)[::-1])) == -1.0


def _agreement(result: Assessment, guess: list[str]) -> float:
    return order_agreement(compare_orders(need_order(result), guess))


@some
@given(COUNTS, SEEDS, st.data())
def test_agreement_is_from_minus_1_to_1_and_turns_round_with_the_guess(
    count: int, seed: int, data: st.DataObject
) -> None:
    result = answered(begun(count, seed), keep=drawn(data))
    guess = data.draw(st.permutations(needs(count)))

    agreement = _agreement(result, guess)

    assert -1 <= agreement <= 1
    assert _agreement(result, guess[::-1]) == pytest.approx(-agreement)


def test_needs_that_share_a_rank_agree_half_with_either_order() -> None:
    undecided = answered(begun(), keep=neither)

    assert _agreement(undecided, [*needs(8)]) == _agreement(undecided, [*needs(8)[::-1]]) == 0.0


def test_two_neighbours_swapped_cost_one_pair() -> None:
    assert _agreement(FORWARDS, ["need-1", "need-0", *needs(8)[2:]]) == pytest.approx(1 - 2 / 28)
