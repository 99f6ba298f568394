"""The bytes of a CSV file as a header and rows: whatever stands in them, never garbage and never a crash."""

import csv
import io
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from careerkit.intake.proposal import UnreadableFileError
from careerkit.text import is_blank

MOST_BYTES: Final = 2_000_000
"""Bytes that a table may have."""
MOST_ROWS: Final = 10_000
"""Rows below the header that a table may have."""

_DELIMITERS: Final = (",", ";", "\t")
_NUL: Final = "\x00"
_MARKS_OF_TEXT: Final = 4
_UNREADABLE: Final = (
    "This row cannot be read: look for a quotation mark that never closes. One inside a text is written "
    "twice, and the text stands in quotation marks. What it swallowed is not read either."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The cells of one row and its place in the file, from 1; ``problem`` says why it cannot be read."""

    number: int
    cells: tuple[str, ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The header of a table, and its other rows, which are read while one asks for them."""

    header: tuple[str, ...]
    rows: Iterator[Row]


def read_table(data: bytes, *, known: Callable[[tuple[str, ...]], int]) -> Table:
    """Return a CSV file as a table: commas, semicolons or tabs between the cells; blank rows are left out.

    ``known`` says how many names of a header it knows: the delimiter with most of them is the right one.
    Raises :class:`UnreadableFileError` for what is no text, empty or too large, and while the rows are read,
    for too many of them.
    """
    text = text_of(data)
    headers = {delimiter: _header(text, delimiter) for delimiter in _DELIMITERS}
    best = max(_DELIMITERS, key=lambda it: (known(headers[it].cells), len(headers[it].cells)))
    header = headers[best]
    if header.problem:
        raise UnreadableFileError("The first row of this table cannot be read. Check its quotation marks.")
    return Table(header=header.cells, rows=_limited(_rows(text, best), after=header.number))


def text_of(data: bytes) -> str:
    """Return the text of a file in UTF-8, or in UTF-16 with a byte order mark.

    Raises :class:`UnreadableFileError` for anything else, for an empty file and one that is too large.
    """
    if len(data) > MOST_BYTES:
        message = f"This file has more than {MOST_BYTES // 1_000_000} MB. Split the table into smaller ones."
        raise UnreadableFileError(message)
    if data.startswith(b"PK\x03\x04"):
        raise UnreadableFileError("This is a workbook or an archive, not a CSV file. Save the table as CSV.")
    encoding = "utf-16" if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = _NUL
    if _NUL in text[:_MARKS_OF_TEXT]:  # so begin texts in UTF-16 and UTF-32 that do not say what they are
        raise UnreadableFileError("This file is not UTF-8 text. Save the table as CSV in UTF-8.")
    if is_blank(text):
        raise UnreadableFileError("This file is empty.")
    return text


def _header(text: str, delimiter: str) -> Row:
    return next(_rows(text, delimiter), Row(number=1))


def _limited(rows: Iterator[Row], *, after: int) -> Iterator[Row]:
    below = (row for row in rows if row.number > after)
    for count, row in enumerate(below, 1):
        if count > MOST_ROWS:
            message = f"This table has more than {MOST_ROWS:,} rows. Split it into smaller ones."
            raise UnreadableFileError(message)
        yield row


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    """Yield the rows that are not blank; a row that breaks the rules of CSV comes as its problem."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    while True:
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield Row(number=number, problem=_UNREADABLE)
        else:
            if not all(map(is_blank, cells)):
                yield Row(number=number, cells=tuple(cells))
