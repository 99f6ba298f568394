from itertools import pairwise, permutations
from math import exp, log, sqrt
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.errors import InvalidValueError
from careerkit.needs.bradley_terry import NoFiniteEstimateError, bradley_terry
from careerkit.needs.scoring import Wins

# Citations between Biometrika, Communications in Statistics, JASA and JRSS-B (Stigler 1994), as in Agresti,
# Categorical Data Analysis (2002), p. 448, and Turner & Firth, Journal of Statistical Software 48(9) (2012).
JOURNALS = [[0, 730, 498, 221], [33, 0, 68, 17], [320, 813, 0, 142], [284, 276, 325, 0]]

# Nine celebrities and 234 judges (Rumelhart & Greeno 1971), as in the R package eba.
CELEBRITIES = [
    [0, 159, 163, 175, 183, 179, 173, 160, 142],
    [75, 0, 138, 164, 172, 160, 156, 122, 122],
    [71, 96, 0, 145, 157, 138, 140, 122, 120],
    [59, 70, 89, 0, 176, 115, 124, 86, 61],
    [51, 62, 77, 58, 0, 77, 95, 72, 61],
    [55, 74, 96, 119, 157, 0, 134, 92, 71],
    [61, 78, 94, 110, 139, 100, 0, 67, 48],
    [74, 112, 112, 148, 162, 142, 167, 0, 87],
    [92, 112, 114, 173, 173, 163, 186, 147, 0],
]

# One dog, six foods (Kendall & Babington Smith 1940, p. 326), as in the R package eba.
DOG = [
    [0, 1, 1, 0, 1, 1],
    [0, 0, 0, 1, 1, 0],
    [0, 1, 0, 1, 1, 1],
    [1, 0, 0, 0, 0, 0],
    [0, 0, 0, 1, 0, 1],
    [0, 1, 0, 1, 0, 0],
]


def _consistent(items: int, times: float = 1.0) -> list[list[float]]:
    return [[times * (one < other) for other in range(items)] for one in range(items)]


@st.composite
def _counts(draw: st.DrawFn) -> list[list[float]]:
    items = draw(st.integers(2, 6))
    halves = st.integers(0, 12).map(lambda number: number / 2)
    return [[draw(halves) if one != other else 0.0 for other in range(items)] for one in range(items)]


def test_the_journals_give_the_numbers_that_r_prints() -> None:
    fit = bradley_terry(JOURNALS)

    from_first = [strength - fit.log_strengths[0] for strength in fit.log_strengths]
    assert from_first == pytest.approx([0, -2.949072, -0.479570, 0.268954], abs=5e-7)
    assert fit.standard_errors == pytest.approx([0, 0.102545, 0.060589, 0.070830], abs=5e-7)
    assert fit.shares == pytest.approx([0.335567, 0.017580, 0.207732, 0.439121], abs=5e-7)
    assert fit.null_deviance == pytest.approx(1925.2329, abs=5e-5)
    assert fit.deviance == pytest.approx(4.2934, abs=5e-5)


def test_the_celebrities_give_the_published_shares_and_deviances() -> None:
    fit = bradley_terry(CELEBRITIES)

    published = [0.228726, 0.140315, 0.109930, 0.072072, 0.044211, 0.074776, 0.060647, 0.113305, 0.156018]
    assert fit.shares == pytest.approx(published, abs=5.1e-7)
    assert fit.null_deviance == pytest.approx(1056.8495, abs=5e-5)
    assert fit.deviance == pytest.approx(78.2172, abs=5e-5)


@pytest.mark.parametrize(
    ("wins", "log_strengths"),
    [
        pytest.param([[0, 1, 0], [0, 0, 1], [1, 0, 0]], [0, 0, 0], id="a-circle"),
        pytest.param([[0, 2, 0], [0, 0, 1], [1, 0, 0]], [0.419617624, -0.419617624, 0], id="one-win-twice"),
    ],
)
def test_small_cases_give_the_numbers_of_the_package_choix(wins: Wins, log_strengths: list[float]) -> None:
    assert bradley_terry(wins).log_strengths == pytest.approx(log_strengths, abs=1e-9)


@pytest.mark.parametrize(
    ("prior", "shares"),
    [
        (0.5, [0.413511, 0.254986, 0.163017, 0.104220, 0.064266]),
        (1.0, [0.326153, 0.244324, 0.184865, 0.139876, 0.104782]),
        (0.1, [0.714558, 0.193480, 0.064575, 0.021552, 0.005836]),
    ],
)
def test_five_consistent_items_give_the_reference_shares_for_each_prior(
    prior: float, shares: list[float]
) -> None:
    # project reference sheet psychometrics.md, BT-6
    assert bradley_terry(_consistent(5), prior).shares == pytest.approx(shares, abs=5.1e-7)


