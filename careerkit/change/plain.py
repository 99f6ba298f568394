"""Entities as plain JSON values: what is stored, compared and merged."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from math import isfinite
from typing import Any, Final, TypeAlias

from careerkit.errors import InvalidValueError
from careerkit.text import clean_text

_MAX_BITS: Final = 63
"""Whole numbers stay within what every reader of JSON takes as one."""

Plain: TypeAlias = "bool | int | float | str | list[Plain] | dict[str, Plain] | None"
"""A value that JSON keeps as it is."""


def plain_entity(entity: Any) -> dict[str, Plain]:  # noqa: ANN401 - any dataclass; checked below
    """Return every field of a dataclass as plain values, in the order of the class.

    Raises :class:`~careerkit.errors.InvalidValueError`, naming kind and field, for a number that JSON has
    no word for, and ``TypeError`` for a type that is not made to be stored.
    """
    cls: Any = type(entity)
    if not is_dataclass(entity):
        message = f"{type(entity).__name__} is not an entity"
        raise TypeError(message)
    kind = getattr(entity, "KIND", cls.__name__)
    return {name: plain(getattr(entity, name), where=f"{kind}.{name}") for name in _names(cls)}


def plain(value: object, *, where: str = "value") -> Plain:
    """Return ``value`` as JSON would hold it: texts cleaned, dates in ISO form, sets sorted.

    ``where`` names the field in an error.
    """
    match value:
        case StrEnum():
            return value.value
        case str():
            return clean_text(value)
        case None | bool():
            return value
        case int() | float():
            return _ordinary(value, where)
        case date():  # a datetime is one too
            return value.isoformat()
        case _:
            return _plain_many(value, where)


@cache
def _names(cls: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cls))


def _plain_many(value: object, where: str) -> Plain:
    if isinstance(value, frozenset):
        return [*sorted(set(_texts(value, where)))]
    if isinstance(value, tuple | list):
        return [plain(item, where=f"{where}[{at}]") for at, item in enumerate(value)]
    if isinstance(value, Mapping):
        keys = _texts(value, where)
        if len(set(keys)) != len(keys):
            message = f"{where} has two parts of the same name"
            raise TypeError(message)
        items = zip(keys, value.values(), strict=True)
        return {key: plain(item, where=f"{where}.{key}") for key, item in items}
    if is_dataclass(value) and not isinstance(value, type):
        return plain_entity(value)
    message = f"{where} holds a {type(value).__name__}, which cannot be stored"
    raise TypeError(message)


def _texts(values: "frozenset[object] | Mapping[Any, object]", where: str) -> list[str]:
    texts = [clean_text(value) for value in values if isinstance(value, str)]
    if len(texts) != len(values):
        message = f"{where} may hold only texts"
        raise TypeError(message)
    return texts


def _ordinary(value: float, where: str) -> float:
    in_reach = value.bit_length() <= _MAX_BITS if isinstance(value, int) else isfinite(value)
    if not in_reach:
        message = f"{where} is not a number that can be kept. Please enter it again."
        raise InvalidValueError(message)
    return value
