from collections import Counter
from fractions import Fraction
from itertools import combinations, pairwise, product
from math import comb, erfc, exp, factorial, sqrt
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.errors import InvalidValueError
from careerkit.needs.chance import approximate_p_value, triad_distribution, triad_p_value, upper_gamma
from careerkit.needs.scoring import circular_triads, most_circles

# Kendall & Babington Smith (1940), as in the R package eba and Alway (1962).
PUBLISHED = {
    3: (6, 2),
    4: (24, 16, 24),
    5: (120, 120, 240, 240, 280, 24),
    6: (720, 960, 2240, 2880, 6240, 3648, 8640, 4800, 2640),
    7: (
        *(5040, 8400, 21840, 33600, 75600, 90384, 179760, 188160, 277200, 280560),
        *(384048, 244160, 233520, 72240, 2640),
    ),
    8: (
        *(40320, 80640, 228480, 403200, 954240, 1304576, 3042816, 3870720, 6926080, 8332800, 15821568),
        *(14755328, 24487680, 24514560, 34762240, 29288448, 37188480, 24487680, 24312960, 10402560, 3230080),
    ),
}

# One dog, six foods (Kendall & Babington Smith 1940, p. 326).
DOG = [
    [0, 1, 1, 0, 1, 1],
    [0, 0, 0, 1, 1, 0],
    [0, 1, 0, 1, 1, 1],
    [1, 0, 0, 0, 0, 0],
    [0, 0, 0, 1, 0, 1],
    [0, 1, 0, 1, 0, 0],
]


def _decided(items: int, kept: tuple[int, ...]) -> list[list[float]]:
    wins = [[0.0] * items for _ in range(items)]
    for (one, other), first in zip(combinations(range(items), 2), kept, strict=True):
        wins[one][other], wins[other][one] = float(first), float(1 - first)
    return wins


def _consistent(items: int) -> list[list[float]]:
    return _decided(items, (1,) * comb(items, 2))


def _lower_tail(items: int, circles: int) -> float:
    ways = triad_distribution(items)
    return sum(ways[: circles + 1]) / sum(ways)


@pytest.mark.parametrize("items", sorted(PUBLISHED))
def test_the_ways_to_compare_are_the_published_ones(items: int) -> None:
    assert triad_distribution(items) == PUBLISHED[items]


@pytest.mark.parametrize("items", [3, 4, 5])
def test_the_ways_to_compare_are_those_that_trying_all_finds(items: int) -> None:
    tried = Counter(
        len(circular_triads(_decided(items, kept))) for kept in product((0, 1), repeat=comb(items, 2))
    )

    assert triad_distribution(items) == tuple(tried[circles] for circles in range(most_circles(items) + 1))


@pytest.mark.parametrize("items", range(3, 10))
def test_the_ways_to_compare_have_the_published_total_mean_and_variance(items: int) -> None:
    ways = triad_distribution(items)
    total = sum(ways)
    mean = Fraction(sum(circles * count for circles, count in enumerate(ways)), total)
    square = Fraction(sum(circles**2 * count for circles, count in enumerate(ways)), total)

    assert total == 2 ** comb(items, 2)
    assert mean == Fraction(comb(items, 3), 4)
    assert square - mean**2 == Fraction(3 * comb(items, 3), 16)


def test_nine_items_have_as_many_consistent_and_most_circular_ways_as_published() -> None:
    ways = triad_distribution(9)  # the ends and the largest entry of the table in the R package eba

    assert (ways[0], max(ways), ways[-1]) == (factorial(9), 7730384256, 3230080)


@pytest.mark.parametrize(
    ("items", "tails"),
    [
        (5, {0: 0.1172}),
        (6, {0: 0.0220, 1: 0.0513, 2: 0.1196}),
        (7, {0: 0.0024, 1: 0.0064, 2: 0.0168, 3: 0.0328, 4: 0.0689}),
        (8, {4: 0.0064, 5: 0.0112, 6: 0.0226, 7: 0.0370, 8: 0.0628}),
        (9, {10: 0.0122, 12: 0.0300, 13: 0.0452, 14: 0.0675}),
    ],
)
def test_lower_tails_are_those_of_the_reference(items: int, tails: dict[int, float]) -> None:
    # project reference sheet psychometrics.md, section 4
    assert {circles: round(_lower_tail(items, circles), 4) for circles in tails} == tails


