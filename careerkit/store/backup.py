"""The backup: one JSON file that holds a whole workspace, and its way back in, checked as a whole."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, NoReturn

from careerkit.change import plain, plain_entity
from careerkit.moments import require_moment
from careerkit.store.codec import HISTORY, META, snapshot_of
from careerkit.store.errors import BrokenRecordError, NewerFormatError, NotABackupError, TooLargeError
from careerkit.store.migrations import FORMAT, lifted
from careerkit.workspace import KINDS, Workspace, broken_links

MAX_UPLOAD: Final = 20_000_000
"""Bytes a backup may have; what :meth:`~careerkit.store.Store.apply` accepts stays far below."""
_MAX_DEPTH: Final = 12
_KIND: Final = "careerkit backup"


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A backup that was read: the content, when it was made (UTC), and of which workspace."""

    content: Workspace
    made_at: datetime


def backup_of(workspace: Workspace, *, at: datetime) -> bytes:
    """Return the backup of a workspace as the bytes of a JSON file in UTF-8, made at ``at`` (UTC).

    Its format is described in docs/file-format.md.
    """
    entries = {kind: [plain_entity(e) for e in workspace.collection(kind).values()] for kind in KINDS}
    backup = {
        "kind": _KIND,
        "format": FORMAT,
        "made_at": at.isoformat(),
        "workspace": workspace.id,
        "revision": workspace.revision,
        "entries": entries,
        HISTORY: [plain_entity(batch) for batch in workspace.history],
    }
    return json.dumps(backup, ensure_ascii=False, allow_nan=False, indent=1).encode()


def read_backup(data: bytes) -> Backup:
    """Return what a backup holds.

    Raises ``NotABackupError`` for a file that is something else, cut short or damaged, ``NewerFormatError``,
    ``TooLargeError`` past :data:`MAX_UPLOAD`, and ``BrokenRecordError`` with the path of a bad field.
    """
    if len(data) > MAX_UPLOAD:
        what = f"the file has more than {MAX_UPLOAD // 1_000_000} MB"
        raise TooLargeError(what)
    backup = _parsed(data)
    if not isinstance(backup, dict) or backup.get("kind") != _KIND:
        raise NotABackupError("This file is not a backup of careerkit.")
    try:
        return _read(backup)
    except (NewerFormatError, BrokenRecordError):
        raise
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise NotABackupError("This backup is incomplete or damaged.") from error


def _read(backup: Mapping[str, Any]) -> Backup:
    tables = {
        kind: {str(number): entry for number, entry in enumerate(entries, 1)}
        for kind, entries in {**backup["entries"], HISTORY: backup[HISTORY]}.items()
    }
    meta = {key: backup[key] for key in ("format", "workspace", "revision")} | {"commits": []}
    content = snapshot_of(lifted({**_cleaned(tables), META: {"1": meta}}, meta))
    for entity, field in broken_links(content, KINDS):
        raise BrokenRecordError(f"{entity.KIND}.{entity.id}.{field}", "it points at what is not in the file")
    made_at = datetime.fromisoformat(backup["made_at"])
    require_moment(made_at)
    return Backup(content=content, made_at=made_at)


def _cleaned(tables: Mapping[str, Any]) -> dict[str, Any]:
    cleaned = plain(tables)
    if not isinstance(cleaned, dict):
        raise TypeError
    return cleaned


def _parsed(data: bytes) -> Any:  # noqa: ANN401 - anything may be in a file
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotABackupError("This file is not text in UTF-8, so it is no backup.") from None
    if _depth(text) > _MAX_DEPTH:
        raise NotABackupError("This file is nested too deeply to be a backup.")
    try:
        return json.loads(text, object_pairs_hook=_without_doubles, parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        raise NotABackupError("This file is damaged or cut short, so it is no backup.") from None


def _depth(text: str) -> int:
    """Return how deep brackets are nested, at most."""
    depth = deepest = 0
    inside = escaped = False
    for character in text:
        if inside:
            inside = escaped or character != '"'
            escaped = character == "\\" and not escaped
        elif character == '"':
            inside = True
        elif character in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif character in "]}":
            depth -= 1
    return deepest


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise ValueError
    return result


def _refuse_constant(_: str) -> NoReturn:
    raise ValueError
