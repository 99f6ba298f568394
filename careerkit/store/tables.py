"""The tables of a document, written through TinyDB: only what is touched is turned into JSON."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from tinydb import TinyDB
from tinydb.storages import Storage

from careerkit.change import Batch, plain_entity
from careerkit.store.document import HISTORY, Document, Table, row
from careerkit.workspace import Workspace

Touched = Mapping[str, Mapping[str, Any]]
"""By kind and entity id, the entity after the changes; ``None`` when it was taken out."""

_WHICH: Final = "id"


class _Draft(Storage):
    """TinyDB's storage over the tables of a document; entries nobody touches stay encoded."""

    def __init__(self, tables: dict[str, dict[str, Any]]) -> None:
        self.tables = tables

    def read(self) -> dict[str, dict[str, Any]]:
        return self.tables

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        self.tables = data


def with_changes(
    tables: Mapping[str, Table], before: Workspace, touched: Touched, batch: Batch
) -> dict[str, Table]:
    """Return ``tables``, which hold ``before``, with the entities in ``touched`` and one batch more."""
    draft = _Draft({name: dict(table) for name, table in tables.items()})
    with TinyDB(storage=lambda: draft) as db:
        for kind, entities in touched.items():
            # The entries of a table and the entities of the snapshot stand in the same order.
            numbers = dict(zip(before.collection(kind), tables.get(kind, {}), strict=True))
            _write(db, draft, kind, entities, numbers)
        db.table(HISTORY).insert(plain_entity(batch))
    return {
        name: {n: one if isinstance(one, bytes) else row(n, one) for n, one in table.items()}
        if name in touched or name == HISTORY
        else table
        for name, table in draft.tables.items()
    }


def bytes_of_entries(document: Document) -> int:
    """Return how many bytes the entries take in the file, history left out."""
    return sum(
        sum(map(len, table.values())) + len(table)
        for name, table in document.tables.items()
        if name != HISTORY
    )


def _write(
    db: TinyDB, draft: _Draft, kind: str, entities: Mapping[str, Any], numbers: Mapping[str, str]
) -> None:
    fields = {id_: plain_entity(entity) for id_, entity in entities.items() if entity is not None}
    table = db.table(kind)
    gone = [int(numbers[id_]) for id_ in entities if id_ not in fields and id_ in numbers]
    if gone:
        table.remove(doc_ids=gone)
    kept = [(id_, numbers[id_]) for id_ in fields if id_ in numbers]
    if kept:
        # Every field is written anew, so nothing of the old entry need be decoded but which one it is.
        draft.tables[kind] = {**draft.tables[kind], **{number: {_WHICH: id_} for id_, number in kept}}
        table.update(lambda entry: entry.update(fields[entry.pop(_WHICH)]), doc_ids=[int(n) for _, n in kept])
    new = [entry for id_, entry in fields.items() if id_ not in numbers]
    if new:
        table.insert_multiple(new)


def table_of(entries: Iterable[Mapping[str, Any]]) -> Table:
    """Return a table of new entries, numbered from 1."""
    return {str(number): row(str(number), entry) for number, entry in enumerate(entries, 1)}
