"""From one committed state to the next: changes merged, checked, and written into the tables."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any, NamedTuple

from careerkit.change import Batch, Change, ConflictError, Plain, effective, merged, plain_entity
from careerkit.errors import CareerKitError
from careerkit.store.codec import entity_of
from careerkit.store.document import Document
from careerkit.store.limits import COMMITS_KEPT
from careerkit.store.migrations import FORMAT
from careerkit.store.tables import Touched, require_room, with_changes
from careerkit.workspace import KINDS, Workspace, broken_links, broken_links_of, kinds_linked_to, standing


class State(NamedTuple):
    """One committed state: the document as it is written, and the snapshot it stands for."""

    document: Document
    snapshot: Workspace


def advanced(state: State, changes: Sequence[Change], *, commit_id: str) -> State:
    """Return the state after ``changes``, one revision on; ``state`` itself when nothing becomes different.

    Taking something back counts even when others did it before: it is not offered again then.
    Raises ``ConflictError`` when someone else changed the same thing, when the merged entity breaks a rule,
    or when a link would point at nothing; ``TooLargeError`` past what a backup carries.
    """
    touched, done = _merged_all(state.snapshot, changes)
    if not touched and all(change.undoes is None for change in changes):
        return state
    batch = Batch(revision=state.snapshot.revision + 1, commit_id=commit_id, changes=done or tuple(changes))
    snapshot = _next_snapshot(state.snapshot, touched, batch)
    _check(snapshot, touched, changes)
    document = _next_document(state, touched, batch)
    require_room(document)
    return State(document, snapshot)


def _merged_all(workspace: Workspace, changes: Sequence[Change]) -> tuple[Touched, tuple[Change, ...]]:
    """Return the entities that become different, and the changes as far as they make them so."""
    undoing = any(change.undoes is not None for change in changes)
    taken_back = {batch.undoes for batch in standing(workspace.history)} - {None} if undoing else set()
    touched: dict[str, dict[str, Any]] = {}
    done: list[Change | None] = []
    for change in changes:
        if change.undoes in taken_back:
            message = "This has been done already, perhaps in another tab. Nothing was changed."
            raise ConflictError(message, change=change)
        entities = touched.setdefault(change.kind, {})
        stored = workspace.collection(change.kind).get(change.entity_id)
        entity, did = _merged(entities.get(change.entity_id, stored), change)
        entities[change.entity_id] = entity
        done.append(did)
    return _without_the_same(workspace, touched), tuple(filter(None, done))


def _without_the_same(workspace: Workspace, touched: Touched) -> Touched:
    different = {
        kind: {id_: e for id_, e in entities.items() if e != workspace.collection(kind).get(id_)}
        for kind, entities in touched.items()
    }
    return {kind: entities for kind, entities in different.items() if entities}


def _merged(current: Any, change: Change) -> tuple[Any, Change | None]:  # noqa: ANN401 - the kind decides
    cls, fields = KINDS[change.kind], plain_entity(current) if current is not None else None
    try:
        result = merged(cls, fields, change)
    except ConflictError as conflict:
        if change.undoes is None:
            raise
        message = "A later change stands in the way, so this cannot be undone. Nothing was changed."
        raise ConflictError(message, change=change) from conflict
    if result is None:
        return None, effective(change, cls, fields, None)
    entity = _valid(current, result, change)
    return entity, effective(change, cls, fields, plain_entity(entity)) if fields else change


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
        if None in entities.values():
            collection = {id_: entity for id_, entity in collection.items() if entity is not None}
        collections[kind] = MappingProxyType(collection)
    history = (*workspace.history, batch)
    return replace(workspace, revision=batch.revision, history=history, **collections)


def _check(snapshot: Workspace, touched: Touched, changes: Sequence[Change]) -> None:
    changed = [entity for entities in touched.values() for entity in entities.values()]
    # What was not touched can only point at nothing when something was taken out.
    broken = (
        broken_links(snapshot, kinds_linked_to(touched))
        if None in changed
        else broken_links_of(changed, snapshot)
    )
    for entity, _ in broken:
        title = getattr(entity, "title", "")
        name = f"“{title}”" if title else "Another entry"
        message = f"{name} points at something that is no longer there. Nothing was saved."
        if changes[0].undoes is not None:
            message = f"{name} depends on it by now, so this cannot be undone. Nothing was changed."
        raise ConflictError(message, change=changes[0])


def _next_document(state: State, touched: Touched, batch: Batch) -> Document:
    document = state.document
    return replace(
        document,
        format=FORMAT,
        revision=batch.revision,
        saved_at=batch.at.isoformat(),
        commits=(*document.commits, batch.commit_id)[-COMMITS_KEPT:],
        tables=with_changes(document.tables, state.snapshot, touched, batch),
    )
