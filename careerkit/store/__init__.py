"""Where workspaces are kept: open a store, load snapshots, apply changes."""

import os
from collections.abc import MutableMapping
from contextlib import AbstractContextManager
from pathlib import Path
from threading import Lock
from typing import Any, Final

from careerkit.store.backup import Backup, read_backup, template_file
from careerkit.store.copies import Copy, CopyKind
from careerkit.store.document import Recovery
from careerkit.store.errors import (
    BrokenRecordError,
    CannotBeKeptError,
    DamagedFileError,
    ForeignCopyError,
    HistoryDamagedError,
    NewerFormatError,
    NoSuchCopyError,
    NotABackupError,
    NotConfirmedError,
    NotEmptyError,
    NotRepairedError,
    NotSavedError,
    OlderThanSeenError,
    StoreUnavailableError,
    TooLargeError,
    UnreadableError,
    WorkspaceGoneError,
)
from careerkit.store.files import FileEngine
from careerkit.store.limits import MAX_UPLOAD
from careerkit.store.memory import MemoryEngine
from careerkit.store.store import Store
from careerkit.store.verify import Checked, Fault, Report

MEMORY: Final = ":memory:"

__all__ = [
    "MAX_UPLOAD",
    "MEMORY",
    "Backup",
    "BrokenRecordError",
    "CannotBeKeptError",
    "Checked",
    "Copy",
    "CopyKind",
    "DamagedFileError",
    "Fault",
    "ForeignCopyError",
    "HistoryDamagedError",
    "NewerFormatError",
    "NoSuchCopyError",
    "NotABackupError",
    "NotConfirmedError",
    "NotEmptyError",
    "NotRepairedError",
    "NotSavedError",
    "OlderThanSeenError",
    "Recovery",
    "Report",
    "Store",
    "StoreUnavailableError",
    "TooLargeError",
    "UnreadableError",
    "WorkspaceGoneError",
    "default_folder",
    "memory_store",
    "open_store",
    "read_backup",
    "template_file",
]


def open_store(location: str | os.PathLike[str]) -> Store:
    """Return the store at ``location``: a folder of TinyDB files, or ``":memory:"``.

    Raises ``StoreUnavailableError`` when the folder cannot be made or written to.
    """
    if os.fspath(location) == MEMORY:
        return memory_store({}, Lock())
    return Store(FileEngine(Path(location)))


def memory_store(documents: MutableMapping[str, Any], lock: AbstractContextManager[object]) -> Store:
    """Return a store whose workspaces last as long as ``documents``, which holds them in encoded form.

    All stores over the same documents share one ``lock``.
    """
    return Store(MemoryEngine(documents, lock))


def default_folder() -> Path:
    """Return where this system keeps a person's data, or what the setting ``CAREERKIT_DATA`` names."""
    chosen = os.environ.get("CAREERKIT_DATA")
    if chosen:
        return Path(chosen)
    from platformdirs import user_data_path  # noqa: PLC0415 - only needed without the setting

    return user_data_path("careerkit", appauthor=False)
