"""An aspiration is never finished: it is raised, stepped down from, moved sideways, or retired."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from careerkit.aspirations.model import Aspiration, LevelStep, StepKind
from careerkit.change import Change, Stamp, archived, present_entry, require_member, updates
from careerkit.errors import InvalidValueError
from careerkit.text import clean_line, clean_text, require_text


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelDraft:
    """What a person enters for a change of level: the ``level`` they are on now, the next one, and why."""

    kind: str
    level: str
    next_level: str = ""
    reason: str = ""


def change_level(
    aspirations: Mapping[str, Aspiration], aspiration_id: str, draft: LevelDraft, *, stamp: Stamp
) -> list[Change]:
    """Return the change that moves an aspiration to another level; what it was before stays in its steps.

    Raises :class:`~careerkit.errors.InvalidValueError` without a level or a reason, when the level is the one
    it has, and for a kind that is no change of level.
    """
    old = present_entry(aspirations, aspiration_id, noun="aspiration")
    kind = require_member(StepKind, draft.kind, noun="change of level")
    if kind is StepKind.RETIRE:
        raise InvalidValueError("Retiring an aspiration is no change of level. Please choose again.")
    level = clean_line(draft.level)
    require_text(level, ask="Name the level that you are on from now.")
    if level == old.level:
        raise InvalidValueError(f"“{level}” is the level you have already. Name the one that follows.")
    new = replace(
        old,
        level=level,
        next_level=clean_line(draft.next_level),
        steps=(*old.steps, _step(kind, old.level, level, draft.reason, stamp)),
    )
    return updates(old, new, stamp=stamp, reason=new.steps[-1].reason)


def retire_aspiration(
    aspirations: Mapping[str, Aspiration], aspiration_id: str, *, reason: str, stamp: Stamp
) -> list[Change]:
    """Return the changes that put an aspiration away for good reason; goals keep their link to it.

    Raises :class:`~careerkit.errors.InvalidValueError` without a reason.
    """
    old = present_entry(aspirations, aspiration_id, noun="aspiration")
    step = _step(StepKind.RETIRE, old.level, old.level, reason, stamp)
    new = replace(old, steps=(*old.steps, step))
    return [
        *updates(old, new, stamp=stamp, reason=step.reason),
        archived(new, stamp=stamp, reason=step.reason),
    ]


def _step(kind: StepKind, before: str, after: str, reason: str, stamp: Stamp) -> LevelStep:
    reason = clean_text(reason).strip()
    require_text(reason, ask="Say why, in a few words: in a year you will want to know.")
    return LevelStep(kind=kind, before=before, after=after, reason=reason, at=stamp.at)
