"""Text as a person typed it, shown as it stands wherever Streamlit would read Markdown."""

import re
from typing import Final

_JOINER: Final = "\u2060"
"""Invisible and without width: it parts what only counts when it stands together."""

_UNSHOWABLE: Final = re.compile("[\ud800-\udfff\x00-\x08\x0b-\x1f\x7f]")
_LINE_BREAK: Final = re.compile(r"\r\n?")
# Streamlit reads arrows, shortcodes and addresses in the finished text, where a backslash is gone already.
_JOINED: Final = re.compile(r"(?i)(?<=[<>=\-~:@.])(?=[<>=\-~])|(?<=[:@])|(?<=\bwww)(?=\.)")
_PUNCTUATION: Final = re.compile(r"([!-/:-@\[-`{-~])")
_LEADING_BLANKS: Final = re.compile(r"(?m)^[ \t]+")


def safe(text: str) -> str:
    """Return ``text`` so that any Markdown element shows it as typed.

    No image loads, no link opens, nothing is formatted, coloured or drawn; line breaks and leading blanks
    stay. What cannot be shown becomes U+FFFD.
    """
    text = _UNSHOWABLE.sub("\ufffd", _LINE_BREAK.sub("\n", text))
    text = _PUNCTUATION.sub(r"\\\1", _JOINED.sub(_JOINER, text))
    text = _LEADING_BLANKS.sub(_as_wide, text)
    return text.replace("\n", "  \n")


def on_one_line(text: str) -> str:
    """Return ``text`` with each run of blanks and line breaks as one blank, for a row of a list."""
    return " ".join(text.split())


def safe_in_badge(text: str) -> str:
    """Return ``text`` for ``st.badge``, which escapes brackets itself: twice would free them again."""
    return safe(text).replace("\\[", "[").replace("\\]", "]")


def _as_wide(blanks: re.Match[str]) -> str:
    return "\u00a0" * len(blanks.group().expandtabs(4))
