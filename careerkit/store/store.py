"""The store: loads snapshots, and applies changes so that nothing acknowledged is lost."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import nullcontext, suppress
from dataclasses import replace
from datetime import datetime
from threading import Lock
from typing import Final, NamedTuple

from careerkit.change import Batch, Change
from careerkit.store.advance import State, advanced
from careerkit.store.backup import Backup, backup_of
from careerkit.store.codec import snapshot_of
from careerkit.store.copies import Copy, CopyKind, copies_in, name_now, rotate
from careerkit.store.document import Document, Recovery, decoded, encoded
from careerkit.store.engine import ChangedMeanwhileError, Engine
from careerkit.store.errors import (
    BrokenRecordError,
    NoSuchCopyError,
    NotEmptyError,
    NotSavedError,
    OlderThanSeenError,
    WorkspaceGoneError,
)
from careerkit.store.history import all_batches, all_parts, shortened
from careerkit.store.keepable import keepable
from careerkit.store.recovery import recover, state_of
from careerkit.store.verify import Report, verify
from careerkit.workspace import Workspace

_HELD: Final = 64
"""How many states are kept ready; the least recently used make room."""
_TRIES: Final = 50
"""How often a save begins again when someone was faster, on engines that know no lock."""


class _Held(NamedTuple):
    version: Hashable
    state: State


class Store:
    """Workspaces by id, on whatever engine keeps their documents."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._held: OrderedDict[str, _Held] = OrderedDict()
        self._lock = Lock()

    @property
    def read_only_because(self) -> str | None:
        """Why nothing can be saved here, though it can be read; ``None`` when it can."""
        return self._engine.read_only_because

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all workspaces, sorted."""
        return self._engine.ids()

    def revision(self, workspace_id: str) -> int | None:
        """Return the newest revision of a workspace, or ``None`` when there is none of this id."""
        try:
            return self.load(workspace_id).revision
        except WorkspaceGoneError:
            return None

    def load(self, workspace_id: str) -> Workspace:
        """Return the newest snapshot; when nothing was saved since the last time, without reading anything.

        A damaged file is kept aside and replaced by its last good copy; :meth:`recovery` then says so. Raises
        ``WorkspaceGoneError`` when there is none, ``DamagedFileError`` when there is no good copy either,
        ``UnreadableError`` and ``NewerFormatError``.
        """
        return self._current(workspace_id).state.snapshot

    def create(self, workspace_id: str) -> Workspace:
        """Return the workspace of this id, made empty if there is none yet."""
        with self._engine.locked(workspace_id):
            try:
                snapshot = self._current(workspace_id, locked=True).state.snapshot
            except WorkspaceGoneError:
                document = Document(workspace=workspace_id, revision=1)
                with suppress(ChangedMeanwhileError):  # somebody made it just now, on an engine without locks
                    return self._write(State(document, snapshot_of(document)), base=None)
                snapshot = self._current(workspace_id, locked=True).state.snapshot
            self._engine.confirm(workspace_id)  # it may have been made, but never confirmed
            return snapshot

    def apply(self, workspace_id: str, changes: Sequence[Change], *, seen: int, commit_id: str) -> Workspace:
        """Save ``changes`` as one batch and return the new snapshot; when this returns, they are kept.

        ``seen`` is the revision the changes were thought of on. Changes of other fields merge. The same
        ``commit_id`` lands once, however often it is sent. Raises ``ConflictError`` when the same field was
        changed since, ``CannotBeKeptError``, ``TooLargeError``, ``WorkspaceGoneError``,
        ``OlderThanSeenError`` and ``NotSavedError`` when writing fails; nothing is saved then. After
        ``NotConfirmedError`` it may be: send it again.
        """
        kept = keepable(changes)

        def next_state(state: State) -> State:
            if seen > state.snapshot.revision:
                raise OlderThanSeenError
            return advanced(state, kept, commit_id=commit_id)

        return self._change(workspace_id, next_state, commit_id=commit_id)

    def adopt(self, workspace_id: str, backup: Backup) -> Workspace:
        """Make a workspace in which nothing was ever entered exactly what a backup holds, history included.

        Raises ``NotEmptyError`` when something is there, and what :meth:`apply` raises when writing fails.
        """

        def next_state(state: State) -> State:
            if state.snapshot.history or not state.snapshot.is_empty:
                raise NotEmptyError
            document = backup.document(workspace_id, after=state.snapshot.revision)
            return State(document, snapshot_of(document))

        return self._change(workspace_id, next_state)

    def delete(self, workspace_id: str) -> None:
        """Remove a workspace for good, with its copies and history; nothing happens when there is none."""
        with self._engine.locked(workspace_id):
            self._engine.delete(workspace_id)
        with self._lock:
            self._held.pop(workspace_id, None)

    def history(self, workspace_id: str) -> Iterator[Batch]:
        """Yield every batch that was ever saved, the newest first, reading only as far as asked.

        Raises ``HistoryDamagedError`` where an archived part cannot be read.
        """
        return all_batches(self._engine, workspace_id, self._current(workspace_id).state.document)

    def backup(self, workspace_id: str, *, at: datetime, with_history: bool = True) -> bytes:
        """Return a workspace as one JSON file, made at ``at`` (UTC); docs/file-format.md describes it."""
        state = self._current(workspace_id).state
        parts = all_parts(self._engine, workspace_id, state.document) if with_history else ()
        return backup_of(state.document, parts, at=at)

    def copies(self, workspace_id: str) -> tuple[Copy, ...]:
        """Return the copies of a workspace that are kept beside it, the newest first."""
        return copies_in((*self._engine.kept(workspace_id), *self._engine.beside(workspace_id)))

    def load_copy(self, workspace_id: str, name: str) -> Workspace:
        """Return what a copy holds, even one that was changed by hand.

        Raises ``NoSuchCopyError``, ``BrokenRecordError`` and ``NewerFormatError``.
        """
        if name not in {copy.name for copy in self.copies(workspace_id)}:
            raise NoSuchCopyError(name)
        return snapshot_of(decoded(self._engine.load_kept(workspace_id, name), trusting=True))

    def keep_copy(self, workspace_id: str) -> str:
        """Keep a copy of a workspace as it is now, beyond the daily and monthly ones; return its name."""
        name = name_now(CopyKind.ASKED)
        with self._engine.locked(workspace_id):
            self._current(workspace_id, locked=True)
            # Written out: a second name for the same file would be damaged with it.
            self._engine.keep(workspace_id, name, self._engine.load(workspace_id)[1])
        return name

    def verify(self, workspace_id: str) -> Report:
        """Return what is true of every file of a workspace, having changed nothing.

        Raises ``WorkspaceGoneError`` when there is nothing of this id.
        """
        return verify(self._engine, workspace_id)

    def recovery(self, workspace_id: str) -> Recovery | None:
        """Return how the file was replaced after damage, until :meth:`acknowledge_recovery`."""
        return self._current(workspace_id).state.document.recovery

    def acknowledge_recovery(self, workspace_id: str) -> None:
        """Note that a person knows of the damage; the damaged file stays among the copies."""
        self._change(
            workspace_id, lambda state: State(replace(state.document, recovery=None), state.snapshot)
        )

    def start_anew(self, workspace_id: str) -> Workspace:
        """Keep a damaged file without a good copy aside, and begin with an empty workspace."""
        with self._engine.locked(workspace_id):
            version = self._engine.version(workspace_id)
            if version is not None:
                self._engine.keep(workspace_id, name_now(CopyKind.DAMAGED))
            document = Document(workspace=workspace_id, revision=1)
            return self._write(State(document, snapshot_of(document)), base=version, keep_previous=False)

    def _change(
        self, workspace_id: str, next_state: Callable[[State], State], *, commit_id: str | None = None
    ) -> Workspace:
        self._current(workspace_id)  # what is gone gets no lock either
        for _ in range(_TRIES):
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
        raise NotSavedError("others are saving all the time")

    def _write(
        self, new: State, *, base: Hashable | None, old: Document | None = None, keep_previous: bool = True
    ) -> Workspace:
        workspace_id = new.document.workspace
        new, parts = shortened(new)
        for name, part in parts:
            self._engine.keep(workspace_id, name, part)
        if old is not None:
            rotate(self._engine, old, new.document.saved_at)
        data = encoded(new.document)
        version = self._engine.compare_and_set(workspace_id, base, data, keep_previous=keep_previous)
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
        with nullcontext() if locked else self._engine.locked(workspace_id):
            with suppress(BrokenRecordError, WorkspaceGoneError):
                return self._read(workspace_id)  # somebody else was faster
            recover(self._engine, workspace_id, known_revision=held.state.snapshot.revision if held else 0)
            return self._read(workspace_id)

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
