"""The words around a change of level: how each move of an aspiration is put, and what it asks."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from types import MappingProxyType
from typing import Final

from careerkit.aspirations import StepKind
from careerkit.content.files import ContentError, entries, parsed, required, text_of_file

FILE: Final = "levels.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelWords:
    """How one move is put: its ``act`` on a button, the ``heading`` of its form, and what that ``says``.

    ``asks`` is the question whose answer is the reason, with one ``example``; ``done`` is said afterwards.
    """

    act: str
    heading: str
    says: str
    asks: str
    example: str
    done: str


_NAMES: Final = frozenset(field.name for field in fields(LevelWords))


@cache
def level_words() -> Mapping[StepKind, LevelWords]:
    """Return the words of every move, in the order in which they are offered.

    Raises :class:`~careerkit.content.files.ContentError`, naming file and entry, when the file is wrong.
    """
    return read_level_words(text_of_file(FILE))


def read_level_words(text: str) -> Mapping[StepKind, LevelWords]:
    """Return the words that the text of such a file holds; see :func:`level_words`."""
    found = entries(parsed(text, file=FILE), "step", file=FILE)
    for at, entry in enumerate(found, start=1):
        if set(entry) != _NAMES | {"id"}:
            rule = f"it holds exactly {', '.join(sorted(_NAMES | {'id'}))}"
            raise ContentError(FILE, f"step {at}", rule)
    if [entry["id"] for entry in found] != list(StepKind):
        raise ContentError(FILE, "“step”", f"its ids are, in this order: {', '.join(StepKind)}")
    words: dict[StepKind, LevelWords] = {}
    for kind, entry in zip(StepKind, found, strict=True):
        where = f"step “{kind}”"
        words[kind] = LevelWords(**{name: required(entry, name, file=FILE, where=where) for name in _NAMES})
    return MappingProxyType(words)
