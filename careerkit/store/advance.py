"""From one committed state to the next: changes merged, checked, and written into the tables."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from tinydb import TinyDB
from tinydb.storages import Storage

from careerkit.change import Batch, Change, ConflictError, Plain, merged, plain_entity
from careerkit.errors import CareerKitError
from careerkit.store.codec import HISTORY, META, Document, entity_of, meta_of
from careerkit.store.errors import TooLargeError
from careerkit.workspace import KINDS, Workspace, broken_links, kinds_linked_to

MAX_ENTITIES: Final = 20_000
_COMMITS_KEPT: Final = 64
"""How many commit ids are remembered, so that a repeated save lands once."""


class State(NamedTuple):
    """One committed state: the document as TinyDB keeps it, and the snapshot it stands for."""

    document: Document
    snapshot: Workspace


Touched = dict[str, dict[str, Any]]
"""By kind and entity id, the entity after the changes; ``None`` when it was taken out."""


def advanced(state: State, changes: Sequence[Change], *, commit_id: str) -> State:
    """Return the state after ``changes``, one revision on; ``state`` itself when nothing becomes different.

    Raises ``ConflictError`` when someone else changed the same thing, when the merged entity breaks a rule,
    or when a link would point at nothing; ``TooLargeError`` past :data:`MAX_ENTITIES`.
    """
    touched = _merged_all(state.snapshot, changes)
    if not touched:
        return state
    batch = Batch(revision=state.snapshot.revision + 1, commit_id=commit_id, changes=tuple(changes))
    snapshot = _next_snapshot(state.snapshot, touched, batch)
    _check(snapshot, touched, changes)
    return State(_next_document(state.document, touched, batch), snapshot)


def _merged_all(workspace: Workspace, changes: Iterable[Change]) -> Touched:
    undone = {batch.undoes for batch in workspace.history} - {None}
    touched: Touched = {}
    for change in changes:
        if change.undoes in undone:
            raise ConflictError("This has been taken back already.", change=change)
        entities = touched.setdefault(change.kind, {})
        stored = workspace.collection(change.kind).get(change.entity_id)
        entities[change.entity_id] = _merged(entities.get(change.entity_id, stored), change)
    return _without_the_same(workspace, touched)


def _without_the_same(workspace: Workspace, touched: Touched) -> Touched:
    different = {
        kind: {id_: e for id_, e in entities.items() if e != workspace.collection(kind).get(id_)}
        for kind, entities in touched.items()
    }
    return {kind: entities for kind, entities in different.items() if entities}


def _merged(current: Any, change: Change) -> Any:  # noqa: ANN401 - the kind of the change decides
    fields: Mapping[str, Plain] | None = plain_entity(current) if current is not None else None
    try:
        result = merged(KINDS[change.kind], fields, change)
    except ConflictError as conflict:
        if change.undoes is None:
            raise
        message = "A later change stands in the way, so this cannot be undone. Nothing was changed."
        raise ConflictError(
            message, change=change, field=conflict.field, theirs=conflict.theirs, yours=conflict.yours
        ) from conflict
    return None if result is None else _valid(current, result, change)


def _valid(current: Any, fields: Mapping[str, Plain], change: Change) -> Any:  # noqa: ANN401 - as above
    try:
        entity = entity_of(change.kind, fields)
    except CareerKitError as error:
        raise ConflictError(f"Nothing was saved. {error}", change=change) from error
    if entity.id != change.entity_id:
        raise ConflictError("An entry cannot change its id.", change=change)
    if current is not None and hasattr(current, "check_successor"):
        current.check_successor(entity)
    return entity


def _next_snapshot(workspace: Workspace, touched: Touched, batch: Batch) -> Workspace:
    collections: dict[str, Any] = {}
    for kind, entities in touched.items():
        collection = {**workspace.collection(kind), **entities}
        collections[kind] = MappingProxyType({id_: e for id_, e in collection.items() if e is not None})
    history = (*workspace.history, batch)
    return replace(workspace, revision=batch.revision, history=history, **collections)


def _check(snapshot: Workspace, touched: Touched, changes: Sequence[Change]) -> None:
    for entity, _ in broken_links(snapshot, kinds_linked_to(touched)):
        name = getattr(entity, "title", "") or "An entry"
        message = f"“{name}” points at something that is no longer there. Nothing was saved."
        raise ConflictError(message, change=changes[0])
    if sum(len(snapshot.collection(kind)) for kind in KINDS) > MAX_ENTITIES:
        what = f"more than {MAX_ENTITIES:,} entries"
        raise TooLargeError(what)


class _Draft(Storage):
    """TinyDB's storage over a document in memory."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def read(self) -> Document:
        return self.document

    def write(self, data: Document) -> None:
        self.document = data


def _next_document(document: Document, touched: Touched, batch: Batch) -> Document:
    # TinyDB changes the tables it is given in place: those that will be touched are copied first.
    copied = {name: {n: dict(doc) for n, doc in document.get(name, {}).items()} for name in (*touched, META)}
    draft = _Draft({**document, **copied, HISTORY: dict(document.get(HISTORY, {}))})
    with TinyDB(storage=lambda: draft) as db:
        for kind, entities in touched.items():
            _write_table(db, kind, entities)
        db.table(HISTORY).insert(plain_entity(batch))
        commits = [*meta_of(document)["commits"], batch.commit_id][-_COMMITS_KEPT:]
        db.table(META).update({"revision": batch.revision, "commits": commits}, doc_ids=[1])
    return draft.document


def _write_table(db: TinyDB, kind: str, entities: Mapping[str, Any]) -> None:
    table = db.table(kind)
    numbers = {document["id"]: document.doc_id for document in table}
    fields = {id_: plain_entity(entity) for id_, entity in entities.items() if entity is not None}
    gone = [numbers[id_] for id_ in entities if id_ not in fields and id_ in numbers]
    kept = [numbers[id_] for id_ in fields if id_ in numbers]
    if gone:
        table.remove(doc_ids=gone)
    if kept:
        table.update(lambda document: document.update(fields[document["id"]]), doc_ids=kept)
    table.insert_multiple(new for id_, new in fields.items() if id_ not in numbers)
