"""Stored values as a person reads them."""

from collections.abc import Mapping
from datetime import date

from careerkit.change import Plain
from careerkit.words import day_in_words, joined, number_in_words


def value_in_words(value: Plain) -> str:
    """Return a stored value as text: dates in words, lists joined, parts of a measure by name."""
    match value:
        case None | "" | []:
            return "nothing"
        case bool():
            return "yes" if value else "no"
        case int() | float():
            return number_in_words(value)
        case str():
            return _text_or_day(value)
        case list():
            return joined([value_in_words(item) for item in value])
        case Mapping():
            return ", ".join(f"{name} {value_in_words(item)}" for name, item in value.items())


def _text_or_day(text: str) -> str:
    try:
        return day_in_words(date.fromisoformat(text)) if len(text) == len("2026-12-02") else text
    except ValueError:
        return text
