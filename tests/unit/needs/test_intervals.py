from itertools import combinations, pairwise, permutations
from math import exp, log, sqrt
from random import Random
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.errors import InvalidValueError
from careerkit.needs.bradley_terry import NoFiniteEstimateError, bradley_terry
from careerkit.needs.intervals import PRIOR, apart, estimates, groups
from careerkit.needs.scoring import circular_triads

Table = list[list[float]]


@st.composite
def _complete(draw: st.DrawFn, shares: tuple[float, ...] = (0.0, 0.5, 1.0)) -> Table:
    items = draw(st.integers(3, 8))
    wins = [[0.0] * items for _ in range(items)]
    for one, other in combinations(range(items), 2):
        wins[one][other] = draw(st.sampled_from(shares))
        wins[other][one] = 1 - wins[one][other]
    return wins


def _consistent(items: int, times: int = 1) -> Table:
    return [[float(times * (one < other)) for other in range(items)] for one in range(items)]


def _renamed(wins: Table, labels: list[int]) -> Table:
    renamed = [[0.0] * len(wins) for _ in wins]
    for one, other in permutations(range(len(wins)), 2):
        renamed[labels[one]][labels[other]] = wins[one][other]
    return renamed


def _share_widths(items: int, times: int) -> list[float]:
    return [it.high - it.low for it in estimates(_consistent(items, times))]


def _variances(items: int, times: int) -> list[float]:
    return [row[at] for at, row in enumerate(bradley_terry(_consistent(items, times), PRIOR).covariance)]


def _ratios(items: int, times: int) -> list[float]:
    """Return for each pair its difference in log strength over the standard error of that difference."""
    fit = bradley_terry(_consistent(items, times), PRIOR)
    return [
        (fit.log_strengths[i] - fit.log_strengths[j])
        / sqrt(fit.covariance[i][i] + fit.covariance[j][j] - 2 * fit.covariance[i][j])
        for i, j in combinations(range(items), 2)
    ]


def test_two_items_get_the_interval_that_can_be_worked_out_by_hand() -> None:
    # with half a win more each way: 1.5 to 0.5, so a logit of ln 3 and a variance of 1 / 1.5 + 1 / 0.5
    first, second = estimates([[0, 1], [0, 0]])

    margin = NormalDist().inv_cdf(0.9) * sqrt(1 / 1.5 + 1 / 0.5)
    assert first.share == pytest.approx(0.75)
    assert first.low == pytest.approx(1 / (1 + exp(margin - log(3))))
    assert first.high == pytest.approx(1 / (1 + exp(-margin - log(3))))
    assert (second.low, second.high) == pytest.approx((1 - first.high, 1 - first.low))


def test_eight_consistent_needs_get_wide_intervals_and_two_groups() -> None:
    found = estimates(_consistent(8))

    assert [round(it.share, 2) for it in found] == [0.28, 0.21, 0.15, 0.12, 0.09, 0.07, 0.05, 0.04]
    assert (round(found[0].low, 2), round(found[0].high, 2)) == (0.15, 0.47)
    assert (round(found[7].low, 2), round(found[7].high, 2)) == (0.02, 0.08)
    assert groups(_consistent(8)) == ((0, 1, 2, 3), (4, 5, 6, 7))


@given(_complete())
def test_every_share_lies_within_its_interval_and_all_sum_to_one(wins: Table) -> None:
    found = estimates(wins)

    assert all(0.0 <= it.low < it.share < it.high <= 1.0 for it in found)
    assert sum(it.share for it in found) == pytest.approx(1, abs=1e-12)


@given(_complete())
def test_a_higher_level_widens_every_interval(wins: Table) -> None:
    for narrow, wide in zip(estimates(wins, level=0.5), estimates(wins, level=0.95), strict=True):
        assert wide.low < narrow.low < narrow.high < wide.high


@given(_complete(), st.randoms(use_true_random=False))
def test_other_labels_rename_shares_intervals_and_circles_and_nothing_else(
    wins: Table, random: Random
) -> None:
    labels = list(range(len(wins)))
    random.shuffle(labels)
    renamed = _renamed(wins, labels)

    before, after = estimates(wins), estimates(renamed)
    for item, label in enumerate(labels):
        expected = (before[item].share, before[item].low, before[item].high)
        assert (after[label].share, after[label].low, after[label].high) == pytest.approx(expected)
    circles = sorted(tuple(sorted(labels[item] for item in triad)) for triad in circular_triads(wins))
    assert circular_triads(renamed) == circles


@given(_complete())
def test_reversed_answers_reverse_the_order_and_keep_apart_what_was_apart(wins: Table) -> None:
    reverse = [list(column) for column in zip(*wins, strict=True)]
    forward, backward = bradley_terry(wins, PRIOR), bradley_terry(reverse, PRIOR)

    assert backward.log_strengths == pytest.approx([-it for it in forward.log_strengths], abs=1e-9)
    for one, other in combinations(range(len(wins)), 2):
        assert apart(wins, one, other) == apart(reverse, one, other)


