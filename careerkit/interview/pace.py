"""How long an answer takes to say."""

import re
from dataclasses import dataclass
from typing import Final

SLOW: Final = 130
"""Words a minute of a slow speaker."""
FAST: Final = 160
"""Words a minute of a fast speaker."""

_WORD: Final = re.compile(r"\w[\w'’\-]*")
_MINUTE: Final = 60
_STEP: Final = 5
_SHORT: Final = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """The length of an answer in words, and in seconds when it is said slowly or fast."""

    words: int
    seconds_slow: int
    seconds_fast: int

    def in_words(self) -> str:
        """Return the spoken length as a range: "about 35 to 45 seconds", "about 2 to 2½ minutes"."""
        if not self.words:
            return "nothing to say yet"
        if self.seconds_slow <= _SHORT:
            return f"about {_span(_rounded(self.seconds_fast), _rounded(self.seconds_slow))} seconds"
        return f"about {_span(_minutes(self.seconds_fast), _minutes(self.seconds_slow))} minutes"


def spoken_length(text: str) -> Pace:
    """Return how long ``text`` is in words and in seconds, at 160 and at 130 words a minute.

    Unit: seconds, rounded up. Range: 0 and more. Source: the band that speech at work keeps to, around the
    150 words a minute of the National Center for Voice and Speech; speakers differ, so a range is given.
    """
    words = sum(1 for _ in _WORD.finditer(text))
    return Pace(words=words, seconds_slow=_seconds(words, SLOW), seconds_fast=_seconds(words, FAST))


def _seconds(words: int, words_a_minute: int) -> int:
    return -(-words * _MINUTE // words_a_minute)


def _rounded(seconds: int) -> str:
    return str(max(_STEP, round(seconds / _STEP) * _STEP))


def _minutes(seconds: int) -> str:
    whole, half = divmod(round(seconds * 2 / _MINUTE), 2)
    return f"{whole or ''}{'½' if half else ''}"


def _span(shortest: str, longest: str) -> str:
    return shortest if shortest == longest else f"{shortest} to {longest}"
