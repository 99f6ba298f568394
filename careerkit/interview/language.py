"""Whether a text is English, the only language that the review can read."""

import re
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]{1,40}")
_FEW_WORDS: Final = 12
"""Words below which a text in Latin letters is too short to tell."""
_FEW_LETTERS: Final = 12
_SHARE: Final = 0.12
"""Share of common words below which a text is not English; English prose has about 0.4, others up to 0.06."""
_LAST_LATIN: Final = "\u024f"
_COMMON: Final = frozenset(
    {
        *("the", "and", "to", "of", "i", "my", "you", "your", "it", "that", "this", "would", "like"),
        *("with", "for", "are", "have", "not", "be", "as", "but", "at", "on", "from", "or", "we", "our"),
        *("they", "their", "if", "can", "could", "should", "about", "which", "what", "when", "where"),
        *("how", "who", "there", "been", "has", "had", "do", "does", "did", "more", "because", "so"),
        *("than", "then", "into", "by", "through", "after", "before", "while", "these", "those", "them"),
        *("its", "here", "just", "also", "myself", "yourself", "very", "really", "much", "some", "any"),
        *("other", "another", "each", "every", "one", "work", "working", "job", "people", "learn"),
        *("grow", "years", "skills", "role", "company", "goal", "goals", "time"),
    }
)


def reads_as_english(text: str) -> bool:
    """Say whether most of ``text`` can be English. A few words in Latin letters always can.

    Source: the share of common English words, a rule of thumb. The work grows linearly with the text.
    """
    words = _WORD.findall(text)
    letters = sum(map(len, words))
    foreign = sum(letter > _LAST_LATIN for word in words for letter in word)
    if letters >= _FEW_LETTERS and 2 * foreign > letters:
        return False
    if len(words) < _FEW_WORDS:
        return True
    return sum(word.lower() in _COMMON for word in words) >= _SHARE * len(words)
