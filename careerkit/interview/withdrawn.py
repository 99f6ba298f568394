"""What an answer was made of and what, since then, should no longer be said."""

from dataclasses import dataclass, replace

from careerkit.aspirations import Aspiration
from careerkit.change import Change, EntryGoneError, Stamp, updates
from careerkit.goals import Goal
from careerkit.interview.actions import answer_to
from careerkit.interview.choice import Plan, is_sayable
from careerkit.interview.model import Answer, Asked
from careerkit.labels import Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """An entry of the plan that may still stand in an answer, and what to do about it."""

    entry_id: str
    sentence: str


def withdrawn(plan: Plan, answer: Answer) -> tuple[Withdrawn, ...]:
    """Return what was brought into an answer and is private or no longer open by now, in the plan's order."""
    if not answer.text:
        return ()
    brought: tuple[Aspiration | Goal, ...] = (
        *(entry for id_, entry in plan.aspirations.items() if id_ in answer.aspirations),
        *(entry for id_, entry in plan.goals.items() if id_ in answer.goals),
    )
    return tuple(
        Withdrawn(entry_id=entry.id, sentence=_sentence(entry)) for entry in brought if not is_sayable(entry)
    )


def take_out(plan: Plan, application_id: str, asked: Asked, entry_id: str, *, stamp: Stamp) -> list[Change]:
    """Note that an answer no longer speaks of an entry; its text stays as it is.

    Raises ``EntryGoneError`` when the answer is gone.
    """
    old = answer_to(plan, application_id, asked)
    if old is None:
        raise EntryGoneError("answer", application_id)
    new = replace(old, aspirations=old.aspirations - {entry_id}, goals=old.goals - {entry_id})
    return updates(old, new, stamp=stamp)


def _sentence(entry: Aspiration | Goal) -> str:
    now = "now private" if entry.mark is Mark.PRIVATE else "no longer open"
    return f"“{entry.title}” is {now}. It may still stand in this answer: compose again or take it out."
