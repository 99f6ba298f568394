"""Texts that are longer than a field of the plan, cut where it does no harm."""

import unicodedata
from typing import Final

_JOINER: Final = "Cf"
"""What ties the next character to the sign before it, as in the picture of a family."""
_CLINGING: Final = frozenset({"Mn", "Me", "Sk", _JOINER})
"""Marks, modifiers and joiners: what belongs to the character before it."""


def cut(text: str, limit: int) -> str:
    """Return a text of at most ``limit`` characters, with an ellipsis where something is missing.

    It ends after a word, unless that would take half of it, and never within a sign of several characters.
    """
    if len(text) <= limit:
        return text
    end = limit - 1
    blank = max(text.rfind(" ", 0, end), text.rfind("\n", 0, end))
    if blank > limit // 2:
        return f"{text[:blank].rstrip()}…"
    while end and _is_within_sign(text, end):
        end -= 1
    return f"{text[:end]}…"


def _is_within_sign(text: str, place: int) -> bool:
    return unicodedata.category(text[place]) in _CLINGING or unicodedata.category(text[place - 1]) == _JOINER
