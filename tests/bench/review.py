"""What the review of an answer costs, as the answer grows.

Run it with ``python -m tests.bench.review``. It prints medians and ratios and asserts nothing.
"""

import statistics
import time

from careerkit.interview import review_answer
from careerkit.interview.learned import weights
from careerkit.interview.rules import rule_set
from training.evaluate import SIX_SENTENCES

SIZES = (100, 1_000, 10_000)
TURNS = 9


def main() -> None:
    start = time.perf_counter()
    rule_set()
    weights()
    say(f"Rules and weights are read once, in {time.perf_counter() - start:.2f} s.")
    smallest = 0.0
    for size in SIZES:
        taken = milliseconds(text_of(size))
        smallest = smallest or taken / size
        say(f"{size:>6} words: {taken:8.1f} ms, {taken / size / smallest:.2f} of the smallest, by the word")
    say(f"Six sentences: {milliseconds(SIX_SENTENCES):.1f} ms")


def say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - what it is for


def text_of(size: int) -> str:
    words = SIX_SENTENCES.split()
    return " ".join(words[at % len(words)] for at in range(size))


def milliseconds(text: str) -> float:
    review_answer(text)
    taken = []
    for _ in range(TURNS):
        start = time.perf_counter()
        review_answer(text)
        taken.append(time.perf_counter() - start)
    return 1_000 * statistics.median(taken)


if __name__ == "__main__":
    main()
