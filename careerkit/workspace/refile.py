"""An entry that reads like the other kind: a goal becomes an aspiration, or an aspiration a goal.

It keeps its id, so what points at it still means it (see :mod:`careerkit.workspace.served`). The old entry is
archived with all that the other kind has no place for, and comes back with it when it is re-filed back.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final, TypeVar

from careerkit.aspirations import Aspiration
from careerkit.change import Change, Stamp, archived, created, present_entry, restored, updates
from careerkit.errors import InvalidValueError
from careerkit.goals import Goal
from careerkit.text import clean_line
from careerkit.workspace.model import Workspace

AS_ASPIRATION: Final = "Re-filed as an aspiration: it reads like a direction."
AS_GOAL: Final = "Re-filed as a goal: it reads like a destination."
"""Reasons that go into the history when a person gives none."""

F = TypeVar("F", bound=Aspiration | Goal)


def refile_as_aspiration(plan: Workspace, goal_id: str, *, stamp: Stamp, reason: str = "") -> list[Change]:
    """Return the changes that make a goal an aspiration, with its title, why, needs and mark.

    Measure, date, links and the rest of the goal stay with the archived goal. Raises
    :class:`~careerkit.change.EntryGoneError` when there is no such goal, and
    :class:`~careerkit.errors.InvalidValueError` when there is such an aspiration already.
    """
    goal = present_entry(plan.goals, goal_id, noun="goal")
    new = Aspiration(id=goal.id, title=goal.title, why=goal.why, needs=goal.needs, mark=goal.mark)
    reason = clean_line(reason) or AS_ASPIRATION
    _require_free(plan.aspirations, new, noun="an aspiration")
    return [*_taken_in(plan.aspirations, new, stamp, reason), archived(goal, stamp=stamp, reason=reason)]


def refile_as_goal(plan: Workspace, aspiration_id: str, *, stamp: Stamp, reason: str = "") -> list[Change]:
    """Return the changes that make an aspiration a goal, with its title, why, needs and mark.

    It is an idea without a date, unless it was a goal before: then it is that goal again. Path, levels and
    steps stay with the archived aspiration. Raises :class:`~careerkit.change.EntryGoneError` when there is no
    such aspiration, and :class:`~careerkit.errors.InvalidValueError` when there is such a goal already.
    """
    old = present_entry(plan.aspirations, aspiration_id, noun="aspiration")
    new = Goal(id=old.id, title=old.title, why=old.why, needs=old.needs, mark=old.mark)
    reason = clean_line(reason) or AS_GOAL
    _require_free(plan.goals, new, noun="a goal")
    return [*_taken_in(plan.goals, new, stamp, reason), archived(old, stamp=stamp, reason=reason)]


def _taken_in(entries: Mapping[str, F], new: F, stamp: Stamp, reason: str) -> list[Change]:
    old = entries.get(new.id)
    if old is None:
        return [created(new, stamp=stamp, reason=reason)]
    worded: F = replace(old, title=new.title, why=new.why, needs=new.needs, mark=new.mark)
    return [*updates(old, worded, stamp=stamp, reason=reason), restored(worded, stamp=stamp, reason=reason)]


def _require_free(entries: Mapping[str, F], new: F, *, noun: str) -> None:
    """Refuse when both are present, as after a restore by hand: neither may overwrite the other unseen."""
    old = entries.get(new.id)
    if old is not None and not old.archived:
        raise InvalidValueError(f"“{old.title}” is there as {noun} already. Archive one of the two instead.")
