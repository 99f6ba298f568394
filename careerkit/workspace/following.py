"""From a decision of a review to the changes that carry it out in the plan."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, TypeAlias

from careerkit.aspirations import LevelDraft, change_level, retire_aspiration
from careerkit.change import Change, Ids, Stamp
from careerkit.goals import (
    GoalSplit,
    GoalStatus,
    MilestoneDraft,
    MilestoneKind,
    add_milestone,
    archive_milestone,
    move_goal,
    move_milestone,
    set_goal_due,
    set_milestone_done,
    split_goal,
)
from careerkit.review import About, Choice, Decision, reason_in_words
from careerkit.text import NOTE
from careerkit.workspace.model import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class _Deed:
    """A decision to follow in a plan, with the reason that goes into the history."""

    plan: Workspace
    decision: Decision
    reason: str
    ids: Ids
    stamp: Stamp


_Follow: TypeAlias = Callable[[_Deed], list[Change]]


def changes_of(plan: Workspace, decision: Decision, year: int, *, ids: Ids, stamp: Stamp) -> list[Change]:
    """Return the changes by which a plan follows a decision of the review of ``year``; none to keep an entry.

    Changes of several decisions go together: each changes fields of its own, and links merge one by one.
    Raises a :class:`~careerkit.errors.CareerKitError` when the plan, as it is now, cannot follow.
    """
    follow = _BY_CHOICE.get((decision.about, decision.choice))
    reason = reason_of_change(decision, year)
    deed = _Deed(plan=plan, decision=decision, reason=reason, ids=ids, stamp=stamp)
    return follow(deed) if follow else []


def reason_of_change(decision: Decision, year: int) -> str:
    """Return what the history says of a change, like: “Review of 2026: The market.”, at most a note long."""
    words = reason_in_words(decision)
    whole = f"Review of {year}: {words}" if words else f"Review of {year}."
    return whole if len(whole) <= NOTE else f"{whole[: NOTE - 1]}…"


def _goal_done(deed: _Deed) -> list[Change]:
    return _moved(deed, GoalStatus.DONE)


def _goal_dropped(deed: _Deed) -> list[Change]:
    return _moved(deed, GoalStatus.DROPPED)


def _moved(deed: _Deed, status: GoalStatus) -> list[Change]:
    goals, id_ = deed.plan.goals, deed.decision.entry_id
    return move_goal(goals, id_, status, stamp=deed.stamp, reason=deed.reason)


def _goal_dated(deed: _Deed) -> list[Change]:
    goals, it = deed.plan.goals, deed.decision
    return set_goal_due(goals, it.entry_id, it.due, stamp=deed.stamp, reason=deed.reason)


def _goal_split(deed: _Deed) -> list[Change]:
    split = GoalSplit(titles=deed.decision.parts, due=deed.decision.due, reason=deed.reason)
    plan, id_ = deed.plan, deed.decision.entry_id
    return split_goal(plan.goals, plan.milestones, id_, split, ids=deed.ids, stamp=deed.stamp)


def _level(deed: _Deed) -> list[Change]:
    it = deed.decision
    draft = LevelDraft(kind=it.choice.value, level=it.level, next_level=it.next_level, reason=deed.reason)
    return change_level(deed.plan.aspirations, it.entry_id, draft, stamp=deed.stamp)


def _retired(deed: _Deed) -> list[Change]:
    aspirations, id_ = deed.plan.aspirations, deed.decision.entry_id
    return retire_aspiration(aspirations, id_, reason=deed.reason, stamp=deed.stamp)


def _milestone_done(deed: _Deed) -> list[Change]:
    milestones, id_ = deed.plan.milestones, deed.decision.entry_id
    return set_milestone_done(milestones, id_, done=True, stamp=deed.stamp, reason=deed.reason)


def _milestone_moved(deed: _Deed) -> list[Change]:
    milestones, it = deed.plan.milestones, deed.decision
    if it.year is None:
        return []
    return move_milestone(milestones, it.entry_id, it.year, stamp=deed.stamp, reason=deed.reason)


def _milestone_dropped(deed: _Deed) -> list[Change]:
    milestones, id_ = deed.plan.milestones, deed.decision.entry_id
    return archive_milestone(milestones, id_, stamp=deed.stamp, reason=deed.reason)


def _milestone_added(deed: _Deed) -> list[Change]:
    it = deed.decision
    draft = MilestoneDraft(title=next(iter(it.parts), ""), year=it.year, kind=MilestoneKind.EXPERIENCE)
    return add_milestone(draft, goals=deed.plan.goals, ids=deed.ids, stamp=deed.stamp, reason=deed.reason)


_BY_CHOICE: Final[Mapping[tuple[About, Choice], _Follow]] = MappingProxyType(
    {
        (About.GOAL, Choice.DONE): _goal_done,
        (About.GOAL, Choice.MOVE): _goal_dated,
        (About.GOAL, Choice.SPLIT): _goal_split,
        (About.GOAL, Choice.DROP): _goal_dropped,
        (About.ASPIRATION, Choice.RAISE): _level,
        (About.ASPIRATION, Choice.DOWN): _level,
        (About.ASPIRATION, Choice.SIDEWAYS): _level,
        (About.ASPIRATION, Choice.RETIRE): _retired,
        (About.MILESTONE, Choice.DONE): _milestone_done,
        (About.MILESTONE, Choice.MOVE): _milestone_moved,
        (About.MILESTONE, Choice.DROP): _milestone_dropped,
        (About.MILESTONE, Choice.ADD): _milestone_added,
    }
)
