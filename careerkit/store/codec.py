"""Documents and snapshots: TinyDB's JSON on one side, domain types on the other."""

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import pairwise
from types import MappingProxyType
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from careerkit.change import Batch
from careerkit.store.document import HISTORY, META, Document, Table, encoded_table
from careerkit.store.errors import BrokenRecordError
from careerkit.store.limits import MAX_REVISION
from careerkit.workspace import KINDS, Workspace

_ID: Final = re.compile(r"[A-Za-z0-9_-]{1,120}")

_TYPES: Final[Mapping[str, type[Any]]] = {**KINDS, HISTORY: Batch}


def snapshot_of(document: Document) -> Workspace:
    """Return everything a document holds as domain types. Raises ``BrokenRecordError``."""
    if not 0 <= document.revision <= MAX_REVISION:
        raise BrokenRecordError(f"{META}.revision", "nobody saves so often")
    collections = {kind: _collection(kind, document.table(kind)) for kind in KINDS}
    return Workspace(
        id=document.workspace,
        revision=document.revision,
        history=batches_of(document),
        **collections,
    )


def batches_of(document: Document) -> tuple[Batch, ...]:
    """Return the saved batches that stand in a document, oldest first. Raises ``BrokenRecordError``."""
    batches = tuple(_many(HISTORY, document.table(HISTORY)).values())
    kinds = {change.kind for batch in batches for change in batch.changes}
    if not all(batch.changes for batch in batches) or not kinds <= KINDS.keys():
        raise BrokenRecordError(HISTORY, "it holds a save that was never made")
    revisions = [0, *(batch.revision for batch in batches), document.revision + 1]
    if not all(one < next_one for one, next_one in pairwise(revisions)):
        raise BrokenRecordError(HISTORY, "its saves do not follow one another")
    return batches


def entity_of(kind: str, fields: Mapping[str, Any]) -> Any:  # noqa: ANN401 - the kind decides
    """Return one entity. Raises ``BrokenRecordError`` with the path of the first bad field."""
    entity = _validated(_adapter_of_one(kind), json.dumps(fields, allow_nan=False), kind)
    _require_ids(kind, [entity.id])
    return entity


def _collection(kind: str, table: Table) -> Mapping[str, Any]:
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


def _many(name: str, table: Table) -> dict[str, Any]:
    if not table:
        return {}
    many: dict[str, Any] = _validated(_adapter_of_table(name), encoded_table(table), name)
    return many


@cache
def _adapter_of_one(name: str) -> TypeAdapter[Any]:
    return TypeAdapter(_TYPES[name])


@cache
def _adapter_of_table(name: str) -> TypeAdapter[Any]:
    cls = _TYPES[name]
    return TypeAdapter(dict[str, cls])  # type: ignore[valid-type] # a class that is only known at run time


def _validated(adapter: TypeAdapter[Any], value: bytes | str, name: str) -> Any:  # noqa: ANN401 - the adapter decides
    try:
        return adapter.validate_json(value, strict=True)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        path = ".".join(str(part) for part in (name, *first["loc"]))
        raise BrokenRecordError(path, first["msg"].removeprefix("Value error, ")) from error
