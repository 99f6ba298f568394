"""How far choices made at random would hang together: what circles there would be without any preference.

Source of the null distribution: M. G. Kendall and B. Babington Smith, On the method of paired comparisons,
Biometrika 31 (1940), 324-345, where every tournament (each pair decided, no ties) is equally likely.
"""

from collections import Counter
from functools import cache
from itertools import product
from math import comb, exp, lgamma, log

from careerkit.errors import InvalidValueError
from careerkit.needs.scoring import Wins, circular_triads, most_circles

FEWEST_ITEMS = 3
MOST_EXACT = 9
"""Most items whose tournaments are counted one by one; with more of them the approximation serves."""

_LEVELS = 500
_EXACT_ENOUGH = 1e-16


def triad_p_value(wins: Wins) -> float:
    """Return how likely random choices are to hold no more circular triads than these do.

    Range: just above 0.0 (choices this consistent hardly happen by chance) to 1.0. Exact up to nine items,
    approximate above. With fewer than three items there can be no circle and it is 1.0. It assumes that every
    pair was decided: a tie or a missing answer forms no circle, and so makes the value smaller than it should
    be.
    """
    items, circles = len(wins), len(circular_triads(wins))
    if items < FEWEST_ITEMS:
        return 1.0
    if items > MOST_EXACT:
        return approximate_p_value(items, circles)
    ways = triad_distribution(items)
    return sum(ways[: circles + 1]) / sum(ways)


@cache
def triad_distribution(n: int) -> tuple[int, ...]:
    """Return in how many ways ``n`` items can be compared with 0, 1, 2, ... circular triads.

    The last entry is for the most circles there can be; all of them sum to 2 ** (n (n - 1) / 2). Raises
    ``InvalidValueError`` unless 3 <= n <= 9.

    Source: the number of circles follows from how often each item won alone (Kendall and Babington Smith
    1940); those scores are counted by letting the items in one after the other.
    """
    if not FEWEST_ITEMS <= n <= MOST_EXACT:
        message = f"The ways to compare are counted for {FEWEST_ITEMS} to {MOST_EXACT} items."
        raise InvalidValueError(message)
    scores: Counter[tuple[int, ...]] = Counter({(0,): 1})
    for _ in range(n - 1):
        scores = _with_one_more(scores)
    ways: Counter[int] = Counter()
    for won, count in scores.items():
        ways[comb(n, 3) - sum(comb(score, 2) for score in won)] += count
    return tuple(ways[circles] for circles in range(most_circles(n) + 1))


def approximate_p_value(n: int, circles: int) -> float:
    """Return about how likely random choices among ``n`` items are to hold no more than so many ``circles``.

    Range: 0.0 to 1.0. It is off by up to 0.014 for nine items and 0.010 for ten; raises
    ``InvalidValueError`` for fewer than five, where it is not defined.

    Source: the chi-square approximation of Kendall and Babington Smith (1940): 8 / (n - 4) times (a quarter
    of all threes, minus circles, plus a half), plus the degrees of freedom n (n - 1) (n - 2) / (n - 4) ** 2.
    They add the half for the chance of so many circles or more. For so many or fewer it is taken away, as
    ``circular(alternative = "less")`` of the R package eba does.
    """
    if n <= 4:  # noqa: PLR2004 - the pole of the formula, named in the sentence below
        message = "The approximation needs more than four items."
        raise InvalidValueError(message)
    degrees = n * (n - 1) * (n - 2) / (n - 4) ** 2
    chi_square = 8 / (n - 4) * (comb(n, 3) / 4 - circles - 0.5) + degrees
    return upper_gamma(degrees / 2, chi_square / 2)


def upper_gamma(shape: float, x: float) -> float:
    """Return the regularised upper incomplete gamma function Q(shape, x), for a shape above 0.

    Range: 0.0 to 1.0; 1.0 for x at or below 0. Twice both arguments gives the upper tail of chi-square.

    Source: NIST Digital Library of Mathematical Functions, 8.7.1 (the series, for small x) and 8.9.2 (the
    continued fraction, for large x).
    """
    if x <= 0:
        return 1.0
    scale = exp(shape * log(x) - x - lgamma(shape))
    return 1 - scale * _series(shape, x) if x < shape + 1 else scale * _fraction(shape, x)


def _with_one_more(scores: Counter[tuple[int, ...]]) -> Counter[tuple[int, ...]]:
    """Let one more item in, with every way in which it can win against the others or lose."""
    grown: Counter[tuple[int, ...]] = Counter()
    for won, count in scores.items():
        for lost in product((0, 1), repeat=len(won)):
            new = len(won) - sum(lost)
            others = (score + kept for score, kept in zip(won, lost, strict=True))
            grown[tuple(sorted((new, *others)))] += count
    return grown


def _series(shape: float, x: float) -> float:
    """Return the sum of x ** k / (shape (shape + 1) ... (shape + k)) over all k from 0."""
    term = total = 1 / shape
    step = shape
    while term > total * _EXACT_ENOUGH:
        step += 1
        term *= x / step
        total += term
    return total


def _fraction(shape: float, x: float) -> float:
    """Return the even part of the continued fraction, evaluated from far down; no divisor comes near 0."""
    rest = 0.0
    for level in range(_LEVELS, 0, -1):
        rest = level * (level - shape) / (x + 2 * level + 1 - shape - rest)
    return 1 / (x + 1 - shape - rest)
