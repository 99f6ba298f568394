"""The words of the home page."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from careerkit.content.files import entries, parsed, required, text_of_file
from careerkit.workspace import NextStep

_FILE: Final = "home.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepWords:
    """How a step is put: what it ``says``, with ``{title}`` for the entry it is about, and its button."""

    says: str
    button: str


@cache
def start_steps() -> tuple[tuple[str, str], ...]:
    """Return title and explanation of each step for a person who has just arrived."""
    return tuple(
        (_words(entry, "title", f"start {at}"), _words(entry, "about", f"start {at}"))
        for at, entry in enumerate(_table("start"), start=1)
    )


@cache
def next_step_words() -> dict[NextStep, StepWords]:
    """Return the words of every next step."""
    return {
        NextStep(_words(entry, "id", f"next {at}")): StepWords(
            says=_words(entry, "says", f"next {at}"), button=_words(entry, "button", f"next {at}")
        )
        for at, entry in enumerate(_table("next"), start=1)
    }


def _table(name: str) -> list[dict[str, object]]:
    return [dict(entry) for entry in entries(parsed(text_of_file(_FILE), file=_FILE), name, file=_FILE)]


def _words(entry: dict[str, object], name: str, where: str) -> str:
    return required(entry, name, file=_FILE, where=where)
