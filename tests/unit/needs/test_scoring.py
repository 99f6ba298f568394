from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import combinations, permutations, product
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.needs import (
    Assessment,
    PairAnswer,
    circle,
    circular_triads,
    consistency,
    most_circles,
    wins_matrix,
)

NOW = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)

# One dog, six foods: meat, biscuit, chocolate, apple, pear, cheese. Kendall & Babington Smith (1940), p. 326.
DOG = [
    [0, 1, 1, 0, 1, 1],
    [0, 0, 0, 1, 1, 0],
    [0, 1, 0, 1, 1, 1],
    [1, 0, 0, 0, 0, 0],
    [0, 0, 0, 1, 0, 1],
    [0, 1, 0, 1, 0, 0],
]


@st.composite
def _choices(draw: st.DrawFn, shares: tuple[float, ...] = (0.0, 1.0)) -> list[list[float]]:
    count = draw(st.integers(3, 7))
    wins = [[0.0] * count for _ in range(count)]
    for one, other in combinations(range(count), 2):
        wins[one][other] = draw(st.sampled_from(shares))
        wins[other][one] = 1 - wins[one][other]
    return wins


def _circles_by_trying(wins: Sequence[Sequence[float]]) -> set[tuple[int, ...]]:
    return {
        tuple(sorted(three))
        for three in permutations(range(len(wins)), 3)
        if all(wins[three[at]][three[(at + 1) % 3]] > wins[three[(at + 1) % 3]][three[at]] for at in range(3))
    }


def test_the_published_case_gives_the_published_numbers() -> None:
    assert [sum(row) for row in DOG] == [4, 2, 4, 1, 2, 2]
    assert circular_triads(DOG) == [(0, 1, 3), (0, 2, 3), (0, 3, 4), (0, 3, 5), (1, 4, 5)]
    assert consistency(DOG) == pytest.approx(0.375)


@pytest.mark.parametrize(
    ("needs", "most"), [(2, 0), (3, 1), (4, 2), (5, 5), (6, 8), (7, 14), (8, 20), (9, 30), (10, 40)]
)
def test_the_most_possible_circles_are_the_published_ones(needs: int, most: int) -> None:
    assert most_circles(needs) == most


@pytest.mark.parametrize("needs", [3, 4, 5])
def test_no_way_to_choose_gives_more_circles_than_the_most(needs: int) -> None:
    pairs = list(combinations(range(needs), 2))
    found = set()
    for kept in product((0.0, 1.0), repeat=len(pairs)):
        wins = [[0.0] * needs for _ in range(needs)]
        for (one, other), share in zip(pairs, kept, strict=True):
            wins[one][other], wins[other][one] = share, 1 - share
        found.add(len(circular_triads(wins)))

    assert max(found) == most_circles(needs)
    assert min(found) == 0


@given(_choices())
def test_circles_are_those_that_trying_every_three_finds(wins: list[list[float]]) -> None:
    assert set(circular_triads(wins)) == _circles_by_trying(wins)


@given(_choices())
def test_the_number_of_circles_follows_from_the_wins_alone(wins: list[list[float]]) -> None:
    count = len(wins)
    expected = count * (count - 1) * (2 * count - 1) / 12 - sum(sum(row) ** 2 for row in wins) / 2

    assert len(circular_triads(wins)) == pytest.approx(expected)


@given(_choices(shares=(0.0, 0.5, 1.0)))
def test_consistency_stays_between_zero_and_one_with_ties_too(wins: list[list[float]]) -> None:
    assert set(circular_triads(wins)) == _circles_by_trying(wins)
    assert 0.0 <= consistency(wins) <= 1.0


@given(_choices(shares=(0.0, 0.5, 1.0)), st.randoms(use_true_random=False))
def test_other_labels_rename_the_circles_and_nothing_else(wins: list[list[float]], random: Random) -> None:
    labels = list(range(len(wins)))
    random.shuffle(labels)
    renamed = [[0.0] * len(wins) for _ in wins]
    for one, other in permutations(range(len(wins)), 2):
        renamed[labels[one]][labels[other]] = wins[one][other]

    expected = sorted(tuple(sorted(labels[need] for need in triad)) for triad in circular_triads(wins))
    assert circular_triads(renamed) == expected
    assert consistency(renamed) == pytest.approx(consistency(wins))


@given(_choices())
def test_a_circle_is_told_in_the_direction_of_its_choices(wins: list[list[float]]) -> None:
    for triad in circular_triads(wins):
        one, two, three = circle(wins, triad)
        assert sorted((one, two, three)) == list(triad)
        assert wins[one][two] == wins[two][three] == wins[three][one] == 1.0


def test_too_few_needs_for_a_circle_are_fully_consistent() -> None:
    assert consistency([[0, 1], [0, 0]]) == 1.0
    assert consistency([[0, 0, 0], [0, 0, 0], [0, 0, 0]]) == 1.0


def test_answers_become_wins_and_a_tie_is_half_for_each() -> None:
    answers = (
        PairAnswer(left="b", right="a", kept="a", at=NOW),
        PairAnswer(left="b", right="c", kept=None, at=NOW),
    )
    assessment = Assessment(
        id="x", needs=("a", "b", "c"), seed=1, started_at=NOW, answers={it.key: it for it in answers}
    )

    assert wins_matrix(assessment) == [[0, 1, 0], [0, 0, 0.5], [0, 0.5, 0]]
