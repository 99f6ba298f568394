"""A goal that is too big for one: it is dropped, and several take its place."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from careerkit.change import Change, Ids, Stamp, created, present_entry, updates
from careerkit.errors import InvalidValueError
from careerkit.goals.actions import move_goal
from careerkit.goals.model import Goal, GoalStatus, Milestone
from careerkit.text import clean_line


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalSplit:
    """Into which goals one is split, by title; ``due`` is their date: without it, that of the goal."""

    titles: tuple[str, ...]
    due: date | None = None
    reason: str = ""


def split_goal(
    goals: Mapping[str, Goal],
    milestones: Mapping[str, Milestone],
    goal_id: str,
    split: GoalSplit,
    *,
    ids: Ids,
    stamp: Stamp,
) -> list[Change]:
    """Return the changes that add the parts of a goal and drop the goal itself.

    Each part serves what the goal serves, with its mark; it is planned, or an idea when the goal is one or
    has no date. Milestones still open that serve the goal serve the parts as well. Raises
    :class:`~careerkit.errors.InvalidValueError` for a goal that is done or dropped, without parts, and for a
    part without a title.
    """
    old = present_entry(goals, goal_id, noun="goal")
    if old.status in (GoalStatus.DONE, GoalStatus.DROPPED):
        raise InvalidValueError(
            f"“{old.title}” is {old.status.label.lower()}. Only an open goal can be split."
        )
    if not split.titles:
        raise InvalidValueError(f"Name the goals that “{old.title}” is split into.")
    reason = clean_line(split.reason)
    parts = [_part(old, ids.new(), title, split.due or old.due) for title in split.titles]
    return [
        *move_goal(goals, goal_id, GoalStatus.DROPPED, stamp=stamp, reason=reason),
        *(created(part, stamp=stamp, reason=reason) for part in parts),
        *_served_too(milestones, goal_id, parts, stamp, reason),
    ]


def _served_too(
    milestones: Mapping[str, Milestone], goal_id: str, parts: Iterable[Goal], stamp: Stamp, reason: str
) -> Iterator[Change]:
    """Yield the changes by which the open milestones of a goal serve its parts as well."""
    new = frozenset(part.id for part in parts)
    for it in milestones.values():
        if goal_id in it.goals and not it.done and not it.archived:
            yield from updates(it, replace(it, goals=it.goals | new), stamp=stamp, reason=reason)


def _part(old: Goal, id_: str, title: str, due: date | None) -> Goal:
    idea = due is None or old.status is GoalStatus.IDEA
    return Goal(
        id=id_,
        title=clean_line(title),
        due=due,
        aspirations=old.aspirations,
        needs=old.needs,
        trends=old.trends,
        status=GoalStatus.IDEA if idea else GoalStatus.PLANNED,
        mark=old.mark,
    )
