"""The newest committed state of each workspace: held ready, repaired, and changed under the lock."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from contextlib import nullcontext, suppress
from threading import Lock
from typing import Final, NamedTuple

from careerkit.store.advance import State
from careerkit.store.copies import rotate
from careerkit.store.document import Document, encoded
from careerkit.store.engine import ChangedMeanwhileError, Engine
from careerkit.store.errors import BrokenRecordError, NotSavedError, TooLargeError, WorkspaceGoneError
from careerkit.store.history import shortened
from careerkit.store.limits import MAX_FILE
from careerkit.store.recovery import recover, state_of
from careerkit.workspace import Workspace

TRIES: Final = 50
"""How often to begin again when a program that knows no lock was faster."""
BUSY: Final = "other programs are changing the file all the time"
_HELD: Final = 64
"""How many states are kept ready; the least recently used make room."""


class _Held(NamedTuple):
    version: Hashable
    state: State


class States:
    """What an engine keeps, as states."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._held: OrderedDict[str, _Held] = OrderedDict()
        self._lock = Lock()

    def newest(self, workspace_id: str, *, locked: bool = False) -> State:
        """Return the newest state, repaired when it is damaged; ``locked`` says that the lock is held.

        Raises ``WorkspaceGoneError``, ``DamagedFileError``, ``UnreadableError`` and ``NewerFormatError``.
        """
        return self._current(workspace_id, locked=locked).state

    def begin(self, state: State) -> Workspace:
        """Write the first state of a workspace; call it under the lock. Raises ``ChangedMeanwhileError``."""
        return self._write(state, base=None)

    def change(
        self, workspace_id: str, next_state: Callable[[State], State], *, commit_id: str | None = None
    ) -> Workspace:
        """Write what ``next_state`` makes of the newest state, and return the snapshot that is kept then.

        Nothing is written when it returns the state it was given, or ``commit_id`` has landed already.
        """
        self._current(workspace_id)  # what is gone gets no lock either
        for _ in range(TRIES):
            with self._engine.locked(workspace_id):
                version, state = self._current(workspace_id, locked=True)
                landed = commit_id in state.document.commits
                new = state if landed else next_state(state)
                if new is state:  # also when it was never confirmed: what is acknowledged has to last
                    self._engine.confirm(workspace_id)
                    return state.snapshot
                try:
                    return self._write(new, base=version, old=state.document)
                except ChangedMeanwhileError:
                    continue
        raise NotSavedError(BUSY)

    def forget(self, workspace_id: str) -> None:
        """Hold a state no longer."""
        with self._lock:
            self._held.pop(workspace_id, None)

    def _write(self, new: State, *, base: Hashable | None, old: Document | None = None) -> Workspace:
        workspace_id = new.document.workspace
        new, parts = shortened(new)
        data = encoded(new.document)
        if max(len(data), *(len(part) for _, part in parts), 0) > MAX_FILE:
            what = f"more than {MAX_FILE // 1_000_000} MB with its latest changes"
            raise TooLargeError(what, advice="Change less at a time.")
        for name, part in parts:
            self._engine.keep(workspace_id, name, part)
        if old is not None:
            rotate(self._engine, old, new.document.saved_at)
        version = self._engine.compare_and_set(workspace_id, base, data)
        return self._keep(workspace_id, version, new).state.snapshot

    def _current(self, workspace_id: str, *, locked: bool = False) -> _Held:
        with self._lock:
            held = self._held.get(workspace_id)
        version = self._engine.version(workspace_id)
        if held is not None and held.version == version:
            return held
        try:
            return self._read(workspace_id)
        except BrokenRecordError:
            pass
        except WorkspaceGoneError:
            if not self._engine.kept(workspace_id):
                raise
        known = held.state.snapshot.revision if held else 0
        read_only = self._engine.read_only_because is not None
        with nullcontext() if locked or read_only else self._engine.locked(workspace_id):
            return self._recovered(workspace_id, known)

    def _recovered(self, workspace_id: str, known_revision: int) -> _Held:
        for _ in range(TRIES):
            with suppress(ChangedMeanwhileError, BrokenRecordError):
                state = recover(self._engine, workspace_id, known_revision=known_revision)
                if state is None or self._engine.read_only_because is None:
                    return self._read(workspace_id)
                return self._keep(workspace_id, self._engine.version(workspace_id), state)
        raise NotSavedError(BUSY)

    def _read(self, workspace_id: str) -> _Held:
        version, data = self._engine.load(workspace_id)
        return self._keep(workspace_id, version, state_of(data, workspace_id))

    def _keep(self, workspace_id: str, version: Hashable, state: State) -> _Held:
        held = _Held(version, state)
        with self._lock:
            self._held[workspace_id] = held
            self._held.move_to_end(workspace_id)
            if len(self._held) > _HELD:
                self._held.popitem(last=False)
        return held
