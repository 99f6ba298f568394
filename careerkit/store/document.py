"""Documents: what one file of TinyDB JSON holds, each entry kept in the form in which it is written.

Only what a save touches is turned into JSON; the rest is put together again as it was.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from json import JSONEncoder
from typing import Any, Final, NamedTuple, NoReturn

from careerkit.store.errors import WHOLE, BrokenRecordError, NewerFormatError
from careerkit.store.migrations import CHECKED_SINCE, FORMAT, Content, lifted
from careerkit.store.seal import is_intact, sealed

META: Final = "_meta"
HISTORY: Final = "history"

_ENCODER: Final = JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))
_START: Final = b'{"_meta":{"1":{"checksum":"'
_NUMBER: Final = re.compile(r"[1-9][0-9]{0,14}", re.ASCII)
_PARTICULARS: Final = {"format": int, "workspace": str, "revision": int, "commits": list}
_LATER_PARTICULARS: Final = {"checksum": str, "saved_at": str, "archive": str}

Table = Mapping[str, bytes]
"""By document number, the row as it stands in the file: number and entry, as compact JSON in UTF-8."""


class Recovery(NamedTuple):
    """How a damaged file was replaced.

    ``source`` is the copy that took its place, ``saved_at`` when that was saved (ISO 8601 in UTC, empty when
    nothing says so), and ``aside`` the name under which the damaged file is kept (empty if it was gone).
    """

    source: str
    saved_at: str
    aside: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One file: whose it is, at which revision, and its tables.

    ``saved_at`` is when the newest change was made (ISO 8601 in UTC), ``commits`` are the ids of the latest
    saves, ``archive`` is the name of the newest part of the history that has left the file,
    ``history_complete`` whether the history goes back to the beginning, and ``format`` the one it was written
    in.
    """

    workspace: str
    revision: int
    saved_at: str = ""
    commits: tuple[str, ...] = ()
    archive: str = ""
    recovery: Recovery | None = None
    history_complete: bool = True
    format: int = FORMAT
    tables: Mapping[str, Table] = field(default_factory=dict)

    def table(self, name: str) -> Table:
        """Return a table; an empty one when there is none of this name."""
        return self.tables.get(name, {})


def encoded_entry(entry: Mapping[str, Any]) -> bytes:
    """Return one entry as compact JSON in UTF-8. Raises ``ValueError`` for what JSON cannot keep."""
    return _ENCODER.encode(entry).encode()


def row(number: str, entry: Mapping[str, Any]) -> bytes:
    """Return the row of an entry. Raises ``ValueError`` for what JSON cannot keep."""
    return f'"{number}":{_ENCODER.encode(entry)}'.encode()


def entry_in(row: bytes) -> bytes:
    """Return the entry of a row, as compact JSON in UTF-8."""
    return row[row.index(b":") + 1 :]


def encoded_table(table: Table) -> bytes:
    """Return a table as compact JSON in UTF-8."""
    return b"{%b}" % b",".join(table.values())


def encoded(document: Document) -> bytes:
    """Return the document as the bytes of its file, in the present format, checksum included."""
    meta = {
        "workspace": document.workspace,
        "format": FORMAT,
        "revision": document.revision,
        "saved_at": document.saved_at,
        "commits": document.commits,
        "archive": document.archive,
        "recovery": document.recovery and document.recovery._asdict(),
        "history_complete": document.history_complete,
    }
    tables = [
        b",%b:%b" % (_ENCODER.encode(name).encode(), encoded_table(table))
        for name, table in document.tables.items()
    ]
    rest = b"".join((b'",', encoded_entry(meta)[1:], b"}", *tables, b"}"))
    return sealed(_START, rest)


def decoded(data: bytes, *, trusting: bool = False) -> Document:
    """Return the document of a file, lifted to the present format; ``trusting`` passes over its checksum.

    Raises ``BrokenRecordError`` for what is damaged and ``NewerFormatError``.
    """
    content = parsed(data)
    if not isinstance(content, dict) or not all(isinstance(table, dict) for table in content.values()):
        raise BrokenRecordError(WHOLE, "it is not a TinyDB file")
    meta = content.get(META, {}).get("1")
    if not isinstance(meta, dict) or type(meta.get("format")) is not int:
        raise BrokenRecordError(META, "it is missing")
    checked = meta["format"] >= CHECKED_SINCE or "checksum" in meta  # a flipped bit can name an older format
    if checked and not (trusting or _is_intact(data, content)):
        raise BrokenRecordError(WHOLE, "its checksum says that it was damaged or changed by hand")
    if meta["format"] > FORMAT:
        raise NewerFormatError
    _require_particulars(meta)
    return _document(meta, lifted(content, meta))


def parsed(data: bytes) -> Any:  # noqa: ANN401 - anything may be in a file
    """Return what a JSON file holds. Raises ``BrokenRecordError``; repeated keys and ``NaN`` are damage."""
    try:
        return json.loads(
            data.decode("utf-8-sig"), object_pairs_hook=_without_doubles, parse_constant=_refuse_constant
        )
    except (ValueError, RecursionError) as error:
        raise BrokenRecordError(WHOLE, "it is not JSON in UTF-8") from error


def _require_particulars(meta: Mapping[str, Any]) -> None:
    wanted = {**_PARTICULARS, **(_LATER_PARTICULARS if meta["format"] >= CHECKED_SINCE else {})}
    wrong = [name for name, kind in wanted.items() if type(meta.get(name)) is not kind]
    if wrong:
        raise BrokenRecordError(f"{META}.{wrong[0]}", "it is missing or of another kind")


def _document(meta: Mapping[str, Any], content: Content) -> Document:
    try:
        tables = {
            name: {_number(number): row(number, entry) for number, entry in table.items()}
            for name, table in content.items()
            if name != META
        }
        recovery = _recovery(meta.get("recovery"))
    except (ValueError, TypeError, RecursionError) as error:
        raise BrokenRecordError(WHOLE, "it holds what is no entry") from error
    return Document(
        workspace=meta["workspace"],
        revision=meta["revision"],
        saved_at=meta.get("saved_at", ""),
        commits=tuple(map(str, meta["commits"])),
        archive=meta.get("archive", ""),
        recovery=recovery,
        history_complete=meta.get("history_complete") is not False,
        format=meta["format"],
        tables=tables,
    )


def _recovery(value: object) -> Recovery | None:
    if value is None:
        return None
    if not isinstance(value, dict) or not all(type(field) is str for field in value.values()):
        raise TypeError
    return Recovery(**value)


def _number(number: str) -> str:
    if not _NUMBER.fullmatch(number):
        message = "TinyDB numbers its documents"
        raise ValueError(message)
    return number


def _is_intact(data: bytes, content: Content) -> bool:
    meta = content[META]["1"]
    rest = {name: value for name, value in meta.items() if name != "checksum"}
    compact = {META: {"1": {"checksum": "", **rest}}, **{n: t for n, t in content.items() if n != META}}
    return is_intact(data, _START, meta.get("checksum"), lambda: encoded_entry(compact))


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        message = "a key is repeated"
        raise ValueError(message)
    return result


def _refuse_constant(name: str) -> NoReturn:
    message = f"{name} is no number that JSON knows"
    raise ValueError(message)
