"""What is killed: our store, and plain TinyDB as it comes, both with the same saves."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Protocol

from tinydb import TinyDB, where

from careerkit.change import plain_entity
from careerkit.errors import CareerKitError
from careerkit.store import Store, open_store
from careerkit.workspace import Workspace
from tests.faults.saves import (
    ID,
    batch_of,
    changes_of,
    commit_id_of,
    goals_after,
    goals_changed_by,
    revision_after,
)


class DamagedError(Exception):
    """What was saved cannot be read, or had to be recovered."""


class Subject(Protocol):
    """Something that saves into a folder."""

    def saver(self, folder: Path) -> AbstractContextManager[Callable[[int], object]]:
        """Open the folder and give what makes one save, by its number; the first one is 1."""

    def found(self, folder: Path) -> object:
        """Return the whole content, comparable to :meth:`state_after`. Raises :class:`DamagedError`."""

    def state_after(self, save: int) -> object:
        """Return the content that there is after the first ``save`` saves."""

    def goes_on(self, folder: Path, acknowledged: int) -> bool:
        """Say whether saving goes on after a kill, beginning with the save that was in flight."""


class Ours:
    """The store, with one ``apply`` a save."""

    @contextmanager
    def saver(self, folder: Path) -> Iterator[Callable[[int], object]]:
        store = open_store(folder)
        store.create(ID)
        yield partial(_apply, store)

    def found(self, folder: Path) -> object:
        try:
            store = open_store(folder)
            workspace, history = store.load(ID), tuple(store.history(ID))
            for copy in islice(store.copies(ID), 3):
                store.load_copy(ID, copy.name)
            recovery = store.recovery(ID)
        except CareerKitError as error:
            raise DamagedError from error
        if recovery is not None:
            raise DamagedError(recovery)
        return replace(workspace, history=history)

    def state_after(self, save: int) -> object:
        history = tuple(batch_of(earlier) for earlier in range(save, 0, -1))
        return Workspace(id=ID, revision=revision_after(save), goals=goals_after(save), history=history)

    def goes_on(self, folder: Path, acknowledged: int) -> bool:
        store = open_store(folder)
        try:
            for save in (acknowledged + 1, acknowledged + 2):
                _apply(store, save)
            return self.found(folder) == self.state_after(acknowledged + 2)
        except (CareerKitError, DamagedError):
            return False


class Plain:
    """TinyDB with its own storage; all updates of a save go into one call, which is kind to it."""

    @contextmanager
    def saver(self, folder: Path) -> Iterator[Callable[[int], object]]:
        with TinyDB(folder / "plain.json") as db:
            yield partial(_write, db)

    def found(self, folder: Path) -> object:
        try:
            with TinyDB(folder / "plain.json") as db:
                return {goal["id"]: dict(goal) for goal in db.table("goals")}
        except Exception as error:  # torn text may read as anything
            raise DamagedError from error

    def state_after(self, save: int) -> object:
        return {id_: plain_entity(goal) for id_, goal in goals_after(save).items()}

    def goes_on(self, folder: Path, acknowledged: int) -> bool:  # noqa: ARG002 - nothing is asked of it
        return True


def _apply(store: Store, save: int) -> Workspace:
    seen = revision_after(save - 1)
    return store.apply(ID, changes_of(save), seen=seen, commit_id=commit_id_of(save))


def _write(db: TinyDB, save: int) -> None:
    goals, changed = db.table("goals"), goals_changed_by(save)
    edited = [(plain_entity(new), where("id") == new.id) for old, new in changed if old and new]
    if edited:
        goals.update_multiple(edited)
    added = [plain_entity(new) for old, new in changed if new and not old]
    if added:
        goals.insert_multiple(added)
    for old, new in changed:
        if old and not new:
            goals.remove(where("id") == old.id)
