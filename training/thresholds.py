"""From which score on a sentence is heard as a mistake, and below which score a phrase is not believed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from careerkit.interview.rules import IDS
from training.matrix import Answers, Floats

MOST_FLAGGED: Final = 0.045
"""Share of the clean answers that may be flagged."""
_DEAR: Final = 4.0
"""What a flagged share above the most costs, in units of F1."""
_HEARD: Final = (*np.arange(-2.5, 3.01, 0.1).round(2).tolist(), 99.0)
_DOUBTED: Final = (-99.0, -6.0, -5.0, -4.0, -3.5, -3.0, -2.5, -2.0)
_ROUNDS: Final = 4
NEVER_HEARD: Final = frozenset({"slot"})
"""Rules about what the learned half does not see."""
NEVER_DOUBTED: Final = frozenset({"slot", "off_scope"})
"""Rules whose phrases may rest on more than the text, such as the role."""

Truths = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Limits:
    """For each rule: the score from which on it is heard, and the one below which its phrases are doubted."""

    heard: Floats
    doubted: Floats

    def found(self, scores: Floats, answers: Answers) -> Truths:
        """Return, for each answer and rule, whether it is found and no borderline case."""
        return np.column_stack(
            [
                _found(scores, answers, rule, self.heard[rule], self.doubted[rule])
                for rule in range(len(self.heard))
            ]
        )


@dataclass(frozen=True, slots=True)
class Figures:
    """How well answers were judged: F1 of all rules, and the share of the clean ones that were flagged."""

    f1: float
    flagged: float

    @classmethod
    def of(cls, found: Truths, answers: Answers) -> "Figures":
        """Compare what was found with the labels."""
        wanted = answers.labels > 0
        clean = ~wanted.any(axis=1)
        right = int((found & wanted).sum())
        return cls(
            2 * right / max(1, int(found.sum() + wanted.sum())), float(found[clean].any(axis=1).mean())
        )

    @property
    def worth(self) -> float:
        """Return the F1, less what too many false alarms cost."""
        return self.f1 - _DEAR * max(0.0, self.flagged - MOST_FLAGGED)


def limits(scores: Floats, answers: Answers) -> Limits:
    """Return the limits that are worth most for scores of answers that were not learned from.

    One rule after the other is set to what is best while the others stay, a few times round.
    """
    rules = scores.shape[1]
    chosen = Limits(np.ones(rules), np.full(rules, _DOUBTED[0]))
    found = chosen.found(scores, answers)
    for _ in range(_ROUNDS):
        for rule in range(rules):
            best = max(_tried(scores, answers, rule, found), key=lambda one: one[0])
            _, chosen.heard[rule], chosen.doubted[rule] = best
            found[:, rule] = _found(scores, answers, rule, *best[1:])
    return chosen


def _tried(
    scores: Floats, answers: Answers, rule: int, found: Truths
) -> Iterator[tuple[float, float, float]]:
    """Yield what each pair of limits of one rule is worth while what else was ``found`` stays."""
    wanted = answers.labels > 0
    clean = ~wanted.any(axis=1)
    others = np.delete(found, rule, axis=1)
    flagged = others[clean].any(axis=1)
    right, all_found = int((others & np.delete(wanted, rule, axis=1)).sum()), int(others.sum())
    for heard in _HEARD[-1:] if IDS[rule] in NEVER_HEARD else _HEARD:
        for doubted in _DOUBTED[:1] if IDS[rule] in NEVER_DOUBTED else _DOUBTED:
            own = _found(scores, answers, rule, heard, doubted)
            hit = right + int((own & wanted[:, rule]).sum())
            f1 = 2 * hit / max(1, all_found + int(own.sum() + wanted.sum()))
            yield Figures(f1, float((flagged | own[clean]).mean())).worth, heard, doubted


def _found(scores: Floats, answers: Answers, rule: int, heard: float, doubted: float) -> Truths:
    score, hit = scores[:, rule], answers.hits[:, rule] > 0
    borderline = (answers.also_ok[:, rule] > 0) & (answers.labels[:, rule] == 0)
    return np.asarray(((score >= heard) | (hit & (score >= doubted))) & ~borderline)