@given(_complete())
def test_in_a_complete_comparison_the_order_is_that_of_the_wins(wins: Table) -> None:
    won = [sum(row) for row in wins]
    order = [item for group in groups(wins) for item in group]

    assert order == sorted(range(len(wins)), key=lambda item: (-won[item], item))


@given(_complete())
def test_a_group_reaches_from_its_first_item_to_the_first_that_is_apart_from_it(wins: Table) -> None:
    found = groups(wins)

    assert sorted(item for group in found for item in group) == list(range(len(wins)))
    for group in found:
        assert not any(apart(wins, group[0], item) for item in group)
    for group, following in pairwise(found):
        assert apart(wins, group[0], following[0])


@given(_complete())
def test_no_item_is_apart_from_itself_and_apart_goes_both_ways(wins: Table) -> None:
    assert not any(apart(wins, item, item) for item in range(len(wins)))
    assert apart(wins, 0, 1) == apart(wins, 1, 0)


def test_ties_alone_make_one_group_in_the_order_of_the_items() -> None:
    wins = [[0.5 * (one != other) for other in range(5)] for one in range(5)]

    assert groups(wins) == ((0, 1, 2, 3, 4),)
    assert [it.share for it in estimates(wins)] == pytest.approx([0.2] * 5)


def test_a_lower_level_makes_smaller_groups() -> None:
    assert groups(_consistent(8), level=0.5) == ((0, 1), (2, 3), (4, 5), (6, 7))
    assert groups(_consistent(8), level=0.95) == ((0, 1, 2, 3, 4, 5), (6, 7))


def test_a_stronger_prior_pulls_the_shares_together() -> None:
    assert estimates(_consistent(5), prior=5)[0].share < estimates(_consistent(5), prior=0.1)[0].share


@pytest.mark.parametrize("items", range(3, 9))
def test_repeating_consistent_answers_narrows_the_log_strength_of_all_but_the_first_and_last(
    items: int,
) -> None:
    once, twice, four = (_variances(items, times)[1:-1] for times in (1, 2, 4))

    assert all(a > b > c for a, b, c in zip(once, twice, four, strict=True))


@pytest.mark.parametrize("items", range(3, 9))
def test_repeating_consistent_answers_once_narrows_every_log_strength(items: int) -> None:
    assert all(one > two for one, two in zip(_variances(items, 1), _variances(items, 2), strict=True))


@pytest.mark.parametrize("items", range(3, 9))
def test_repeating_consistent_answers_narrows_the_share_of_every_item_from_the_third_down(items: int) -> None:
    once, twice, four = (_share_widths(items, times)[2:] for times in (1, 2, 4))

    assert all(a > b > c for a, b, c in zip(once, twice, four, strict=True))


@pytest.mark.parametrize("items", range(3, 6))
def test_repeating_consistent_answers_narrows_the_top_share_among_up_to_five_items(items: int) -> None:
    once, twice, four = (_share_widths(items, times)[0] for times in (1, 2, 4))

    assert once > twice > four


@pytest.mark.parametrize("items", range(6, 9))
def test_repeating_consistent_answers_widens_the_top_share_among_more_until_it_nears_one(items: int) -> None:
    # the share rises from a quarter through a half, where a probability is hardest to pin down
    once, twice, many = (_share_widths(items, times)[0] for times in (1, 2, 64))

    assert once < twice
    assert many < once


@pytest.mark.parametrize("items", range(3, 9))
def test_repeating_consistent_answers_tells_every_pair_further_apart(items: int) -> None:
    once, twice, four = (_ratios(items, times) for times in (1, 2, 4))

    assert all(a < b < c for a, b, c in zip(once, twice, four, strict=True))


def test_enough_consistent_answers_tell_all_needs_apart() -> None:
    assert groups(_consistent(8, times=4)) == ((0, 1), (2, 3), (4, 5), (6, 7))
    assert groups(_consistent(8, times=6)) == tuple((item,) for item in range(8))


def test_without_a_prior_consistent_answers_have_no_interval() -> None:
    with pytest.raises(NoFiniteEstimateError):
        estimates(_consistent(4), prior=0)


@pytest.mark.parametrize("level", [0.0, 1.0, -0.5, 80.0, float("nan")])
def test_a_level_that_is_no_probability_is_refused(level: float) -> None:
    with pytest.raises(InvalidValueError, match="between 0 and 1"):
        estimates(_consistent(3), level=level)
    with pytest.raises(InvalidValueError, match="between 0 and 1"):
        groups(_consistent(3), level=level)


@pytest.mark.parametrize(("one", "other"), [(0, 3), (-1, 0)])
def test_items_that_are_not_there_are_refused(one: int, other: int) -> None:
    with pytest.raises(InvalidValueError, match="numbered from 0 to 2"):
        apart(_consistent(3), one, other)


def test_a_share_next_to_nothing_still_has_an_interval_within_zero_and_one() -> None:
    found = estimates(_consistent(10), prior=1e-12)

    assert all(0.0 <= it.low <= it.share <= it.high <= 1.0 for it in found)
