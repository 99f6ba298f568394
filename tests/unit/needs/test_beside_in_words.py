import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.needs import (
    Gap,
    Mode,
    Move,
    Rating,
    Standing,
    agreement_in_words,
    compare_orders,
    gap_in_words,
    move_in_words,
    moves,
    need_gaps,
    need_order,
    order_agreement,
)
from tests.unit.needs.comparing import (
    COUNTS,
    SEEDS,
    START,
    answered,
    begun,
    chosen,
    drawn,
    needs,
    some,
)
from tests.unit.needs.reading import named, reads_well


def _standing(rank: int, kept: float, of: int) -> Standing:
    return Standing(need="need-5", rank=rank, kept=kept, of=of)


@some
@given(COUNTS, SEEDS, st.data())
def test_however_far_needs_are_met_what_is_said_of_it_reads_well(
    count: int, seed: int, data: st.DataObject
) -> None:
    result = answered(begun(count, seed), keep=drawn(data))
    rated = {need: Rating(value=data.draw(st.integers(0, 10)), at=START) for need in result.needs}

    said = [gap_in_words(gap, named) for gap in need_gaps(result, rated)]

    assert len(said) == count
    assert [text for text in said if not reads_well(text)] == []


@some
@given(COUNTS, COUNTS, SEEDS, st.data())
def test_whatever_moved_what_is_said_of_it_reads_well(
    one: int, other: int, seed: int, data: st.DataObject
) -> None:
    before, after = (answered(begun(count, seed), keep=drawn(data)) for count in (one, other))

    said = [move_in_words(move, named) for move in moves(before, after)]

    assert [text for text in said if not reads_well(text)] == []


@some
@given(COUNTS, SEEDS, st.data())
def test_whatever_moved_in_fours_what_is_said_of_it_reads_well(
    count: int, seed: int, data: st.DataObject
) -> None:
    fours = begun(count, seed, mode=Mode.FOURS)
    before, after = (chosen(fours, data.draw(st.permutations(needs(count))).index) for _ in range(2))

    said = [move_in_words(move, named) for move in moves(before, after)]

    assert [text for text in said if not reads_well(text)] == []


@some
@given(COUNTS, SEEDS, st.data())
def test_however_an_order_was_guessed_what_is_said_of_it_reads_well(
    count: int, seed: int, data: st.DataObject
) -> None:
    order = need_order(answered(begun(count, seed), keep=drawn(data)))
    guess = data.draw(st.permutations(needs(count)))

    assert reads_well(agreement_in_words(order_agreement(compare_orders(order, guess)), count))


@given(st.floats(-1, 1), COUNTS)
def test_every_agreement_reads_well(value: float, count: int) -> None:
    assert reads_well(agreement_in_words(value, count))


@given(st.floats(0, 10), st.integers(0, 10))
def test_every_gap_reads_well_and_names_its_number(importance: float, satisfaction: int) -> None:
    text = gap_in_words(Gap(need="need-5", importance=importance, satisfaction=satisfaction, gap=0), named)

    assert reads_well(text)
    assert text.startswith("Freedom ")
    assert re.search(rf"\b{satisfaction} of 10\b", text)


@pytest.mark.parametrize(
    ("importance", "satisfaction", "says"),
    [
        (9.0, 2, "matters a lot to you and is hardly met"),
        (9.0, 5, "matters a lot to you and is met in part"),
        (9.0, 8, "matters a lot to you and is well met"),
        (5.0, 2, "matters to you and is hardly met"),
        (5.0, 7, "matters to you and is well met"),
        (3.0, 2, "you kept other needs more often"),
    ],
)
def test_a_gap_says_how_much_a_need_matters_and_how_far_it_is_met(
    importance: float, satisfaction: int, says: str
) -> None:
    text = gap_in_words(Gap(need="need-5", importance=importance, satisfaction=satisfaction, gap=0), named)

    assert says in text


def test_a_name_begins_with_a_capital_where_it_begins_the_sentence_and_nothing_else_of_it_changes() -> None:
    gap = Gap(need="need-9", importance=9, satisfaction=2, gap=0)
    move = Move(need="need-9", before=_standing(2, 5, 7), after=_standing(1, 7, 7))

    assert gap_in_words(gap, named).startswith("Über Mittag heim matters")
    assert move_in_words(move, named).startswith("Über Mittag heim moved")


def test_a_move_is_told_with_both_places_and_the_answers_behind_them() -> None:
    up = Move(need="need-5", before=_standing(5, 2, 7), after=_standing(2, 5.5, 7))
    down = Move(need="need-5", before=_standing(1, 7, 7), after=_standing(3, 4, 8))

    assert move_in_words(up, named) == (
        "Freedom moved up from 5th to 2nd place: kept in 2 of 7 pairs then, 5.5 of 7 now."
    )
    assert move_in_words(down, named) == (
        "Freedom moved down from 1st to 3rd place: kept in 7 of 7 pairs then, 4 of 8 now."
    )


