"""Dates of the plan as ranges of years: an answer never pins a date."""

from datetime import date
from typing import Final

_DAYS: Final = 365.25
_NUMBERS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def years_ahead(due: date | None, today: date) -> str:
    """Return when something is due as a range of years, such as "within the next two to three years".

    Empty when there is no date or it has passed.
    """
    if due is None or due < today:
        return ""
    years = int((due - today).days / _DAYS)
    if years < 2:  # noqa: PLR2004 - said as one phrase
        return "within the next year or two"
    if years + 1 < len(_NUMBERS):
        return f"within the next {_NUMBERS[years]} to {_NUMBERS[years + 1]} years"
    return "in the longer run"
