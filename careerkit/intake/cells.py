"""What one cell of a table says, as a value of the plan; what it may not say is told with what to write."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from math import isfinite
from typing import Final, TypeVar

from careerkit.errors import InvalidValueError
from careerkit.goals import LARGEST
from careerkit.intake.columns import Column, plain_name
from careerkit.labels import Labelled
from careerkit.moments import require_year
from careerkit.text import LINE, NOTE, clean_line, clean_text, require_text, require_within

T = TypeVar("T")
L = TypeVar("L", bound=Labelled)

_KEPT_FROM_RUNNING: Final = re.compile(r"'+\s*[=+\-@\t\r\n＝＋－＠]")
"""What was written so that a spreadsheet does not run it: one apostrophe too many."""
_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMBER: Final = re.compile(r"[+-]?[0-9]{1,400}(?:\.[0-9]{1,400})?(?:[eE][+-]?[0-9]{1,4})?")
_TITLE: Final = re.compile(r'\s*(?:"((?:[^"]|"")*)"\s*(?=;|\Z)|([^;]*))(?:;|\Z)')
_SHOWN: Final = 40
_YES: Final = frozenset({"yes", "y", "true", "1", "x", "done", "complete", "completed"})
_NO: Final = frozenset({"no", "n", "false", "0", "open", "incomplete", "notdone"})


class CellError(InvalidValueError):
    """A cell cannot be read; the message says what to write instead."""

    def __init__(self, column: Column, sentence: str) -> None:
        super().__init__(sentence)
        self.column = column


def cell_text(cell: str) -> str:
    """Return what stands in a cell, cleaned, without blanks around it and the apostrophe of the export."""
    text = clean_text(cell)
    return (text[1:] if _KEPT_FROM_RUNNING.match(text) else text).strip()


def title_in(text: str, column: Column, *, ask: str) -> str:
    """Return a title. Raises :class:`CellError` with the sentence ``ask`` for none, and for a long one."""
    title = clean_line(text)
    _held(column, lambda: require_text(title, ask=ask))
    _held(column, lambda: require_within(title, LINE, name="The title"))
    return title


def line_in(text: str, column: Column) -> str:
    """Return a text of one line. Raises :class:`CellError` for a long one."""
    line = clean_line(text)
    _held(column, lambda: require_within(line, LINE, name="This text"))
    return line


def note_in(text: str, column: Column) -> str:
    """Return a text of several lines. Raises :class:`CellError` for a long one."""
    _held(column, lambda: require_within(text, NOTE, name="This text"))
    return text


def date_in(text: str, column: Column) -> date | None:
    """Return a day, ``None`` for an empty cell. Raises :class:`CellError` unless it is ``YYYY-MM-DD``."""
    if not text:
        return None
    try:
        day = date.fromisoformat(text) if _DATE.fullmatch(text) else None
    except ValueError:
        message = f"There is no day {text}. Write year, month and day, like 2027-05-31."
        raise CellError(column, message) from None
    if day is None:
        message = f"“{shown(text)}” is no date as it is read here. Write year-month-day, like 2027-05-31."
        raise CellError(column, message)
    _held(column, lambda: require_year(day.year))
    return day


def number_in(text: str, column: Column) -> float | None:
    """Return a number, ``None`` for an empty cell.

    Raises :class:`CellError` for words, thousands separators, a decimal comma, and what is out of reach.
    """
    if not text:
        return None
    value = float(text) if _NUMBER.fullmatch(text) else None
    if value is None:
        message = f"“{shown(text)}” is not a number. Write digits, with a point for decimals, like 1234.5."
        raise CellError(column, message)
    if not isfinite(value) or abs(value) > LARGEST:
        raise CellError(column, f"The number {shown(text)} is out of reach. Write a smaller one.")
    return value


def whole_number_in(text: str, column: Column) -> int | None:
    """Return a whole number, ``None`` for an empty cell. Raises :class:`CellError` for any other."""
    value = number_in(text, column)
    if value is None:
        return None
    if not value.is_integer():
        raise CellError(column, f"{shown(text)} is not a whole number. Write one, like 3.")
    return int(value)


def yes_no_in(text: str, column: Column) -> bool | None:
    """Return whether a cell says yes, ``None`` for an empty one. Raises :class:`CellError` for others."""
    word = plain_name(text)
    if word in _YES:
        return True
    if word in _NO:
        return False
    if not text:
        return None
    raise CellError(column, f"“{shown(text)}” is neither yes nor no. Write one of them.")


def choice_in(text: str, column: Column, choices: Mapping[str, L]) -> L | None:
    """Return the choice that a cell names, ``None`` for an empty one.

    ``choices`` are the members by plain name. Raises :class:`CellError`, naming them, for other words.
    """
    if not text:
        return None
    found = choices.get(plain_name(text))
    if found is None:
        labels = ", ".join(dict.fromkeys(choice.label for choice in choices.values()))
        message = f"There is no {column.value.casefold()} “{shown(text)}”. Write one of these: {labels}."
        raise CellError(column, message)
    return found


def named(choices: type[L]) -> dict[str, L]:
    """Return the members of a choice by the plain name of their label and of their stored value."""
    return {plain_name(name): member for member in choices for name in (member.label, member.value)}


def titles_in(text: str) -> tuple[str, ...]:
    """Return the titles in a cell: semicolons divide them, quotation marks hold one that has some."""
    found = (
        quoted.replace('""', '"') if quoted else bare
        for quoted, bare in (match.groups(default="") for match in _TITLE.finditer(text))
    )
    return tuple(title for title in map(clean_line, found) if title)


def shown(text: str) -> str:
    """Return the beginning of a text, on one line, as a sentence quotes it."""
    line = clean_line(text)
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"


def _held(column: Column, rule: Callable[[], None]) -> None:
    """Let a rule of the plan speak, and say of which column it speaks."""
    try:
        rule()
    except InvalidValueError as error:
        raise CellError(column, str(error)) from None
