"""Whether JSON can keep what changes hold: asked before anything is touched."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC
from types import NoneType
from typing import Any, Final

from careerkit.change import Actor, Change, Plain, plain
from careerkit.errors import InvalidValueError
from careerkit.store.errors import CannotBeKeptError
from careerkit.text import clean_text
from careerkit.workspace import KINDS

_DEEPEST: Final = 8
"""Levels that a value may be nested; entries need half of them."""


def keepable(changes: Sequence[Change]) -> tuple[Change, ...]:
    """Return ``changes`` in the very form in which they will be read again: plain values, texts cleaned.

    Raises ``CannotBeKeptError``, naming kind, entry and field, for a value that JSON would lose or alter.
    """
    return tuple(map(_keepable, changes))


def _keepable(change: Change) -> Change:
    where = f"{change.kind}.{change.entity_id}"
    if change.kind not in KINDS:
        raise CannotBeKeptError(where, "a workspace has no entries of this kind")
    if type(change.undoes) not in (int, NoneType):
        raise CannotBeKeptError(f"{where}.undoes", "it is no revision")
    before, after = _plain(change.before, where), _plain(change.after, where)
    reason, by = clean_text(change.reason), (clean_text(change.by.id), clean_text(change.by.name))
    texts = (reason, *by) == (change.reason, change.by.id, change.by.name)
    if texts and not change.at.utcoffset() and before == change.before and after == change.after:
        return change  # as actions make them
    return replace(
        change,
        before=before,
        after=after,
        at=change.at.astimezone(UTC),
        reason=reason,
        by=Actor(id=by[0], name=by[1]),
    )


def _plain(fields: Mapping[str, Any], where: str) -> dict[str, Plain]:
    try:
        _require_shallow(fields, where, _DEEPEST)
        kept = plain(fields, where=where)
    except TypeError as error:
        place, _, why = str(error).partition(" ")
        raise CannotBeKeptError(place, why) from error
    except InvalidValueError as error:
        raise CannotBeKeptError(
            str(error).partition(" ")[0], "it is not a number that can be kept"
        ) from error
    return kept if isinstance(kept, dict) else {}


def _require_shallow(value: object, where: str, levels: int) -> None:
    if levels == 0:
        message = f"{where} is nested too deeply"
        raise TypeError(message)
    if isinstance(value, Mapping):
        for name, item in value.items():
            _require_shallow(item, f"{where}.{name}", levels - 1)
    elif isinstance(value, tuple | list):
        for item in value:
            _require_shallow(item, where, levels - 1)
