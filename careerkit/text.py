"""Text as people type and paste it, made safe to keep, and the limits each field has."""

import re
import unicodedata
from typing import Final

from careerkit.errors import InvalidValueError

LINE: Final = 120
"""Longest title or name, in characters."""
NOTE: Final = 4_000
"""Longest note or answer to one question, in characters."""
LONG: Final = 20_000
"""Longest text of several paragraphs, in characters."""

_MAX_MARKS: Final = 8
_LINE_BREAKS: Final = re.compile(r"\r\n?|[\u0085\u2028\u2029]")
_REPLACED: Final = re.compile("[\ud800-\udfff]")
# C0 and C1 controls but tab and line feed; bidirectional overrides and isolates, which can disguise a
# text; the byte order mark and the noncharacters, which other programs refuse.
_DROPPED: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufdd0-\ufdef\ufffe\uffff]"
)
_BLANK_LETTERS: Final = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""What Unicode counts as letters and symbols, though nothing of it is drawn."""


def clean_text(text: str) -> str:
    """Return ``text`` in Unicode form NFC, free of what no reader sees and some programs refuse.

    Line breaks become ``\\n``; controls, direction overrides and noncharacters are dropped; lone
    surrogates become U+FFFD; of a pile of combining marks the first eight on each letter stay.
    """
    if text.isascii() and text.isprintable():  # most of it: nothing below would change a letter
        return text
    text = _REPLACED.sub("\ufffd", _LINE_BREAKS.sub("\n", text))
    return _without_piles(unicodedata.normalize("NFC", _DROPPED.sub("", text)))


def clean_line(text: str) -> str:
    """Return ``text`` cleaned and on one line, without blanks around it."""
    return " ".join(clean_text(text).split())


def is_blank(text: str) -> bool:
    """Say whether a reader would see nothing at all, whatever invisible characters stand in ``text``."""
    return all(_is_invisible(character) for character in text)


def require_text(text: str, *, ask: str) -> None:
    """Raise :class:`InvalidValueError` with the sentence ``ask`` when ``text`` shows nothing."""
    if is_blank(text):
        raise InvalidValueError(ask)


def require_within(text: str, limit: int, *, name: str) -> None:
    """Raise :class:`InvalidValueError` when ``text`` is longer than ``limit`` characters."""
    if len(text) > limit:
        message = f"{name} has {len(text):,} characters; {limit:,} are possible. Please shorten it."
        raise InvalidValueError(message)


def _without_piles(text: str) -> str:
    if not any(map(unicodedata.combining, text)):
        return text
    kept: list[str] = []
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= _MAX_MARKS:
            kept.append(character)
    return "".join(kept)


def _is_invisible(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] in "ZC" or category == "Mn" or character in _BLANK_LETTERS
