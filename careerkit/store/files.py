"""One TinyDB file a workspace, replaced as a whole: either the old version is there or the new one."""

import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock
from typing import Final, TypeVar

from filelock import FileLock

from careerkit.store import disk
from careerkit.store.engine import PREVIOUS, ChangedMeanwhileError, Kept
from careerkit.store.errors import (
    WHOLE,
    BrokenRecordError,
    NoSuchCopyError,
    NotConfirmedError,
    NotDeletedError,
    NotSavedError,
    StoreUnavailableError,
    UnreadableError,
    WorkspaceGoneError,
)
from careerkit.store.layout import Layout

_PATIENCE: Final = 20.0
"""Seconds to wait for another writer; one save takes milliseconds."""
_POLL: Final = 0.002

T = TypeVar("T")


class FileEngine:
    """Documents as files in one folder."""

    def __init__(self, folder: Path) -> None:
        """Open ``folder``, making it if need be.

        Raises ``StoreUnavailableError`` when nothing can be read or written there.
        """
        self._at = Layout(folder)
        self._locks: dict[str, tuple[Lock, FileLock]] = {}
        self.read_only_because: str | None = None
        try:
            disk.make_folder(folder)
            with tempfile.TemporaryFile(dir=folder):
                pass
        except OSError as error:
            # What can still be read is worth more than an empty plan somewhere else.
            if not _holds_anything(folder):
                raise StoreUnavailableError(str(folder), disk.reason(error)) from error
            if error.errno in disk.FOR_GOOD:
                self.read_only_because = disk.reason(error)

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all documents, sorted; a conflict copy of another one is none."""
        return _reading(self._at.folder, lambda: tuple(self._at.ids()))

    def version(self, workspace_id: str) -> disk.Token | None:
        """Return a token that differs after every write, or ``None`` when there is no document."""
        path = self._at.document(workspace_id)
        return _reading(path, lambda: disk.token_of(path))

    def load(self, workspace_id: str) -> tuple[disk.Token, bytes]:
        """Return the document with its version. Raises ``WorkspaceGoneError`` when there is none."""
        try:
            return _whole(self._at.document(workspace_id))
        except FileNotFoundError:
            raise WorkspaceGoneError(workspace_id) from None

    def compare_and_set(
        self, workspace_id: str, base: object, document: bytes, *, keep_previous: bool = True
    ) -> disk.Token:
        """Replace the document: temporary file, flush, keep the version before, rename, flush the folder."""
        path = self._at.document(workspace_id)
        if self.version(workspace_id) != base:
            raise ChangedMeanwhileError
        new, aside = (self._at.temporary(path, what) for what in ("new", "aside"))
        with _as_not_saved(), _cleared_up(new, aside):
            token = disk.write_new(new, document)
            if base is not None and keep_previous:
                disk.keep_also_as(path, self._at.copy(workspace_id, PREVIOUS), by_way_of=aside)
            disk.replace(new, path)
        self.confirm(workspace_id)
        return token

    def confirm(self, workspace_id: str) -> None:  # noqa: ARG002 - one folder holds them all
        """Make sure that the document that is visible lasts. Raises ``NotConfirmedError``."""
        try:
            disk.sync_folder(self._at.folder)
        except OSError as error:
            raise NotConfirmedError(disk.reason(error)) from error

    @contextmanager
    def locked(self, workspace_id: str) -> Iterator[None]:
        """Keep every other writer of this document out: threads of this process first, then processes."""
        thread, processes = self._lock_of(workspace_id)
        if not thread.acquire(timeout=_PATIENCE):
            raise NotSavedError("another save is taking very long")
        try:
            with _as_not_saved():
                processes.acquire()
            try:
                yield
            finally:
                _free(processes)
        finally:
            thread.release()

    def delete(self, workspace_id: str) -> None:
        """Remove the document and everything beside it; nothing happens when there is none."""
        document, shelf = self._at.document(workspace_id), self._at.shelf(workspace_id)
        try:
            for path in self._at.everything_beside(workspace_id):
                path.unlink(missing_ok=True)
            if shelf.is_dir():
                for path in shelf.iterdir():  # some disks put folders of their own into every folder
                    shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
                shelf.rmdir()
            if document.exists():
                # It goes last, and after the rest is gone for good: no copy of it is found in its place.
                disk.sync_folder(self._at.folder)
                document.unlink(missing_ok=True)
            disk.sync_folder(self._at.folder)
            with suppress(PermissionError):  # Windows removes no file that is open; this one is empty
                self._at.lock(workspace_id).unlink(missing_ok=True)
        except OSError as error:
            raise NotDeletedError(disk.reason(error)) from error

    def kept(self, workspace_id: str) -> tuple[Kept, ...]:
        """Return the copies of a document that the store has made, sorted by name."""
        return self._found(workspace_id, self._at.copies(workspace_id))

    def beside(self, workspace_id: str) -> tuple[Kept, ...]:
        """Return the copies of a document that other programs have put into the folder, sorted by name."""
        return self._found(workspace_id, self._at.beside(workspace_id))

    def load_kept(self, workspace_id: str, name: str) -> bytes:
        """Return a copy. Raises ``NoSuchCopyError``."""
        try:
            return _whole(self._at.copy(workspace_id, name))[1]
        except FileNotFoundError:
            raise NoSuchCopyError(name) from None

    def keep(self, workspace_id: str, name: str, document: bytes | None = None) -> None:
        """Keep a copy durably under ``name``; of the document as it is now when none is given."""
        target = self._at.copy(workspace_id, name)
        new = self._at.temporary(target, "new")
        with _as_not_saved(), _cleared_up(new):
            target.parent.mkdir(mode=0o700, exist_ok=True)
            disk.sync_folder(self._at.folder)  # also when a save that was killed has made it
            if document is None:
                disk.keep_also_as(self._at.document(workspace_id), target, by_way_of=new)
            else:
                disk.write_new(new, document)
                disk.replace(new, target)
            disk.sync_folder(target.parent)

    def drop(self, workspace_id: str, name: str) -> None:
        """Remove a copy; nothing happens when there is none."""
        with _as_not_saved():
            self._at.copy(workspace_id, name).unlink(missing_ok=True)

    def _lock_of(self, workspace_id: str) -> tuple[Lock, FileLock]:
        if workspace_id not in self._locks:
            path = self._at.lock(workspace_id)
            # Made once: one thread at a time holds it, whichever that is.
            lock = FileLock(path, timeout=_PATIENCE, poll_interval=_POLL, thread_local=False)
            return self._locks.setdefault(workspace_id, (Lock(), lock))
        return self._locks[workspace_id]

    def _found(self, workspace_id: str, names: Iterable[str]) -> tuple[Kept, ...]:
        found = []
        for name in _reading(self._at.folder, lambda: list(names)):
            path = self._at.copy(workspace_id, name)
            with suppress(FileNotFoundError):  # it may be dropped while we look
                status = _reading(path, path.stat)
                found.append(Kept(name, status.st_mtime, status.st_size))
        return tuple(sorted(found))


def _free(lock: FileLock) -> None:
    """Let go of a lock, whatever the system says to it: what was saved is saved."""
    try:
        lock.release()
    except OSError:
        with suppress(OSError):
            lock.release(force=True)


def _holds_anything(folder: Path) -> bool:
    try:
        return any(path.name.endswith((".json", ".json.bak")) for path in folder.iterdir())
    except OSError:
        return False


def _reading(path: Path, read: Callable[[], T]) -> T:
    try:
        return read()
    except FileNotFoundError:
        raise
    except OSError as error:
        passing = error.errno in disk.PASSING
        raise UnreadableError(str(path), disk.reason(error), passing=passing) from error


def _whole(path: Path) -> tuple[disk.Token, bytes]:
    try:
        return _reading(path, lambda: disk.read_whole(path))
    except disk.TooLargeToReadError as error:
        raise BrokenRecordError(WHOLE, "it is far too large for a workspace") from error


@contextmanager
def _as_not_saved() -> Iterator[None]:
    try:
        yield
    except TimeoutError as error:  # the lock's own is one
        raise NotSavedError("another program has been saving for a long time") from error
    except OSError as error:
        raise NotSavedError(disk.reason(error)) from error


@contextmanager
def _cleared_up(*temporary: Path) -> Iterator[None]:
    """Remove temporary files when anything ends the work early, be it Streamlit stopping its script."""
    try:
        yield
    except BaseException:
        for path in temporary:
            with suppress(OSError):
                path.unlink(missing_ok=True)
        raise
