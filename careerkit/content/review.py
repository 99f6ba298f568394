"""The checklist of the yearly review."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Any, Final, TypeVar

from careerkit.content.files import ContentError, entries, parsed, required, text_of_file
from careerkit.errors import InvalidValueError
from careerkit.review import MOST_STEPS, OWN_STEP, Alters, Prefill, ReviewStep

FILE: Final = "review.toml"
_TEXTS: Final = ("id", "title", "asks", "why", "source")
_FIELDS: Final = frozenset({*_TEXTS, "shows", "alters", "minutes"})
_LONGEST: Final = 15
"""Most minutes one step may take: a longer one belongs in two steps."""

M = TypeVar("M", bound=StrEnum)


@cache
def review_checklist() -> tuple[ReviewStep, ...]:
    """Return the steps of the yearly review, in the order they are asked.

    Raises :class:`~careerkit.content.files.ContentError`, naming file and entry, when the file is wrong.
    """
    return read_checklist(text_of_file(FILE))


def read_checklist(text: str) -> tuple[ReviewStep, ...]:
    """Return the steps that the text of a checklist file describes; see :func:`review_checklist`."""
    found = entries(parsed(text, file=FILE), "step", file=FILE)
    if len(found) > MOST_STEPS:
        raise ContentError(FILE, "“step”", f"a review has at most {MOST_STEPS} steps")
    steps = tuple(_step(f"step {at}", entry) for at, entry in enumerate(found, start=1))
    for at, step in enumerate(steps):
        if step.id in {earlier.id for earlier in steps[:at]}:
            raise ContentError(FILE, f"step {at + 1}", f"the id “{step.id}” is taken")
    return steps


def _step(where: str, entry: Mapping[str, Any]) -> ReviewStep:
    if set(entry) != _FIELDS:
        raise ContentError(FILE, where, f"it holds exactly {', '.join(sorted(_FIELDS))}")
    minutes = entry["minutes"]
    if type(minutes) is not int or not 1 <= minutes <= _LONGEST:
        raise ContentError(FILE, where, f"“minutes” is a whole number from 1 to {_LONGEST}")
    texts: dict[str, Any] = {name: required(entry, name, file=FILE, where=where) for name in _TEXTS}
    if texts["id"].startswith(OWN_STEP):
        raise ContentError(FILE, where, f"ids that begin with “{OWN_STEP}” are those of own questions")
    shows, alters = _member(Prefill, "shows", entry, where), _member(Alters, "alters", entry, where)
    try:
        return ReviewStep(**texts, shows=shows, alters=alters, minutes=minutes)
    except InvalidValueError as error:
        raise ContentError(FILE, where, str(error)) from error


def _member(choices: type[M], name: str, entry: Mapping[str, Any], where: str) -> M:
    value = entry[name]
    if value not in list(choices):
        raise ContentError(FILE, where, f"“{name}” is one of {', '.join(choices)}")
    return choices(value)
