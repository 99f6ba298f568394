"""Measures the answer review: ``python -m training.evaluate [files…]``.

Prints, for each file of labelled answers, precision, recall and F1 of each rule, and of all together: strict,
and fair, where a borderline label (``also_ok``) counts neither as false nor as missed. Then how many clean
answers were flagged, and the time an answer takes.
"""

import statistics
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from careerkit.interview import Severity, review_answer
from careerkit.interview.rules import IDS
from training.records import labelled

_DATA: Final = Path(__file__).parents[1] / "tests" / "data"
SETS: Final = ("answers-dev.jsonl", "answers-second-hard.jsonl", "answers-second-typical.jsonl")
_TURNS: Final = 20
SIX_SENTENCES: Final = (
    "After school I trained as an accountant, and I like explaining numbers more than adding them up. "
    "In the next three to five years I would like to become someone you trust with the difficult clients. "
    "To get there I want to finish my exams and learn how your advisory team works. "
    "Your plan to open a second branch interests me, because I like building things carefully. "
    "I do not need a title for that, and I am not looking for a place to start my own business. "
    "What you would get is somebody reliable who stays, asks questions and helps juniors to grow."
)


@dataclass(slots=True)
class Tally:
    """What was right, wrong and missed, by rule."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)

    def add(self, found: frozenset[str], labels: frozenset[str]) -> None:
        """Count one answer."""
        self.right.update(found & labels)
        self.wrong.update(found - labels)
        self.missed.update(labels - found)

    def row(self, rules: Sequence[str]) -> str:
        """Return precision, recall, F1 and support of some rules together, each from 0 to 1."""
        right = sum(self.right[rule] for rule in rules)
        found = right + sum(self.wrong[rule] for rule in rules)
        labels = right + sum(self.missed[rule] for rule in rules)
        precision, recall = right / max(1, found), right / max(1, labels)
        f1 = 2 * right / max(1, found + labels)
        return f"{precision:9.2f} {recall:6.2f} {f1:6.3f} {labels:6d}"


def main(paths: Sequence[Path]) -> None:
    """Print the measures of each file."""
    for path in paths:
        _measure(path)
    print(f"\nA six-sentence answer takes {_milliseconds([SIX_SENTENCES] * _TURNS):.1f} ms.")


def found_in(text: str) -> frozenset[str]:
    """Return the rules that the review finds broken in a text."""
    return frozenset(
        finding.rule for finding in review_answer(text).findings if finding.severity is Severity.RED_FLAG
    )


def _measure(path: Path) -> None:
    answers = labelled([path])
    strict, fair = Tally(), Tally()
    flagged = 0
    for answer in answers:
        found = found_in(answer.text)
        strict.add(found, answer.labels)
        fair.add(found - answer.also_ok, answer.labels)
        flagged += answer.is_clean and bool(found - answer.also_ok)
    clean = sum(answer.is_clean for answer in answers)
    print(f"\n{path.name}: {len(answers)} answers, {clean} of them clean")
    print(f"{'':18}precision recall     F1      n")
    for rule in IDS:
        print(f"{rule:18}{fair.row([rule])}")
    print(f"{'all, strict':18}{strict.row(IDS)}")
    print(f"{'all, fair':18}{fair.row(IDS)}")
    print(f"clean answers flagged: {flagged} ({flagged / max(1, clean):.1%})")
    print(f"time per answer: {_milliseconds([answer.text for answer in answers]):.1f} ms (median)")


def _milliseconds(texts: Sequence[str]) -> float:
    """Return how long the review of a text takes, the median of several."""
    review_answer(texts[0])
    taken = []
    for text in texts:
        start = time.perf_counter()
        review_answer(text)
        taken.append(time.perf_counter() - start)
    return 1_000 * statistics.median(taken)


if __name__ == "__main__":
    named = [Path(name) for name in sys.argv[1:]]
    main(named or [_DATA / name for name in SETS if (_DATA / name).exists()])
