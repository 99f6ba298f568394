"""Composing again without losing what a person wrote."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from careerkit.interview.brought import Choice, material_of
from careerkit.interview.choice import Plan, sayable_aspirations, sayable_goals, sayable_strengths
from careerkit.interview.compose import Fresh, Key, fresh, keys_of
from careerkit.interview.frames import FrameSet
from careerkit.interview.model import Answer, Application, Origin, Sentence
from careerkit.interview.standing import places, sentence_at

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

    An edited sentence stands for the new one of the same source; the person's own sentences stay behind the
    one they followed. What has no place any more stands at the end: no word of theirs is lost.
    """
    fresh_keys = keys_of(sentences)
    keys = _keys_today(answer.composed, sentences)
    edited: dict[Key | None, str] = {}
    own: dict[Key | None, list[str]] = {}
    last: Key | None = None
    for place in places(answer):
        said = answer.text[place.start : place.end]
        sentence = sentence_at(answer, place)
        if sentence is None or sentence.origin is Origin.OWN:
            own.setdefault(last, []).append(said)
            continue
        key = keys[place.nth or 0]
        last = key if key in fresh_keys else last
        if place.edited and key in fresh_keys and key not in edited:
            edited[key] = said
        elif place.edited:
            own.setdefault(last, []).append(said)
    said_now: list[str] = own.pop(None, [])
    for key, sentence in zip(fresh_keys, sentences, strict=True):
        said_now += [edited.get(key, sentence.text), *own.pop(key, [])]
    return " ".join(said_now)


def _keys_today(composed: Sequence[Sentence], sentences: Sequence[Sentence]) -> list[Key]:
    """Return a key for each sentence composed before; one without a section has that of its source today."""
    today = [*zip(keys_of(sentences), sentences, strict=True)]
    by_source = {(it.origin, it.source_id): key for key, it in reversed(today)}
    return [
        key if it.section else by_source.get((it.origin, it.source_id), key)
        for key, it in zip(keys_of(composed), composed, strict=True)
    ]
