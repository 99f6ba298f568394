"""What can be done with goals."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from careerkit.aspirations import Aspiration, EntryGoneError, Mark, require_known, require_member
from careerkit.change import Change, Ids, Stamp, archived, created, restored, updates
from careerkit.goals.model import Goal, GoalStatus, Measure
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
    old = present_goal(goals, goal_id)
    return updates(old, _filled(old, draft, aspirations, needs), stamp=stamp)


def move_goal(goals: Mapping[str, Goal], goal_id: str, status: str, *, stamp: Stamp) -> list[Change]:
    """Return the change that gives a goal another status; nothing when it has it already.

    Raises :class:`~careerkit.errors.InvalidValueError` for an unknown status, and when a goal without a date
    would become more than an idea.
    """
    old = present_goal(goals, goal_id)
    new = replace(old, status=require_member(GoalStatus, status, noun="status"))
    return updates(old, new, stamp=stamp)


def archive_goal(goals: Mapping[str, Goal], goal_id: str, *, stamp: Stamp) -> list[Change]:
    """Return the change that puts a goal away; milestones that serve it keep their link."""
    return [archived(present_goal(goals, goal_id), stamp=stamp)]


def restore_goal(goals: Mapping[str, Goal], goal_id: str, *, stamp: Stamp) -> list[Change]:
    """Return the change that brings an archived goal back; nothing when it is already there."""
    old = goals.get(goal_id)
    if old is None:
        raise EntryGoneError("goal", goal_id)
    return [restored(old, stamp=stamp)] if old.archived else []


def present_goal(goals: Mapping[str, Goal], goal_id: str) -> Goal:
    """Return the goal. Raises :class:`EntryGoneError` when there is none or it lies in the archive."""
    old = goals.get(goal_id)
    if old is None or old.archived:
        raise EntryGoneError("goal", goal_id)
    return old


def _filled(
    old: Goal, draft: GoalDraft, aspirations: Mapping[str, Aspiration], needs: Collection[str]
) -> Goal:
    offered = {id_ for id_, aspiration in aspirations.items() if not aspiration.archived}
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
        aspirations=_links(draft.aspirations, offered, old.aspirations, noun="aspiration"),
        needs=_links(draft.needs, needs, old.needs, noun="need"),
        status=require_member(GoalStatus, draft.status, noun="status"),
        mark=require_member(Mark, draft.mark, noun="mark"),
    )


def _links(
    chosen: frozenset[str], offered: Collection[str], kept: frozenset[str], *, noun: str
) -> frozenset[str]:
    unseen = kept - set(offered)  # what was not on offer could not be unticked
    return require_known(chosen, unseen.union(offered), noun=noun) | unseen