def test_five_consistent_items_give_the_reference_log_strengths() -> None:
    expected = [0.930828, 0.447352, 0, -0.447352, -0.930828]

    assert bradley_terry(_consistent(5), 0.5).log_strengths == pytest.approx(expected, abs=5.1e-7)


@pytest.mark.parametrize(
    ("prior", "shares"),
    [
        (0.0, [0.387848, 0.065804, 0.387848, 0.026892, 0.065804, 0.065804]),
        (0.5, [0.261090, 0.129133, 0.261090, 0.090422, 0.129133, 0.129133]),
    ],
)
def test_the_dog_gives_the_reference_shares_with_and_without_a_prior(
    prior: float, shares: list[float]
) -> None:
    # project reference sheet psychometrics.md, CT-1
    assert bradley_terry(DOG, prior).shares == pytest.approx(shares, abs=5.1e-7)


def test_two_items_give_the_closed_form() -> None:
    fit = bradley_terry([[0, 3], [1, 0]])

    assert fit.log_strengths == pytest.approx([log(3) / 2, -log(3) / 2])
    assert fit.standard_errors == pytest.approx([0, sqrt(1 / 3 + 1)])
    assert fit.deviance == pytest.approx(0, abs=1e-12)
    assert fit.null_deviance == pytest.approx(2 * (3 * log(1.5) + log(0.5)))


@given(_counts(), st.sampled_from([0.1, 0.5, 1.0]))
def test_every_item_is_expected_to_win_as_often_as_it_did(wins: list[list[float]], prior: float) -> None:
    strengths = bradley_terry(wins, prior).log_strengths
    items = range(len(wins))

    for one in items:
        others = [other for other in items if other != one]
        won = sum(wins[one][other] + prior for other in others)
        expected = sum(
            (wins[one][other] + wins[other][one] + 2 * prior) / (1 + exp(strengths[other] - strengths[one]))
            for other in others
        )
        assert won == pytest.approx(expected)


@given(_counts())
def test_shares_sum_to_one_and_log_strengths_to_zero(wins: list[list[float]]) -> None:
    fit = bradley_terry(wins, 0.5)

    assert sum(fit.shares) == pytest.approx(1, abs=1e-12)
    assert sum(fit.log_strengths) == pytest.approx(0, abs=1e-12)
    assert all(0 < share < 1 for share in fit.shares)


@given(_counts())
def test_the_covariance_undoes_the_information_up_to_the_mean(wins: list[list[float]]) -> None:
    fit = bradley_terry(wins, 0.5)
    items = range(len(wins))
    weights = [
        [
            (wins[i][j] + wins[j][i] + 1)
            * fit.shares[i]
            * fit.shares[j]
            / (fit.shares[i] + fit.shares[j]) ** 2
            for j in items
        ]
        for i in items
    ]

    for i in items:
        for j in items:
            column = [fit.covariance[at][j] for at in items]
            found = sum(weights[i][at] * (column[i] - column[at]) for at in items if at != i)
            assert found == pytest.approx((i == j) - 1 / len(wins), abs=1e-9)


@given(_counts())
def test_standard_errors_are_those_of_the_differences_from_the_first(wins: list[list[float]]) -> None:
    fit = bradley_terry(wins, 0.5)

    assert fit.standard_errors[0] == 0.0
    for at, error in enumerate(fit.standard_errors):
        variance = fit.covariance[at][at] + fit.covariance[0][0] - 2 * fit.covariance[at][0]
        assert error**2 == pytest.approx(variance, abs=1e-12)


@given(_counts(), st.randoms(use_true_random=False))
def test_other_labels_rename_the_strengths_and_nothing_else(wins: list[list[float]], random: Random) -> None:
    labels = list(range(len(wins)))
    random.shuffle(labels)
    renamed = [[0.0] * len(wins) for _ in wins]
    for one, other in permutations(range(len(wins)), 2):
        renamed[labels[one]][labels[other]] = wins[one][other]

    before, after = bradley_terry(wins, 0.5), bradley_terry(renamed, 0.5)
    assert [after.log_strengths[label] for label in labels] == pytest.approx(before.log_strengths, abs=1e-9)
    assert after.deviance == pytest.approx(before.deviance)


@given(_counts())
def test_a_win_more_never_weakens_the_winner(wins: list[list[float]]) -> None:
    before = bradley_terry(wins, 0.5).log_strengths
    wins[0][1] += 1
    after = bradley_terry(wins, 0.5).log_strengths

    assert after[0] > before[0]
    assert after[1] < before[1]


