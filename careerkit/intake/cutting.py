"""Texts that are longer than a field of the plan, cut where it does no harm."""

import unicodedata
from typing import Final

_JOINING: Final = frozenset({"Mn", "Me", "Cf", "Sk"})
"""Marks, joiners and modifiers: what belongs to the sign before it, or ties it to the next."""


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
    while end and (_joins(text[end]) or _joins(text[end - 1])):
        end -= 1
    return f"{text[:end]}…"


def _joins(character: str) -> bool:
    return unicodedata.category(character) in _JOINING
