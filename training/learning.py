"""Learns, from answers labelled as a whole, what each feature of a sentence weighs for each rule.

An answer is as bad as its worst sentence: its score for a rule is a soft maximum over its sentences, and the
logistic loss of that score is minimised for all rules at once (multiple-instance learning, after Dietterich,
Lathrop and Lozano-Pérez, 1997), with a penalty on the squares of the weights.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from training.matrix import Answers, Floats

SHARPNESS: Final = 2.0
"""How close the soft maximum over the sentences is to the maximum."""
PENALTY: Final = 1.0
POSITIVE: Final = 2.0
"""How much more a missed mistake costs than a false one, while learning."""
ROUNDS: Final = 70
_START: Final = -2.0
_STEEPEST: Final = 50.0


@dataclass(frozen=True, slots=True)
class Learned:
    """What each feature (row) weighs for each rule (column), and what a sentence scores without any."""

    weights: Floats
    bias: Floats

    def scores(self, matrix: csr_matrix, starts: NDArray[np.int64]) -> Floats:
        """Return the score of each answer for each rule: the highest of its sentences."""
        best: Floats = np.maximum.reduceat(matrix @ self.weights + self.bias, starts, axis=0)
        return best


def learn(matrix: csr_matrix, answers: Answers) -> Learned:
    """Return the weights that fit some answers best; the same for the same answers."""
    task = _Task(matrix, answers)
    size, rules = matrix.shape[1], answers.labels.shape[1]
    first = np.concatenate([np.zeros(size * rules), np.full(rules, _START)])
    found = minimize(
        task.loss,
        first,
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": ROUNDS, "maxfun": 2 * ROUNDS, "maxcor": 8},
    )
    return task.unpacked(found.x)


class _Task:
    """The loss to be minimised, with its slope."""

    def __init__(self, matrix: csr_matrix, answers: Answers) -> None:
        self.matrix, self.turned = matrix, matrix.T.tocsr()
        self.starts = answers.starts
        lengths = np.diff([*answers.starts, matrix.shape[0]])
        self.answer_of = np.repeat(np.arange(len(lengths)), lengths)
        self.signs = 2 * answers.labels - 1
        counts = (answers.labels > 0) | (answers.also_ok == 0)
        self.costs = np.where(answers.labels > 0, POSITIVE, 1.0) * counts

    def unpacked(self, packed: Floats) -> Learned:
        rules = self.signs.shape[1]
        return Learned(packed[:-rules].reshape(-1, rules), packed[-rules:])

    def loss(self, packed: Floats) -> tuple[float, Floats]:
        learned = self.unpacked(packed)
        scores, shares = self._soft_maximum(self.matrix @ learned.weights + learned.bias)
        margins = self.signs * scores
        slope = -self.costs * self.signs / (1 + np.exp(np.clip(margins, -_STEEPEST, _STEEPEST)))
        slopes = shares * slope[self.answer_of]
        loss = np.sum(self.costs * np.logaddexp(0, -margins)) + PENALTY / 2 * np.sum(learned.weights**2)
        back = self.turned @ slopes + PENALTY * learned.weights
        return float(loss), np.concatenate([back.ravel(), slopes.sum(axis=0)])

    def _soft_maximum(self, scores: Floats) -> tuple[Floats, Floats]:
        """Return the score of each answer, and how much each of its sentences has a share in it."""
        highest = np.maximum.reduceat(scores, self.starts, axis=0)
        powers = np.exp(SHARPNESS * (scores - highest[self.answer_of]))
        sums = np.add.reduceat(powers, self.starts, axis=0)
        return highest + np.log(sums) / SHARPNESS, powers / sums[self.answer_of]
