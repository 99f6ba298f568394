"""Where documents lie: the small interface every engine has, and the one that keeps them in memory."""

from collections.abc import Hashable, MutableMapping
from contextlib import AbstractContextManager
from typing import Protocol
from uuid import uuid4

from careerkit.store.errors import WorkspaceGoneError


class Engine(Protocol):
    """Keeps one document, as bytes, for each workspace id."""

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all documents, sorted."""

    def version(self, workspace_id: str) -> Hashable | None:
        """Return a token that is different after every write, or ``None`` when there is no document.

        It costs no reading.
        """

    def read(self, workspace_id: str) -> bytes:
        """Return the document. Raises ``WorkspaceGoneError`` when there is none."""

    def write(self, workspace_id: str, document: bytes) -> None:
        """Replace the document as a whole, durably; to be called under :meth:`locked`.

        Raises ``NotSavedError``; the old document is then still there.
        """

    def locked(self, workspace_id: str) -> AbstractContextManager[object]:
        """Keep every other writer of this document out, in this process and others."""

    def delete(self, workspace_id: str) -> None:
        """Remove the document and every copy of it; nothing happens when there is none."""


class MemoryEngine:
    """Documents that last as long as the mapping they are kept in; ``lock`` belongs to that mapping."""

    def __init__(
        self, documents: MutableMapping[str, tuple[str, bytes]], lock: AbstractContextManager[object]
    ) -> None:
        self._documents = documents
        self._lock = lock

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all documents, sorted."""
        return tuple(sorted(self._documents))

    def version(self, workspace_id: str) -> str | None:
        """Return a token of the last write, or ``None`` when there is no document."""
        held = self._documents.get(workspace_id)
        return held[0] if held else None

    def read(self, workspace_id: str) -> bytes:
        """Return the document. Raises ``WorkspaceGoneError`` when there is none."""
        held = self._documents.get(workspace_id)
        if held is None:
            raise WorkspaceGoneError(workspace_id)
        return held[1]

    def write(self, workspace_id: str, document: bytes) -> None:
        """Replace the document as a whole."""
        self._documents[workspace_id] = (uuid4().hex, document)

    def locked(self, workspace_id: str) -> AbstractContextManager[object]:  # noqa: ARG002 - writing to memory is so short that one lock serves all
        """Keep every other writer out."""
        return self._lock

    def delete(self, workspace_id: str) -> None:
        """Remove the document; nothing happens when there is none."""
        self._documents.pop(workspace_id, None)
