"""The store: loads snapshots, and applies changes so that nothing acknowledged is lost."""

from collections import OrderedDict
from collections.abc import Hashable, Sequence
from threading import Lock
from typing import Final, NamedTuple

from careerkit.change import Change
from careerkit.store.advance import State, advanced
from careerkit.store.codec import decoded, encoded, meta_of, new_document, snapshot_of
from careerkit.store.engine import Engine
from careerkit.store.errors import (
    BrokenRecordError,
    DamagedFileError,
    OlderThanSeenError,
    TooLargeError,
    WorkspaceGoneError,
)
from careerkit.workspace import Workspace

MAX_BYTES: Final = 8_000_000
_HELD: Final = 64
"""How many states are kept ready; the least recently used make room."""


class _Held(NamedTuple):
    version: Hashable
    state: State


class Store:
    """Workspaces by id, on whatever engine keeps their documents."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._held: OrderedDict[str, _Held] = OrderedDict()
        self._lock = Lock()

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all workspaces, sorted."""
        return self._engine.ids()

    def revision(self, workspace_id: str) -> int | None:
        """Return the newest revision of a workspace, or ``None`` when there is none of this id."""
        if self._engine.version(workspace_id) is None:
            return None
        return self.load(workspace_id).revision

    def load(self, workspace_id: str) -> Workspace:
        """Return the newest snapshot; when nothing was saved since the last time, without reading anything.

        Raises ``WorkspaceGoneError`` when there is none, ``DamagedFileError`` when it cannot be read.
        """
        return self._state(workspace_id).snapshot

    def create(self, workspace_id: str) -> Workspace:
        """Return the workspace of this id, made empty if there is none yet."""
        with self._engine.locked(workspace_id):
            if self._engine.version(workspace_id) is None:
                document = new_document(workspace_id)
                self._write(workspace_id, State(document, snapshot_of(document)))
        return self.load(workspace_id)

    def apply(self, workspace_id: str, changes: Sequence[Change], *, seen: int, commit_id: str) -> Workspace:
        """Save ``changes`` as one batch and return the new snapshot; when this returns, they are kept.

        ``seen`` is the revision the changes were thought of on. Changes of other fields merge. The same
        ``commit_id`` lands once, however often it is sent. Raises ``ConflictError`` when the same field was
        changed since, ``NotSavedError`` when writing fails, ``TooLargeError``, ``WorkspaceGoneError`` and
        ``OlderThanSeenError``; nothing is saved then.
        """
        with self._engine.locked(workspace_id):
            state = self._state(workspace_id)
            if seen > state.snapshot.revision:
                raise OlderThanSeenError
            if commit_id in meta_of(state.document)["commits"]:
                return state.snapshot
            new = advanced(state, changes, commit_id=commit_id)
            if new is not state:
                self._write(workspace_id, new)
            return new.snapshot

    def delete(self, workspace_id: str) -> None:
        """Remove a workspace for good; nothing happens when there is none."""
        with self._engine.locked(workspace_id):
            self._engine.delete(workspace_id)
        with self._lock:
            self._held.pop(workspace_id, None)

    def _state(self, workspace_id: str) -> State:
        version = self._engine.version(workspace_id)
        if version is None:
            raise WorkspaceGoneError(workspace_id)
        with self._lock:
            held = self._held.get(workspace_id)
        if held is not None and held.version == version:
            return held.state
        # The version is taken before reading: a write in between makes the next look read again.
        return self._keep(workspace_id, version, self._read(workspace_id))

    def _read(self, workspace_id: str) -> State:
        try:
            document = decoded(self._engine.read(workspace_id))
            return State(document, snapshot_of(document))
        except BrokenRecordError as error:
            raise DamagedFileError(f"{workspace_id}.json", str(error)) from error

    def _write(self, workspace_id: str, state: State) -> None:
        data = encoded(state.document)
        if len(data) > MAX_BYTES:
            what = f"more than {MAX_BYTES // 1_000_000} MB"
            raise TooLargeError(what)
        self._engine.write(workspace_id, data)
        self._keep(workspace_id, self._engine.version(workspace_id), state)

    def _keep(self, workspace_id: str, version: Hashable, state: State) -> State:
        with self._lock:
            self._held[workspace_id] = _Held(version, state)
            self._held.move_to_end(workspace_id)
            if len(self._held) > _HELD:
                self._held.popitem(last=False)
        return state
