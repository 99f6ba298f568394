"""Composing again without losing what a person wrote."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from careerkit.interview.brought import Choice, material_of
from careerkit.interview.choice import Plan, sayable_aspirations, sayable_goals, sayable_strengths
from careerkit.interview.compose import Fresh, fresh, keys_of
from careerkit.interview.frames import FrameSet
from careerkit.interview.model import Answer, Application, Sentence
from careerkit.interview.standing import places

_NOTHING: Final = Fresh(sentences=(), possible={})


def fresh_of(plan: Plan, answer: Answer, *, frames: FrameSet, today: date) -> Fresh:
    """Return what would be composed today of what was brought into an answer and can still be said.

    Nothing, when none of it can be said any more or the application is gone.
    """
    application = plan.applications.get(answer.application_id)
    if application is None or application.archived:
        return _NOTHING
    return fresh_for(plan, answer, application, frames=frames, today=today)


def fresh_for(
    plan: Plan, answer: Answer, application: Application, *, frames: FrameSet, today: date
) -> Fresh:
    """Return what would be composed for ``application``, perhaps another; see :func:`fresh_of`."""
    choice = Choice(
        application_id=application.id,
        asked=answer.asked,
        aspirations=[id_ for id_ in sayable_aspirations(plan, application) if id_ in answer.aspirations],
        goals=[id_ for id_ in sayable_goals(plan, application) if id_ in answer.goals],
        strengths=[id_ for id_ in sayable_strengths(plan, application) if id_ in answer.strengths],
        needs=sorted(answer.needs),
        seconds=answer.seconds,
        variant=answer.variant,
    )
    material = material_of(plan, choice, application, frames=frames)
    return fresh(material, frames=frames, today=today) if material.entries else _NOTHING


def with_edits(answer: Answer, sentences: Sequence[Sentence]) -> str:
    """Return ``sentences`` as a text that keeps what the person wrote into the answer.

    An edited sentence stays as it was edited while its source is still there; the person's own sentences
    stay behind the one they followed, or at the end when that one is gone.
    """
    keys = keys_of(answer.composed)
    edited: dict[object, str] = {}
    own: dict[object, list[str]] = {}
    last: object = None
    for place in places(answer):
        said = answer.text[place.start : place.end]
        if place.nth is None:
            own.setdefault(last, []).append(said)
            continue
        last = keys[place.nth]
        if place.edited:
            edited[last] = said
    said_now: list[str] = own.pop(None, [])
    for key, sentence in zip(keys_of(sentences), sentences, strict=True):
        said_now += [edited.get(key, sentence.text), *own.pop(key, [])]
    left_over = [said for words in own.values() for said in words]
    return " ".join([*said_now, *left_over])
