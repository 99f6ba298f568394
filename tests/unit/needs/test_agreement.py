from itertools import combinations, permutations
from math import comb

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from careerkit.errors import InvalidValueError
from careerkit.needs.agreement import agreement
from careerkit.needs.scoring import Wins

FIRST_OVER_ALL = [[0, 1, 1], [0, 0, 1], [0, 0, 0]]
MIDDLE_LAST = [[0, 1, 1], [0, 0, 0], [0, 1, 0]]
NOTHING = [[0, 0, 0], [0, 0, 0], [0, 0, 0]]


@st.composite
def _judges(draw: st.DrawFn, shares: tuple[float | None, ...]) -> list[list[list[float]]]:
    """Between 2 and 5 judges of 2 to 5 items; None is a pair that a judge did not compare."""
    items = draw(st.integers(2, 5))
    judges = [[[0.0] * items for _ in range(items)] for _ in range(draw(st.integers(2, 5)))]
    for wins in judges:
        for one, other in combinations(range(items), 2):
            share = draw(st.sampled_from(shares))
            wins[one][other] = 0.0 if share is None else share
            wins[other][one] = 0.0 if share is None else 1 - share
    return judges


def _reversed(wins: Wins) -> list[list[float]]:
    return [list(column) for column in zip(*wins, strict=True)]


def _judges_by_votes(votes: list[int], items: int, judges: int) -> list[list[list[float]]]:
    made_up = [[[0.0] * items for _ in range(items)] for _ in range(judges)]
    for (one, other), kept in zip(combinations(range(items), 2), votes, strict=True):
        for judge, wins in enumerate(made_up):
            wins[one][other], wins[other][one] = float(judge < kept), float(judge >= kept)
    return made_up


def test_the_published_sum_gives_the_published_agreement() -> None:
    # 21 boys on 13 school subjects (Kendall & Babington Smith 1940): the sum of agreeing pairs of boys is
    # 9718 and u is 0.186569. The votes here are made up so that they have that sum.
    votes = [21] * 17 + [17, 13] + [11] * 59
    assert sum(comb(kept, 2) + comb(21 - kept, 2) for kept in votes) == 9718

    assert agreement(_judges_by_votes(votes, items=13, judges=21)) == pytest.approx(0.186569, abs=5e-7)


def test_two_who_differ_in_one_pair_of_three_agree_by_a_third() -> None:
    assert agreement([FIRST_OVER_ALL, MIDDLE_LAST]) == pytest.approx(1 / 3)


def test_three_of_whom_one_differs_in_one_pair_of_three_agree_by_five_ninths() -> None:
    # of nine pairs of judges and items, seven agree: 2 * 7 / 9 - 1
    assert agreement([FIRST_OVER_ALL, FIRST_OVER_ALL, MIDDLE_LAST]) == pytest.approx(5 / 9)


@pytest.mark.parametrize(("judges", "least"), [(2, -1), (3, -1 / 3), (4, -1 / 3), (5, -1 / 5), (6, -1 / 5)])
def test_an_even_split_gives_the_least_agreement_there_can_be(judges: int, least: float) -> None:
    split = _judges_by_votes([judges // 2] * 6, items=4, judges=judges)

    assert agreement(split) == pytest.approx(least)


@pytest.mark.parametrize("judges", [2, 3, 7])
def test_the_same_choices_agree_fully(judges: int) -> None:
    assert agreement([FIRST_OVER_ALL] * judges) == 1.0


@given(_judges((0.0, 1.0)))
def test_two_of_whom_one_reverses_the_other_disagree_fully(judges: list[list[list[float]]]) -> None:
    assert agreement([judges[0], _reversed(judges[0])]) == -1.0


@given(_judges((0.0, 1.0)))
def test_without_ties_it_is_what_counting_the_votes_gives(judges: list[list[list[float]]]) -> None:
    items, m = range(len(judges[0])), len(judges)
    votes = [sum(wins[one][other] for wins in judges) for one, other in permutations(items, 2)]
    alike = sum(comb(round(kept), 2) for kept in votes)

    assert agreement(judges) == pytest.approx(2 * alike / (comb(m, 2) * comb(len(items), 2)) - 1)


@given(_judges((0.0, 0.5, 1.0, None)))
def test_with_ties_and_gaps_it_is_what_comparing_each_two_judges_gives(
    judges: list[list[list[float]]],
) -> None:
    alike, possible = 0.0, 0
    for mine, theirs in combinations(judges, 2):
        for one, other in combinations(range(len(mine)), 2):
            if mine[one][other] + mine[other][one] and theirs[one][other] + theirs[other][one]:
                alike += mine[one][other] * theirs[one][other] + mine[other][one] * theirs[other][one]
                possible += 1
    assume(possible)

    found = agreement(judges)
    assert found == pytest.approx(2 * alike / possible - 1)
    assert -1.0 <= found <= 1.0


@given(_judges((0.0, 0.5, 1.0)))
def test_the_order_of_the_judges_does_not_matter(judges: list[list[list[float]]]) -> None:
    assert agreement(judges) == pytest.approx(agreement(judges[::-1]))


def test_a_tie_agrees_half_with_everything() -> None:
    tie = [[0, 0.5], [0.5, 0]]

    assert (
        agreement([tie, [[0, 1], [0, 0]]])
        == agreement([tie, [[0, 0], [1, 0]]])
        == agreement([tie, tie])
        == 0.0
    )


def test_a_pair_that_one_did_not_compare_counts_for_those_who_did() -> None:
    two_pairs = [[0, 1, 1], [0, 0, 0], [0, 0, 0]]

    assert agreement([FIRST_OVER_ALL, two_pairs]) == 1.0
    assert agreement([FIRST_OVER_ALL, MIDDLE_LAST, two_pairs]) == pytest.approx(2 * 6 / 7 - 1)


def test_comparisons_without_a_common_pair_are_refused() -> None:
    with pytest.raises(InvalidValueError, match="no pair in common"):
        agreement([FIRST_OVER_ALL, NOTHING])


@pytest.mark.parametrize(
    "matrices",
    [
        pytest.param([], id="none"),
        pytest.param([FIRST_OVER_ALL], id="one-judge"),
        pytest.param([[[0]], [[0]]], id="one-item"),
        pytest.param([FIRST_OVER_ALL, [[0, 1], [0, 0]]], id="different-items"),
        pytest.param([[[0, 1], [0]], [[0, 1], [0]]], id="ragged"),
    ],
)
def test_what_cannot_be_compared_is_refused(matrices: list[Wins]) -> None:
    with pytest.raises(InvalidValueError, match="at least two comparisons"):
        agreement(matrices)


@pytest.mark.parametrize(("mine", "theirs"), [(2, 1), (1, 1), (0.5, 0), (-1, 2), (float("nan"), 0)])
def test_a_pair_that_shares_out_anything_but_one_is_refused(mine: float, theirs: float) -> None:
    odd = [[0, mine], [theirs, 0]]
    with pytest.raises(InvalidValueError, match="exactly 1"):
        agreement([odd, [[0, 1], [0, 0]]])
