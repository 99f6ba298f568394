"""From which score on a sentence is heard as a mistake."""

from typing import Final

import numpy as np

from training.matrix import Answers, Floats

MOST_FLAGGED: Final = 0.04
"""Share of the clean answers that may be flagged."""
_CARES: Final = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3)
"""How much a miss counts against a false alarm, tried from the first (the beta of the F measure)."""
_LOWEST: Final = -3.0
_NEVER: Final = 99.0


def thresholds(scores: Floats, answers: Answers) -> Floats:
    """Return the threshold of each rule for scores of answers that were not learned from.

    They find the most that can be found while at most ``MOST_FLAGGED`` of the clean answers are flagged.
    """
    for care in _CARES:
        chosen = np.array([_best(scores, answers, rule, care) for rule in range(scores.shape[1])])
        if flagged(scores, answers, chosen) <= MOST_FLAGGED:
            break
    return chosen


def found(scores: Floats, answers: Answers, chosen: Floats) -> Floats:
    """Return, for each answer and rule, 1 where it is found by score or phrase and is no borderline case."""
    seen = (scores >= chosen) | (answers.hits > 0)
    return np.where((answers.also_ok > 0) & (answers.labels == 0), 0.0, seen)


def flagged(scores: Floats, answers: Answers, chosen: Floats) -> float:
    """Return the share of the clean answers in which anything is found, from 0 to 1."""
    clean = answers.labels.sum(axis=1) == 0
    return float((found(scores, answers, chosen)[clean].sum(axis=1) > 0).mean())


def f1(scores: Floats, answers: Answers, chosen: Floats) -> float:
    """Return the F1 of all rules together, from 0 to 1."""
    seen = found(scores, answers, chosen)
    return float(2 * (seen * answers.labels).sum() / max(1.0, (seen + answers.labels).sum()))


def _best(scores: Floats, answers: Answers, rule: int, care: float) -> float:
    """Return the threshold of one rule with the highest F measure."""
    column = scores[:, [rule]]
    part = Answers(
        rows=[],
        starts=answers.starts,
        labels=answers.labels[:, [rule]],
        also_ok=answers.also_ok[:, [rule]],
        hits=answers.hits[:, [rule]],
        hands=answers.hands,
    )
    candidates = np.unique(np.round(column[column > _LOWEST], 2))

    def measure(threshold: float) -> float:
        seen, wanted = found(column, part, np.array([threshold])), part.labels
        right = (seen * wanted).sum()
        missed, wrong = wanted.sum() - right, seen.sum() - right
        return float((1 + care**2) * right / max(1e-9, (1 + care**2) * right + care**2 * missed + wrong))

    return float(max([_NEVER, *candidates], key=measure))
