"""A spoken text, cut into sentences whose words can be compared without caring for spelling details."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from careerkit.interview.spelling import usual_words

START: Final = "^"
"""Stands before the first word of a sentence."""
END: Final = "."
"""Stands after the last word of a sentence."""
PAUSE: Final = ","
"""Stands where a clause may end: commas, semicolons, colons, dashes, brackets."""
NUMBER: Final = "#"
"""Begins a number in digits, which follow it; ``#th`` is an ordinal such as "12th"."""
AMOUNT: Final = "¤"
"""Stands for a sum of money."""
DATE: Final = "@"
"""Stands for a year from 1950 to 2069, or a date in digits."""

WORD_MAX: Final = 40
"""Letters of a word that are read; no word of a phrase is longer."""

_QUOTED: Final = re.compile(r"“[^“”\n]{1,300}”|«[^«»\n]{1,300}»|\"[^\"\n]{1,300}\"")
_APOSTROPHE: Final = r"(?:['’`´ʼ]|&(?:#39|apos|rsquo);)"
_BLOCK: Final = r"p|div|br|li|ul|ol|h[1-6]|td|th|tr|table|section|body|html|head|title|script|style|option"
_TOKEN: Final = re.compile(
    rf"(?P<end>[.!?…]+|\n(?![ \t]{{0,8}}[a-z])|</?(?i:{_BLOCK})\b[^<>]{{0,300}}>)"
    r"|(?P<nothing></?(?i:a|b|i|u|em|strong|span|font|img|code|small)\b[^<>]{0,300}>|&(?:[a-z]{2,6}|#\d{1,5});)"
    r"|(?P<amount>[$€£₹]\s?\d+(?:[.,]\d+)*[kKmM]?\b|\d+(?:[.,]\d+)*(?:[kK]\b|\s?[$€£₹]))"
    r"|(?P<date>\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}(?!\d)|(?:19[5-9]|20[0-6])\d(?![.,]?\d|[^\W_]))"
    r"|(?P<ordinal>\d+(?:st|nd|rd|th)\b)"
    r"|(?P<number>\d+(?:[.,]\d+)*)"
    r"|(?P<short>(?:[Pp][Hh]\.[Dd]|(?:[^\W\d_]\.){1,7}[^\W\d_])(?![^\W_])(?:\.(?=\s{0,3}[a-z,;]))?)"
    rf"|(?P<word>[^\W\d_][^\W_]*(?:{_APOSTROPHE}[^\W_]+)*)"
    r"|(?P<percent>%)"
    r"|(?P<pause>[,;:()—–]|\s-\s)"
)
_ANY_APOSTROPHE: Final = re.compile(_APOSTROPHE)
_SIGNS: Final = {
    "amount": AMOUNT,
    "date": DATE,
    "ordinal": NUMBER + "th",
    "percent": "percent",
    "pause": PAUSE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenSentence:
    """One sentence: its ``words`` in lower case and in their usual spelling, with START before and END after.

    ``places`` are where the words stand in the text they came from.
    """

    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]

    def place(self, first: int, end: int) -> tuple[int, int]:
        """Return where the words from ``first`` to ``end`` (exclusive) stand in the text (end exclusive)."""
        return self.places[first][0], self.places[max(first, end - 1)][1]


def sentences(text: str) -> Iterator[SpokenSentence]:
    """Yield the sentences of ``text``; words between quotation marks are someone else's and left out.

    The work grows linearly with the length of the text.
    """
    words: list[tuple[str, int, int]] = []
    for match in _TOKEN.finditer(_without_quotations(text)):
        kind = match.lastgroup
        if kind == "end":
            if words:
                yield _sentence(words)
                words = []
        elif kind != "nothing":
            words.append((_normal(match), match.start(), match.end()))
    if words:
        yield _sentence(words)


def _without_quotations(text: str) -> str:
    """Blank out quotations of the same length, unless the text is one itself."""
    core = text.strip()
    return _QUOTED.sub(
        lambda match: match.group() if match.group() == core else PAUSE + " " * (len(match.group()) - 1), text
    )


def _normal(match: re.Match[str]) -> str:
    kind = match.lastgroup or ""
    if kind in _SIGNS:
        return _SIGNS[kind]
    said = match.group()[: 2 * WORD_MAX].lower()
    if kind == "number":
        return NUMBER + said[:WORD_MAX]
    if kind == "short":
        return said.replace(".", "")
    return _ANY_APOSTROPHE.sub("'", said)[:WORD_MAX]


def _sentence(said: list[tuple[str, int, int]]) -> SpokenSentence:
    first, last = said[0], said[-1]
    framed = [(START, first[1], first[1]), *said, (END, last[2], last[2])]
    usual = [(word, start, end) for heard, start, end in framed for word in usual_words(heard)]
    return SpokenSentence(
        words=tuple(word for word, _, _ in usual),
        places=tuple((start, end) for _, start, end in usual),
    )
