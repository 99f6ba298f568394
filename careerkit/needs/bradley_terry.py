"""How strong each item is, estimated from who was kept over whom, also when only some pairs were compared.

Model: R. A. Bradley and M. E. Terry, Rank analysis of incomplete block designs: I. The method of paired
comparisons, Biometrika 39 (1952), 324-345. The chance that i is kept over j is p_i / (p_i + p_j), or
logistic(l_i - l_j) with the log strengths l.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, fsum, log, log1p, sqrt
from operator import mul

from careerkit.errors import CareerKitError, InvalidValueError
from careerkit.needs.scoring import Wins

FEWEST_ITEMS = 2
MOST_WINS = 1e100

_MOST_STEPS = 100
_LONGEST_STEP = 64.0  # keeps every weight far from underflow on the way to the estimate
_LAST_STEP = 1e-9  # the error squares with each step: after one this short, only rounding is left
_NOTHING = 1e-15  # a number holds 15 digits: a count this much smaller than the largest is lost beside it


class NoFiniteEstimateError(CareerKitError, ValueError):
    """The comparisons would push a strength to infinity, so that no estimate exists."""

    def __init__(self) -> None:
        super().__init__(
            "These answers give no finite strengths: some items never lost to the others, or were never"
            " compared with them."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class BradleyTerry:
    """What the comparisons say about each item, in the order of the items.

    ``log_strengths`` are natural logarithms with mean 0; ``shares`` are the strengths, 0.0 to 1.0, sum 1.
    ``standard_errors`` are those of each log strength minus the first one's, as tables print them: the first
    is 0.0. ``covariance`` is that of ``log_strengths``. ``deviance`` (of the model) and ``null_deviance`` (of
    even chances) are 0.0 for a perfect fit to the answers and grow without bound; neither counts the prior.
    """

    log_strengths: tuple[float, ...]
    standard_errors: tuple[float, ...]
    shares: tuple[float, ...]
    covariance: tuple[tuple[float, ...], ...]
    deviance: float
    null_deviance: float


def bradley_terry(wins: Wins, prior: float = 0.0) -> BradleyTerry:
    """Return the most likely strengths when ``prior`` wins are added each way to every pair.

    Fractions are allowed, so that a tie can be half a win for each; the diagonal is ignored. The prior also
    joins pairs that were never compared. Raises ``InvalidValueError`` for anything but a square of at least
    two items with counts from 0 to 1e100 (the prior too), and ``NoFiniteEstimateError`` when some items never
    lost to the rest and no prior helps out. A count below 1e-15 times the largest one is no count for that.

    Source: the condition is that of L. R. Ford Jr., Solution of a ranking problem from binary comparisons,
    American Mathematical Monthly 64 (1957), 28-33; the covariance is the inverse of the information, with the
    prior counted as answers.
    """
    _require_counts(wins, prior)
    counts, largest = _scaled(wins, prior)
    _require_finite_estimate(counts)
    strengths = _most_likely(counts)
    spread = _covariance_from_first(counts, strengths, largest)
    return BradleyTerry(
        log_strengths=tuple(strengths),
        standard_errors=tuple(sqrt(row[at]) for at, row in enumerate(spread)),
        shares=_shares(strengths),
        covariance=_about_the_mean(spread),
        deviance=_deviance(wins, strengths),
        null_deviance=_deviance(wins, [0.0] * len(wins)),
    )


def _require_counts(wins: Wins, prior: float) -> None:
    if len(wins) < FEWEST_ITEMS or any(len(row) != len(wins) for row in wins):
        message = "A comparison needs a square table of at least two items."
        raise InvalidValueError(message)
    answers = (count for at, row in enumerate(wins) for to, count in enumerate(row) if at != to)
    if not all(0 <= count <= MOST_WINS for count in (prior, *answers)):
        message = "The counts of a comparison, and what is added to them, are numbers from 0 to 1e100."
        raise InvalidValueError(message)


def _scaled(wins: Wins, prior: float) -> tuple[list[list[float]], float]:
    """Add the prior and measure all counts by the largest; return that one too."""
    items = range(len(wins))
    counts = [[wins[i][j] + prior if i != j else 0.0 for j in items] for i in items]
    largest = max(map(max, counts)) or 1.0
    return [[count / largest for count in row] for row in counts], largest


def _require_finite_estimate(counts: Sequence[Sequence[float]]) -> None:
    """Refuse counts in which not everyone beats everyone else, at least by way of others."""
    beaten = [[count > _NOTHING for count in row] for row in counts]
    lost = [list(column) for column in zip(*beaten, strict=True)]
    if not (_reaches_all(beaten) and _reaches_all(lost)):
        raise NoFiniteEstimateError


def _reaches_all(steps: Sequence[Sequence[bool]]) -> bool:
    seen, waiting = {0}, [0]
    while waiting:
        here = waiting.pop()
        found = {to for to, leads in enumerate(steps[here]) if leads} - seen
        seen |= found
        waiting.extend(found)
    return len(seen) == len(steps)


def _most_likely(counts: Sequence[Sequence[float]]) -> list[float]:
    """Climb by Newton's direction until only rounding is left, then centre."""
    strengths = [0.0] * len(counts)
    for _ in range(_MOST_STEPS):
        towards = _balance(_weights(counts, strengths), _slope(counts, strengths))
        reach = max(towards) - min(towards)
        if reach:
            strengths = _moved(strengths, towards, _stride(counts, strengths, towards, reach))
        if reach < _LAST_STEP:
            break
    mean = fsum(strengths) / len(strengths)
    return [strength - mean for strength in strengths]


