"""Documents in memory: for guests, and for tests."""

import time
from collections.abc import MutableMapping
from contextlib import AbstractContextManager
from typing import Any
from uuid import uuid4

from careerkit.store.engine import PREVIOUS, ChangedMeanwhileError, Kept
from careerkit.store.errors import NoSuchCopyError, WorkspaceGoneError

Shelf = dict[str, tuple[float, bytes]]
"""By name, when something was written and what."""


class MemoryEngine:
    """Documents that last as long as the mapping they are kept in; ``lock`` belongs to that mapping.

    The mapping holds plain values only, so that it outlives a reload of this module: by workspace id the
    version, the document and the shelf of its copies.
    """

    def __init__(self, documents: MutableMapping[str, Any], lock: AbstractContextManager[object]) -> None:
        self._documents: MutableMapping[str, tuple[str, bytes, Shelf]] = documents
        self._lock = lock

    read_only_because: str | None = None

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all documents, sorted."""
        return tuple(sorted(self._documents))

    def version(self, workspace_id: str) -> str | None:
        """Return a token of the last write, or ``None`` when there is no document."""
        held = self._documents.get(workspace_id)
        return held[0] if held else None

    def load(self, workspace_id: str) -> tuple[str, bytes]:
        """Return the document with its version. Raises ``WorkspaceGoneError`` when there is none."""
        version, document, _ = self._held(workspace_id)
        return version, document

    def compare_and_set(
        self, workspace_id: str, base: object, document: bytes, *, keep_previous: bool = True
    ) -> str:
        """Replace the document as a whole. Raises ``ChangedMeanwhileError``."""
        held = self._documents.get(workspace_id)
        if (held[0] if held else None) != base:
            raise ChangedMeanwhileError
        version, shelf = uuid4().hex, dict(held[2]) if held else {}
        if held and keep_previous:
            shelf[PREVIOUS] = (time.time(), held[1])
        self._documents[workspace_id] = (version, document, shelf)
        return version

    def confirm(self, workspace_id: str) -> None:
        """Do nothing: memory has nothing to wait for."""

    def locked(self, workspace_id: str) -> AbstractContextManager[object]:  # noqa: ARG002 - writing to memory is so short that one lock serves all
        """Keep every other writer out."""
        return self._lock

    def delete(self, workspace_id: str) -> None:
        """Remove the document and its copies; nothing happens when there is none."""
        self._documents.pop(workspace_id, None)

    def kept(self, workspace_id: str) -> tuple[Kept, ...]:
        """Return the copies of a document, sorted by name."""
        held = self._documents.get(workspace_id)
        shelf = held[2] if held else {}
        return tuple(sorted(Kept(name, at, len(document)) for name, (at, document) in shelf.items()))

    def beside(self, workspace_id: str) -> tuple[Kept, ...]:  # noqa: ARG002 - memory is nobody else's
        """Return nothing: no other program writes here."""
        return ()

    def load_kept(self, workspace_id: str, name: str) -> bytes:
        """Return a copy. Raises ``NoSuchCopyError``."""
        held = self._documents.get(workspace_id)
        if held is None or name not in held[2]:
            raise NoSuchCopyError(name)
        return held[2][name][1]

    def keep(self, workspace_id: str, name: str, document: bytes | None = None) -> None:
        """Keep a copy under ``name``; of the document as it is now when none is given."""
        version, current, shelf = self._held(workspace_id)
        copy = (time.time(), current if document is None else document)
        # A new shelf each time: someone may be looking at the old one.
        self._documents[workspace_id] = (version, current, {**shelf, name: copy})

    def drop(self, workspace_id: str, name: str) -> None:
        """Remove a copy; nothing happens when there is none."""
        held = self._documents.get(workspace_id)
        if held:
            version, document, shelf = held
            left = {one: copy for one, copy in shelf.items() if one != name}
            self._documents[workspace_id] = (version, document, left)

    def _held(self, workspace_id: str) -> tuple[str, bytes, Shelf]:
        held = self._documents.get(workspace_id)
        if held is None:
            raise WorkspaceGoneError(workspace_id)
        return held
