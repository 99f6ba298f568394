"""The needs that people weigh against each other, and the longer texts around them."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final

from careerkit.errors import InvalidValueError
from careerkit.needs import Need
from careerkit.text import is_blank

FILE: Final = "needs.toml"
WORDS: Final = frozenset({"introduction", "consistency"})

_ID: Final = re.compile(r"[a-z][a-z0-9-]*")
_FIELDS: Final = frozenset(field.name for field in fields(Need))
_REQUIRED: Final = frozenset({"id", "name", "about"})


@cache
def needs_catalogue() -> tuple[Need, ...]:
    """Return the needs of the product, in the order in which they are introduced.

    Raises :class:`~careerkit.errors.InvalidValueError`, naming file and entry, when the file is wrong.
    """
    return read_catalogue(_file())


@cache
def needs_words() -> Mapping[str, str]:
    """Return the longer texts around the needs by name: ``introduction`` and ``consistency``.

    Raises :class:`~careerkit.errors.InvalidValueError`, naming file and entry, when the file is wrong.
    """
    return read_words(_file())


def read_catalogue(text: str) -> tuple[Need, ...]:
    """Return the needs that the text of a catalogue file describes; see :func:`needs_catalogue`."""
    entries = _parsed(text).get("need", [])
    if not isinstance(entries, list):
        raise _wrong("“need”", "write each need under [[need]]")
    needs = tuple(_need(f"need {at}", entry) for at, entry in enumerate(entries, start=1))
    for at, need in enumerate(needs, start=1):
        if any(need.id == other.id or need.name == other.name for other in needs[: at - 1]):
            raise _wrong(f"need {at}", f"the id “{need.id}” or the name “{need.name}” is taken")
    if len(needs) < 2:  # noqa: PLR2004 - a pair is two
        raise _wrong("“need”", "at least two needs are compared")
    return needs


def read_words(text: str) -> Mapping[str, str]:
    """Return the texts that a catalogue file holds; see :func:`needs_words`."""
    words = _parsed(text).get("words", {})
    if not isinstance(words, dict) or set(words) != WORDS:
        raise _wrong("“words”", f"it holds exactly {', '.join(sorted(WORDS))}")
    for name, value in words.items():
        _require_text("“words”", name, value)
    return MappingProxyType({name: value.strip() for name, value in words.items()})


def _need(where: str, entry: Mapping[str, Any]) -> Need:
    names = set(entry) if isinstance(entry, dict) else set()
    if not _REQUIRED <= names <= _FIELDS:
        allowed = f"{', '.join(sorted(_REQUIRED))} (and perhaps {', '.join(sorted(_FIELDS - _REQUIRED))})"
        raise _wrong(where, f"it holds {allowed}")
    for name, value in entry.items():
        _require_text(where, name, value)
    if not _ID.fullmatch(entry["id"]):
        raise _wrong(where, "an id is made of small letters, digits and hyphens")
    return Need(**entry)


def _require_text(where: str, name: str, value: object) -> None:
    if not isinstance(value, str) or is_blank(value):
        raise _wrong(where, f"“{name}” is a text that is not empty")


def _parsed(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = f"careerkit/content/{FILE} is not valid TOML: {error}."
        raise InvalidValueError(message) from error


def _wrong(where: str, rule: str) -> InvalidValueError:
    return InvalidValueError(f"careerkit/content/{FILE}, {where}: {rule}.")


def _file() -> str:
    return (files("careerkit.content") / FILE).read_text(encoding="utf-8")
