"""The words of the quarterly check."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from careerkit.content.files import ContentError, entries, parsed, required, text_of_file
from careerkit.review import QUESTIONS

FILE: Final = "quarter.toml"
_TEXTS: Final = ("title", "asks", "example")


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarterWords:
    """One question of the quarterly check: a short ``title``, what it ``asks``, and an ``example``."""

    title: str
    asks: str
    example: str


@cache
def quarter_words() -> Mapping[str, QuarterWords]:
    """Return the words of each question of the quarterly check, by its id and in the order they are asked.

    Raises :class:`~careerkit.content.files.ContentError`, naming file and entry, when the file is wrong.
    """
    return read_quarter_words(text_of_file(FILE))


def read_quarter_words(text: str) -> Mapping[str, QuarterWords]:
    """Return the words that the text of such a file holds; see :func:`quarter_words`."""
    found = entries(parsed(text, file=FILE), "question", file=FILE)
    ids = tuple(entry.get("id") for entry in found)
    if ids != QUESTIONS:
        raise ContentError(FILE, "“question”", f"its ids are, in this order: {', '.join(QUESTIONS)}")
    words = [_words(f"question {at}", entry) for at, entry in enumerate(found, start=1)]
    return MappingProxyType(dict(zip(QUESTIONS, words, strict=True)))


def _words(where: str, entry: Mapping[str, Any]) -> QuarterWords:
    if set(entry) != {"id", *_TEXTS}:
        raise ContentError(FILE, where, f"it holds exactly {', '.join(sorted(('id', *_TEXTS)))}")
    return QuarterWords(**{name: required(entry, name, file=FILE, where=where) for name in _TEXTS})
