"""The bytes of a JSON file as plain values: whatever stands in them, never garbage and never a crash."""

import json
import re
from math import isfinite
from typing import Any, Final

from careerkit.intake.proposal import UnreadableFileError

MOST_BYTES: Final = 5_000_000
"""Bytes that a JSON file may have."""
DEEPEST: Final = 32
"""Levels that its values may be nested; the boards of other programs need some ten."""

_TOKENS: Final = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[\]{}]', re.DOTALL)
"""Strings, even without an end, and brackets."""


def json_in(data: bytes) -> Any:  # noqa: ANN401 - anything may be in a file
    """Return what a JSON file in UTF-8 holds.

    Raises :class:`UnreadableFileError` for a file that is too large or nested too deeply, is not JSON, names
    one thing twice, or holds a number that is none.
    """
    if len(data) > MOST_BYTES:
        message = f"This file has more than {MOST_BYTES // 1_000_000} MB. Export a smaller board."
        raise UnreadableFileError(message)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableFileError("This file is not UTF-8 text, so it is no JSON file.") from None
    if _depth(text) > DEEPEST:
        raise UnreadableFileError("This file is nested too deeply to be read.")
    try:
        return json.loads(
            text, object_pairs_hook=_once_each, parse_constant=_refused, parse_float=_ordinary_number
        )
    except (ValueError, RecursionError):  # cut short, no JSON at all, a number of thousands of digits
        raise UnreadableFileError("This file is not JSON, or it is damaged or cut short.") from None


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    named = dict(pairs)
    if len(named) != len(pairs):
        raise ValueError
    return named


def _refused(_: str) -> None:
    raise ValueError


def _ordinary_number(digits: str) -> float:
    number = float(digits)
    if not isfinite(number):
        raise ValueError
    return number


def _depth(text: str) -> int:
    """Return how deep brackets are nested, at most."""
    depth = deepest = 0
    for token in _TOKENS.finditer(text):
        if token[0] in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif token[0] in "]}":
            depth -= 1
    return deepest
