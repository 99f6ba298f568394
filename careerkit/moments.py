"""Points in time, as they are kept: with their zone, and within the years that a plan can speak of."""

from datetime import date, datetime
from typing import Final

from careerkit.errors import InvalidValueError

FIRST_YEAR: Final = 1946
LAST_YEAR: Final = 2106
"""Years a plan can speak of: eighty to either side of the product's first."""


def require_year(year: int) -> None:
    """Raise :class:`~careerkit.errors.InvalidValueError` for a year no plan speaks of."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        message = f"The year {year} is out of reach. Choose one from {FIRST_YEAR} to {LAST_YEAR}."
        raise InvalidValueError(message)


def in_year(day: date, year: int) -> date:
    """Return the same day in another year; 29 February becomes the 28th where there is none."""
    try:
        return day.replace(year=year)
    except ValueError:  # only 29 February is missing in some years
        return day.replace(year=year, day=28)


def require_moment(at: datetime | None) -> None:
    """Raise :class:`~careerkit.errors.InvalidValueError` for a time without a zone or out of reach."""
    if at is None:
        return
    if at.utcoffset() is None:
        message = "A time without its zone cannot be compared with others."
        raise InvalidValueError(message)
    require_year(at.year)
