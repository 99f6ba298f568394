"""What a finished review shows."""

from dataclasses import dataclass

from careerkit.review.model import Review
from careerkit.text import is_blank


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordEntry:
    """One step of a record: what it asked, what the plan said that day, and the answer (empty: skipped)."""

    title: str
    asks: str
    facts: tuple[str, ...]
    answer: str


def record_entries(review: Review) -> tuple[RecordEntry, ...]:
    """Return a record step by step, in the order of the checklist it was made with."""
    return tuple(
        RecordEntry(
            title=step.title,
            asks=step.asks,
            facts=tuple(review.facts.get(step.id, ())),
            answer="" if is_blank(answer := review.answers.get(step.id, "")) else answer,
        )
        for step in review.steps
    )
