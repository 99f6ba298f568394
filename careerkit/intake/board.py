"""The export of a Trello board, as its lists, cards and checklist items: what is used of them, checked."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Final

from careerkit.errors import InvalidValueError
from careerkit.intake.cells import shown
from careerkit.intake.json_text import json_in
from careerkit.intake.proposal import UnreadableFileError
from careerkit.moments import require_year
from careerkit.text import clean_line, clean_text

MOST_CARDS: Final = 10_000
"""Cards and checklist items that a board may have, each."""

_MOMENT: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,6})?(?:Z|[+-][0-9]{2}:?[0-9]{2})"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """The parts of a board, as they stand in the file: cards by place, items by the id of their card."""

    lists: Mapping[str, Mapping[str, Any]]
    cards: tuple[Any, ...]
    items: Mapping[str, tuple[Mapping[str, Any], ...]]


def board_in(data: bytes) -> Board:
    """Return the board in a JSON file. Raises :class:`UnreadableFileError` for any other file."""
    board = json_in(data)
    if not isinstance(board, dict) or not _lists_in(board, "lists", "cards"):
        raise UnreadableFileError("This file is not the export of a Trello board.")
    items: dict[str, list[Mapping[str, Any]]] = {}
    for checklist in _objects(board.get("checklists")):
        items.setdefault(text_at(checklist, "idCard"), []).extend(_objects(checklist.get("checkItems")))
    if max(len(board["cards"]), sum(map(len, items.values()))) > MOST_CARDS:
        message = f"This board has more than {MOST_CARDS:,} cards or checklist items. Export a smaller one."
        raise UnreadableFileError(message)
    return Board(
        lists={text_at(it, "id"): it for it in _objects(board["lists"])},
        cards=tuple(board["cards"]),
        items={card: tuple(found) for card, found in items.items()},
    )


def text_at(part: Mapping[str, Any], name: str) -> str:
    """Return a text on one line, cleaned; empty for anything else."""
    value = part.get(name)
    return clean_line(value) if isinstance(value, str) else ""


def long_text_at(part: Mapping[str, Any], name: str) -> str:
    """Return a text of several lines, cleaned; empty for anything else."""
    value = part.get(name)
    return clean_text(value).strip() if isinstance(value, str) else ""


def is_true(part: Mapping[str, Any], name: str) -> bool:
    """Say whether something is said to be so, in so many words."""
    return part.get(name) is True


def day_at(part: Mapping[str, Any], name: str) -> date | None:
    """Return the day, in UTC, of a moment with its zone; ``None`` for none.

    Raises :class:`~careerkit.errors.InvalidValueError` for anything else and for a year out of reach.
    """
    value = part.get(name)
    if value is None:
        return None
    try:
        readable = isinstance(value, str) and _MOMENT.fullmatch(value)
        day = datetime.fromisoformat(value).astimezone(UTC).date() if readable else None
    except (ValueError, OverflowError):
        day = None
    if day is None:
        message = f"Its date “{shown(str(value)[:100])}” cannot be read. Set it again in Trello."
        raise InvalidValueError(message)
    require_year(day.year)
    return day


def labels_of(card: Mapping[str, Any]) -> Iterator[str]:
    """Yield the names of the labels on a card."""
    for label in _objects(card.get("labels")):
        name = text_at(label, "name")
        if name:
            yield name


def _objects(value: object) -> list[dict[str, Any]]:
    return [it for it in value if isinstance(it, dict)] if isinstance(value, list) else []


def _lists_in(board: Mapping[str, Any], *names: str) -> bool:
    return all(isinstance(board.get(name), list) for name in names)
