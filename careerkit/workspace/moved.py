"""What only the history knows of a year: what moved away from it, what was met, dropped and added in it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, tzinfo
from typing import Any, Final, TypeAlias

from careerkit.change import Action, Batch, Change
from careerkit.goals import Goal, GoalStatus, Milestone
from careerkit.needs import Strength
from careerkit.review import YearPast
from careerkit.workspace.history import standing

Moves: TypeAlias = dict[str, tuple[int, int]]
_SET_BACK: Final = 100
"""So many saves in a row from before a year say that it has ended there, and not that a clock was wrong."""
_FOUR: Final = 4
"""Digits of the year at the beginning of a date in ISO form."""


def batches_since(newest_first: Iterable[Batch], year: int, *, zone: tzinfo = UTC) -> list[Batch]:
    """Return the batches that tell of a year and of what came after it, the oldest first.

    No more of ``newest_first`` is read than that, and some more: a clock that was set back for a while does
    not hide what lies before it.
    """
    found: list[Batch] = []
    earlier = 0
    for batch in newest_first:
        found.append(batch)
        earlier = earlier + 1 if batch.at.astimezone(zone).year < year else 0
        if earlier == _SET_BACK:
            break
    return found[::-1]


def year_past(batches: Sequence[Batch], year: int, *, zone: tzinfo = UTC) -> YearPast:
    """Return what the history, oldest batch first, says of a year; days are those of ``zone``.

    What was undone does not count. The functions below say what each part of it means.
    """
    return YearPast(
        milestones_moved=milestones_moved(batches, year, zone=zone),
        goals_moved=goals_moved(batches, year, zone=zone),
        goals_met=goals_met(batches, year, zone=zone),
        goals_dropped=goals_dropped(batches, year, zone=zone),
        strengths_added=strengths_added(batches, year, zone=zone),
    )


def milestones_moved(batches: Sequence[Batch], year: int, *, zone: tzinfo = UTC) -> Moves:
    """Return the milestones that left a year, by id: that year, and the later one they belong to now.

    A milestone counts that was planned for the year at some time during it and is of a later year by the
    newest change; when it was moved does not matter, the year may be over by then.
    """
    return _moved(_of(Milestone.KIND, batches), _year_of_milestone, year, zone)


def goals_moved(batches: Sequence[Batch], year: int, *, zone: tzinfo = UTC) -> Moves:
    """Return the goals that left a year, by id: the year they were due in, and the later one they are now.

    The rule is that of :func:`milestones_moved`; a goal that lost its date has not moved to any year.
    """
    return _moved(_of(Goal.KIND, batches), _year_of_goal, year, zone)


def goals_dropped(batches: Sequence[Batch], year: int, *, zone: tzinfo = UTC) -> dict[str, str]:
    """Return the goals that were dropped in a year and not taken up since, with the reason (or nothing)."""
    return {id_: it.reason for id_, it in _reached(GoalStatus.DROPPED, batches, year, zone).items()}


def goals_met(batches: Sequence[Batch], year: int, *, zone: tzinfo = UTC) -> frozenset[str]:
    """Return the ids of the goals that were marked as done in a year and have stayed so."""
    return frozenset(_reached(GoalStatus.DONE, batches, year, zone))


def strengths_added(batches: Sequence[Batch], year: int, *, zone: tzinfo = UTC) -> frozenset[str]:
    """Return the ids of the strengths that were added in a year."""
    added = (it for it in _of(Strength.KIND, batches) if it.action is Action.CREATE)
    return frozenset(it.entity_id for it in added if _year_of(it, zone) == year)


def _of(kind: str, batches: Sequence[Batch]) -> list[Change]:
    """Return the changes of one kind that count: neither undone nor themselves the undoing of another."""
    counted = (batch for batch in standing(batches) if batch.undoes is None)
    return [change for batch in counted for change in batch.changes if change.kind == kind]


def _moved(
    changes: list[Change], year_in: Callable[[Mapping[str, Any]], int | None], year: int, zone: tzinfo
) -> Moves:
    since: dict[str, int] = {}
    now: dict[str, int | None] = {}
    left: set[str] = set()
    for change, was, becomes in _dated(changes, year_in):
        on = _year_of(change, zone)
        if change.action is Action.UPDATE and was == year and since.get(change.entity_id, year) <= year <= on:
            left.add(change.entity_id)
        since[change.entity_id], now[change.entity_id] = on, becomes
    return {id_: (year, to) for id_ in left if (to := now[id_]) is not None and to > year}


def _dated(
    changes: list[Change], year_in: Callable[[Mapping[str, Any]], int | None]
) -> Iterator[tuple[Change, int | None, int | None]]:
    """Yield each change that gives an entry a year, or another one, with the year before and after."""
    for change in changes:
        was, becomes = year_in(change.before), year_in(change.after)
        if was != becomes and change.action in (Action.CREATE, Action.UPDATE):
            yield change, was, becomes


def _year_of_milestone(fields: Mapping[str, Any]) -> int | None:
    year = fields.get("year")
    return year if isinstance(year, int) else None


def _year_of_goal(fields: Mapping[str, Any]) -> int | None:
    due = fields.get("due")
    return int(due[:_FOUR]) if isinstance(due, str) else None


def _reached(status: GoalStatus, batches: Sequence[Batch], year: int, zone: tzinfo) -> dict[str, Change]:
    """Return the changes that gave goals their present status, of those that got ``status`` in the year."""
    changed = [it for it in _of(Goal.KIND, batches) if it.action is Action.UPDATE and "status" in it.after]
    newest = {it.entity_id: it for it in changed}
    return {
        id_: it for id_, it in newest.items() if it.after["status"] == status and _year_of(it, zone) == year
    }


def _year_of(change: Change, zone: tzinfo) -> int:
    return change.at.astimezone(zone).year
