"""Reading the content files; what is wrong in one is told with its file and entry."""

import tomllib
from collections.abc import Collection, Mapping
from importlib.resources import files
from typing import Any

from careerkit.errors import InvalidValueError
from careerkit.text import is_blank


class ContentError(InvalidValueError):
    """A content file of the product is wrong; the message names file, entry and rule."""

    def __init__(self, file: str, where: str, rule: str) -> None:
        super().__init__(f"careerkit/content/{file}, {where}: {rule}.")


def text_of_file(file: str) -> str:
    """Return a content file as text."""
    return (files("careerkit.content") / file).read_text(encoding="utf-8")


def parsed(text: str, *, file: str) -> dict[str, Any]:
    """Return a TOML text as a dictionary. Raises :class:`ContentError`, naming ``file``."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ContentError(file, "the whole file", f"it is not valid TOML ({error})") from error


def entries(document: Mapping[str, Any], table: str, *, file: str) -> list[Mapping[str, Any]]:
    """Return the entries written under ``[[table]]``. Raises :class:`ContentError` when there are none."""
    found = document.get(table)
    if not isinstance(found, list) or not all(isinstance(entry, dict) for entry in found):
        raise ContentError(file, f"“{table}”", f"write each entry under [[{table}]]")
    return found


def required(entry: Mapping[str, Any], name: str, *, file: str, where: str) -> str:
    """Return the text ``name`` of an entry. Raises :class:`ContentError` when it is missing or empty."""
    value = entry.get(name)
    if not isinstance(value, str) or is_blank(value):
        raise ContentError(file, where, f"“{name}” is a text that is not empty")
    return value.strip()


def served_needs(ids: object, needs: Collection[str], *, file: str, where: str) -> tuple[str, ...]:
    """Return the ids of the needs that an entry serves.

    Raises :class:`ContentError` for what is no list, one that is not among ``needs``, and one named twice.
    """
    if not isinstance(ids, list):
        raise ContentError(file, where, "“needs” is a list of ids")
    for at, id_ in enumerate(ids):
        if id_ not in needs:
            raise ContentError(file, where, f"there is no need “{id_}”")
        if id_ in ids[:at]:
            raise ContentError(file, where, f"the need “{id_}” is named twice")
    return tuple(ids)
