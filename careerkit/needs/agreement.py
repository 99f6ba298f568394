"""How far several comparisons of the same items agree: of several people, or of one at several times."""

from collections.abc import Sequence
from itertools import combinations
from math import fsum, isclose

from careerkit.errors import InvalidValueError
from careerkit.needs.scoring import Wins

FEWEST_JUDGES = 2
FEWEST_ITEMS = 2


def agreement(matrices: Sequence[Wins]) -> float:
    """Return Kendall's u: how far two or more judges kept the same item of each pair.

    Range: 1.0 (all alike) down to -1 / m for an odd and -1 / (m - 1) for an even number m of judges, who all
    compared every pair; so two judges reach -1.0. Choices at random give 0.0 on average. A tie agrees half
    with whatever another judge answered. A pair counts for those judges alone who both compared it. For two
    judges there is no test of significance: its chi-square is not defined.

    Raises ``InvalidValueError`` unless at least two judges compared at least two items each, in tables of one
    size that share out exactly 1 for each compared pair, and some pair was compared by two of them.

    Source: M. G. Kendall and B. Babington Smith, On the method of paired comparisons, Biometrika 31 (1940),
    324-345; ties and missing pairs are the project's own extension, the same number without them.
    """
    _require_judges(matrices)
    alike: list[float] = []
    for one, other in combinations(range(len(matrices[0])), 2):
        votes = [(wins[one][other], wins[other][one]) for wins in matrices]
        compared = [vote for vote in votes if any(vote)]
        alike += [mine[0] * theirs[0] + mine[1] * theirs[1] for mine, theirs in combinations(compared, 2)]
    if not alike:
        message = "These comparisons have no pair in common, so there is no agreement to measure."
        raise InvalidValueError(message)
    return 2 * fsum(alike) / len(alike) - 1


def _require_judges(matrices: Sequence[Wins]) -> None:
    items = len(matrices[0]) if matrices else 0
    rows = [row for wins in matrices for row in wins]
    same_size = all(len(wins) == items for wins in matrices) and all(len(row) == items for row in rows)
    if len(matrices) < FEWEST_JUDGES or items < FEWEST_ITEMS or not same_size:
        message = "Agreement needs at least two comparisons of the same items, at least two."
        raise InvalidValueError(message)
    for wins in matrices:
        for one, other in combinations(range(items), 2):
            _require_shared_out(wins[one][other], wins[other][one])


def _require_shared_out(mine: float, theirs: float) -> None:
    """Refuse a pair that shares out anything but 1, or nothing."""
    shares_out = min(mine, theirs) >= 0 and (isclose(mine + theirs, 1) or mine == theirs == 0)
    if not shares_out:
        message = "Each compared pair shares out exactly 1 between its two items."
        raise InvalidValueError(message)
