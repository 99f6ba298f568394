"""What each need can lead to: the directions that are suggested when the needs stand in order."""

import re
from collections.abc import Collection, Mapping
from dataclasses import fields
from functools import cache
from typing import Any, Final

from careerkit.content.files import ContentError, entries, parsed, required, served_needs, text_of_file
from careerkit.content.needs import needs_catalogue
from careerkit.errors import InvalidValueError
from careerkit.labels import Mark
from careerkit.needs import Direction, DirectionKind

FILE: Final = "directions.toml"

_ID: Final = re.compile(r"[a-z][a-z0-9-]*")
_OPTIONAL: Final = frozenset({"mark"})
_OF_GOAL: Final = frozenset(field.name for field in fields(Direction)) - _OPTIONAL
_OF_ASPIRATION: Final = _OF_GOAL - {"first_step"}


@cache
def directions() -> tuple[Direction, ...]:
    """Return every direction of the product, need by need.

    Raises :class:`~careerkit.content.files.ContentError`, naming file and entry, when the file is wrong.
    """
    return read_directions(text_of_file(FILE), [need.id for need in needs_catalogue()])


def directions_for(need_id: str) -> tuple[Direction, ...]:
    """Return the directions that serve a need, those that belong to it most first.

    A need that a person added has none.
    """
    serving = [direction for direction in directions() if need_id in direction.needs]
    return tuple(sorted(serving, key=lambda direction: direction.needs.index(need_id)))


def read_directions(text: str, needs: Collection[str]) -> tuple[Direction, ...]:
    """Return the directions that the text of such a file describes; see :func:`directions`.

    ``needs`` are the ids that an entry can name.
    """
    found = entries(parsed(text, file=FILE), "direction", file=FILE)
    read = tuple(_direction(f"direction {at}", entry, needs) for at, entry in enumerate(found, start=1))
    for at, one in enumerate(read, start=1):
        if any(one.id == other.id or one.title == other.title for other in read[: at - 1]):
            rule = f"the id “{one.id}” or the title “{one.title}” is taken"
            raise ContentError(FILE, f"direction {at}", rule)
    return read


def _direction(where: str, entry: Mapping[str, Any], needs: Collection[str]) -> Direction:
    kind = _kind(where, entry)
    names = _OF_GOAL if kind is DirectionKind.GOAL else _OF_ASPIRATION
    if set(entry) - _OPTIONAL != names or entry.get("mark", Mark.PRIVATE) != Mark.PRIVATE:
        rule = f"of kind “{kind}”, it holds exactly {', '.join(sorted(names))} (and perhaps mark = private)"
        raise ContentError(FILE, where, rule)
    texts = {name: required(entry, name, file=FILE, where=where) for name in names - {"kind", "needs"}}
    if not _ID.fullmatch(texts["id"]):
        raise ContentError(FILE, where, "an id is made of small letters, digits and hyphens")
    served = served_needs(entry["needs"], needs, file=FILE, where=where)
    try:
        return Direction(**texts, kind=kind, needs=served, mark=Mark.PRIVATE if "mark" in entry else Mark.SAY)
    except InvalidValueError as error:
        raise ContentError(FILE, where, str(error).removesuffix(".")) from error


def _kind(where: str, entry: Mapping[str, Any]) -> DirectionKind:
    for kind in DirectionKind:
        if kind == entry.get("kind"):
            return kind
    raise ContentError(FILE, where, f"“kind” is one of {', '.join(DirectionKind)}")
