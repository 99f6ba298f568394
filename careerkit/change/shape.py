"""Which fields of an entity merge as a whole, by member or by key."""

from collections.abc import Mapping
from dataclasses import fields
from enum import Enum
from functools import cache
from typing import Any, get_origin, get_type_hints


class Shape(Enum):
    """How two people's edits of one field come together."""

    WHOLE = "whole"
    SET = "set"
    MAP = "map"


@cache
def shapes_of(cls: type[Any]) -> dict[str, Shape]:
    """Return the shape of every field: a ``frozenset`` is a set, a ``Mapping`` a map, the rest whole."""
    hints = get_type_hints(cls)
    origins = {field.name: get_origin(hints[field.name]) for field in fields(cls)}
    known = {frozenset: Shape.SET, Mapping: Shape.MAP}
    return {name: known.get(origin, Shape.WHOLE) for name, origin in origins.items()}
