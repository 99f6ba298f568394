"""Numbers and dates as the facts of a review say them."""

from datetime import date
from typing import Final

from careerkit.goals import Measure

_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day(when: date) -> str:
    """Return a date like “12 Dec 2026”, whatever the language of the machine."""
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def counted(count: int, one: str, many: str) -> str:
    """Return a number with its noun: “no goals”, “1 goal”, “3 goals”."""
    return f"{count or 'no'} {one if count == 1 else many}"


def number(value: float) -> str:
    """Return a number without needless digits, grouped by thousands: “3”, “2.5”, “12,000”."""
    return f"{value + 0.0:,.15g}"


def measured(measure: Measure) -> str:
    """Return where a measure stands: “3 of 4 papers”, or “now 82 kg, from 90 to 75” for another start."""
    unit = f" {measure.unit.strip()}" if measure.unit.strip() else ""
    current, start, target = number(measure.current), number(measure.start), number(measure.target)
    if measure.start == 0 and measure.target > 0:
        return f"{current} of {target}{unit}"
    return f"now {current}{unit}, from {start} to {target}"


def joined(parts: list[str]) -> str:
    """Return words as a list in a sentence: “a”, “a and b”, “a, b and c”; nothing for none."""
    if len(parts) < 2:  # noqa: PLR2004 - a list begins with two
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"
