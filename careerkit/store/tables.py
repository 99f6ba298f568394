"""The tables of a document, written through TinyDB: only what is touched is turned into JSON."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table as TinyTable

from careerkit.change import Batch, plain_entity
from careerkit.store.document import HISTORY, Document, Table, row
from careerkit.store.errors import TooLargeError
from careerkit.store.limits import MAX_BYTES, MAX_ENTITIES
from careerkit.workspace import Workspace

Touched = Mapping[str, Mapping[str, Any]]
"""By kind and entity id, the entity after the changes; ``None`` when it was taken out."""

_WHICH: Final = "id"


class _Draft(Storage):
    """TinyDB's storage over the tables of a document; entries nobody touches stay encoded."""

    def __init__(self, tables: dict[str, Any]) -> None:
        self.tables = tables

    def read(self) -> dict[str, dict[str, Any]]:
        return self.tables

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        self.tables = data

    def encode(self, name: str, numbers: Iterable[int | str]) -> None:
        """Turn entries that TinyDB has just written into rows; the table is its own copy by then."""
        table = self.tables[name]
        for number in map(str, numbers):
            table[number] = row(number, table[number])


def with_changes(
    tables: Mapping[str, Table], before: Workspace, touched: Touched, batch: Batch
) -> dict[str, Table]:
    """Return ``tables``, which hold ``before``, with the entities in ``touched`` and one batch more."""
    draft = _Draft(dict(tables))
    with TinyDB(storage=lambda: draft) as db:
        for kind, entities in touched.items():
            # The entries of a table and the entities of the snapshot stand in the same order.
            numbers = dict(zip(before.collection(kind), tables.get(kind, {}), strict=True))
            _write(db.table(kind), draft, entities, numbers)
        draft.encode(HISTORY, [db.table(HISTORY).insert(_entry_of(batch))])
    return draft.tables


def require_room(document: Document) -> None:
    """Raise ``TooLargeError`` for more entries, or more of them in bytes, than a backup carries."""
    tables = [table for name, table in document.tables.items() if name != HISTORY]
    if sum(map(len, tables)) > MAX_ENTITIES:
        what = f"more than {MAX_ENTITIES:,} entries"
        raise TooLargeError(what, advice="Change an entry that you no longer need instead.")
    if sum(sum(map(len, table.values())) + len(table) for table in tables) > MAX_BYTES:
        what = f"more than {MAX_BYTES // 1_000_000} MB"
        raise TooLargeError(what, advice="Shorten long texts to make room.")


def _write(table: TinyTable, draft: _Draft, entities: Mapping[str, Any], numbers: Mapping[str, str]) -> None:
    fields = {id_: plain_entity(entity) for id_, entity in entities.items() if entity is not None}
    gone = [int(numbers[id_]) for id_ in entities if id_ not in fields and id_ in numbers]
    if gone:
        table.remove(doc_ids=gone)
    kept = {numbers[id_]: {_WHICH: id_} for id_ in fields if id_ in numbers}
    if kept:
        # Every field is written anew, so nothing of the old entry need be decoded but which one it is.
        draft.tables[table.name] = {**draft.tables[table.name], **kept}
        table.update(lambda entry: entry.update(fields[entry.pop(_WHICH)]), doc_ids=map(int, kept))
    new = [entry for id_, entry in fields.items() if id_ not in numbers]
    added = table.insert_multiple(new) if new else []
    draft.encode(table.name, [*kept, *added])


def _entry_of(batch: Batch) -> dict[str, Any]:
    """Return what is stored of a batch; what its changes hold is plain already."""
    changes = [
        {
            "action": change.action.value,
            "kind": change.kind,
            "entity_id": change.entity_id,
            "before": change.before,
            "after": change.after,
            "by": plain_entity(change.by),
            "at": change.at.isoformat(),
            "reason": change.reason,
            "undoes": change.undoes,
        }
        for change in batch.changes
    ]
    return {"revision": batch.revision, "commit_id": batch.commit_id, "changes": changes}


def table_of(entries: Iterable[Mapping[str, Any]]) -> Table:
    """Return a table of new entries, numbered from 1."""
    return {str(number): row(str(number), entry) for number, entry in enumerate(entries, 1)}
