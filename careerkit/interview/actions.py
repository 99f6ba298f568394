"""What can be done to answers: pure functions that return changes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from careerkit.change import Change, Stamp, created, present_entry, updates
from careerkit.errors import InvalidValueError
from careerkit.interview.choice import MOST, Plan
from careerkit.interview.compose import Material, answer_text, compose
from careerkit.interview.frames import FrameSet
from careerkit.interview.model import Answer, Asked, answer_id
from careerkit.text import clean_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a person chose to bring into the answer to one asked's question for one application."""

    application_id: str
    asked: Asked
    aspirations: Sequence[str] = ()
    goals: Sequence[str] = ()
    variant: int = 0


def answer_to(plan: Plan, application_id: str, asked: Asked) -> Answer | None:
    """Return the answer to one asked's question for one application, if there is one."""
    for answer in plan.answers.values():
        if answer.application_id == application_id and answer.asked is asked and not answer.archived:
            return answer
    return None


def is_edited(answer: Answer) -> bool:
    """Say whether the person changed what was composed, or wrote all of it."""
    return bool(answer.text) and answer.text != answer_text(answer.composed)


def compose_answer(
    plan: Plan, choice: Choice, *, frames: FrameSet, today: date, stamp: Stamp
) -> list[Change]:
    """Compose the answer from what was chosen, in place of the one that was there.

    Raises ``InvalidValueError`` when nothing, too much, or something private or gone was chosen, and
    ``EntryGoneError`` when the application is gone.
    """
    material = _material(plan, choice)
    sentences = compose(material, frames=frames, today=today)
    old = answer_to(plan, choice.application_id, choice.asked)
    new = replace(
        old or _blank(choice.application_id, choice.asked),
        aspirations=frozenset(choice.aspirations),
        goals=frozenset(choice.goals),
        composed=sentences,
        text=answer_text(sentences),
        variant=choice.variant,
    )
    return [created(new, stamp=stamp)] if old is None else updates(old, new, stamp=stamp)


def edit_answer(plan: Plan, application_id: str, asked: Asked, text: str, *, stamp: Stamp) -> list[Change]:
    """Keep the text of an answer as the person wrote it, composed before or not.

    Raises ``EntryGoneError`` when the application is gone.
    """
    present_entry(plan.applications, application_id, noun="application")
    old = answer_to(plan, application_id, asked)
    new = replace(old or _blank(application_id, asked), text=clean_text(text).strip())
    if old is None:
        return [created(new, stamp=stamp)] if new.text else []
    return updates(old, new, stamp=stamp)


def _material(plan: Plan, choice: Choice) -> Material:
    if max(len(set(choice.aspirations)), len(set(choice.goals))) > MOST:
        message = f"Bring at most {MOST} of each: an answer of a minute has room for two or three."
        raise InvalidValueError(message)
    known = set(choice.aspirations) <= plan.aspirations.keys() and set(choice.goals) <= plan.goals.keys()
    if not known:
        message = "Something you chose is no longer in your plan. Choose again, please."
        raise InvalidValueError(message)
    return Material(
        asked=choice.asked,
        application=present_entry(plan.applications, choice.application_id, noun="application"),
        aspirations=[plan.aspirations[id_] for id_ in dict.fromkeys(choice.aspirations)],
        goals=[plan.goals[id_] for id_ in dict.fromkeys(choice.goals)],
        variant=choice.variant,
    )


def _blank(application_id: str, asked: Asked) -> Answer:
    return Answer(id=answer_id(application_id, asked), application_id=application_id, asked=asked)
