"""Documents and snapshots: TinyDB's JSON on one side, domain types on the other."""

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from careerkit.change import Batch
from careerkit.store.errors import BrokenRecordError
from careerkit.store.migrations import FORMAT, lifted
from careerkit.workspace import KINDS, Workspace

META: Final = "_meta"
HISTORY: Final = "history"

_ID: Final = re.compile(r"[A-Za-z0-9_-]{1,120}")

_TYPES: Final[Mapping[str, type[Any]]] = {**KINDS, HISTORY: Batch}

Document = dict[str, dict[str, Any]]
"""What TinyDB keeps: by table, by document number, the fields."""


def new_document(workspace_id: str) -> Document:
    """Return the document of an empty workspace at revision 1."""
    return {META: {"1": {"format": FORMAT, "workspace": workspace_id, "revision": 1, "commits": []}}}


def meta_of(document: Document) -> dict[str, Any]:
    """Return the table's one entry that says format, workspace, revision and the latest commit ids."""
    meta = document.get(META, {}).get("1")
    if not isinstance(meta, dict):
        raise BrokenRecordError(META, "it is missing")
    wanted = {"workspace": str, "revision": int, "commits": list}
    wrong = [name for name, kind in wanted.items() if type(meta.get(name)) is not kind]
    if wrong:
        raise BrokenRecordError(f"{META}.{wrong[0]}", "it is missing or of another kind")
    return meta


def encoded(document: Document) -> bytes:
    """Return the document as the bytes of a JSON file in UTF-8."""
    return json.dumps(document, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


def decoded(data: bytes) -> Document:
    """Return the document of a file, lifted to the present format. Raises ``BrokenRecordError``."""
    try:
        document = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise BrokenRecordError("the whole file", "it is not JSON") from error
    if not isinstance(document, dict) or not all(isinstance(table, dict) for table in document.values()):
        raise BrokenRecordError("the whole file", "it is not a TinyDB file")
    return lifted(document, meta_of(document))


def snapshot_of(document: Document) -> Workspace:
    """Return everything a document holds as domain types. Raises ``BrokenRecordError``."""
    meta = meta_of(document)
    collections = {kind: _collection(kind, document.get(kind, {})) for kind in KINDS}
    return Workspace(
        id=meta["workspace"],
        revision=meta["revision"],
        history=tuple(_many(HISTORY, document.get(HISTORY, {})).values()),
        **collections,
    )


def entity_of(kind: str, fields: Mapping[str, Any]) -> Any:  # noqa: ANN401 - the kind decides
    """Return one entity. Raises ``BrokenRecordError`` with the path of the first bad field."""
    entity = _validated(_adapter_of_one(kind), fields, kind)
    _require_ids(kind, [entity.id])
    return entity


def _collection(kind: str, table: Mapping[str, Any]) -> Mapping[str, Any]:
    entities = _many(kind, table).values()
    by_id = {entity.id: entity for entity in entities}
    if len(by_id) != len(entities):
        raise BrokenRecordError(kind, "two entries have the same id")
    _require_ids(kind, by_id)
    return MappingProxyType(by_id)


def _require_ids(kind: str, ids: Iterable[str]) -> None:
    odd = next((id_ for id_ in ids if not _ID.fullmatch(id_)), None)
    if odd is not None:
        raise BrokenRecordError(f"{kind}.id", f"“{odd[:40]}” is no id")


def _many(name: str, table: Mapping[str, Any]) -> dict[str, Any]:
    if not table:
        return {}
    many: dict[str, Any] = _validated(_adapter_of_table(name), table, name)
    return many


@cache
def _adapter_of_one(name: str) -> TypeAdapter[Any]:
    return TypeAdapter(_TYPES[name])


@cache
def _adapter_of_table(name: str) -> TypeAdapter[Any]:
    cls = _TYPES[name]
    return TypeAdapter(dict[str, cls])  # type: ignore[valid-type] # a class that is only known at run time


def _validated(adapter: TypeAdapter[Any], value: Mapping[str, Any], name: str) -> Any:  # noqa: ANN401 - the adapter decides
    try:
        return adapter.validate_json(json.dumps(value, allow_nan=False), strict=True)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        path = ".".join(str(part) for part in (name, *first["loc"]))
        raise BrokenRecordError(path, first["msg"].removeprefix("Value error, ")) from error
