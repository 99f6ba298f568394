"""How a change meets what others have changed since it was thought of."""

from collections.abc import Mapping
from dataclasses import MISSING, Field, replace
from typing import Any

from careerkit.change.model import Action, Change, Entity
from careerkit.change.plain import Plain, plain
from careerkit.change.shape import Shape, shapes_of
from careerkit.errors import CareerKitError

_MISSING: Any = object()


class ConflictError(CareerKitError):
    """Someone else changed the same thing meanwhile; nothing of the change was saved.

    ``field`` is empty when the whole entity stands in the way; ``theirs`` is what is stored, ``yours`` what
    the refused change would have stored.
    """

    def __init__(
        self, message: str, *, change: Change, field: str = "", theirs: Plain = None, yours: Plain = None
    ) -> None:
        super().__init__(message)
        self.change = change
        self.field = field
        self.theirs = theirs
        self.yours = yours


def merged(cls: type[Entity], current: Mapping[str, Plain] | None, change: Change) -> dict[str, Plain] | None:
    """Return the fields of the entity after ``change``, or ``None`` when it takes the entity out.

    Different fields merge; members of sets and keys of mappings merge one by one. Raises
    :class:`ConflictError` when the stored value is neither the one the change started from nor the one it
    leads to.
    """
    if change.action is Action.CREATE:
        return _brought_in(cls, current, replace(change, after=_completed(cls, change.after)))
    if current is None:
        message = "This entry is gone. Was it removed in another tab? Nothing was saved."
        raise ConflictError(message, change=change)
    if change.action is Action.REMOVE:
        _require_untouched(current, replace(change, before=_completed(cls, change.before)))
        return None
    result = {name: _copied(value) for name, value in current.items()}
    for path in {**change.before, **change.after}:
        _merge_field(result, path, change, shapes_of(cls))
    return result


def _completed(cls: type[Entity], fields: Mapping[str, Plain]) -> dict[str, Any]:
    """Return all fields of an entity: one that was added to its class since begins as it does there."""
    since = {name: _default(cls, name) for name in shapes_of(cls) if name not in fields}
    return {**fields, **{name: value for name, value in since.items() if value is not MISSING}}


def _brought_in(cls: type[Entity], current: Mapping[str, Plain] | None, change: Change) -> dict[str, Plain]:
    if current is None or dict(current) == dict(change.after):
        return dict(change.after)
    if not hasattr(cls, "ID"):
        message = "There is already an entry in this place. Reload the page to see it."
        raise ConflictError(message, change=change)
    return _filled_in(cls, dict(current), change)


def _filled_in(cls: type[Entity], current: dict[str, Plain], change: Change) -> dict[str, Plain]:
    """Bring what the second of two creations of a thing that exists only once says into the first."""
    for name, shape in shapes_of(cls).items():
        theirs, yours, default = current[name], change.after[name], _default(cls, name)
        if yours in (default, theirs) or default is MISSING:  # what had to be said, the first one said
            continue
        if shape is Shape.MAP and isinstance(theirs, dict) and isinstance(yours, dict):
            current[name] = _joined(name, theirs, yours, change)
        elif theirs == default:
            current[name] = yours
        else:
            raise _conflict(change, name, theirs, yours)
    return current


def _default(cls: type[Entity], name: str) -> object:
    """Return the plain value a field has when nobody says anything; ``MISSING`` when somebody must."""
    field: Field[Any] = cls.__dataclass_fields__[name]
    value = field.default if field.default_factory is MISSING else field.default_factory()
    return value if value is MISSING else plain(value)


def _joined(name: str, theirs: dict[str, Plain], yours: dict[str, Plain], change: Change) -> dict[str, Plain]:
    for key in theirs.keys() & yours.keys():
        if theirs[key] != yours[key]:
            raise _conflict(change, f"{name}.{key}", theirs[key], yours[key])
    return {**theirs, **yours}


def _require_untouched(current: Mapping[str, Plain], change: Change) -> None:
    if dict(current) != dict(change.before):
        message = "This entry was changed later, so it stays. Archive it if you no longer want it."
        raise ConflictError(message, change=change)


def _merge_field(result: dict[str, Plain], path: str, change: Change, shapes: Mapping[str, Shape]) -> None:
    name, _, key = path.partition(".")
    was, becomes = change.before.get(path, _MISSING), change.after.get(path, _MISSING)
    shape = shapes.get(name)
    if bool(key) is not (shape is Shape.MAP) or (shape is Shape.SET and not _are_sets(was, becomes)):
        raise _conflict(change, path, result.get(name), becomes)  # no action writes such a change
    holder: Any = result.setdefault(name, {}) if key else result
    place = key or name
    current = holder.get(place, _MISSING)
    if shape is Shape.SET:
        holder[place] = _merged_set(current, was, becomes)
    elif current not in (was, becomes):
        raise _conflict(change, path, current, becomes)
    elif becomes is _MISSING:
        holder.pop(place, None)
    else:
        holder[place] = becomes


def _are_sets(*values: object) -> bool:
    return all(isinstance(value, list) and all(type(item) is str for item in value) for value in values)


def _merged_set(current: list[str], was: list[str], becomes: list[str]) -> list[Plain]:
    taken, added = set(was) - set(becomes), set(becomes) - set(was)
    return [*sorted((set(current) - taken) | added)]


def _copied(value: Plain) -> Plain:
    return dict(value) if isinstance(value, dict) else value


def _conflict(change: Change, path: str, current: Plain, becomes: Plain) -> ConflictError:
    theirs, yours = (None if value is _MISSING else value for value in (current, becomes))
    spoken = path.partition(".")[0].replace("_", " ")
    message = f"Someone changed “{spoken}” meanwhile. Nothing was overwritten. To keep yours, enter it again."
    return ConflictError(message, change=change, field=path, theirs=theirs, yours=yours)
