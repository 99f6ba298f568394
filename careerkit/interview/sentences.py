"""A spoken text, cut into sentences whose words can be compared without caring for spelling details."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

START: Final = "^"
"""Stands before the first word of a sentence."""
END: Final = "."
"""Stands after the last word of a sentence."""
PAUSE: Final = ","
"""Stands where a clause may end: commas, semicolons, colons, dashes, brackets."""
NUMBER: Final = "#"
"""Stands for a number in digits."""
AMOUNT: Final = "¤"
"""Stands for a sum of money."""

WORD_MAX: Final = 40
"""Letters of a word that are read; no word of a pattern is longer."""

_QUOTED: Final = re.compile(r"“[^“”\n]{1,300}”|«[^«»\n]{1,300}»|\"[^\"\n]{1,300}\"")
_TOKEN: Final = re.compile(
    r"(?P<amount>[$€£]\d+(?:[.,]\d+)*[km]?|\d+(?:[.,]\d+)*k\b)"
    r"|(?P<number>\d+(?:[.,]\d+)*)"
    r"|(?P<word>[^\W\d_][^\W_]*(?:['’][^\W_]+)*)"
    r"|(?P<end>[.!?…\n]+)"
    r"|(?P<pause>[,;:()—–]|\s-\s)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenSentence:
    """One sentence: ``line`` holds its words in lower case, one blank between them.

    ``starts`` are the places of the words in ``line``, ``spans`` their places in the text they came from.
    """

    line: str
    starts: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where the words between two places of ``line`` stand in the text (end exclusive)."""
        first = bisect_right(self.starts, start) - 1
        last = bisect_right(self.starts, max(start, end - 1)) - 1
        return self.spans[first][0], self.spans[last][1]


def sentences(text: str) -> Iterator[SpokenSentence]:
    """Yield the sentences of ``text``; words between quotation marks are someone else's and left out.

    The work grows linearly with the length of the text.
    """
    words: list[tuple[str, int, int]] = []
    for match in _TOKEN.finditer(_without_quotations(text)):
        if match.lastgroup != "end":
            words.append((_normal(match), match.start(), match.end()))
        elif words:
            yield _sentence(words)
            words = []
    if words:
        yield _sentence(words)


def _without_quotations(text: str) -> str:
    """Blank out quotations of the same length, unless the text is one itself."""
    core = text.strip()
    return _QUOTED.sub(
        lambda match: match.group() if match.group() == core else PAUSE + " " * (len(match.group()) - 1), text
    )


def _normal(match: re.Match[str]) -> str:
    kinds = {"amount": AMOUNT, "number": NUMBER, "pause": PAUSE}
    return kinds.get(match.lastgroup or "") or match.group().lower().replace("’", "'")[:WORD_MAX]


def _sentence(words: list[tuple[str, int, int]]) -> SpokenSentence:
    first, last = words[0], words[-1]
    framed = [(START, first[1], first[1]), *words, (END, last[2], last[2])]
    starts, at = [], 0
    for word, _, _ in framed:
        starts.append(at)
        at += len(word) + 1
    return SpokenSentence(
        line=" ".join(word for word, _, _ in framed),
        starts=tuple(starts),
        spans=tuple((start, end) for _, start, end in framed),
    )