def test_the_dog_could_well_have_chosen_at_random() -> None:
    assert triad_p_value(DOG) == pytest.approx(0.50928, abs=5e-6)


@pytest.mark.parametrize("items", range(3, 10))
def test_consistent_choices_come_about_in_as_many_ways_as_there_are_orders(items: int) -> None:
    assert triad_p_value(_consistent(items)) == pytest.approx(factorial(items) / 2 ** comb(items, 2))


@pytest.mark.parametrize("items", [0, 1, 2])
def test_too_few_items_for_a_circle_prove_nothing(items: int) -> None:
    assert triad_p_value(_consistent(items)) == 1.0


@pytest.mark.parametrize("items", [-1, 2, 10])
def test_ways_to_compare_are_not_counted_for_too_few_or_too_many_items(items: int) -> None:
    with pytest.raises(InvalidValueError, match="counted for 3 to 9 items"):
        triad_distribution(items)


def test_the_approximation_is_close_to_the_exact_chances_for_nine_items() -> None:
    errors = [approximate_p_value(9, circles) - _lower_tail(9, circles) for circles in range(31)]

    assert max(map(abs, errors)) < 0.014
    assert max(map(abs, errors[:14])) < 0.0015  # where it matters: up to a chance of 5 %


@pytest.mark.parametrize("items", [9, 10, 11, 13, 20])
def test_the_approximation_grows_with_every_circle_and_stays_a_chance(items: int) -> None:
    chances = [approximate_p_value(items, circles) for circles in range(most_circles(items) + 1)]

    assert all(one < other for one, other in pairwise(chances))
    assert 0.0 < chances[0] < 1e-3
    assert 0.99 < chances[-1] <= 1.0


def test_ten_items_give_a_tiny_chance_when_consistent_and_about_half_with_circles_as_expected() -> None:
    assert triad_p_value(_consistent(10)) < 1e-4
    assert approximate_p_value(10, comb(10, 3) // 4) == pytest.approx(0.5, abs=0.03)


def test_random_choices_among_ten_items_have_middling_chances_on_average() -> None:
    random = Random(7)  # noqa: S311 - the same choices on every run
    tries = [triad_p_value(_decided(10, tuple(random.choices((0, 1), k=45)))) for _ in range(200)]

    assert sum(tries) / len(tries) == pytest.approx(0.53, abs=0.06)  # above half: the chance includes the tie


@pytest.mark.parametrize("items", [3, 4])
def test_the_approximation_refuses_too_few_items(items: int) -> None:
    with pytest.raises(InvalidValueError, match="more than four items"):
        approximate_p_value(items, 0)


@given(st.floats(0, 200))
def test_the_upper_gamma_of_shape_one_is_the_exponential_tail(x: float) -> None:
    assert upper_gamma(1, x) == pytest.approx(exp(-x), rel=1e-12)


@given(st.floats(0, 200))
def test_the_upper_gamma_of_shape_a_half_is_the_error_function(x: float) -> None:
    assert upper_gamma(0.5, x) == pytest.approx(erfc(sqrt(x)), rel=1e-11, abs=1e-14)


@given(st.integers(1, 60), st.floats(0.01, 150))
def test_the_upper_gamma_of_a_whole_shape_is_the_poisson_sum(shape: int, x: float) -> None:
    poisson = sum(exp(-x) * x**count / factorial(count) for count in range(shape))

    assert upper_gamma(shape, x) == pytest.approx(poisson, rel=1e-9, abs=1e-13)


def test_the_upper_gamma_is_one_from_zero_down() -> None:
    assert upper_gamma(3.5, 0) == upper_gamma(3.5, -2) == 1.0


@given(
    st.integers(3, 7).flatmap(lambda n: st.tuples(st.just(n), st.tuples(*[st.integers(0, 1)] * comb(n, 2))))
)
def test_circles_are_a_third_of_the_ways_back_in_three_steps(choices: tuple[int, tuple[int, ...]]) -> None:
    items, kept = choices
    wins = _decided(items, kept)
    ways_back = sum(wins[a][b] * wins[b][c] * wins[c][a] for a, b, c in product(range(items), repeat=3))

    assert len(circular_triads(wins)) == ways_back / 3
    assert triad_p_value(wins) == pytest.approx(_lower_tail(items, round(ways_back / 3)))
