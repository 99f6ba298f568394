"""The library of paths: ways a working life can go, to look through before one writes an aspiration."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import fields
from functools import cache
from typing import Any, Final, TypeVar

from careerkit.aspirations import Path, PathGoal, Rung
from careerkit.content.files import ContentError, entries, parsed, required, served_needs, text_of_file
from careerkit.content.needs import needs_catalogue
from careerkit.errors import InvalidValueError
from careerkit.labels import Mark

FILE: Final = "paths.toml"

_ID: Final = re.compile(r"[a-z][a-z0-9-]*")
_TEXTS: Final = frozenset({"id", "title", "about", "gives", "catch", "test", "aspiration"})
_NAMES: Final = _TEXTS | {"needs", "goal"}
_OPTIONAL: Final = frozenset({"mark", "rung", "second_reason"})

T = TypeVar("T")
Part = TypeVar("Part", PathGoal, Rung)


@cache
def paths() -> tuple[Path, ...]:
    """Return every path of the product, in the order in which they are shown.

    Raises :class:`~careerkit.content.files.ContentError`, naming file and entry, when the file is wrong.
    """
    return read_paths(text_of_file(FILE), [need.id for need in needs_catalogue()])


def read_paths(text: str, needs: Collection[str]) -> tuple[Path, ...]:
    """Return the paths that the text of such a file describes; see :func:`paths`.

    ``needs`` are the ids that an entry can name.
    """
    found = entries(parsed(text, file=FILE), "path", file=FILE)
    read = tuple(_path(f"path {at}", entry, needs) for at, entry in enumerate(found, start=1))
    _require_apart(read)
    return read


def _path(where: str, entry: Mapping[str, Any], needs: Collection[str]) -> Path:
    if set(entry) - _OPTIONAL != _NAMES or entry.get("mark", Mark.PRIVATE) != Mark.PRIVATE:
        rule = f"it holds exactly {', '.join(sorted(_NAMES))} (and perhaps {', '.join(sorted(_OPTIONAL))})"
        raise ContentError(FILE, where, rule)
    names = _TEXTS | ({"second_reason"} & set(entry))
    texts = {name: required(entry, name, file=FILE, where=where) for name in names}
    if not _ID.fullmatch(texts["id"]):
        raise ContentError(FILE, where, "an id is made of small letters, digits and hyphens")
    return _made(
        Path,
        where,
        **texts,
        mark=Mark.PRIVATE if "mark" in entry else Mark.SAY,
        needs=served_needs(entry["needs"], needs, file=FILE, where=where),
        goals=_parts(PathGoal, where, "goal", entry["goal"]),
        ladder=_parts(Rung, where, "rung", entry["rung"]) if "rung" in entry else (),
    )


def _parts(cls: type[Part], where: str, name: str, found: object) -> tuple[Part, ...]:
    """Return what is written under ``[[path.goal]]`` or ``[[path.rung]]`` of one path."""
    names = {field.name for field in fields(cls)}
    if not isinstance(found, list) or not all(isinstance(entry, dict) for entry in found):
        raise ContentError(FILE, where, f"write each {name} under [[path.{name}]]")
    parts: list[Part] = []
    for at, entry in enumerate(found, start=1):
        part = f"{where}, {name} {at}"
        if set(entry) != names:
            raise ContentError(FILE, part, f"it holds exactly {', '.join(sorted(names))}")
        texts = {each: required(entry, each, file=FILE, where=part) for each in names}
        parts.append(_made(cls, part, **texts))
    return tuple(parts)


def _made(make: Callable[..., T], where: str, **values: object) -> T:
    """Return what ``make`` makes of ``values``; what it refuses is told with its entry."""
    try:
        return make(**values)
    except InvalidValueError as error:
        raise ContentError(FILE, where, str(error).removesuffix(".")) from error


def _require_apart(read: Iterable[Path]) -> None:
    """Refuse a second path, aspiration or goal of the same name: in a plan, nobody could tell them apart."""
    taken: set[str] = set()
    for at, path in enumerate(read, start=1):
        own = [f"id “{path.id}”", f"title “{path.title}”", f"aspiration “{path.aspiration}”"]
        for name in [*own, *(f"goal “{goal.title}”" for goal in path.goals)]:
            if name in taken:
                raise ContentError(FILE, f"path {at}", f"the {name} is taken")
            taken.add(name)