@given(_counts(), st.sampled_from([1e-6, 7.0, 1e12]))
def test_counts_in_another_unit_change_the_certainty_only(wins: list[list[float]], unit: float) -> None:
    fit = bradley_terry(wins, 0.5)
    other = bradley_terry([[count * unit for count in row] for row in wins], 0.5 * unit)

    assert other.log_strengths == pytest.approx(fit.log_strengths, abs=1e-9)
    assert [error * sqrt(unit) for error in other.standard_errors] == pytest.approx(fit.standard_errors)
    assert other.deviance == pytest.approx(fit.deviance * unit, abs=1e-9 * unit)


def test_pairs_that_were_never_compared_need_no_prior_when_others_link_them() -> None:
    fit = bradley_terry([[0, 2, 0], [1, 0, 2], [0, 1, 0]])

    assert fit.log_strengths == pytest.approx([log(2), 0, -log(2)])
    assert fit.deviance == pytest.approx(0, abs=1e-12)


def test_the_diagonal_is_ignored() -> None:
    assert bradley_terry([[9, 3], [1, -9]]) == bradley_terry([[0, 3], [1, 0]])


@pytest.mark.parametrize("items", [2, 5, 10])
@pytest.mark.parametrize("prior", [0.1, 1e-6, 1e-12])
def test_consistent_items_keep_their_order_however_small_the_prior(items: int, prior: float) -> None:
    fit = bradley_terry(_consistent(items), prior)

    gaps = [one - other for one, other in pairwise(fit.log_strengths)]
    assert min(gaps) > 0
    assert gaps == pytest.approx(gaps[::-1], rel=1e-6)
    assert sum(fit.shares) == pytest.approx(1, abs=1e-12)
    assert all(row[at] > 0 for at, row in enumerate(fit.covariance))


def test_two_items_with_a_tiny_prior_lie_as_far_apart_as_the_closed_form_says() -> None:
    strengths = bradley_terry([[0, 1], [0, 0]], 1e-12).log_strengths

    assert strengths[0] - strengths[1] == pytest.approx(log(1e12))


def test_huge_counts_give_the_same_strengths_as_small_ones() -> None:
    huge = bradley_terry([[count * 1e90 for count in row] for row in JOURNALS])

    assert huge.log_strengths == pytest.approx(bradley_terry(JOURNALS).log_strengths)


def test_consistent_items_with_huge_counts_and_a_small_prior_still_have_an_estimate() -> None:
    fit = bradley_terry(_consistent(10, times=1e9), 0.5)

    assert list(fit.log_strengths) == sorted(fit.log_strengths, reverse=True)


def test_nothing_but_the_prior_makes_all_items_equal() -> None:
    fit = bradley_terry([[0, 0, 0], [0, 0, 0], [0, 0, 0]], 0.5)

    assert fit.log_strengths == (0, 0, 0)
    assert fit.deviance == fit.null_deviance == 0


@pytest.mark.parametrize(
    "wins",
    [
        pytest.param([[0, 1, 1], [0, 0, 1], [0, 1, 0]], id="one-never-lost"),
        pytest.param([[0, 1, 1], [1, 0, 1], [0, 0, 0]], id="one-never-won"),
        pytest.param([[0, 1, 0], [1, 0, 0], [0, 0, 0]], id="one-never-compared"),
        pytest.param([[0, 1, 0, 0], [1, 0, 1, 0], [0, 0, 0, 1], [0, 0, 1, 0]], id="two-never-lost-to-two"),
        pytest.param([[0, 1, 0, 0], [1, 0, 0, 0], [0, 0, 0, 1], [0, 0, 1, 0]], id="two-islands"),
        pytest.param([[0, 0], [0, 0]], id="nothing"),
    ],
)
def test_without_a_prior_what_has_no_finite_estimate_is_refused(wins: Wins) -> None:
    with pytest.raises(NoFiniteEstimateError, match="no finite strengths"):
        bradley_terry(wins)

    assert sum(bradley_terry(wins, 0.5).shares) == pytest.approx(1)


@pytest.mark.parametrize(
    "wins",
    [
        pytest.param([], id="empty"),
        pytest.param([[0]], id="one-item"),
        pytest.param([[0, 1], [1, 0], [1, 1]], id="not-square"),
        pytest.param([[0, 1], [1]], id="ragged"),
    ],
)
def test_a_table_that_compares_nothing_is_refused(wins: Wins) -> None:
    with pytest.raises(InvalidValueError, match="square table of at least two items"):
        bradley_terry(wins, 0.5)


@pytest.mark.parametrize("count", [-1.0, 1e101, float("nan"), float("inf")])
def test_impossible_counts_and_priors_are_refused(count: float) -> None:
    with pytest.raises(InvalidValueError, match="numbers from 0 to 1e100"):
        bradley_terry([[0, count], [1, 0]], 0.5)
    with pytest.raises(InvalidValueError, match="numbers from 0 to 1e100"):
        bradley_terry([[0, 1], [1, 0]], count)
