from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.needs import (
    Assessment,
    Mode,
    Need,
    PairAnswer,
    SetChoice,
    active_needs,
    answer_pair,
    circles,
    consistency,
    first_needs,
    latest_result,
    look_again,
    looked_again,
    made_at,
    need_gaps,
    need_groups,
    need_order,
    open_assessment,
    pair_order,
    results,
    side_count,
    triad_p_value,
    wins_matrix,
)
from tests.unit.needs.comparing import (
    COUNTS,
    SEEDS,
    after,
    answered,
    asked_four,
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

START = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
NEEDS = ("a", "b", "c", "d")


def _assessment(
    *kept: tuple[str, str], id_: str = "x", at: datetime = START, needs: tuple[str, ...] = NEEDS
) -> Assessment:
    answers = [PairAnswer(left=one, right=other, kept=one, at=at) for one, other in kept]
    return Assessment(id=id_, needs=needs, seed=1, started_at=at, answers={it.key: it for it in answers})


def _complete(id_: str, *, at: datetime) -> Assessment:
    return replace(_assessment(*pair_order(NEEDS, 1), id_=id_, at=at), finished_at=at)


def _by_id(*assessments: Assessment) -> dict[str, Assessment]:
    return {it.id: it for it in assessments}


def test_needs_come_in_the_order_in_which_they_were_kept() -> None:
    order = need_order(_assessment(("d", "a"), ("d", "b"), ("d", "c"), ("c", "a"), ("c", "b"), ("b", "a")))

    assert [(it.need, it.rank, it.kept, it.of) for it in order] == [
        ("d", 1, 3, 3),
        ("c", 2, 2, 3),
        ("b", 3, 1, 3),
        ("a", 4, 0, 3),
    ]


def test_needs_kept_equally_often_share_a_rank_and_the_next_one_is_skipped() -> None:
    order = need_order(_assessment(("a", "b"), ("b", "c"), ("c", "a"), ("a", "d"), ("b", "d"), ("c", "d")))

    assert [(it.need, it.rank) for it in order] == [("a", 1), ("b", 1), ("c", 1), ("d", 4)]


def test_a_tie_counts_half_and_an_open_pair_not_at_all() -> None:
    tie = PairAnswer(left="a", right="b", kept=None, at=START)
    kept = _assessment(("a", "c"))
    assessment = replace(kept, answers={**kept.answers, tie.key: tie})

    standing = {it.need: (it.kept, it.of) for it in need_order(assessment)}
    assert standing == {"a": (1.5, 2), "b": (0.5, 1), "c": (0, 1), "d": (0, 0)}


def test_a_circle_names_the_needs_in_the_direction_of_the_choices() -> None:
    assert circles(_assessment(("a", "c"), ("c", "b"), ("b", "a"), ("a", "d"))) == (("a", "c", "b"),)


def test_the_newest_finished_assessment_is_the_result() -> None:
    older, newer = _complete("older", at=START), _complete("newer", at=START + timedelta(days=365))
    unfinished = _assessment(("a", "b"), id_="open", at=START + timedelta(days=700))
    dropped = replace(_complete("dropped", at=START + timedelta(days=800)), archived=True)
    assessments = _by_id(newer, older, unfinished, dropped)

    assert latest_result(assessments) == newer
    assert results(assessments) == [newer, older]
    assert latest_result(_by_id(unfinished)) is None


def test_the_open_assessment_is_the_newest_that_lacks_answers() -> None:
    first, second = _assessment(id_="first"), _assessment(id_="second", at=START + timedelta(days=1))
    dropped = replace(_assessment(id_="dropped", at=START + timedelta(days=2)), archived=True)

    assert open_assessment(_by_id(second, first, dropped, _complete("done", at=START))) == second
    assert open_assessment({}) is None


def test_an_answer_taken_back_while_another_tab_finishes_leaves_the_assessment_open() -> None:
    merged = _complete("merged", at=START)
    merged = replace(merged, answers=dict(list(merged.answers.items())[1:]))

    assert open_assessment(_by_id(merged)) == merged
    assert latest_result(_by_id(merged)) is None


def test_a_complete_assessment_without_an_end_speaks_of_its_newest_answer() -> None:
    later = START + timedelta(hours=3)
    complete = replace(_complete("x", at=later), finished_at=None, started_at=START)

    assert latest_result(_by_id(complete)) == complete
    assert made_at(complete) == later
    assert made_at(_assessment()) == START


def test_a_comparison_in_fours_speaks_of_its_newest_choice_until_it_is_finished() -> None:
    fours = chosen(begun(mode=Mode.FOURS), needs(8).index, 3)

    assert made_at(begun(mode=Mode.FOURS)) == START
    assert made_at(fours) == START + timedelta(minutes=3)
    assert open_assessment({"x": fours}) == fours
    assert made_at(chosen(fours, needs(8).index)) == START + timedelta(minutes=99)


def test_a_result_that_is_looked_at_again_stays_the_result_meanwhile() -> None:
    again = replace(answered(begun()), again=frozenset({"need-0+need-1"}))

    assert latest_result({"x": again}) == again
    assert open_assessment({"x": again}) is None
    assert need_order(again) == need_order(answered(begun()))


@some
@given(COUNTS, SEEDS)
def test_somebody_who_never_contradicts_themselves_gets_exactly_their_order(count: int, seed: int) -> None:
    result = answered(begun(count, seed), keep=in_order)
    order = need_order(result)

    assert [standing.need for standing in order] == [*needs(count)]
    assert [standing.rank for standing in order] == [*range(1, count + 1)]
    assert [standing.kept for standing in order] == [*range(count - 1, -1, -1)]
    assert circles(result) == ()
    assert consistency(wins_matrix(result)) == 1.0
    assert triad_p_value(wins_matrix(result)) < 0.005
    assert need_groups(result)[0] != needs(count)


@some
@given(COUNTS, SEEDS)
def test_somebody_who_can_never_choose_gets_one_group_of_equals(count: int, seed: int) -> None:
    result = answered(begun(count, seed), keep=neither)
    order = need_order(result)

    assert {standing.rank for standing in order} == {1}
    assert {round(standing.share or 0.0, 9) for standing in order} == {round(1 / count, 9)}
    assert {standing.importance for standing in order} == {0.5}
    assert need_groups(result) == (needs(count),)
    assert circles(result) == ()


def test_somebody_who_always_keeps_the_left_card_is_found_out_by_side_and_not_by_order() -> None:
    result = answered(begun(8, 5), keep=left)

    assert side_count(result).left == 28
    assert max(standing.kept for standing in need_order(result)) == 4
    assert need_groups(result) == (tuple(standing.need for standing in need_order(result)),)


@some
@given(COUNTS, SEEDS, st.data())
def test_whatever_was_answered_every_need_has_a_place_a_share_and_an_importance(
    count: int, seed: int, data: st.DataObject
) -> None:
    result = answered(begun(count, seed), keep=drawn(data))
    order = need_order(result)

    assert sorted(standing.need for standing in order) == sorted(needs(count))
    assert sum(standing.kept for standing in order) == count * (count - 1) / 2
    assert {standing.of for standing in order} == {count - 1}
    assert sum(standing.share or 0.0 for standing in order) == pytest.approx(1)
    for standing in order:
        assert 0 <= (standing.low or 0.0) <= (standing.share or 0.0) <= (standing.high or 0.0) <= 1
        assert 0 <= standing.importance <= 1
        assert standing.rank == 1 + sum(other.kept > standing.kept for other in order)
    assert [need for group in need_groups(result) for need in group] == [it.need for it in order]


@some
@given(COUNTS, SEEDS, st.data())
def test_the_order_of_the_pairs_kept_is_the_order_of_the_shares(
    count: int, seed: int, data: st.DataObject
) -> None:
    order = need_order(answered(begun(count, seed), keep=drawn(data)))
    shares = [standing.share or 0.0 for standing in order]

    assert shares == pytest.approx(sorted(shares, reverse=True))
    for one, other in pairwise(order):
        if one.kept > other.kept:
            assert (one.share or 0.0) > (other.share or 0.0)


@some
@given(COUNTS, SEEDS, st.data())
def test_other_names_for_the_needs_change_nothing_else(count: int, seed: int, data: st.DataObject) -> None:
    result = answered(begun(count, seed), keep=drawn(data))
    names = dict(zip(needs(count), data.draw(st.permutations(needs(count))), strict=True))
    renamed_answers = [
        PairAnswer(
            left=names[it.left],
            right=names[it.right],
            kept=None if it.kept is None else names[it.kept],
            at=it.at,
        )
        for it in result.answers.values()
    ]

    renamed = replace(
        result,
        needs=tuple(names[need] for need in result.needs),
        answers={it.key: it for it in renamed_answers},
        repeats={},
    )

    assert need_order(renamed) == tuple(replace(it, need=names[it.need]) for it in need_order(result))
    assert need_groups(renamed) == tuple(tuple(names[it] for it in group) for group in need_groups(result))


@some
@given(COUNTS, SEEDS, st.data())
def test_the_place_of_a_need_does_not_depend_on_the_order_in_which_the_needs_are_listed(
    count: int, seed: int, data: st.DataObject
) -> None:
    result = answered(begun(count, seed), keep=drawn(data))
    listed = replace(result, needs=tuple(data.draw(st.permutations(needs(count)))))

    ranks = {standing.need: (standing.rank, standing.kept) for standing in need_order(result)}
    assert {standing.need: (standing.rank, standing.kept) for standing in need_order(listed)} == ranks


@some
@given(COUNTS, SEEDS, st.data())
def test_keeping_the_other_need_of_each_pair_turns_the_order_round(
    count: int, seed: int, data: st.DataObject
) -> None:
    result = answered(begun(count, seed), keep=drawn(data))
    other_way = {
        key: replace(it, kept={it.left: it.right, it.right: it.left, None: None}[it.kept])
        for key, it in result.answers.items()
    }

    turned = replace(result, answers=other_way)

    importance = {standing.need: standing.importance for standing in need_order(result)}
    assert {standing.need: standing.importance for standing in need_order(turned)} == pytest.approx(
        {need: 1 - value for need, value in importance.items()}
    )
    backwards = [importance[standing.need] for standing in need_order(turned)]
    assert backwards == sorted(backwards)
    assert {frozenset(circle) for circle in circles(turned)} == {frozenset(it) for it in circles(result)}


@some
@given(COUNTS, SEEDS)
def test_fours_that_follow_an_order_give_that_order(count: int, seed: int) -> None:
    result = chosen(begun(count, seed, mode=Mode.FOURS), needs(count).index)
    order = need_order(result)
    shown = 4 * result.questions // count

    assert [standing.need for standing in order] == sorted(
        needs(count), key=lambda need: next(it.rank for it in order if it.need == need)
    )
    assert (order[0].need, order[0].kept, order[0].given_up) == ("need-0", shown, 0)
    assert (order[-1].need, order[-1].kept, order[-1].given_up) == (needs(count)[-1], 0, shown)
    assert {standing.of for standing in order} == {shown}
    assert [standing.importance for standing in (order[0], order[-1])] == [1, 0]
    assert sum(it.kept - (it.given_up or 0) for it in order) == 0
    assert all(it.share is it.low is it.high is None for it in order)


def test_in_fours_needs_with_the_same_difference_share_a_rank_and_stand_together() -> None:
    fours = begun(7, mode=Mode.FOURS)
    four = asked_four(fours)
    choice = SetChoice(needs=four, best=four[0], worst=four[3], at=START)
    made = replace(fours, choices={choice.key: choice})

    order = need_order(made)

    assert [(it.need, it.rank, it.kept, it.given_up, it.of) for it in (order[0], order[-1])] == [
        (four[0], 1, 1, 0, 1),
        (four[3], 7, 0, 1, 1),
    ]
    assert {it.rank for it in order[1:-1]} == {2}
    assert [len(group) for group in need_groups(made)] == [1, 5, 1]
    assert {it.importance for it in order[1:-1] if it.of} == {0.5}


def test_half_a_choice_counts_for_nothing() -> None:
    fours = begun(7, mode=Mode.FOURS)
    four = asked_four(fours)
    half = SetChoice(needs=four, best=four[0], worst=None, at=START)

    assert need_order(replace(fours, choices={half.key: half})) == need_order(fours)
    assert {(it.rank, it.of, it.importance) for it in need_order(fours)} == {(1, 0, 0.0)}


def test_in_fours_nothing_runs_in_a_circle() -> None:
    assert circles(chosen(begun(mode=Mode.FOURS), needs(8).index)) == ()


def test_a_need_that_no_longer_exists_keeps_its_place_in_what_was_compared_then() -> None:
    catalogue = [Need(id=id_, name=id_, about="") for id_ in needs(7)]
    result = answered(begun(8), keep=in_order)

    assert "need-7" not in {need.id for need in active_needs(catalogue, {})}
    assert [it.need for it in need_order(result)] == [*needs(8)]
    assert "need-7" in {need for group in need_groups(result) for need in group}
    assert need_gaps(result, {}) == ()


@some
@given(COUNTS, SEEDS, st.integers(1, 4), st.sampled_from(Mode), st.data())
def test_the_first_needs_are_as_many_as_fit_and_never_part_those_that_share_a_rank(
    count: int, seed: int, most: int, mode: Mode, data: st.DataObject
) -> None:
    if mode is Mode.FOURS:
        taste: list[str] = data.draw(st.permutations(needs(count)))
        result = chosen(begun(count, seed, mode=Mode.FOURS), taste.index)
    else:
        result = answered(begun(count, seed), keep=drawn(data))
    order = need_order(result)
    rank = {standing.need: standing.rank for standing in order}

    first = first_needs(result, most)

    assert first
    assert first == tuple(standing.need for standing in order)[: len(first)]
    left_out = [rank[need] for need in rank.keys() - {*first}]
    last = rank[first[-1]]
    assert all(other > last for other in left_out)
    assert len(first) <= most or last == 1
    following = left_out.count(min(left_out, default=0))
    assert not left_out or len(first) + following > most


def test_without_a_number_the_first_needs_are_three() -> None:
    assert first_needs(answered(begun(), keep=in_order)) == needs(3)


def test_when_more_needs_share_the_first_rank_than_were_asked_for_all_of_them_come() -> None:
    assert first_needs(answered(begun(), keep=neither)) == needs(8)


def test_answers_given_anew_after_the_end_come_the_newest_last_and_nothing_else_with_them() -> None:
    result = answered(begun(), keep=in_order)
    keys = ["need-2+need-3", "need-0+need-1", "need-4+need-5"]
    looked = after(result, look_again({"x": result}, "x", keys, stamp=stamp(100)))
    for minute, key in enumerate(keys):
        one, other = key.split("+")
        kept = one if minute == 2 else other  # the third is answered as it was
        changes = answer_pair({"x": looked}, "x", one, other, kept, stamp=stamp(110 + minute))
        looked = after(looked, changes)

    assert looked_again(result) == looked_again(begun()) == looked_again(answered(begun(), 5)) == ()
    assert [answer.key for answer in looked_again(looked)] == keys[:2]
