"""Whether JSON can keep what changes hold: asked before anything is touched."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from careerkit.change import Actor, Change, Plain, plain
from careerkit.errors import CareerKitError
from careerkit.store.errors import CannotBeKeptError
from careerkit.text import clean_text
from careerkit.workspace import KINDS


def keepable(changes: Sequence[Change]) -> tuple[Change, ...]:
    """Return ``changes`` in the very form in which they will be read again: plain values, texts cleaned.

    Raises ``CannotBeKeptError``, naming kind, entry and field, for a value that JSON would lose or alter.
    """
    return tuple(map(_keepable, changes))


def _keepable(change: Change) -> Change:
    before, after = _plain(change, change.before), _plain(change, change.after)
    reason, by = (
        clean_text(change.reason),
        Actor(id=clean_text(change.by.id), name=clean_text(change.by.name)),
    )
    if (before, after, reason, by) == (change.before, change.after, change.reason, change.by):
        return change  # actions make them plain already
    return replace(change, before=before, after=after, reason=reason, by=by)


def _plain(change: Change, fields: Mapping[str, Any]) -> dict[str, Plain]:
    where = f"{change.kind}.{change.entity_id}"
    if change.kind not in KINDS:
        raise CannotBeKeptError(where, "a workspace has no entries of this kind")
    return {name: _value(value, f"{where}.{name}") for name, value in fields.items()}


def _value(value: object, where: str) -> Plain:
    try:
        return plain(value, where=where)
    except TypeError as error:
        raise CannotBeKeptError(where, str(error).removeprefix(f"{where} ")) from error
    except RecursionError as error:
        raise CannotBeKeptError(where, "it is nested without end") from error
    except CareerKitError as error:
        raise CannotBeKeptError(where, "it is not a number that can be kept") from error
