"""How sure the answers make us: what share of strength each item has, and which items can be told apart.

The intervals are approximate and of the Bayesian kind: strengths by Bradley-Terry, held together by a few
made-up answers each way for every pair (the prior), and taken as normally distributed about the most likely
ones. Source: D. Firth, Bradley-Terry models in R, Journal of Statistical Software 12(1) (2005), 1-12, for the
model and its standard errors; the prior, the scale and the level are the project's own choice.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import exp, fsum, log, sqrt
from statistics import NormalDist

from careerkit.errors import InvalidValueError
from careerkit.needs.bradley_terry import BradleyTerry, bradley_terry
from careerkit.needs.scoring import Wins

PRIOR = 0.5
"""Wins added each way to every pair: one made-up tie, which keeps consistent answers from certainty."""

LEVEL = 0.8
"""How much of the probability lies within an interval, unless asked otherwise."""

_SAME = 9  # decimals of a log strength; beyond them two items differ by rounding only


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """An item's share of all strength and how far it may lie off: 0.0 <= low <= share <= high <= 1.0."""

    share: float
    low: float
    high: float


def estimates(wins: Wins, *, prior: float = PRIOR, level: float = LEVEL) -> tuple[Estimate, ...]:
    """Return each item's share (all sum to 1) with the interval that holds it with probability ``level``.

    Each interval is symmetric about the logit of the share. Raises ``InvalidValueError`` for a level outside
    0 to 1 (both excluded), and whatever ``bradley_terry`` raises.

    Source of the spread: the delta method, from the covariance of the log strengths; of the scale: A.
    Agresti, Categorical Data Analysis, 2nd ed., Wiley (2002), section 3.1, on intervals for a logit.
    """
    reach = _deviations(level)
    fit = _fit(wins, prior)
    return tuple(_estimate(fit, item, reach) for item in range(len(fit.shares)))


def apart(wins: Wins, one: int, other: int, *, prior: float = PRIOR, level: float = LEVEL) -> bool:
    """Say whether the answers tell two items apart, numbered in the order of ``wins`` from 0.

    They do when the log strengths differ by more than the standard error of their difference times the
    standard normal deviation that leaves ``level`` in the middle. No item is apart from itself. Raises
    ``InvalidValueError`` for an item that is not there and for a level outside 0 to 1, and whatever
    ``bradley_terry`` raises.

    Source: the Wald test of a contrast, as in Firth (2005).
    """
    reach = _deviations(level)
    fit = _fit(wins, prior)
    if not all(0 <= item < len(fit.shares) for item in (one, other)):
        message = f"The items of this comparison are numbered from 0 to {len(fit.shares) - 1}."
        raise InvalidValueError(message)
    return _differ(fit, one, other, reach)


def groups(wins: Wins, *, prior: float = PRIOR, level: float = LEVEL) -> tuple[tuple[int, ...], ...]:
    """Return all items from the strongest down (the first of equals first), cut into groups.

    A group holds its first item and those after it until one can be told apart from that first item, as
    ``apart`` says; that one begins the next group. So two items side by side in different groups may still be
    too close to call. Raises what ``apart`` raises.

    Source: the project's own rule.
    """
    reach = _deviations(level)
    fit = _fit(wins, prior)
    found: list[list[int]] = []
    for item in sorted(range(len(fit.shares)), key=lambda it: (-round(fit.log_strengths[it], _SAME), it)):
        if found and not _differ(fit, found[-1][0], item, reach):
            found[-1].append(item)
        else:
            found.append([item])
    return tuple(map(tuple, found))


def _fit(wins: Wins, prior: float) -> BradleyTerry:
    return _fit_once(tuple(map(tuple, wins)), prior)


@lru_cache(maxsize=64)  # a page asks several times about the same few comparisons
def _fit_once(wins: tuple[tuple[float, ...], ...], prior: float) -> BradleyTerry:
    return bradley_terry(wins, prior)


def _deviations(level: float) -> float:
    """Return how many standard deviations on either side of the mean hold ``level`` of the probability."""
    if not 0 < level < 1:
        message = "The level of an interval lies between 0 and 1."
        raise InvalidValueError(message)
    return NormalDist().inv_cdf((1 + level) / 2)


def _estimate(fit: BradleyTerry, item: int, reach: float) -> Estimate:
    """Put the interval around one item's log strength minus the log of the sum of all other strengths."""
    others = [at for at in range(len(fit.shares)) if at != item]
    largest = max(fit.log_strengths[at] for at in others)
    raw = {at: exp(fit.log_strengths[at] - largest) for at in others}
    total = fsum(raw.values())
    logit = fit.log_strengths[item] - largest - log(total)
    effects = [-raw[at] / total if at != item else 1.0 for at in range(len(fit.shares))]
    margin = reach * _deviation(fit, effects)
    share = fit.shares[item]
    return Estimate(
        share=share, low=min(share, _logistic(logit - margin)), high=max(share, _logistic(logit + margin))
    )


def _deviation(fit: BradleyTerry, effects: list[float]) -> float:
    """Return the standard deviation of the log strengths' sum, each times its effect."""
    variance = fsum(
        effects[i] * effects[j] * value for i, row in enumerate(fit.covariance) for j, value in enumerate(row)
    )
    return sqrt(max(0.0, variance))


def _differ(fit: BradleyTerry, one: int, other: int, reach: float) -> bool:
    variance = fit.covariance[one][one] + fit.covariance[other][other] - 2 * fit.covariance[one][other]
    difference = abs(fit.log_strengths[one] - fit.log_strengths[other])
    return difference > reach * sqrt(max(0.0, variance))


def _logistic(value: float) -> float:
    return 1 / (1 + exp(-value)) if value > 0 else exp(value) / (1 + exp(value))
