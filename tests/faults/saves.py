"""The saves that the fault tests make: a known sequence, so that every state can be told from any other."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Final

from careerkit.change import Actor, Batch, Change, Stamp, archived, created, updates
from careerkit.goals import Goal
from careerkit.workspace import Workspace, undo

ID: Final = "mine"

_ME: Final = Actor(id="me", name="Me")
_FIRST_DAY: Final = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
_GOALS: Final = 40
_TOUCHED: Final = 8
"""So many goals get the number of the save into their title: a part of a save would show."""
_SHORT, _LONG = 20, 1_000
"""The letters of one text, in turn: the whole grows with one save and shrinks with the next."""


@cache
def goals_after(save: int) -> Mapping[str, Goal]:
    """Return every goal by id as it is after the first ``save`` saves."""
    if save == 0:
        return {}
    if save == 1:
        return {f"g{at}": Goal(id=f"g{at}", title=f"Goal {at}") for at in range(_GOALS)}
    if _is_undo(save):
        return goals_after(save - 2)
    return _goals_written(goals_after(save - 1), save)


def goals_changed_by(save: int) -> list[tuple[Goal | None, Goal | None]]:
    """Return each goal that a save makes different, as it was and as it becomes; ``None`` where it is not."""
    old, new = goals_after(save - 1), goals_after(save)
    pairs = [(old.get(id_), new.get(id_)) for id_ in {**old, **new}]
    return [(was, becomes) for was, becomes in pairs if was != becomes]


@cache
def changes_of(save: int) -> tuple[Change, ...]:
    """Return the changes that one save sends, all of them together."""
    stamp = _stamp_of(save)
    if _is_undo(save):
        before = Workspace(id=ID, revision=revision_after(save - 1), history=(batch_of(save - 1),))
        return tuple(undo(before, stamp=stamp))
    return tuple(
        change
        for was, becomes in goals_changed_by(save)
        if becomes is not None
        for change in _made(was, becomes, stamp)
    )


def batch_of(save: int) -> Batch:
    """Return what the history says of one save."""
    return Batch(revision=revision_after(save), commit_id=commit_id_of(save), changes=changes_of(save))


def commit_id_of(save: int) -> str:
    """Return the commit id that a save is sent with, however often."""
    return f"save-{save}"


def revision_after(save: int) -> int:
    """Return the revision after the first ``save`` saves: the empty workspace is the first one."""
    return save + 1


def _is_undo(save: int) -> bool:
    return save % 7 == 0


def _stamp_of(save: int) -> Stamp:
    """Let every third save, the fourth first, be made on a later day, most of them in a later month."""
    return Stamp(by=_ME, at=_FIRST_DAY + timedelta(days=20 * ((save + 2) // 3), seconds=save))


def _goals_written(goals: Mapping[str, Goal], save: int) -> dict[str, Goal]:
    ids = [f"g{(save + at) % _GOALS}" for at in range(_TOUCHED)]
    written = {**goals, **{id_: replace(goals[id_], title=f"Goal {id_}, save {save}") for id_ in ids}}
    written["g0"] = replace(written["g0"], why="x" * (_LONG if save % 2 else _SHORT))
    if save % 4 == 0:
        written[f"new{save}"] = Goal(id=f"new{save}", title=f"A goal more, save {save}")
    if save % 4 == 2:
        id_ = f"g{save // 4 % _GOALS}"
        written[id_] = replace(written[id_], archived=True)
    return written


def _made(was: Goal | None, becomes: Goal, stamp: Stamp) -> Iterable[Change]:
    if was is None:
        return [created(becomes, stamp=stamp)]
    edited = updates(was, replace(becomes, archived=was.archived), stamp=stamp)
    return [*edited, *([archived(was, stamp=stamp)] if becomes.archived and not was.archived else [])]
