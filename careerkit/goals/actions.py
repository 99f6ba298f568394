"""What can be done with goals."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
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
from careerkit.goals.model import Goal, GoalStatus, IfThen, Measure
from careerkit.goals.trends import Trend
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
    yes_no: bool = False
    if_then: IfThen | None = None
    confidence: int | None = None
    trends: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """What a goal can be linked to: the ``needs`` that exist, by id, and the aspirations and trends."""

    aspirations: Mapping[str, Aspiration]
    needs: Collection[str]
    trends: Mapping[str, Trend] = field(default_factory=dict)


def add_goal(draft: GoalDraft, *, offered: Offered, ids: Ids, stamp: Stamp) -> list[Change]:
    """Return the change that adds a goal.

    Raises :class:`~careerkit.errors.InvalidValueError` for a missing title, a status that asks for a date
    when there is none, and links to what is not there.
    """
    bare = Goal(id=ids.new(), title=clean_line(draft.title))
    return [created(_filled(bare, draft, offered), stamp=stamp)]


def edit_goal(
    goals: Mapping[str, Goal],
    goal_id: str,
    draft: GoalDraft,
    *,
    offered: Offered,
    stamp: Stamp,
    reason: str = "",
) -> list[Change]:
    """Return what brings a stored goal in line with ``draft``; nothing when they are alike.

    Links to archived entries and to needs that were not on offer stay as they are. ``reason`` goes into its
    history.
    """
    new = drafted_goal(goals, goal_id, draft, offered=offered)
    return updates(goals[goal_id], new, stamp=stamp, reason=clean_line(reason))


def drafted_goal(goals: Mapping[str, Goal], goal_id: str, draft: GoalDraft, *, offered: Offered) -> Goal:
    """Return a stored goal as ``draft`` would have it; raises what :func:`edit_goal` raises."""
    return _filled(present_entry(goals, goal_id, noun="goal"), draft, offered)


def move_goal(
    goals: Mapping[str, Goal], goal_id: str, status: str, *, stamp: Stamp, reason: str = ""
) -> list[Change]:
    """Return the change that gives a goal another status; nothing when it has it already.

    Raises :class:`~careerkit.errors.InvalidValueError` for an unknown status, and when a goal without a date
    would become more than an idea.
    """
    old = present_entry(goals, goal_id, noun="goal")
    new = replace(old, status=require_member(GoalStatus, status, noun="status"))
    return updates(old, new, stamp=stamp, reason=clean_line(reason))


def set_goal_due(
    goals: Mapping[str, Goal], goal_id: str, due: date | None, *, stamp: Stamp, reason: str = ""
) -> list[Change]:
    """Return the change that gives a goal another due date; nothing when it has it already.

    ``reason`` goes into its history. Raises :class:`~careerkit.errors.InvalidValueError` when a goal that is
    more than an idea would lose its date, and for a year out of reach.
    """
    old = present_entry(goals, goal_id, noun="goal")
    return updates(old, replace(old, due=due), stamp=stamp, reason=clean_line(reason))


def set_progress_by_hand(
    goals: Mapping[str, Goal], goal_id: str, percent: int | None, *, stamp: Stamp
) -> list[Change]:
    """Return the change that sets the progress of a goal by hand, in percent; ``None`` lets it add up again.

    Raises :class:`~careerkit.errors.InvalidValueError` for a number that is not from 0 to 100.
    """
    old = present_entry(goals, goal_id, noun="goal")
    return updates(old, replace(old, by_hand=percent), stamp=stamp)


def archive_goal(goals: Mapping[str, Goal], goal_id: str, *, stamp: Stamp, reason: str = "") -> list[Change]:
    """Return the change that puts a goal away; milestones that serve it keep their link."""
    return [archived(present_entry(goals, goal_id, noun="goal"), stamp=stamp, reason=clean_line(reason))]


def restore_goal(goals: Mapping[str, Goal], goal_id: str, *, stamp: Stamp) -> list[Change]:
    """Return the change that brings an archived goal back; nothing when it is already there."""
    return restored_entry(goals, goal_id, noun="goal", stamp=stamp)


def _filled(old: Goal, draft: GoalDraft, offered: Offered) -> Goal:
    return replace(
        old,
        title=clean_line(draft.title),
        why=clean_text(draft.why).strip(),
        first_step=clean_text(draft.first_step).strip(),
        measure=draft.measure and replace(draft.measure, unit=clean_line(draft.measure.unit)),
        due=draft.due,
        aspirations=kept_links(
            draft.aspirations, present_ids(offered.aspirations), old.aspirations, noun="aspiration"
        ),
        needs=kept_links(draft.needs, offered.needs, old.needs, noun="need"),
        trends=kept_links(draft.trends, present_ids(offered.trends), old.trends, noun="trend"),
        status=require_member(GoalStatus, draft.status, noun="status"),
        mark=require_member(Mark, draft.mark, noun="mark"),
        yes_no=draft.yes_no,
        if_then=draft.if_then and _cleaned(draft.if_then),
        confidence=draft.confidence,
    )


def _cleaned(plan: IfThen) -> IfThen:
    return IfThen(obstacle=clean_text(plan.obstacle).strip(), action=clean_text(plan.action).strip())
