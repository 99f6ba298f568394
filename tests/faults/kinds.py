"""Every kind of save, each with the folder that it starts from, and what can be seen in a folder."""

import errno
import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache, partial
from pathlib import Path
from typing import Final, NamedTuple
from unittest.mock import patch

from careerkit.change import Actor, Batch, Stamp, created, updates
from careerkit.errors import CareerKitError
from careerkit.goals import Goal
from careerkit.store import (
    MEMORY,
    Backup,
    CopyKind,
    Store,
    WorkspaceGoneError,
    open_store,
    read_backup,
)
from careerkit.store.limits import DAYS_KEPT, HISTORY_HIGH
from careerkit.workspace import Workspace

ID: Final = "mine"
CANARY: Final = "sings only here"
"""Stands in every version of the goal, and so in every file that holds any of them."""
BESIDE: Final = f"{ID} (conflicted copy).json"

_ME: Final = Actor(id="me", name="Me")
_START: Final = datetime(2026, 1, 10, 8, tzinfo=UTC)
_TO_BE_KEPT: Final = {CopyKind.PREVIOUS, CopyKind.DAY, CopyKind.MONTH, CopyKind.ASKED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A save: the days of those before it (``None``: there is no workspace yet), and what it does."""

    name: str
    days: tuple[int, ...] | None
    save: Callable[[Store], object]
    spoil: Callable[[Path], object] = Path.exists
    """What else happens to the folder before."""

    def __str__(self) -> str:
        return self.name

    def prepare(self, folder: Path) -> None:
        """Make ``folder`` what the save starts from; the times of its files are those of the first making."""
        folder.mkdir()
        for name, data, modified_ns in _made(self):
            path = folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
            os.utime(path, ns=(modified_ns, modified_ns))


class Seen(NamedTuple):
    """What a person finds who opens a folder. ``workspace`` is ``None`` when there is none."""

    workspace: Workspace | None = None
    history: tuple[Batch, ...] = ()
    recovered: bool = False
    copies: frozenset[str] = frozenset()
    """The names of those that can be read, without the moment at which one was asked for."""

    @property
    def whole(self) -> bool:
        """Whether the history has one batch for each revision since the workspace was made."""
        newest = self.workspace.revision if self.workspace else 1
        return [batch.revision for batch in self.history] == list(range(newest, 1, -1))


def seen_in(folder: Path) -> Seen:
    """Open a folder anew. Raises ``CareerKitError`` when the workspace or its history cannot be read."""
    store = open_store(folder)
    try:
        workspace = store.load(ID)
    except WorkspaceGoneError:
        return Seen()
    copies = [copy for copy in store.copies(ID) if copy.kind in _TO_BE_KEPT and _read(store, copy.name)]
    names = frozenset(copy.kind if copy.kind is CopyKind.ASKED else copy.name for copy in copies)
    return Seen(workspace, tuple(store.history(ID)), store.recovery(ID) is not None, names)


def plan_in(folder: Path) -> Workspace | None:
    """Open a folder anew and return only the workspace, ``None`` when there is none."""
    try:
        return open_store(folder).load(ID)
    except WorkspaceGoneError:
        return None


def change(store: Store, number: int, *, day: int = 0) -> Workspace:
    """Make the change of this number, the first one being 1, so many days after the start."""
    stamp = Stamp(by=_ME, at=_START + timedelta(days=day, seconds=number))
    goal, before = (Goal(id="g", title=f"{CANARY} {n}") for n in (number, number - 1))
    changes = [created(goal, stamp=stamp)] if number == 1 else updates(before, goal, stamp=stamp)
    return store.apply(ID, changes, seen=number, commit_id=f"change-{number}")


def filled(store: Store, days: tuple[int, ...]) -> Store:
    """Make a workspace and one change on each of these days."""
    store.create(ID)
    for number, day in enumerate(days, 1):
        change(store, number, day=day)
    return store


@cache
def _made(kind: Kind) -> tuple[tuple[Path, bytes, int], ...]:
    with tempfile.TemporaryDirectory() as name, patch.object(os, "fsync"):  # it need not last
        folder = Path(name)
        if kind.days is not None:
            filled(open_store(folder), kind.days)
        kind.spoil(folder)
        files = [path for path in folder.rglob("*") if path.is_file()]
        return tuple((p.relative_to(folder), p.read_bytes(), p.stat().st_mtime_ns) for p in files)


@cache
def _backup() -> Backup:
    return read_backup(filled(open_store(MEMORY), (0, 0, 0)).backup(ID, at=_START))


def _read(store: Store, name: str) -> bool:
    try:
        store.load_copy(ID, name)
    except CareerKitError:
        return False
    return True


def _on_a_disk_without_links(save: Callable[[Store], object]) -> Callable[[Store], object]:
    refusal = OSError(errno.EOPNOTSUPP, os.strerror(errno.EOPNOTSUPP))

    def saved(store: Store) -> object:
        with patch.object(os, "link", side_effect=refusal):
            return save(store)

    return saved


def _flip_a_letter(folder: Path) -> None:
    path = folder / f"{ID}.json"
    path.write_bytes(path.read_bytes().replace(b"sings", b"rings"))


def _strew(folder: Path) -> None:
    """Put beside the workspace what programs that sync folders, and killed ones, leave there."""
    for name in (BESIDE, f".{ID}.json.new"):
        shutil.copy(folder / f"{ID}.json", folder / name)


_FULL: Final = (0,) * HISTORY_HIGH[0]
_MANY_DAYS: Final = tuple(range(DAYS_KEPT + 2))

ORDINARY: Final = Kind(name="ordinary", days=(0, 0), save=partial(change, number=3))
ARCHIVING: Final = Kind(name="archiving", days=_FULL, save=partial(change, number=len(_FULL) + 1))
NEXT_DAY: Final = Kind(
    name="next-day", days=_MANY_DAYS, save=partial(change, number=len(_MANY_DAYS) + 1, day=len(_MANY_DAYS))
)
NEXT_MONTH: Final = Kind(name="next-month", days=(0,), save=partial(change, number=2, day=31))
FIRST: Final = Kind(name="first", days=(), save=partial(change, number=1))
CREATING: Final = Kind(name="creating", days=None, save=lambda store: store.create(ID))
COPYING: Final = Kind(name="copying", days=(0,), save=lambda store: store.keep_copy(ID))
DELETING: Final = Kind(name="deleting", days=(*_FULL, 1), save=lambda store: store.delete(ID), spoil=_strew)
RECOVERING: Final = Kind(
    name="recovering", days=(0, 1, 1), save=lambda store: store.load(ID), spoil=_flip_a_letter
)
WITHOUT_LINKS: Final = Kind(
    name="without-links", days=(0,), save=_on_a_disk_without_links(partial(change, number=2, day=31))
)
ADOPTING: Final = Kind(name="adopting", days=(), save=lambda store: store.adopt(ID, _backup()))
KINDS: Final = (
    ORDINARY,
    ARCHIVING,
    NEXT_DAY,
    NEXT_MONTH,
    FIRST,
    CREATING,
    COPYING,
    DELETING,
    RECOVERING,
    ADOPTING,
    WITHOUT_LINKS,
)
