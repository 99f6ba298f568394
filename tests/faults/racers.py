"""Who takes part in a race: writers, each with goals of their own, and a reader that counts along."""

import json
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from multiprocessing import parent_process
from pathlib import Path
from typing import Any, Final

from careerkit.change import Actor, Stamp, created, updates
from careerkit.errors import CareerKitError
from careerkit.goals import Goal, Measure
from careerkit.store import Store, open_store
from careerkit.workspace import Workspace

ID: Final = "mine"

_SHARED: Final = "shared"
_FIRST_DAY: Final = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
_LARGEST: Final = 1e6


@dataclass(kw_only=True)
class Looks:
    """What a reader saw: how often it looked, how many revisions it met, and what should not be."""

    looks: int = 0
    newest: int
    met: set[int] = field(default_factory=set)
    violations: list[str] = field(default_factory=list)


@dataclass(kw_only=True)
class Writing:
    """How a writer fared: saves acknowledged, the seconds of the slowest, and what should not be."""

    acknowledged: int = 0
    slowest: float = 0.0
    violations: list[str] = field(default_factory=list)


def names_of(process: int, threads: int) -> list[str]:
    """Return the names of the threads of one process."""
    return [f"p{process}t{thread}" for thread in range(threads)]


def begin(folder: Path, names: Iterable[str]) -> int:
    """Make a workspace with a goal for each name and one that all share; return its revision."""
    store = open_store(folder)
    count = Measure(start=0, target=_LARGEST, current=0)
    goals = [Goal(id=name, title=f"The count of {name}", measure=count) for name in names]
    stamp = _stamp("everyone", 0)
    changes = [created(goal, stamp=stamp) for goal in (Goal(id=_SHARED, title="Shared"), *goals)]
    return store.apply(ID, changes, seen=store.create(ID).revision, commit_id="begin").revision


def write(folder: Path, process: int, threads: int, changes: int) -> list[Writing]:
    """Make the changes of every thread of one process; return how each of them fared."""
    store = open_store(folder)
    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(partial(_write_as, store, changes), names_of(process, threads)))


def read_on_and_on(folder: Path, done: Path, base: int) -> Looks:
    """Look at the workspace, through the store and into its file in turn, until ``done`` is there."""
    store, seen = open_store(folder), Looks(newest=base)
    parent, last = parent_process(), False
    while not last:
        last = done.exists() or (parent is not None and not parent.is_alive())
        try:
            _note(seen, base, *_through_the_store(store))
            _note(seen, base, *_into_the_file(folder / f"{ID}.json"))
        except (CareerKitError, ValueError) as error:
            seen.violations.append(f"damage: {error!r}")
    return seen


def counted(workspace: Workspace) -> int:
    """Return how many changes a snapshot holds: what all have counted, and the members they share."""
    counts = [goal.measure.current for goal in workspace.goals.values() if goal.measure]
    return int(sum(counts)) + len(workspace.goals[_SHARED].needs)


def flaws_after(store: Store, base: int, names: Iterable[str], changes: int) -> list[str]:
    """Return what is wrong when all have made their changes: counts, members, and the history."""
    workspace, batches, flaws = store.load(ID), list(store.history(ID)), []
    sent = {(name, number) for name in names for number in range(changes)}
    members = frozenset(f"{name}-{number}" for name, number in sent if _is_shared(number))
    counts = Counter(name for name, number in sent if not _is_shared(number))
    if {goal.id: goal.measure.current for goal in workspace.goals.values() if goal.measure} != counts:
        flaws.append("a count is not complete")
    if workspace.goals[_SHARED].needs != members:
        flaws.append("the members are not those that were added")
    if [batch.revision for batch in batches] != list(range(workspace.revision, 1, -1)):
        flaws.append("the history has not exactly one batch for each revision")
    if {batch.commit_id for batch in batches if batch.revision > base} != {f"{n}-{at}" for n, at in sent}:
        flaws.append("the history holds other saves than were made")
    return flaws


def _write_as(store: Store, changes: int, name: str) -> Writing:
    writing, seen = Writing(), store.load(ID)
    try:
        for number in range(changes):
            started = time.monotonic()
            saved = _save(store, seen, name, number)
            writing.acknowledged += 1
            writing.slowest = max(writing.slowest, time.monotonic() - started)
            if saved.revision <= seen.revision:
                writing.violations.append(f"{name} saw {seen.revision} and then {saved.revision}")
            seen = saved
    except CareerKitError as error:
        writing.violations.append(f"{name} was refused: {error!r}")
    return writing


def _save(store: Store, seen: Workspace, name: str, number: int) -> Workspace:
    old = seen.goals[_SHARED if _is_shared(number) else name]
    if old.measure is None:
        new = replace(old, needs=old.needs | {f"{name}-{number}"})
    else:
        new = replace(old, measure=replace(old.measure, current=old.measure.current + 1))
    changes = updates(old, new, stamp=_stamp(name, number))
    return store.apply(ID, changes, seen=seen.revision, commit_id=f"{name}-{number}")


def _is_shared(number: int) -> bool:
    """Every tenth change adds a member to what all share, the others count."""
    return number % 10 == 9


def _stamp(name: str, number: int) -> Stamp:
    """Let a day have some twenty changes of each writer, so that daily copies are kept meanwhile."""
    return Stamp(by=Actor(id=name, name=name), at=_FIRST_DAY + timedelta(hours=number))


def _through_the_store(store: Store) -> tuple[int, int]:
    workspace = store.load(ID)
    recovery = store.recovery(ID)
    if recovery is not None:
        message = f"recovered from {recovery}"
        raise ValueError(message)
    return workspace.revision, counted(workspace)


def _into_the_file(path: Path) -> tuple[int, int]:
    tables: Mapping[str, Any] = json.loads(path.read_bytes())
    goals = tables["goals"].values()
    counts = [goal["measure"]["current"] for goal in goals if goal["measure"]]
    members = [goal["needs"] for goal in goals if goal["id"] == _SHARED]
    return tables["_meta"]["1"]["revision"], int(sum(counts)) + len(members[0])


def _note(seen: Looks, base: int, revision: int, count: int) -> None:
    seen.looks += 1
    seen.met.add(revision)
    if revision < seen.newest:
        seen.violations.append(f"revision {revision} came after {seen.newest}")
    if count != revision - base:
        seen.violations.append(f"revision {revision} holds {count} changes, not {revision - base}")
    seen.newest = max(revision, seen.newest)
