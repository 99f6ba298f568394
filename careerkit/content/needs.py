"""The needs that people weigh against each other, and the longer texts around them."""

import re
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from careerkit.content.files import ContentError, entries, parsed, required, text_of_file
from careerkit.needs import Need

FILE: Final = "needs.toml"
WORDS: Final = frozenset(
    {
        "coarse",
        "consistency",
        "directions",
        "fours",
        "guess",
        "introduction",
        "order_of_fours",
        "share",
        "strengths",
        "today",
    }
)
"""Names of the longer texts."""

_ID: Final = re.compile(r"[a-z][a-z0-9-]*")
_FIELDS: Final = frozenset(field.name for field in fields(Need))
_REQUIRED: Final = frozenset({"id", "name", "about"})


@cache
def needs_catalogue() -> tuple[Need, ...]:
    """Return the needs of the product, in the order in which they are introduced.

    Raises :class:`~careerkit.content.files.ContentError`, naming file and entry, when the file is wrong.
    """
    return read_catalogue(text_of_file(FILE))


@cache
def needs_words() -> Mapping[str, str]:
    """Return the longer texts around the needs by name, those of :data:`WORDS`.

    Raises :class:`~careerkit.content.files.ContentError`, naming file and entry, when the file is wrong.
    """
    return read_words(text_of_file(FILE))


def read_catalogue(text: str) -> tuple[Need, ...]:
    """Return the needs that the text of a catalogue file describes; see :func:`needs_catalogue`."""
    found = entries(parsed(text, file=FILE), "need", file=FILE)
    needs = tuple(_need(f"need {at}", entry) for at, entry in enumerate(found, start=1))
    for at, need in enumerate(needs, start=1):
        if any(need.id == other.id or need.name == other.name for other in needs[: at - 1]):
            raise ContentError(FILE, f"need {at}", f"the id “{need.id}” or the name “{need.name}” is taken")
    if len(needs) < 2:  # noqa: PLR2004 - a pair is two
        raise ContentError(FILE, "“need”", "at least two needs are compared")
    return needs


def read_words(text: str) -> Mapping[str, str]:
    """Return the texts that a catalogue file holds; see :func:`needs_words`."""
    words = parsed(text, file=FILE).get("words", {})
    if not isinstance(words, dict) or set(words) != WORDS:
        raise ContentError(FILE, "“words”", f"it holds exactly {', '.join(sorted(WORDS))}")
    return MappingProxyType({name: required(words, name, file=FILE, where="“words”") for name in words})


def _need(where: str, entry: Mapping[str, Any]) -> Need:
    names = set(entry) if isinstance(entry, dict) else set()
    if not _REQUIRED <= names <= _FIELDS:
        allowed = f"{', '.join(sorted(_REQUIRED))} (and perhaps {', '.join(sorted(_FIELDS - _REQUIRED))})"
        raise ContentError(FILE, where, f"it holds {allowed}")
    texts = {name: required(entry, name, file=FILE, where=where) for name in names}
    if not _ID.fullmatch(texts["id"]):
        raise ContentError(FILE, where, "an id is made of small letters, digits and hyphens")
    return Need(**texts)
