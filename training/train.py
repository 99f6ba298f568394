"""Trains the learned half of the answer review: ``python -m training.train``.

Writes the weights into the package; the same answers and rules give the same file.
"""

import gzip
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import numpy as np

from careerkit.interview.learned import WEIGHTS
from careerkit.interview.rules import IDS
from training.learning import Learned, learn
from training.matrix import Answers, Floats
from training.records import Labelled, labelled
from training.thresholds import Figures, Limits, limits

ANSWERS: Final = Path(__file__).parent / "answers"
OUTPUT: Final = Path(__file__).parents[1] / "careerkit" / "interview" / WEIGHTS
SEEN_LEAST: Final = 2
"""Sentences that a feature must be seen in."""
MOST_FEATURES: Final = 40_000
UNIT: Final = 0.01
"""Weights are kept as whole multiples of it."""


def main() -> None:
    """Learn, choose thresholds by what each hand's answers score without it, and write the weights."""
    answers = Answers.of(distinct(labelled(sorted(ANSWERS.glob("*.jsonl")))))
    print(f"{len(answers.hands)} answers by {len(set(answers.hands))} hands")
    scores = scores_without_own_hand(answers)
    chosen = limits(scores, answers)
    print(f"On hands not learned from: {Figures.of(chosen.found(scores, answers), answers)}")
    kept = weightiest(*learned_from(answers), answers)
    write(OUTPUT, kept, learn(answers.matrix(kept), answers), chosen)


def distinct(answers: Sequence[Labelled]) -> list[Labelled]:
    """Return the answers without those whose text came before."""
    return list({answer.text: answer for answer in reversed(answers)}.values())[::-1]


def scores_without_own_hand(answers: Answers) -> Floats:
    """Return the score of each answer for each rule, learned from the answers of all other hands."""
    scores = np.zeros_like(answers.labels)
    for hand in sorted(set(answers.hands)):
        own = answers.hands == hand
        names, learned = learned_from(answers.part(~own))
        part = answers.part(own)
        scores[own] = learned.scores(part.matrix(names), part.starts)
    return scores


def learned_from(answers: Answers) -> tuple[dict[str, int], Learned]:
    """Return the column of each feature that was seen often enough, and what was learned."""
    seen = Counter(name for row in answers.rows for name in row)
    names = _numbered(sorted(name for name, times in seen.items() if times >= SEEN_LEAST))
    return names, learn(answers.matrix(names), answers)


def weightiest(names: dict[str, int], learned: Learned, answers: Answers) -> dict[str, int]:
    """Return the features that make most of a difference, with new columns."""
    seen = Counter(name for row in answers.rows for name in row)
    worth = np.abs(learned.weights).max(axis=1) * np.sqrt([seen[name] for name in names])
    kept = np.argsort(-worth, kind="stable")[:MOST_FEATURES]
    return _numbered(sorted(np.array(list(names))[kept].tolist()))


def write(path: Path, names: dict[str, int], learned: Learned, chosen: Limits) -> None:
    """Write the weights as the review reads them."""
    rows = zip(names, np.rint(learned.weights / UNIT).astype(int), strict=True)
    features = {name: list(_told(row.tolist())) for name, row in rows if row.any()}
    data = {
        "rules": IDS,
        "unit": UNIT,
        "heard": (chosen.heard - learned.bias).round(2).tolist(),
        "doubted": (chosen.doubted - learned.bias).round(2).tolist(),
        "features": features,
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    path.write_bytes(gzip.compress(text.encode(), mtime=0))
    print(f"{len(features)} features, {path.stat().st_size / 1000:.0f} kB")


def _numbered(names: Sequence[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(names)}


def _told(row: Sequence[int]) -> Iterator[int]:
    for rule, weight in enumerate(row):
        if weight:
            yield from (rule, weight)


if __name__ == "__main__":
    main()
