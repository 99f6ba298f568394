"""Titles in a file, as links to the entries that have them."""

from collections.abc import Iterable, Mapping
from typing import Final

from careerkit.intake.cells import shown
from careerkit.intake.identity import title_key
from careerkit.words import joined

_MOST_ROWS: Final = 5
_MOST_TITLES: Final = 20


class Named:
    """The entries that a file may name, and the names in it that are nobody's.

    ``titles`` are those of the entries by id; of two with one title, the first is meant.
    """

    def __init__(self, noun: str, titles: Mapping[str, str]) -> None:
        self._noun = noun
        self._ids = {title_key(title): id_ for id_, title in reversed([*titles.items()])}
        self._unknown: dict[str, list[int]] = {}

    def found(self, titles: Iterable[str]) -> frozenset[str]:
        """Return the ids of the entries with these titles."""
        return frozenset(filter(None, (self._ids.get(title_key(title)) for title in titles)))

    def ids(self, titles: Iterable[str], *, row: int) -> frozenset[str]:
        """Return the ids of the entries with these titles; the others are remembered with their row."""
        named = tuple(dict.fromkeys(titles))
        for title in named:
            if title_key(title) not in self._ids:
                self._unknown.setdefault(title, []).append(row)
        return self.found(named)

    def notes(self) -> list[str]:
        """Say of each title that is nobody's where it stands."""
        titles = list(self._unknown.items())
        notes = [
            f"There is no {self._noun} “{shown(title)}”: {_in_rows(rows)} it is left out."
            for title, rows in titles[:_MOST_TITLES]
        ]
        if len(titles) > _MOST_TITLES:
            more = len(titles) - _MOST_TITLES
            notes.append(f"{more:,} more names are those of no {self._noun} and are left out.")
        return notes


def _in_rows(rows: list[int]) -> str:
    if len(rows) == 1:
        return f"in row {rows[0]}"
    more = [f"{len(rows) - _MOST_ROWS:,} more"] if len(rows) > _MOST_ROWS else []
    return f"in rows {joined([*map(str, rows[:_MOST_ROWS]), *more])}"
