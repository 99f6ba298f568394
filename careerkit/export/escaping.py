"""What people wrote, escaped so that a Markdown reader shows it as it was typed."""

import re
from typing import Final

_PUNCTUATION: Final = re.compile(r"([!-/:-@\[-`{-~])")
_LEADING_BLANKS: Final = re.compile(r"(?m)^[^\S\n]+")


def on_one_line(text: str) -> str:
    """Return ``text`` on one line, so that a Markdown reader shows it as typed, as in a heading."""
    return escaped(" ".join(text.split()))


def escaped(text: str) -> str:
    """Return ``text`` so that a Markdown reader shows it as typed.

    Line breaks and leading blanks stay; of several empty lines, one does.
    """
    marked = _PUNCTUATION.sub(r"\\\1", text)
    return _LEADING_BLANKS.sub(_kept, marked).replace("\n", "  \n")


def _kept(blanks: re.Match[str]) -> str:
    # As entities: some readers strip the character itself where a paragraph begins.
    return "&nbsp;" * len(blanks.group().expandtabs(4))
