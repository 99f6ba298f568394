"""Values as the cells of a table that a spreadsheet opens."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Final

from careerkit.text import clean_text

LONGEST: Final = 32_767
"""Characters that a cell can have in the spreadsheets people use."""
_CUT: Final = "… (the full text is in the backup)"
_FORMULA: Final = re.compile(r"'*\s*[=+\-@\t\r\n＝＋－＠]")
"""What a spreadsheet would run, however many apostrophes keep it from that."""


def text_cell(text: str) -> str:
    """Return a text so that a spreadsheet shows it and runs nothing of it.

    One apostrophe goes before what begins like a formula, and before apostrophes in front of such: so one is
    always taken away again on reading. A text that is too long for a cell is cut, and says so.
    """
    kept = clean_text(text)
    safe = f"'{kept}" if _FORMULA.match(kept) else kept
    return safe if len(safe) <= LONGEST else safe[: LONGEST - len(_CUT)] + _CUT


def number_cell(number: float | None) -> str:
    """Return a number in digits, with a point and without thousands or exponent; empty for none."""
    if number is None:
        return ""
    return format(Decimal(repr(number + 0)), "f").removesuffix(".0")  # adding zero turns minus zero into zero


def date_cell(day: date | None) -> str:
    """Return a day as ``YYYY-MM-DD``; empty for none."""
    return day.isoformat() if day else ""


def yes_no_cell(*, yes: bool) -> str:
    """Return “yes” or “no”."""
    return "yes" if yes else "no"


def list_cell(titles: Iterable[str]) -> str:
    """Return titles joined by “; ”; one that holds a semicolon or a quotation mark stands in such marks."""
    return text_cell("; ".join(map(_quoted, titles)))


def _quoted(title: str) -> str:
    quoted = title.replace('"', '""')
    return f'"{quoted}"' if ";" in title or '"' in title else title