def test_a_move_that_changes_no_place_says_so() -> None:
    move = Move(need="need-5", before=_standing(1, 5, 7), after=_standing(1, 7, 7))

    text = move_in_words(move, named)

    assert "more often" in text
    assert "still in 1st place" in text


def test_a_need_that_did_not_move_is_not_said_to_have_moved() -> None:
    still = Move(need="need-5", before=_standing(3, 4, 7), after=_standing(3, 4, 7))

    assert "moved" not in move_in_words(still, named)


def test_no_need_is_said_to_move_up_to_a_lower_place_or_down_to_a_higher_one() -> None:
    # The others moved more, or there are more of them now.
    for before, after in (
        (_standing(2, 3, 6), _standing(3, 6, 8)),
        (_standing(3, 6, 8), _standing(2, 3, 6)),
    ):
        text = move_in_words(Move(need="need-5", before=before, after=after), named)
        assert not re.search(r"up from 2nd to 3rd|down from 3rd to 2nd", text)


def test_a_need_that_was_compared_only_once_says_when() -> None:
    once = _standing(3, 4, 7)

    came = move_in_words(Move(need="need-5", before=None, after=once), named)
    went = move_in_words(Move(need="need-5", before=once, after=None), named)

    assert came != went
    for text in (came, went):
        assert reads_well(text)
        assert "moved" not in text


def test_a_move_in_fours_is_told_with_how_often_a_need_was_kept_and_given_up_first() -> None:
    before = replace(_standing(5, 1, 7), given_up=2)
    after = replace(_standing(2, 4, 7), given_up=0)

    text = move_in_words(Move(need="need-5", before=before, after=after), named)

    assert text == (
        "Freedom moved up from 5th to 2nd place: \u22121 then and 4 now, "
        "counting how often it was kept first less how often it was given up first."
    )


def test_in_fours_a_need_that_is_only_given_up_less_often_is_not_said_to_be_kept_more_often() -> None:
    before = replace(_standing(5, 1, 7), given_up=3)

    for rank in (4, 5, 6):
        after = replace(_standing(rank, 1, 7), given_up=1)
        text = move_in_words(Move(need="need-5", before=before, after=after), named)
        assert reads_well(text)
        assert "kept more often" not in text


@pytest.mark.parametrize(
    ("value", "needs", "says"),
    [
        (1.0, 8, "Both orders are the same."),
        (1 - 2 / 28, 8, "The two orders agree closely. 27 of 28 pairs"),
        (1 - 1 / 28, 8, "The two orders agree closely. 27.5 of 28 pairs"),
        (0.6, 5, "The two orders agree closely. 8 of 10 pairs"),
        (0.2, 5, "The two orders agree in part. 6 of 10 pairs"),
        (0.0, 8, "The two orders have little to do with each other. 14 of 28 pairs"),
        (-0.2, 5, "The two orders have little to do with each other. 4 of 10 pairs"),
        (-0.21, 10, "The two orders run against each other. 18 of 45 pairs"),
        (-1.0, 8, "The two orders run against each other. 0 of 28 pairs"),
    ],
)
def test_an_agreement_is_told_with_the_pairs_that_stand_the_same_way_round(
    value: float, needs: int, says: str
) -> None:
    assert agreement_in_words(value, needs).startswith(says)


@some
@given(COUNTS, SEEDS, st.data())
def test_the_pairs_of_an_agreement_are_those_that_stand_the_same_way_round(
    count: int, seed: int, data: st.DataObject
) -> None:
    order = need_order(answered(begun(count, seed), keep=drawn(data)))
    guess = data.draw(st.permutations(needs(count)))
    compared = compare_orders(order, guess)
    same = sum(
        0.5 if one.own == other.own else (one.own < other.own) is (one.guess < other.guess)
        for at, one in enumerate(compared)
        for other in compared[:at]
    )

    text = agreement_in_words(order_agreement(compared), count)

    assert f" {same:g} of {count * (count - 1) // 2} pairs" in text or text == "Both orders are the same."


@some
@given(COUNTS, COUNTS, SEEDS, st.sampled_from(Mode), st.data())
def test_between_pairs_and_fours_only_the_places_are_told(
    one: int, other: int, seed: int, first: Mode, data: st.DataObject
) -> None:
    pairs = answered(begun(one, seed), keep=drawn(data))
    fours = chosen(begun(other, seed, mode=Mode.FOURS), data.draw(st.permutations(needs(other))).index)
    before, after = (fours, pairs) if first is Mode.FOURS else (pairs, fours)

    for move in moves(before, after):
        text = move_in_words(move, named)
        assert reads_well(text)
        assert not re.search(r"moved|kept|went", text)
