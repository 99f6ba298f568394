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
from training.thresholds import f1, flagged, thresholds

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
    chosen = thresholds(scores, answers)
    print(
        f"On hands not learned from: F1 {f1(scores, answers, chosen):.3f}, "
        f"clean answers flagged {flagged(scores, answers, chosen):.1%}"
    )
    names, learned = learned_from(answers)
    write(OUTPUT, names, learned, chosen)


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
    """Return the column of each feature, and what was learned with the ones that weigh most."""
    seen = Counter(name for row in answers.rows for name in row)
    names = _numbered(sorted(name for name, times in seen.items() if times >= SEEN_LEAST))
    learned = learn(answers.matrix(names), answers)
    worth = np.abs(learned.weights).max(axis=1) * np.sqrt([seen[name] for name in names])
    kept = _numbered(
        sorted(np.array(list(names))[np.argsort(-worth, kind="stable")[:MOST_FEATURES]].tolist())
    )
    return kept, learn(answers.matrix(kept), answers)


def write(path: Path, names: dict[str, int], learned: Learned, chosen: Floats) -> None:
    """Write the weights as the review reads them."""
    rows = zip(names, np.rint(learned.weights / UNIT).astype(int), strict=True)
    features = {name: list(_told(row.tolist())) for name, row in rows if row.any()}
    limits = [round(float(limit), 2) for limit in chosen - learned.bias]
    data = {"rules": IDS, "unit": UNIT, "thresholds": limits, "features": features}
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
