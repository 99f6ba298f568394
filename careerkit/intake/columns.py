"""The columns of a table, found by their names, as other programs call them."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import Final

from careerkit.intake.proposal import UnreadableFileError
from careerkit.text import clean_line, is_blank
from careerkit.words import joined

_MOST_NAMED: Final = 12
_SHOWN: Final = 40


class Column(StrEnum):
    """A column that is read, by the name that the export gives it."""

    ID = "Id"
    TITLE = "Title"
    STATUS = "Status"
    DUE = "Due"
    START = "Measure start"
    TARGET = "Measure target"
    NOW = "Measure now"
    UNIT = "Measure unit"
    YES_NO = "Yes or no"
    FIRST_STEP = "First step"
    WHY = "Why"
    IF = "If"
    THEN = "Then"
    CONFIDENCE = "Confidence"
    ASPIRATIONS = "Aspirations"
    NEEDS = "Needs"
    MARK = "Mark"
    BY_HAND = "Progress by hand"
    YEAR = "Year"
    DATE = "Date"
    KIND = "Kind"
    WEIGHT = "Weight"
    DONE = "Done"
    GOALS = "Goals"


Names = Mapping[Column, tuple[str, ...]]
"""The columns of one table, each with its other names; of two that fit, the one named first counts."""

GOAL_NAMES: Final[Names] = {
    Column.ID: ("card id", "goal id", "task id", "uid"),
    Column.TITLE: ("goal", "goal title", "name", "goal name", "card name", "task", "task name", "summary"),
    Column.STATUS: ("state", "list", "list name", "stage"),
    Column.DUE: ("due date", "due on", "deadline", "target date", "end date", "finish by", "by when"),
    Column.START: ("start value", "baseline"),
    Column.TARGET: ("target value", "target"),
    Column.NOW: ("now", "current value", "current"),
    Column.UNIT: ("unit",),
    Column.YES_NO: ("yes no", "met or not"),
    Column.FIRST_STEP: ("next step", "next action"),
    Column.WHY: ("reason", "description", "card description", "desc", "notes", "note", "details"),
    Column.IF: ("obstacle",),
    Column.THEN: (),
    Column.CONFIDENCE: (),
    Column.ASPIRATIONS: ("aspiration", "serves"),
    Column.NEEDS: ("need",),
    Column.MARK: (),
    Column.BY_HAND: (),
}
MILESTONE_NAMES: Final[Names] = {
    Column.ID: ("milestone id", "task id", "uid"),
    Column.TITLE: ("milestone", "milestone title", "name", "milestone name", "task", "task name", "summary"),
    Column.YEAR: (),
    Column.DATE: ("day", "on", "due", "due date", "deadline", "target date", "end date"),
    Column.KIND: ("type", "category"),
    Column.WEIGHT: (),
    Column.DONE: ("completed", "complete"),
    Column.GOALS: ("goal", "serves"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Where in a row each column stands, from 0, the cells of the header, and the names that nobody reads."""

    places: Mapping[Column, int]
    width: int
    ignored: tuple[str, ...]


def known_count(header: Sequence[str], names: Names) -> int:
    """Return how many columns of a header are among ``names``."""
    return len(_places(header, names))


def matched(header: Sequence[str], names: Names) -> Columns:
    """Return where the columns stand; case, blanks, punctuation and accents of their names do not matter.

    Raises :class:`UnreadableFileError`, naming what was found, when there is no column of titles.
    """
    places = _places(header, names)
    if Column.TITLE not in places:
        found = [f"“{clean_line(name)[:_SHOWN]}”" for name in header if not is_blank(name)]
        more = [f"{len(found) - _MOST_NAMED} more"] if len(found) > _MOST_NAMED else []
        there = joined([*found[:_MOST_NAMED], *more]) or "no name at all"
        message = f"No column is called “Title”; there is {there}."
        raise UnreadableFileError(message)
    read = set(places.values())
    ignored = (clean_line(name) for place, name in enumerate(header) if place not in read)
    return Columns(places=places, width=len(header), ignored=tuple(name for name in ignored if name))


def plain_name(name: str) -> str:
    """Return the letters and digits of a name, without case and accents."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in letters if letter.isalnum())


def _places(header: Sequence[str], names: Names) -> dict[Column, int]:
    found: dict[str, int] = {}
    for place, name in enumerate(header):
        found.setdefault(plain_name(name), place)
    places: dict[Column, int] = {}
    for column, others in names.items():
        fitting = (found[it] for it in map(plain_name, (column.value, *others)) if it in found)
        places.update((column, first) for first in islice(fitting, 1))
    return places
