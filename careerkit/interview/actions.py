"""What can be done to answers: pure functions that return changes."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from careerkit.change import Change, Stamp, created, present_entry, updates
from careerkit.interview.brought import Choice, material_of
from careerkit.interview.choice import Plan, require_sayable
from careerkit.interview.compose import answer_text, compose
from careerkit.interview.frames import FrameSet
from careerkit.interview.model import Answer, Asked, Sentence, answer_id
from careerkit.interview.recompose import with_edits
from careerkit.text import clean_text


def answer_to(plan: Plan, application_id: str, asked: Asked) -> Answer | None:
    """Return the answer to one asked's question for one application, if there is one."""
    for answer in plan.answers.values():
        if answer.application_id == application_id and answer.asked is asked and not answer.archived:
            return answer
    return None


def is_edited(answer: Answer) -> bool:
    """Say whether the person changed what was composed, or wrote all of it."""
    return bool(answer.text) and answer.text != answer_text(answer.composed)


def bring(plan: Plan, choice: Choice, *, stamp: Stamp) -> list[Change]:
    """Keep what a person chose to bring into an answer, before it is composed or after.

    Raises ``EntryGoneError`` when the application is gone, ``InvalidValueError`` for what must not be said.
    """
    application = present_entry(plan.applications, choice.application_id, noun="application")
    for id_ in choice.aspirations:
        require_sayable(present_entry(plan.aspirations, id_, noun="aspiration"), application)
    for id_ in choice.goals:
        require_sayable(present_entry(plan.goals, id_, noun="goal"), application)
    for id_ in choice.strengths:
        require_sayable(present_entry(plan.strengths, id_, noun="strength"), application)
    old = answer_to(plan, choice.application_id, choice.asked)
    new = _with_choice(old or _blank(choice.application_id, choice.asked), choice)
    return [created(new, stamp=stamp)] if old is None else updates(old, new, stamp=stamp)


def compose_answer(
    plan: Plan, choice: Choice, *, frames: FrameSet, today: date, stamp: Stamp
) -> list[Change]:
    """Compose the answer from what was chosen, in place of the one that was there.

    What the person wrote or edited stays, see :func:`~careerkit.interview.recompose.with_edits`. Raises
    ``InvalidValueError`` when nothing, too much, or something private or gone was chosen, and
    ``EntryGoneError`` when the application is gone.
    """
    application = present_entry(plan.applications, choice.application_id, noun="application")
    material = material_of(plan, choice, application, frames=frames)
    sentences = compose(material, frames=frames, today=today)
    old = answer_to(plan, choice.application_id, choice.asked)
    new = replace(
        _with_choice(old or _blank(choice.application_id, choice.asked), choice),
        composed=sentences,
        text=with_edits(old, sentences) if old and old.composed else _after(old, sentences),
        variant=choice.variant,
        seconds=choice.seconds,
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


def _blank(application_id: str, asked: Asked) -> Answer:
    return Answer(id=answer_id(application_id, asked), application_id=application_id, asked=asked)


def _with_choice(answer: Answer, choice: Choice) -> Answer:
    return replace(
        answer,
        aspirations=frozenset(choice.aspirations),
        goals=frozenset(choice.goals),
        strengths=frozenset(choice.strengths),
        needs=frozenset(choice.needs),
    )


def _after(old: Answer | None, sentences: Sequence[Sentence]) -> str:
    """Return composed sentences behind what the person wrote before anything was composed."""
    written = old.text if old else ""
    return f"{written}\n\n{answer_text(sentences)}" if written else answer_text(sentences)
