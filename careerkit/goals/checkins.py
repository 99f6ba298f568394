"""Check-ins: how a goal stood on a day, in one click."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from careerkit.change import (
    Change,
    Ids,
    Stamp,
    archived,
    created,
    present_entry,
    restored_entry,
    updates,
)
from careerkit.errors import InvalidValueError
from careerkit.goals.model import CheckIn, Goal
from careerkit.text import clean_text, is_blank


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInDraft:
    """What a person enters for a check-in: the day, the value of the measure, a note."""

    on: date | None
    value: float | None = None
    note: str = ""


def check_in(
    goals: Mapping[str, Goal],
    checkins: Mapping[str, CheckIn],
    goal_id: str,
    draft: CheckInDraft,
    *,
    ids: Ids,
    stamp: Stamp,
) -> list[Change]:
    """Return the changes that keep a check-in, and give the measure its value when it is the newest.

    A value for a goal without a measure is refused, and so is a check-in that says nothing. Raises
    :class:`~careerkit.errors.InvalidValueError`.
    """
    goal = present_entry(goals, goal_id, noun="goal")
    note = clean_text(draft.note).strip()
    if draft.on is None:
        raise InvalidValueError("Choose the day of the check-in.")
    if draft.value is None and is_blank(note):
        raise InvalidValueError("Give the check-in a number or a note.")
    if draft.value is not None and goal.measure is None:
        raise InvalidValueError("This goal has no measure, so a check-in takes a note and no number.")
    new = CheckIn(id=ids.new(), goal=goal_id, on=draft.on, value=draft.value, note=note)
    changes = [created(new, stamp=stamp)]
    newest = all(it.on <= new.on for it in checkins_of(goal_id, checkins) if it.value is not None)
    if new.value is not None and goal.measure is not None and newest:
        moved = replace(goal, measure=replace(goal.measure, current=new.value))
        changes += updates(goal, moved, stamp=stamp)
    return changes


def checkins_of(goal_id: str, checkins: Mapping[str, CheckIn]) -> list[CheckIn]:
    """Return the check-ins of a goal, the oldest first; archived ones are left out.

    Those of one day keep the order in which they were made.
    """
    own: Iterable[CheckIn] = (it for it in checkins.values() if it.goal == goal_id and not it.archived)
    return sorted(own, key=lambda it: it.on)


def archive_check_in(checkins: Mapping[str, CheckIn], check_in_id: str, *, stamp: Stamp) -> list[Change]:
    """Return the change that puts a check-in away; the measure keeps its present value."""
    return [archived(present_entry(checkins, check_in_id, noun="check-in"), stamp=stamp)]


def restore_check_in(checkins: Mapping[str, CheckIn], check_in_id: str, *, stamp: Stamp) -> list[Change]:
    """Return the change that brings an archived check-in back; nothing when it is already there."""
    return restored_entry(checkins, check_in_id, noun="check-in", stamp=stamp)
