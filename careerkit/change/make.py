"""How actions write down what they want changed."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from careerkit.change.model import Action, Change, Entity, Stamp
from careerkit.change.plain import Plain, plain_entity
from careerkit.change.shape import Shape, shapes_of

E = TypeVar("E", bound=Entity)


def created(entity: Entity, *, stamp: Stamp, reason: str = "") -> Change:
    """Return the change that brings a new entity into the workspace."""
    return _change(Action.CREATE, entity, {}, plain_entity(entity), stamp, reason)


def removed(entity: Entity, *, stamp: Stamp, reason: str = "") -> Change:
    """Return the change that takes an entity out as if it had never been."""
    return _change(Action.REMOVE, entity, plain_entity(entity), {}, stamp, reason)


def archived(entity: Entity, *, stamp: Stamp, reason: str = "") -> Change:
    """Return the change that puts an entity out of sight, but keeps it."""
    return _change(Action.ARCHIVE, entity, {"archived": False}, {"archived": True}, stamp, reason)


def restored(entity: Entity, *, stamp: Stamp, reason: str = "") -> Change:
    """Return the change that brings an archived entity back."""
    return _change(Action.RESTORE, entity, {"archived": True}, {"archived": False}, stamp, reason)


def updates(old: E, new: E, *, stamp: Stamp, reason: str = "") -> list[Change]:
    """Return the change from ``old`` to ``new`` in a list, or an empty list when nothing differs."""
    before, after = _differences(type(old), plain_entity(old), plain_entity(new))
    return [_change(Action.UPDATE, old, before, after, stamp, reason)] if before or after else []


def inverse(change: Change, *, stamp: Stamp, undoes: int) -> Change:
    """Return the change that takes ``change`` back, marked as undoing the batch ``undoes``."""
    opposite = {
        Action.CREATE: Action.REMOVE,
        Action.REMOVE: Action.CREATE,
        Action.ARCHIVE: Action.RESTORE,
        Action.RESTORE: Action.ARCHIVE,
        Action.UPDATE: Action.UPDATE,
    }
    return replace(
        change,
        action=opposite[change.action],
        before=change.after,
        after=change.before,
        by=stamp.by,
        at=stamp.at,
        reason="",
        undoes=undoes,
    )


def effective(
    change: Change, cls: type[Entity], old: Mapping[str, Plain] | None, new: Mapping[str, Plain] | None
) -> Change | None:
    """Return what ``change`` really did to an entity: it was ``old`` and is ``new``; ``None`` for nothing.

    What others had done before, or did at the same time, is not part of it, and so is not taken back with it.
    """
    if old is None or new is None:
        return None if old == new else change
    before, after = _differences(cls, old, new)
    if not before and not after:
        return None
    action = Action.UPDATE if change.action is Action.CREATE else change.action
    return replace(change, action=action, before=before, after=after)


def _differences(
    cls: type[Entity], old: Mapping[str, Plain], new: Mapping[str, Plain]
) -> tuple[dict[str, Plain], dict[str, Plain]]:
    before: dict[str, Plain] = {}
    after: dict[str, Plain] = {}
    for name, shape in shapes_of(cls).items():
        if old[name] == new[name]:
            continue
        was, becomes = {name: old[name]}, {name: new[name]}
        if shape is Shape.MAP:
            was, becomes = _members(name, old[name]), _members(name, new[name])
        before |= {path: value for path, value in was.items() if becomes.get(path, ...) != value}
        after |= {path: value for path, value in becomes.items() if was.get(path, ...) != value}
    return before, after


def _members(name: str, mapping: Plain) -> dict[str, Plain]:
    items = mapping.items() if isinstance(mapping, dict) else ()
    return {f"{name}.{key}": value for key, value in items}


def _change(
    action: Action,
    entity: Entity,
    before: Mapping[str, Plain],
    after: Mapping[str, Plain],
    stamp: Stamp,
    reason: str,
) -> Change:
    return Change(
        action=action,
        kind=entity.KIND,
        entity_id=entity.id,
        before=before,
        after=after,
        by=stamp.by,
        at=stamp.at,
        reason=reason.strip(),
    )
