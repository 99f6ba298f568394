"""What can be done with goals."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from careerkit.aspirations import Aspiration
from careerkit.change import (
    Change,
    Ids,
    Stamp,
    archived,
    created,
    kept_links,
    present_entry,
    present_ids,
    require_member,
    restored_entry,
    updates,
)
from careerkit.goals.model import Goal, GoalStatus, Measure
from careerkit.labels import Mark
from careerkit.text import clean_line, clean_text


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalDraft:
    """What a person enters for a goal."""

    title: str
    why: str = ""
    first_step: str = ""
    measure: Measure | None = None
    due: date | None = None
    aspirations: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    status: GoalStatus = GoalStatus.IDEA
    mark: Mark = Mark.SAY


def add_goal(
    draft: GoalDraft,
    *,
    aspirations: Mapping[str, Aspiration],
    needs: Collection[str],
    ids: Ids,
    stamp: Stamp,
) -> list[Change]:
    """Return the change that adds a goal. ``needs`` are the ids of the needs that exist.

    Raises :class:`~careerkit.errors.InvalidValueError` for a missing title, a status that asks for a date
    when there is none, and links to aspirations or needs that are not there.
    """
    bare = Goal(id=ids.new(), title=clean_line(draft.title))
    return [created(_filled(bare, draft, aspirations, needs), stamp=stamp)]


def edit_goal(
    goals: Mapping[str, Goal],
    goal_id: str,
    draft: GoalDraft,
    *,
    aspirations: Mapping[str, Aspiration],
    needs: Collection[str],
    stamp: Stamp,
) -> list[Change]:
    """Return what brings a stored goal in line with ``draft``; nothing when they are alike.

    Links to archived aspirations and to needs that were not on offer stay as they are.
    """
    old = present_entry(goals, goal_id, noun="goal")
    return updates(old, _filled(old, draft, aspirations, needs), stamp=stamp)


def move_goal(goals: Mapping[str, Goal], goal_id: str, status: str, *, stamp: Stamp) -> list[Change]:
    """Return the change that gives a goal another status; nothing when it has it already.

    Raises :class:`~careerkit.errors.InvalidValueError` for an unknown status, and when a goal without a date
    would become more than an idea.
    """
    old = present_entry(goals, goal_id, noun="goal")
    new = replace(old, status=require_member(GoalStatus, status, noun="status"))
    return updates(old, new, stamp=stamp)


def archive_goal(goals: Mapping[str, Goal], goal_id: str, *, stamp: Stamp) -> list[Change]:
    """Return the change that puts a goal away; milestones that serve it keep their link."""
    return [archived(present_entry(goals, goal_id, noun="goal"), stamp=stamp)]


def restore_goal(goals: Mapping[str, Goal], goal_id: str, *, stamp: Stamp) -> list[Change]:
    """Return the change that brings an archived goal back; nothing when it is already there."""
    return restored_entry(goals, goal_id, noun="goal", stamp=stamp)


def _filled(
    old: Goal, draft: GoalDraft, aspirations: Mapping[str, Aspiration], needs: Collection[str]
) -> Goal:
    measure = draft.measure
    if measure is not None:
        measure = replace(measure, unit=clean_line(measure.unit))
    return replace(
        old,
        title=clean_line(draft.title),
        why=clean_text(draft.why).strip(),
        first_step=clean_text(draft.first_step).strip(),
        measure=measure,
        due=draft.due,
        aspirations=kept_links(
            draft.aspirations, present_ids(aspirations), old.aspirations, noun="aspiration"
        ),
        needs=kept_links(draft.needs, needs, old.needs, noun="need"),
        status=require_member(GoalStatus, draft.status, noun="status"),
        mark=require_member(Mark, draft.mark, noun="mark"),
    )
