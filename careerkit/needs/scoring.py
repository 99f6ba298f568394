"""From the answers to numbers: who was kept over whom, circles, and how far the choices hang together.

Source of all formulas: M. G. Kendall and B. Babington Smith, On the method of paired comparisons,
Biometrika 31 (1940), 324-345.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TypeAlias

from careerkit.needs.assessment import Assessment

Wins: TypeAlias = Sequence[Sequence[float]]
"""Row i, column j: how often i was kept over j; a tie counts half for each. The diagonal is 0."""


def wins_matrix(assessment: Assessment) -> list[list[float]]:
    """Return how often each need (row) was kept over each other (column), in the order of the assessment.

    An answered pair shares out 1: all to the need that was kept, or a half to each when neither was. A pair
    without an answer shares out nothing.
    """
    place = {need: at for at, need in enumerate(assessment.needs)}
    wins = [[0.0] * len(place) for _ in place]
    for answer in assessment.answers.values():
        left, right = place[answer.left], place[answer.right]
        share = 0.5 if answer.kept is None else float(answer.kept == answer.left)
        wins[left][right], wins[right][left] = share, 1 - share
    return wins


def circular_triads(wins: Wins) -> list[tuple[int, int, int]]:
    """Return the threes whose choices run in a circle (i over j, j over k, k over i), as sorted indices.

    A three counts only when all its choices are strict: one that holds a tie, or a pair without an answer,
    never does.
    """
    return [three for three in combinations(range(len(wins)), 3) if _is_circle(wins, *three)]


def circle(wins: Wins, triad: tuple[int, int, int]) -> tuple[int, int, int]:
    """Return a circular triad in the direction of its choices: each over the next, the last over the first.

    It begins with the one that was kept most often of the three (with the first of those that were).
    """
    first = max(triad, key=lambda index: (sum(wins[index]), -index))
    one, other = (index for index in triad if index != first)
    return (first, one, other) if wins[first][one] > wins[one][first] else (first, other, one)


def consistency(wins: Wins) -> float:
    """Return Kendall's coefficient of consistency (zeta): 1 minus circular triads over the most possible.

    Range: 0.0 (as many circles as there can be) to 1.0 (none). With fewer than three needs it is 1.0. Ties
    form no circle, so they never lower it.
    """
    return 1 - len(circular_triads(wins)) / (most_circles(len(wins)) or 1)


def most_circles(needs: int) -> int:
    """Return how many circular triads the choices between so many needs can have at most."""
    return needs * (needs * needs - (1 if needs % 2 else 4)) // 24


def _is_circle(wins: Wins, one: int, two: int, three: int) -> bool:
    steps = ((one, two), (two, three), (three, one))
    return _all_forward(wins, iter(steps)) or _all_forward(wins, ((b, a) for a, b in steps))


def _all_forward(wins: Wins, steps: Iterator[tuple[int, int]]) -> bool:
    return all(wins[a][b] > wins[b][a] for a, b in steps)
