"""A second application that begins with the answers of a first one, aligned with its own company and role."""

import re
from dataclasses import replace
from datetime import date

from careerkit.change import Change, Stamp, created, present_entry
from careerkit.interview.choice import Plan, sayable_aspirations, sayable_goals, sayable_strengths
from careerkit.interview.frames import FrameSet
from careerkit.interview.model import Answer, Application, answer_id
from careerkit.interview.recompose import fresh_for, with_edits
from careerkit.interview.roles import spoken_role


def duplicate(
    plan: Plan, application_id: str, new: Application, *, frames: FrameSet, today: date, stamp: Stamp
) -> list[Change]:
    """Return the changes that begin the application ``new`` with the answers of another one.

    What was composed is composed anew for the new company and role; what the person wrote stays, with the
    names of the old company and role replaced. What a role gives towards each aspiration is taken along;
    research on the old company, marks that were turned for it, silenced rules and takes are not. Raises
    ``EntryGoneError`` when the application is gone.
    """
    old = present_entry(plan.applications, application_id, noun="application")
    begun = replace(new, gives=old.gives)
    copied = [
        _copied(plan, answer, (old, begun), frames=frames, today=today)
        for answer in plan.answers.values()
        if answer.application_id == old.id and answer.text and not answer.archived
    ]
    return [created(begun, stamp=stamp), *(created(answer, stamp=stamp) for answer in copied)]


def _copied(
    plan: Plan,
    answer: Answer,
    both: tuple[Application, Application],
    *,
    frames: FrameSet,
    today: date,
) -> Answer:
    old, new = both
    sayable = (
        sayable_aspirations(plan, new).keys(),
        sayable_goals(plan, new).keys(),
        sayable_strengths(plan, new).keys(),
    )
    aspirations, goals, strengths = (
        frozenset(ids & can)
        for ids, can in zip((answer.aspirations, answer.goals, answer.strengths), sayable, strict=True)
    )
    copy = replace(
        answer,
        id=answer_id(new.id, answer.asked),
        application_id=new.id,
        aspirations=aspirations,
        goals=goals,
        strengths=strengths,
        silences=(),
    )
    fresh = fresh_for(plan, copy, new, frames=frames, today=today)
    said = with_edits(answer, fresh.sentences) if answer.composed else answer.text
    return replace(copy, composed=fresh.sentences, text=_renamed(said, old, new, frames))


def _renamed(text: str, old: Application, new: Application, frames: FrameSet) -> str:
    """Return ``text`` with the names of the old company and role replaced, wherever they stand as words."""
    roles = (spoken_role(old.role, frames.words), spoken_role(new.role, frames.words))
    for was, now in ((old.company, new.company), (old.role, new.role), roles):
        text = re.sub(rf"(?<!\w){re.escape(was)}(?!\w)", now.replace("\\", r"\\"), text)
    return text
