"""The store: loads snapshots, and applies changes so that nothing acknowledged is lost."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from careerkit.change import Batch, Change
from careerkit.store.advance import State, advanced
from careerkit.store.backup import Backup, backup_of
from careerkit.store.codec import snapshot_of
from careerkit.store.copies import Copy, CopyKind, copies_in, name_now
from careerkit.store.document import Document, Recovery, decoded
from careerkit.store.engine import ChangedMeanwhileError, Engine
from careerkit.store.errors import (
    ForeignCopyError,
    NoSuchCopyError,
    NotEmptyError,
    NotSavedError,
    OlderThanSeenError,
    WorkspaceGoneError,
)
from careerkit.store.history import all_batches, all_parts
from careerkit.store.keepable import keepable
from careerkit.store.migrations import FORMAT
from careerkit.store.recovery import begin_anew
from careerkit.store.states import BUSY, TRIES, States
from careerkit.store.tables import require_room
from careerkit.store.verify import Report, verify
from careerkit.workspace import Workspace


class Store:
    """Workspaces by id, on whatever engine keeps their documents."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._states = States(engine)

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
        return self._states.newest(workspace_id).snapshot

    def create(self, workspace_id: str) -> Workspace:
        """Return the workspace of this id, made empty if there is none yet."""
        with self._engine.locked(workspace_id):
            for _ in range(TRIES):
                with suppress(WorkspaceGoneError):
                    snapshot = self._states.newest(workspace_id, locked=True).snapshot
                    self._engine.confirm(workspace_id)  # it may have been made, but never confirmed
                    return snapshot
                document = Document(workspace=workspace_id, revision=1)
                with suppress(ChangedMeanwhileError):
                    return self._states.begin(State(document, snapshot_of(document)))
        raise NotSavedError(BUSY)

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

        return self._states.change(workspace_id, next_state, commit_id=commit_id)

    def adopt(self, workspace_id: str, backup: Backup) -> Workspace:
        """Make a workspace in which nothing was ever entered exactly what a backup holds, history included.

        Raises ``NotEmptyError`` when something is there, and what :meth:`apply` raises when writing fails.
        """

        def next_state(state: State) -> State:
            if state.snapshot.history or not state.snapshot.is_empty:
                raise NotEmptyError
            document = backup.document(workspace_id, after=state.snapshot.revision)
            require_room(document)
            return State(document, snapshot_of(document))

        return self._states.change(workspace_id, next_state)

    def delete(self, workspace_id: str) -> None:
        """Remove a workspace for good, with its copies and history; nothing happens when there is none."""
        with self._engine.locked(workspace_id):
            self._engine.delete(workspace_id)
        self._states.forget(workspace_id)

    def history(self, workspace_id: str) -> Iterator[Batch]:
        """Yield every batch that was ever saved, the newest first, reading only as far as asked.

        Raises ``HistoryDamagedError`` where an archived part cannot be read.
        """
        return all_batches(self._engine, workspace_id, self._states.newest(workspace_id).document)

    def backup(self, workspace_id: str, *, at: datetime, with_history: bool = True) -> bytes:
        """Return a workspace as one JSON file, made at ``at`` (UTC); docs/file-format.md describes it."""
        state = self._states.newest(workspace_id)
        parts = all_parts(self._engine, workspace_id, state.document) if with_history else None
        return backup_of(state.document, parts, at=at)

    def copies(self, workspace_id: str) -> tuple[Copy, ...]:
        """Return the copies of a workspace that are kept beside it, the newest first."""
        return copies_in((*self._engine.kept(workspace_id), *self._engine.beside(workspace_id)))

    def load_copy(self, workspace_id: str, name: str) -> Workspace:
        """Return what a copy holds, even one that was changed by hand.

        Raises ``NoSuchCopyError``, ``BrokenRecordError``, ``NewerFormatError`` and, when it holds another
        workspace, ``ForeignCopyError``.
        """
        if name not in {copy.name for copy in self.copies(workspace_id)}:
            raise NoSuchCopyError(name)
        content = snapshot_of(decoded(self._engine.load_kept(workspace_id, name), trusting=True))
        if content.id != workspace_id:
            raise ForeignCopyError(name, content.id)
        return content

    def keep_copy(self, workspace_id: str) -> str:
        """Keep a copy of a workspace as it is now, beyond the daily and monthly ones; return its name."""
        name = name_now(CopyKind.ASKED)
        with self._engine.locked(workspace_id):
            self._states.newest(workspace_id, locked=True)
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
        return self._states.newest(workspace_id).document.recovery

    def acknowledge_recovery(self, workspace_id: str) -> None:
        """Note that a person knows of the damage; the damaged file stays among the copies."""

        def next_state(state: State) -> State:
            if state.document.recovery is None:
                return state
            return State(replace(state.document, recovery=None, format=FORMAT), state.snapshot)

        self._states.change(workspace_id, next_state)

    def start_anew(self, workspace_id: str) -> Workspace:
        """Keep what is damaged in every version aside, and begin with an empty workspace.

        When it can be read after all, it is returned as it is.
        """
        with self._engine.locked(workspace_id):
            for _ in range(TRIES):
                with suppress(ChangedMeanwhileError):
                    begin_anew(self._engine, workspace_id)
                    return self._states.newest(workspace_id, locked=True).snapshot
        raise NotSavedError(BUSY)
