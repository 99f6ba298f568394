"""The words of the page of trends: what a trend is, and the two sides that a plan is held against."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from careerkit.content.files import ContentError, entries, parsed, required, text_of_file
from careerkit.goals import FitSide

FILE: Final = "trends.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What something is ``about``, with one ``example``."""

    about: str
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendWords:
    """The texts of the page: about a ``trend``, and about each of the ``sides`` that a plan must fit."""

    trend: Shown
    sides: Mapping[FitSide, Shown]


@cache
def trend_words() -> TrendWords:
    """Return the texts of the page.

    Raises :class:`~careerkit.content.files.ContentError`, naming file and entry, when the file is wrong.
    """
    return read_trend_words(text_of_file(FILE))


def read_trend_words(text: str) -> TrendWords:
    """Return the texts that the text of such a file holds; see :func:`trend_words`."""
    content = parsed(text, file=FILE)
    found = entries(content, "side", file=FILE)
    sides = [_shown(entry, f"side {at}", {"id"}) for at, entry in enumerate(found, start=1)]
    if [entry["id"] for entry in found] != list(FitSide):
        raise ContentError(FILE, "“side”", f"its ids are, in this order: {', '.join(FitSide)}")
    return TrendWords(
        trend=_shown(content.get("trend"), "“trend”", set()),
        sides=MappingProxyType(dict(zip(FitSide, sides, strict=True))),
    )


def _shown(entry: Any, where: str, more: set[str]) -> Shown:  # noqa: ANN401 - whatever stands in the file
    names = {"about", "example"} | more
    if not isinstance(entry, dict) or set(entry) != names:
        raise ContentError(FILE, where, f"it holds exactly {', '.join(sorted(names))}")
    return Shown(
        about=required(entry, "about", file=FILE, where=where),
        example=required(entry, "example", file=FILE, where=where),
    )
