"""Comparisons to test with: begun, answered one question after the other, changed as a store does it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, TypeAlias

from hypothesis import settings
from hypothesis import strategies as st

from careerkit.change import Action, Actor, Change, Stamp, merged, plain_entity
from careerkit.needs import CHECKS, Assessment, Mode, PairAnswer, SetChoice, Turn, next_question, next_set
from careerkit.store.codec import entity_of
from careerkit.workspace import KINDS

START = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
SEEDS = st.integers(min_value=0, max_value=2**32 - 1)
COUNTS = st.integers(min_value=7, max_value=10)

some = settings(max_examples=25, deadline=None)
"""For a property of whole comparisons: each example asks and answers up to 47 questions."""

Keep: TypeAlias = Callable[[str, str], str | None]
"""Which of two needs, left and right, a person keeps."""


class Counting:
    """Ids in the order in which they were asked for."""

    def __init__(self) -> None:
        self.given = 0

    def new(self) -> str:
        self.given += 1
        return f"id-{self.given}"


def stamp(minute: int = 0) -> Stamp:
    return Stamp(by=Actor(id="me", name="Me"), at=START + timedelta(minutes=minute))


def needs(count: int) -> tuple[str, ...]:
    return tuple(f"need-{number}" for number in range(count))


def begun(count: int = 8, seed: int = 1, *, checks: int = CHECKS, mode: Mode = Mode.PAIRS) -> Assessment:
    checks = checks if mode is Mode.PAIRS else 0
    return Assessment(id="x", needs=needs(count), seed=seed, started_at=START, mode=mode, checks=checks)


def left(left: str, _right: str) -> str:
    return left


def neither(_left: str, _right: str) -> None:
    return None


def in_order(one: str, other: str) -> str:
    """Keep the need with the smaller number: what somebody does whose needs stand in an order."""
    return min(one, other, key=lambda need: int(need.removeprefix("need-")))


def drawn(data: st.DataObject, *, ties: bool = True) -> Keep:
    """Keep what chance says."""
    numbers = iter(data.draw(st.lists(st.integers(0, 2 if ties else 1), min_size=50, max_size=50)))
    return lambda one, other: (one, other, None)[next(numbers)]


def answered(assessment: Assessment, count: int | None = None, keep: Keep = left) -> Assessment:
    """Answer so many questions (all of them, unless a number is given), a minute apart."""
    newest = max((it.at for it in assessment.answers.values()), default=START)
    for minute in range(1, 1 + (count or 1_000)):
        question = next_question(assessment)
        if question is None:
            break
        kept, at = keep(question.left, question.right), newest + timedelta(minutes=minute)
        answer = PairAnswer(left=question.left, right=question.right, kept=kept, at=at)
        field = "repeats" if question.turn is Turn.ONCE_MORE else "answers"
        changed: dict[str, Any] = {
            field: {**getattr(assessment, field), answer.key: answer},
            "again": assessment.again - {answer.key},
        }
        assessment = replace(assessment, **changed)
    return (
        replace(assessment, finished_at=assessment.finished_at or stamp(99).at) if not count else assessment
    )


def chosen(assessment: Assessment, rank: Callable[[str], int], count: int | None = None) -> Assessment:
    """Choose in so many fours (all, unless a number is given) by a rank, the least of it first."""
    for minute in range(1, 1 + (count or 1_000)):
        four = next_set(assessment)
        if four is None:
            break
        best, *_, worst = sorted(four, key=rank)
        choice = SetChoice(needs=four, best=best, worst=worst, at=stamp(minute).at)
        assessment = replace(assessment, choices={**assessment.choices, choice.key: choice})
    return replace(assessment, finished_at=stamp(99).at) if not count else assessment


def asked_four(assessment: Assessment) -> tuple[str, str, str, str]:
    """Return the four needs that are asked about next; there must be some."""
    four = next_set(assessment)
    assert four is not None
    return four


def after(stored: Any, changes: Sequence[Change]) -> Any:  # noqa: ANN401 - an entity of any kind, or None
    """Return what a store has after the changes: merged into the plain values, and checked as a whole."""
    for change in changes:
        fields = merged(KINDS[change.kind], None if stored is None else plain_entity(stored), change)
        stored = entity_of(change.kind, fields or {}) if change.action is not Action.REMOVE else None
    return stored
