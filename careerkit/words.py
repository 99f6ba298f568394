"""Numbers, dates and lists as sentences say them, whatever the language of the machine."""

from collections.abc import Sequence
from datetime import date
from typing import Final

_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_in_words(day: date) -> str:
    """Return a date like “2 Dec 2026”."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def number_in_words(value: float) -> str:
    """Return a number without needless digits, grouped by thousands: “3”, “2.5”, “12,000”."""
    return f"{value + 0.0:,.15g}"  # adding zero turns minus zero into zero


def counted(count: int, one: str, many: str) -> str:
    """Return a number with its noun: “no goals”, “1 goal”, “3 goals”."""
    return f"{count or 'no'} {one if count == 1 else many}"


def joined(parts: Sequence[str]) -> str:
    """Return words as a list in a sentence: “a”, “a and b”, “a, b and c”; nothing for none."""
    if len(parts) < 2:  # noqa: PLR2004 - a list begins with two
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"