def _stride(
    counts: Sequence[Sequence[float]], strengths: Sequence[float], towards: Sequence[float], reach: float
) -> float:
    """Return how much of the way to go, so that it never ends below its beginning.

    A stride of log(1 + reach) / reach cannot pass the top of the way, because the curvature of a logistic
    changes e-fold at most for each unit of its argument. It is doubled for as long as the way still leads up.
    Source of the first stride: T. Sun and Q. Tran-Dinh, Generalized self-concordant functions, Mathematical
    Programming 178 (2019), 145-213.
    """
    stride = log1p(reach) / reach
    while 2 * stride * reach < _LONGEST_STEP:
        slope = _slope(counts, _moved(strengths, towards, 2 * stride))
        if fsum(map(mul, slope, towards)) <= 0:
            break
        stride *= 2
    return stride


def _moved(strengths: Sequence[float], towards: Sequence[float], stride: float) -> list[float]:
    return [strength + stride * step for strength, step in zip(strengths, towards, strict=True)]


def _chance(difference: float) -> float:
    """Return logistic(difference); its small values keep all their digits."""
    return 1 / (1 + exp(-difference)) if difference > 0 else exp(difference) / (1 + exp(difference))


def _slope(counts: Sequence[Sequence[float]], strengths: Sequence[float]) -> list[float]:
    """Return how much more likely the counts get with each log strength: wins not expected minus losses."""
    items = range(len(counts))
    return [
        fsum(
            counts[i][j] * _chance(strengths[j] - strengths[i])
            - counts[j][i] * _chance(strengths[i] - strengths[j])
            for j in items
        )
        for i in items
    ]


def _weights(counts: Sequence[Sequence[float]], strengths: Sequence[float]) -> list[list[float]]:
    """Return the information that each pair holds about its difference: comparisons times both chances."""
    items = range(len(counts))
    return [
        [
            (counts[i][j] + counts[j][i])
            * _chance(strengths[i] - strengths[j])
            * _chance(strengths[j] - strengths[i])
            for j in items
        ]
        for i in items
    ]


def _balance(weights: Sequence[Sequence[float]], push: Sequence[float]) -> list[float]:
    """Solve for the values, the first 0.0, whose weighted differences to the others add up to each push.

    This is Gaussian elimination of the information matrix, one item at a time from the last. Because its rows
    sum to 0, nothing is ever subtracted, so that no digits get lost however uneven the weights are.
    Source: W. K. Grassmann, M. I. Taksar and D. P. Heyman, Regenerative analysis and steady state
    distributions for Markov chains, Operations Research 33 (1985), 1107-1116.
    """
    links, rest = [list(row) for row in weights], list(push)
    totals = [0.0] * len(rest)
    for last in range(len(rest) - 1, 0, -1):
        totals[last] = fsum(links[last][:last])
        for one in range(last):
            part = links[one][last] / totals[last]
            rest[one] += part * rest[last]
            for other in range(last):
                links[one][other] += part * links[last][other] * (one != other)
    values = [0.0]
    for at in range(1, len(rest)):
        values.append((rest[at] + fsum(map(mul, links[at], values))) / totals[at])
    return values


def _covariance_from_first(
    counts: Sequence[Sequence[float]], strengths: Sequence[float], scale: float
) -> list[list[float]]:
    """Return the covariance of each log strength minus the first one's."""
    weights, items = _weights(counts, strengths), range(len(counts))
    nothing = [0.0] * len(counts)
    rows = [_balance(weights, [float(at == item) for at in items]) if item else nothing for item in items]
    return [[value / scale for value in row] for row in rows]


def _about_the_mean(spread: Sequence[Sequence[float]]) -> tuple[tuple[float, ...], ...]:
    means = [fsum(row) / len(row) for row in spread]
    overall = fsum(means) / len(means)
    return tuple(
        tuple(value - means[i] - means[j] + overall for j, value in enumerate(row))
        for i, row in enumerate(spread)
    )


def _shares(strengths: Sequence[float]) -> tuple[float, ...]:
    raw = [exp(strength - max(strengths)) for strength in strengths]
    total = fsum(raw)
    return tuple(value / total for value in raw)


def _deviance(wins: Wins, strengths: Sequence[float]) -> float:
    """Return twice the sum of wins times the log of wins over expected wins; no win adds nothing."""
    parts = (
        count * (log(count / (count + wins[j][i])) - _log_chance(strengths[i] - strengths[j]))
        for i, row in enumerate(wins)
        for j, count in enumerate(row)
        if i != j and count
    )
    return max(0.0, 2 * fsum(parts))


def _log_chance(difference: float) -> float:
    return -log1p(exp(-difference)) if difference > 0 else difference - log1p(exp(difference))
