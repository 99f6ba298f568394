"""What the store asks of whatever keeps its documents: load, compare and set, lock, keep copies."""

from collections.abc import Hashable
from contextlib import AbstractContextManager
from typing import Final, NamedTuple, Protocol

PREVIOUS: Final = "previous"
"""The name of the copy that every save keeps: the document as it was before."""


BESIDE: Final = "beside:"
"""Begins the name of a copy that another program has put there; what it calls it follows."""


class Kept(NamedTuple):
    """A copy beside a document: its name, when it was written (seconds since 1970, UTC), and its bytes."""

    name: str
    written_at: float
    size: int


class ChangedMeanwhileError(Exception):
    """The document is no longer the one that a new one was made from: load it and try again."""


class Engine(Protocol):
    """Keeps one document, as bytes, for each workspace id, and named copies beside it.

    A writer holds :meth:`locked` from loading to :meth:`compare_and_set`. Where a lock costs too much, it may
    do nothing: comparing decides. Every method raises ``NotSavedError`` or ``UnreadableError`` when the
    system refuses.
    """

    @property
    def read_only_because(self) -> str | None:
        """Why nothing can be saved here, though it can be read; ``None`` when it can."""

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all documents, sorted."""

    def version(self, workspace_id: str) -> Hashable | None:
        """Return a token that differs after every write, or ``None`` when there is no document.

        It costs next to nothing.
        """

    def load(self, workspace_id: str) -> tuple[Hashable, bytes]:
        """Return the document with its version. Raises ``WorkspaceGoneError`` when there is none."""

    def compare_and_set(
        self, workspace_id: str, base: Hashable | None, document: bytes, *, keep_previous: bool = True
    ) -> Hashable:
        """Replace the document of version ``base`` (``None``: there was none) whole and durably.

        Returns the new version, and keeps the old document as the copy :data:`PREVIOUS`. Raises
        :class:`ChangedMeanwhileError`, ``NotSavedError`` (the old document is still there) or
        ``NotConfirmedError`` (the new one is, but may not last).
        """

    def confirm(self, workspace_id: str) -> None:
        """Make sure that the document that is visible lasts. Raises ``NotConfirmedError``."""

    def locked(self, workspace_id: str) -> AbstractContextManager[object]:
        """Keep every other writer of this document out, in this process and others."""

    def delete(self, workspace_id: str) -> None:
        """Remove the document and everything beside it; nothing happens when there is none."""

    def kept(self, workspace_id: str) -> tuple[Kept, ...]:
        """Return the copies of a document that the store has made, sorted by name."""

    def beside(self, workspace_id: str) -> tuple[Kept, ...]:
        """Return the copies of a document that other programs have put there, sorted by name."""

    def load_kept(self, workspace_id: str, name: str) -> bytes:
        """Return a copy. Raises ``NoSuchCopyError``."""

    def keep(self, workspace_id: str, name: str, document: bytes | None = None) -> None:
        """Keep a copy durably under ``name``; of the document as it is now when none is given."""

    def drop(self, workspace_id: str, name: str) -> None:
        """Remove a copy; nothing happens when there is none."""
