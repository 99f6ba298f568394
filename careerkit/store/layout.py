"""Where the files of a workspace lie, and whose a file is.

Beside ``<id>.json`` lie the version before it (``<id>.json.bak``), the lock (``<id>.lock``) and a folder with
the other copies (``<id>.kept``).
"""

import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from careerkit.store import disk
from careerkit.store.engine import BESIDE, PREVIOUS
from careerkit.store.errors import NoSuchCopyError, WorkspaceGoneError

_SUFFIX: Final = ".json"
_ID: Final = re.compile(r"[a-z0-9-]{1,80}")
_WHOSE: Final = re.compile(rb'"workspace": ?"([a-z0-9-]{1,80})"')
_COPY: Final = re.compile(r"[a-z0-9-]{1,100}")


class Layout:
    """The places of one data folder. An id or a name from outside never becomes another path."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._documents: dict[str, Path] = {}

    def document(self, workspace_id: str) -> Path:
        """Return where the document lies. Raises ``WorkspaceGoneError`` for what cannot be an id."""
        path = self._documents.get(workspace_id)
        if path is None:
            if not _ID.fullmatch(workspace_id):
                raise WorkspaceGoneError(workspace_id)
            path = self._documents[workspace_id] = self.folder / f"{workspace_id}{_SUFFIX}"
        return path

    def lock(self, workspace_id: str) -> Path:
        """Return where the lock lies."""
        return self.document(workspace_id).with_suffix(".lock")

    def shelf(self, workspace_id: str) -> Path:
        """Return the folder of the copies."""
        return self.document(workspace_id).with_suffix(".kept")

    def copy(self, workspace_id: str, name: str) -> Path:
        """Return where the copy of this name lies. Raises ``NoSuchCopyError`` for what cannot be one."""
        document = self.document(workspace_id)
        if name == PREVIOUS:
            return document.with_name(f"{document.name}.bak")
        beside = name.removeprefix(BESIDE)
        if beside != name and Path(beside).name == beside and self._whose(beside) == workspace_id:
            return self.folder / beside
        if not _COPY.fullmatch(name):
            raise NoSuchCopyError(name)
        return self.shelf(workspace_id) / f"{name}{_SUFFIX}"

    def copies(self, workspace_id: str) -> Iterator[str]:
        """Yield the names of all copies that may be there. Raises ``OSError``."""
        yield PREVIOUS
        shelf = self.shelf(workspace_id)
        for path in sorted(shelf.iterdir()) if shelf.is_dir() else ():
            if path.suffix == _SUFFIX and _COPY.fullmatch(path.stem):
                yield path.stem

    def ids(self) -> Iterator[str]:
        """Yield the id of each document, sorted; a file that says it holds another one is none."""
        for name in self._files():
            stem = name.removesuffix(_SUFFIX)
            if _ID.fullmatch(stem) and self._whose(name) in (None, stem):
                yield stem

    def beside(self, workspace_id: str) -> list[str]:
        """Return the names of copies that sync programs have made of the document."""
        own = self.document(workspace_id).name
        return [f"{BESIDE}{n}" for n in self._files() if n != own and self._whose(n) == workspace_id]

    def everything_beside(self, workspace_id: str) -> list[Path]:
        """Return every file in the folder that holds something of a workspace, but its document.

        Raises ``OSError`` when a file cannot be looked into, which might be one.
        """
        document = self.document(workspace_id)
        ours = (document.name, f".{document.name}")  # with whatever a program has put behind it
        return [
            path
            for path in self.folder.iterdir()
            if path != document
            and stat.S_ISREG(path.lstat().st_mode)
            and (
                path.name.startswith(ours)
                or (path.suffix == _SUFFIX and self._holds(path.name) == workspace_id)
            )
        ]

    @staticmethod
    def temporary(path: Path, what: str) -> Path:
        """Return the one name for it: under the lock nobody else writes, and leftovers are replaced."""
        return path.with_name(f".{path.name}.{what}")

    def _files(self) -> list[str]:
        names = sorted(path.name for path in self.folder.iterdir() if path.suffix == _SUFFIX)
        return [name for name in names if not name.startswith(".")]

    def _whose(self, name: str) -> str | None:
        """Return which workspace a file says it holds; ``None`` when it does not say or cannot be read."""
        try:
            return self._holds(name)
        except OSError:
            return None

    def _holds(self, name: str) -> str | None:
        token = disk.token_of(self.folder / name)
        found = _WHOSE.search(token.head) if token else None
        return found[1].decode() if found else None
