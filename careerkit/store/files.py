"""One TinyDB file a workspace, replaced as a whole: either the old version is there or the new one."""

import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final
from uuid import uuid4

from filelock import FileLock, Timeout

from careerkit.store.errors import DamagedFileError, NotSavedError, StoreUnavailableError, WorkspaceGoneError

_ID: Final = re.compile(r"[a-z0-9-]{1,80}")
_PATIENCE: Final = 20.0
"""Seconds to wait for another writer; one save takes milliseconds."""


class FileEngine:
    """Documents as ``<id>.json`` in one folder, the version before beside each as ``<id>.json.bak``."""

    def __init__(self, folder: Path) -> None:
        """Open ``folder``, making it if need be. Raises ``StoreUnavailableError``."""
        self._folder = folder
        self._cleared: set[str] = set()
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            with tempfile.TemporaryFile(dir=folder):
                pass
        except OSError as error:
            raise StoreUnavailableError(str(folder), _reason(error)) from error

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all documents, sorted."""
        return tuple(sorted(path.stem for path in self._folder.glob("*.json") if _ID.fullmatch(path.stem)))

    def version(self, workspace_id: str) -> tuple[int, int, int] | None:
        """Return inode, time and size of the file: a replaced file differs in at least one."""
        path = self.path(workspace_id)
        try:
            stat = path.stat()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise DamagedFileError(str(path), _reason(error)) from error
        return stat.st_ino, stat.st_mtime_ns, stat.st_size

    def read(self, workspace_id: str) -> bytes:
        """Return the document. Raises ``WorkspaceGoneError`` when there is none."""
        path = self.path(workspace_id)
        try:
            return path.read_bytes()
        except FileNotFoundError:
            raise WorkspaceGoneError(workspace_id) from None
        except OSError as error:
            raise DamagedFileError(str(path), _reason(error)) from error

    def write(self, workspace_id: str, document: bytes) -> None:
        """Replace the document: temporary file, fsync, keep the version before, replace, fsync the folder."""
        path = self.path(workspace_id)
        try:
            temporary = self._written(path.name, document)
            try:
                self._keep_previous(path)
                temporary.replace(path)
            except OSError:
                temporary.unlink(missing_ok=True)
                raise
            _sync_folder(self._folder)
        except OSError as error:
            raise NotSavedError(_reason(error)) from error

    @contextmanager
    def locked(self, workspace_id: str) -> Iterator[None]:
        """Keep every other writer of this document out, in this process and others."""
        # A lock object of its own for each call: two threads then exclude each other like two processes.
        lock = FileLock(self.path(workspace_id).with_suffix(".lock"), timeout=_PATIENCE, poll_interval=0.01)
        try:
            lock.acquire()
            self._clear_up_once(workspace_id)
        except Timeout as error:
            raise NotSavedError("another program has been saving for a long time") from error
        except OSError as error:
            raise NotSavedError(_reason(error)) from error
        try:
            yield
        finally:
            lock.release()

    def delete(self, workspace_id: str) -> None:
        """Remove the file and the version before it; nothing happens when there is none."""
        path = self.path(workspace_id)
        try:
            for leftover in (path, _previous(path), *self._temporary(path)):
                leftover.unlink(missing_ok=True)
            _sync_folder(self._folder)
        except OSError as error:
            raise NotSavedError(_reason(error)) from error

    def path(self, workspace_id: str) -> Path:
        """Return where a document lies. Raises ``WorkspaceGoneError`` for what cannot be an id."""
        if not _ID.fullmatch(workspace_id):
            raise WorkspaceGoneError(workspace_id)
        return self._folder / f"{workspace_id}.json"

    def _clear_up_once(self, workspace_id: str) -> None:
        """Remove what a killed save has left; under the lock, nobody else is writing."""
        if workspace_id not in self._cleared:
            for leftover in self._temporary(self.path(workspace_id)):
                leftover.unlink(missing_ok=True)
            self._cleared.add(workspace_id)

    def _temporary(self, path: Path) -> Iterator[Path]:
        return self._folder.glob(f".{path.name}.*")

    def _written(self, name: str, document: bytes) -> Path:
        handle, temporary = tempfile.mkstemp(dir=self._folder, prefix=f".{name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(document)
                file.flush()
                os.fsync(file.fileno())
        except OSError:
            Path(temporary).unlink(missing_ok=True)
            raise
        return Path(temporary)

    def _keep_previous(self, path: Path) -> None:
        """Give the current version a second name; where the disk knows no hard links, go without."""
        aside = path.with_name(f".{path.name}.previous-{uuid4().hex}")
        with suppress(OSError, NotImplementedError):
            aside.hardlink_to(path)
            aside.replace(_previous(path))


def _previous(path: Path) -> Path:
    return path.with_name(f"{path.name}.bak")


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows cannot open a folder; it writes the directory entry itself
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
