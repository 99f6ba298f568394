"""The facts of how a person is doing: what they need, how far it is met, and what they took along."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from careerkit.needs import (
    Mode,
    Rating,
    largest_moves,
    latest_ratings,
    latest_result,
    made_at,
    need_order,
    results,
)
from careerkit.review.model import Review
from careerkit.review.year_in_plan import Facts, YearInPlan, in_brief
from careerkit.text import is_blank
from careerkit.words import counted, day_in_words, number_in_words, ordinal

BALANCE_NEED: Final = "balance"
"""The id of the need for balance, as the catalogue of needs has it."""
RANKS_SHOWN: Final = 3
"""Up to this rank, a need is among the first."""
LESSONS_STEP: Final = "lessons"
"""The id of the step that asks for lessons, as the checklist has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierAnswer:
    """What the record of an earlier ``year`` answered; ``private`` when it is never to be shared."""

    year: int
    text: str
    private: bool


def last_record(reviews: Mapping[str, Review], year: int) -> Review | None:
    """Return the finished review of the latest year before ``year``, or ``None`` when there is none."""
    earlier = [it for it in reviews.values() if it.finished_on and not it.archived and it.year < year]
    return max(earlier, key=lambda review: review.year, default=None)


def last_answer(reviews: Mapping[str, Review], year: int, step_id: str) -> EarlierAnswer | None:
    """Return what the last record before ``year`` answered to a step; ``None`` when it did not."""
    record = last_record(reviews, year)
    text = record.answers.get(step_id, "") if record else ""
    if record is None or is_blank(text):
        return None
    return EarlierAnswer(year=record.year, text=text, private=step_id in record.private)


def need_facts(plan: YearInPlan) -> Facts:
    """Return the order of the needs by the newest comparison, and what moved most since the one before."""
    found = results(plan.assessments)
    if not found:
        return (
            "You have not compared your needs yet. For today, name the two or three you would not give up.",
        )
    pairs = found[0].mode is Mode.PAIRS
    kept, noun = ("kept", ("pair", "pairs")) if pairs else ("kept first", ("set of four", "sets of four"))
    lines = (
        f"{standing.rank}. {plan.need_names.get(standing.need, standing.need)}, "
        f"{kept} in {number_in_words(standing.kept)} of {counted(standing.of, *noun)}"
        for standing in need_order(found[0])
    )
    head = f"Your order on {day_in_words(plan.day_of(made_at(found[0])))}:"
    return (head, *lines, *(_moves(plan) if len(found) > 1 else ()))


def satisfaction_facts(plan: YearInPlan) -> Facts:
    """Return how far the first needs are met, and how far they were at the last record.

    The needs are those that the newest comparison puts first, or, without one, all that were rated.
    """
    newest, now = latest_result(plan.assessments), latest_ratings(plan.satisfactions)
    if not now:
        return ("You have not said yet how well your needs are met. For today, think of an ordinary week.",)
    if newest is None:
        return ("How far your needs are met, from 0 to 10:", *(_rated(need, plan) for need in now))
    return (
        "How far your first needs are met, from 0 to 10:",
        *(_rated(it.need, plan) for it in need_order(newest) if it.rank <= RANKS_SHOWN),
    )


def balance_facts(plan: YearInPlan) -> Facts:
    """Return how far the need for balance is met, from 0 to 10, and which years ahead hold a lot."""
    full = [
        f"A lot comes together in {year}: the weights of what is open add up to {load}."
        for year, load in sorted(plan.full_years.items())
    ]
    if BALANCE_NEED in latest_ratings(plan.satisfactions):
        return ("How far it is met, from 0 to 10:", _rated(BALANCE_NEED, plan), *full)
    name = plan.need_names.get(BALANCE_NEED, "Balance")
    return (f"You have not rated {name} yet. For today, think of your last free evening.", *full)


def lesson_facts(plan: YearInPlan) -> Facts:
    """Return the lesson of the last record, unless it is kept private."""
    record = last_record(plan.reviews, plan.year)
    if record is None:
        return ("This is your first review. What you write here will stand beside the question next time.",)
    answer = last_answer(plan.reviews, plan.year, LESSONS_STEP)
    if answer is None:
        return (f"In the review of {record.year} you left this open.",)
    if answer.private:
        return (f"What you took along from {answer.year} is kept private; it stands in that review.",)
    return (f"What you took along from {answer.year}:", " ".join(answer.text.split()))


def _moves(plan: YearInPlan) -> Iterator[str]:
    newer, older = results(plan.assessments)[:2]
    since = day_in_words(plan.day_of(made_at(older)))
    lines = [
        f"{plan.need_names.get(move.need, move.need)}, from {ordinal(move.before.rank)} "
        f"to {ordinal(move.after.rank)}"
        for move in largest_moves(older, newer)
        if move.before and move.after and move.before.rank != move.after.rank
    ]
    yield f"What moved most since {since}:" if lines else f"It has hardly moved since {since}."
    yield from lines


def _rated(need: str, plan: YearInPlan) -> str:
    """Return how far a need is met, with the day, and how far it was at the last record.

    Without a record, that is how far it was when the year began.
    """
    name = plan.need_names.get(need, need)
    now = latest_ratings(plan.satisfactions).get(need)
    if now is None:
        return f"{name}: not rated yet"
    record = last_record(plan.reviews, plan.year)
    until = record.finished_on if record and record.finished_on else date(plan.year - 1, 12, 31)
    known = {id_: it for id_, it in plan.satisfactions.items() if it.on <= until}
    then = latest_ratings(known).get(need)
    told = f"{name}: {_on_day(now, plan)}"
    if then is None or then.at == now.at:
        return told
    when = f"at the review of {record.year}" if record else f"before {plan.year}"
    return f"{told} · {when}: {_on_day(then, plan)}"


def _on_day(rating: Rating, plan: YearInPlan) -> str:
    note = f", “{in_brief(rating.note)}”" if not is_blank(rating.note) else ""
    return f"{rating.value} ({day_in_words(plan.day_of(rating.at))}{note})"
