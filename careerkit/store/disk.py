"""The few things the store asks of a disk, done so that they last.

Files are written under a name of their own, flushed, and renamed into place; then their folder is flushed.
docs/storage.md says what that is worth on each system.
"""

import errno
import os
import stat
import sys
import time
from pathlib import Path
from typing import Final, NamedTuple

from careerkit.store.limits import MAX_FILE

HEAD: Final = 256
"""The first bytes of a file: they hold its checksum and whose it is."""

_READ: Final = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOFOLLOW", 0)  # a link would be replaced by a file at the next save
    | getattr(os, "O_NONBLOCK", 0)  # a pipe in the place of the file must not hang
)
_WRITE: Final = (
    os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
)
_ONLY_FOR_ITS_OWNER: Final = 0o600
_FOLDER_FOR_ITS_OWNER: Final = 0o700
_CHUNK: Final = 1 << 20
PASSING: Final = {errno.EMFILE, errno.ENFILE, errno.EINTR, errno.EAGAIN, errno.ENOMEM, errno.EBUSY}
"""What systems answer that may answer otherwise the next moment."""
FOR_GOOD: Final = {errno.EROFS, errno.EACCES, errno.EPERM}
"""What systems answer that will be answered again until somebody changes a right."""
_NO_LINKS: Final = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EXDEV}
"""What systems answer that know no hard links, or no more of them."""
_WINDOWS: Final = os.name == "nt"
_WINDOWS_PATIENCE: Final = 2.0
"""Seconds in which another program may let go of a file that it is just reading."""


class TooLargeToReadError(Exception):
    """The file is larger than any that careerkit writes."""


class Token(NamedTuple):
    """What differs between two versions of a file: its head (with the checksum), inode, size and time."""

    head: bytes
    inode: int
    size: int
    changed_ns: int


def token_of(path: Path) -> Token | None:
    """Return the token of the file as it is now, ``None`` when there is none. Raises ``OSError``."""
    try:
        handle = os.open(path, _READ)
    except FileNotFoundError:
        return None
    try:
        return _token(handle, os.read(handle, HEAD))
    finally:
        os.close(handle)


def read_whole(path: Path, *, most: int | None = MAX_FILE) -> tuple[Token, bytes]:
    """Return the token and the bytes of one and the same version.

    Raises ``OSError``, also for what is no file, and :class:`TooLargeToReadError` past ``most`` bytes.
    """
    handle = os.open(path, _READ)
    try:
        if most is not None and os.fstat(handle).st_size > most:
            raise TooLargeToReadError
        parts = []
        while part := os.read(handle, _CHUNK):
            parts.append(part)
        data = b"".join(parts)
        return _token(handle, data[:HEAD]), data
    finally:
        os.close(handle)


def write_new(path: Path, data: bytes) -> Token:
    """Write a file that lasts, taking the place of what a killed writer may have left. Raises ``OSError``."""
    try:
        handle = os.open(path, _WRITE, _ONLY_FOR_ITS_OWNER)
    except FileExistsError:
        path.unlink()
        handle = os.open(path, _WRITE, _ONLY_FOR_ITS_OWNER)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        _sync(handle)
        return _token(handle, data[:HEAD])
    finally:
        os.close(handle)


def keep_also_as(path: Path, name: Path, *, by_way_of: Path) -> None:
    """Give the file ``path`` a second name, in place of what has it; without links, a copy of it."""
    try:
        _link(path, by_way_of)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        write_new(by_way_of, read_whole(path, most=None)[1])
    replace(by_way_of, name)
    by_way_of.unlink(missing_ok=True)  # it stays when both were names of one and the same file


def replace(source: Path, target: Path) -> None:
    """Rename, in place of what has that name. On Windows a reader may have to let go first."""
    deadline = time.monotonic() + _WINDOWS_PATIENCE
    while True:
        try:
            source.replace(target)
        except PermissionError:
            if not _WINDOWS or time.monotonic() > deadline:
                raise
            time.sleep(0.01)
        else:
            return


def sync_folder(folder: Path) -> None:
    """Make sure that the names in a folder last."""
    if _WINDOWS:  # it opens no folders, and keeps a journal of names itself
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        _sync(handle)
    finally:
        os.close(handle)


def make_folder(folder: Path) -> None:
    """Make a folder that lasts, with every folder above it that is missing. Raises ``OSError``."""
    missing = [one for one in (folder, *folder.parents) if not one.is_dir()]
    folder.mkdir(parents=True, exist_ok=True, mode=_FOLDER_FOR_ITS_OWNER)
    for made in reversed(missing):
        sync_folder(made.parent)


def reason(error: OSError) -> str:
    """Return why the system refused, as words within a sentence."""
    if error.errno == errno.ELOOP:
        return "it is a link to another place"
    return (error.strerror or str(error)).lower()


def _token(handle: int, head: bytes) -> Token:
    status = os.fstat(handle)
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "it is no file")
    return Token(head, status.st_ino, status.st_size, status.st_mtime_ns)


def _link(path: Path, name: Path) -> None:
    try:
        os.link(path, name)
    except FileExistsError:  # a killed writer left it
        name.unlink()
        os.link(path, name)


if sys.platform == "darwin":
    from fcntl import F_FULLFSYNC, fcntl

    def _sync(handle: int) -> None:
        """Flush a file or folder down to the medium, which macOS does only when asked in this way."""
        try:
            fcntl(handle, F_FULLFSYNC)
        except OSError:  # some network disks know only the weaker one
            os.fsync(handle)

else:

    def _sync(handle: int) -> None:
        """Flush a file or folder down to the medium."""
        os.fsync(handle)
