"""Numbers, dates and lists as sentences say them, whatever the language of the machine."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_KILO: Final = 1_000


def day_in_words(day: date) -> str:
    """Return a date like “2 Dec 2026”."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def month_in_words(day: date) -> str:
    """Return the month of a date like “Dec 2026”."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def time_in_words(at: datetime) -> str:
    """Return a date and a time like “2 Dec 2026, 09:05”, in the zone that ``at`` has."""
    return f"{day_in_words(at.date())}, {at:%H:%M}"


def size_in_words(size: int) -> str:
    """Return a number of bytes like “850 bytes”, “41 KB” or “3.2 MB”."""
    if size < _KILO:
        return counted(size, "byte", "bytes")
    kilos = size / _KILO
    return f"{kilos:,.0f} KB" if kilos < _KILO else f"{kilos / _KILO:,.1f} MB"


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


def ordinal(number: int) -> str:
    """Return a place like “1st”, “2nd”, “3rd”, “11th”."""
    endings = {1: "st", 2: "nd", 3: "rd"}
    teens = 10 < number % 100 < 14  # noqa: PLR2004 - eleventh to thirteenth
    return f"{number}{'th' if teens else endings.get(number % 10, 'th')}"


def signed_in_words(number: float) -> str:
    """Return a number with a proper minus sign (U+2212) when it is below zero."""
    return number_in_words(number).replace("-", "\u2212")


def times_in_words(count: float) -> str:
    """Return how often something happened: “never”, “once”, “twice”, “3 times”."""
    return {0: "never", 1: "once", 2: "twice"}.get(round(count), f"{number_in_words(count)} times")
