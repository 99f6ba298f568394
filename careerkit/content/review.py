"""The checklist of the yearly review."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from careerkit.content.files import ContentError, entries, parsed, required, text_of_file
from careerkit.errors import InvalidValueError
from careerkit.review import Prefill, ReviewStep

FILE: Final = "review.toml"
_FIELDS: Final = frozenset({"id", "title", "asks", "why", "shows", "minutes"})
_LONGEST: Final = 15
"""Most minutes one step may take: a longer one belongs in two steps."""


@cache
def review_checklist() -> tuple[ReviewStep, ...]:
    """Return the steps of the yearly review, in the order they are asked.

    Raises :class:`~careerkit.content.files.ContentError`, naming file and entry, when the file is wrong.
    """
    return read_checklist(text_of_file(FILE))


def read_checklist(text: str) -> tuple[ReviewStep, ...]:
    """Return the steps that the text of a checklist file describes; see :func:`review_checklist`."""
    found = entries(parsed(text, file=FILE), "step", file=FILE)
    steps = tuple(_step(f"step {at}", entry) for at, entry in enumerate(found, start=1))
    for at, step in enumerate(steps):
        if step.id in {earlier.id for earlier in steps[:at]}:
            raise ContentError(FILE, f"step {at + 1}", f"the id “{step.id}” is taken")
    return steps


def _step(where: str, entry: Mapping[str, Any]) -> ReviewStep:
    if set(entry) != _FIELDS:
        raise ContentError(FILE, where, f"it holds exactly {', '.join(sorted(_FIELDS))}")
    shows, minutes = entry["shows"], entry["minutes"]
    if shows not in list(Prefill):
        raise ContentError(FILE, where, f"“shows” is one of {', '.join(Prefill)}")
    if type(minutes) is not int or not 1 <= minutes <= _LONGEST:
        raise ContentError(FILE, where, f"“minutes” is a whole number from 1 to {_LONGEST}")
    texts = {name: required(entry, name, file=FILE, where=where) for name in ("id", "title", "asks", "why")}
    try:
        return ReviewStep(**texts, shows=Prefill(shows), minutes=minutes)
    except InvalidValueError as error:
        raise ContentError(FILE, where, str(error)) from error
