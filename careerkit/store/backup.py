"""The backup: one JSON file that holds a whole workspace, and its way back in, checked as a whole."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from careerkit.change import plain, plain_entity
from careerkit.moments import require_moment
from careerkit.store.codec import snapshot_of
from careerkit.store.document import HISTORY, Document, encoded_entry, entry_in, parsed, row
from careerkit.store.errors import (
    BrokenRecordError,
    HistoryDamagedError,
    NewerFormatError,
    NotABackupError,
    UnreadableError,
)
from careerkit.store.limits import MAX_UPLOAD
from careerkit.store.migrations import FORMAT, lifted
from careerkit.store.seal import is_intact, sealed
from careerkit.store.tables import table_of
from careerkit.workspace import KINDS, Workspace, broken_links

_MAX_DEPTH: Final = 12
_TOKENS: Final = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[\]{}]', re.DOTALL)
"""Strings, even without an end, and brackets."""
_KIND: Final = "careerkit backup"
_START: Final = b'{"checksum":"'
_ROOM: Final = 4_096
"""Bytes for everything in a backup that is neither entry nor history."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A backup that was read: the content, when it was made (UTC), and of which workspace.

    ``history_complete`` says whether the history in it goes back to the beginning.
    """

    content: Workspace
    made_at: datetime
    history_complete: bool = True

    def document(self, workspace_id: str, *, after: int) -> Document:
        """Return the document that makes a workspace what the backup holds, at a revision past ``after``."""
        newest = self.content.history[-1] if self.content.history else None
        kinds = {
            kind: table_of(plain_entity(entity) for entity in self.content.collection(kind).values())
            for kind in KINDS
            if self.content.collection(kind)
        }
        return Document(
            workspace=workspace_id,
            revision=max(self.content.revision, after + 1),
            saved_at=(newest.at if newest else self.made_at).isoformat(),
            history_complete=self.history_complete,
            tables={**kinds, HISTORY: table_of(plain_entity(batch) for batch in self.content.history)},
        )


def backup_of(document: Document, history: Iterable[Document] | None, *, at: datetime) -> bytes:
    """Return the backup of a workspace as the bytes of a JSON file in UTF-8, made at ``at`` (UTC).

    ``history`` are the documents that hold its history, the newest first, ``None`` to leave it out. As much
    of it goes in as can be read and fits into :data:`MAX_UPLOAD`. docs/file-format.md describes the format.
    """
    entries = {kind: list(map(entry_in, document.table(kind).values())) for kind in KINDS}
    room = MAX_UPLOAD - _ROOM - sum(len(entry) + 1 for table in entries.values() for entry in table)
    batches, complete = ([], not document.table(HISTORY)) if history is None else _newest(history, room)
    particulars = {
        "kind": _KIND,
        "format": FORMAT,
        "made_at": at.isoformat(),
        "workspace": document.workspace,
        "revision": document.revision,
        "history_complete": complete and document.history_complete,
    }
    tables = b",".join(b'"%b":%b' % (kind.encode(), _listed(table)) for kind, table in entries.items())
    rest = b'",%b,"entries":{%b},"history":%b}' % (encoded_entry(particulars)[1:-1], tables, _listed(batches))
    return sealed(_START, rest)


def template_file(template: Workspace, *, at: datetime) -> bytes:
    """Return a template as the bytes of a file that :func:`read_backup` reads, made at ``at`` (UTC)."""
    return backup_of(Backup(content=template, made_at=at).document(template.id, after=0), None, at=at)


def read_backup(data: bytes) -> Backup:
    """Return what a backup holds.

    Raises ``NotABackupError`` for a file that is something else, cut short, damaged or past
    :data:`MAX_UPLOAD`, ``NewerFormatError``, and ``BrokenRecordError`` with the path of a bad field.
    """
    if len(data) > MAX_UPLOAD:
        message = f"This file has more than {MAX_UPLOAD // 1_000_000} MB, so it is no backup."
        raise NotABackupError(message)
    backup = _parsed(data)
    if not isinstance(backup, dict) or backup.get("kind") != _KIND:
        raise NotABackupError("This file is not a backup of careerkit.")
    try:
        read = _read(backup)
    except (NewerFormatError, BrokenRecordError):
        raise
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise NotABackupError("This backup is incomplete or damaged.") from error
    if "checksum" in backup and not _is_intact(data, backup):
        raise NotABackupError("This backup was damaged, or changed by hand and its checksum left in.")
    return read


def _newest(history: Iterable[Document], room: int) -> tuple[list[bytes], bool]:
    newest: list[bytes] = []
    try:
        for part in history:
            for batch in map(entry_in, reversed([*part.table(HISTORY).values()])):
                room -= len(batch) + 1
                if room < 0:
                    return newest[::-1], False
                newest.append(batch)
    except (HistoryDamagedError, UnreadableError):  # the entries, and what came later, are worth a backup
        return newest[::-1], False
    return newest[::-1], True


def _listed(entries: Iterable[bytes]) -> bytes:
    return b"[%b]" % b",".join(entries)


def _read(backup: Mapping[str, Any]) -> Backup:
    meta = {key: backup[key] for key in ("format", "workspace", "revision")}
    tables = {
        kind: {str(number): entry for number, entry in enumerate(entries, 1)}
        for kind, entries in {**backup["entries"], HISTORY: backup[HISTORY]}.items()
    }
    content = _content(meta, lifted(_cleaned(tables), meta))
    for entity, field in broken_links(content, KINDS):
        raise BrokenRecordError(f"{entity.KIND}.{entity.id}.{field}", "it points at what is not in the file")
    made_at = datetime.fromisoformat(backup["made_at"])
    require_moment(made_at)
    return Backup(
        content=content, made_at=made_at, history_complete=bool(backup.get("history_complete", True))
    )


def _content(meta: Mapping[str, Any], tables: Mapping[str, Mapping[str, Any]]) -> Workspace:
    if type(meta["revision"]) is not int or type(meta["workspace"]) is not str:
        raise TypeError
    return snapshot_of(
        Document(
            workspace=meta["workspace"],
            revision=meta["revision"],
            tables={
                name: {number: row(number, entry) for number, entry in table.items()}
                for name, table in tables.items()
            },
        )
    )


def _cleaned(tables: Mapping[str, Any]) -> dict[str, Any]:
    cleaned = plain(tables)
    if not isinstance(cleaned, dict):
        raise TypeError
    return cleaned


def _parsed(data: bytes) -> Any:  # noqa: ANN401 - anything may be in a file
    try:
        if _depth(data.decode("utf-8-sig")) > _MAX_DEPTH:
            raise NotABackupError("This file is nested too deeply to be a backup.")
        return parsed(data)
    except UnicodeDecodeError:
        raise NotABackupError("This file is not text in UTF-8, so it is no backup.") from None
    except BrokenRecordError:
        raise NotABackupError("This file is damaged or cut short, so it is no backup.") from None


def _is_intact(data: bytes, backup: Mapping[str, Any]) -> bool:
    rest = {name: value for name, value in backup.items() if name != "checksum"}
    compact = {"checksum": "", **rest}
    return is_intact(data, _START, backup["checksum"], lambda: encoded_entry(compact))


def _depth(text: str) -> int:
    """Return how deep brackets are nested, at most."""
    depth = deepest = 0
    for token in _TOKENS.finditer(text):
        if token[0] in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif token[0] in "]}":
            depth -= 1
    return deepest
