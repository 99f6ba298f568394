"""Phrases with gaps, written for people, compiled to expressions whose work is bounded at every word.

A phrase is a row of elements, parted by blanks:

- ``start|open``: one of these words; ``freelanc*``: any word that begins so; ``a|an?``: may be left out;
- ``<wish>``: one of the phrases of a list; ``<wish>?``: may be left out;
- ``..3``: up to three words in between, without a pause;
- ``^``, ``.`` and ``,``: where the sentence begins and ends, and a pause in it.

No element repeats without a limit, so no text can make the search slow.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from careerkit.interview.sentences import WORD_MAX

Lists = Mapping[str, Sequence[str]]

WORDS: Final = "words"
"""The group of an expression that holds the words to point at."""

_REST: Final = rf"\S{{0,{WORD_MAX}}}"


def compiled(phrases: Sequence[str], lists: Lists) -> re.Pattern[str]:
    """Return an expression that finds whole words of a sentence line that follow one of ``phrases``.

    Raises ``KeyError`` for a list that does not exist and ``ValueError`` for a phrase that begins with
    something that may be left out.
    """
    return re.compile(rf"(?<!\S){_any(phrases, lists)}(?!\S)")


def wished(wishes: Sequence[str], objects: Sequence[str], lists: Lists, *, gap: int) -> re.Pattern[str]:
    """Return an expression for one of ``wishes``, up to ``gap`` words, then one of ``objects``.

    A second wish may hang on the first by "and", after up to three times as many words. The group ``WORDS``
    holds the object alone.
    """
    further = rf"(?: \S{{1,{WORD_MAX}}}){{0,{3 * gap}}}? (?:and|or){_gap(1)}"
    between = rf"(?:{_gap(gap)}|{further})"
    return re.compile(rf"(?<!\S){_any(wishes, lists)}{between} (?P<{WORDS}>{_any(objects, lists)})(?!\S)")


def _any(phrases: Sequence[str], lists: Lists) -> str:
    return "(?:" + "|".join(_phrase(phrase, lists) for phrase in phrases) + ")" if phrases else "(?!)"


def _phrase(phrase: str, lists: Lists) -> str:
    first, *rest = phrase.split()
    if first.endswith("?") or first.startswith(".."):
        message = f"{phrase!r} begins with something that may be left out"
        raise ValueError(message)
    return _element(first, lists) + "".join(_following(element, lists) for element in rest)


def _following(element: str, lists: Lists) -> str:
    if element.startswith(".."):
        return _gap(int(element[2:]))
    if element.endswith("?"):
        return f"(?: {_element(element[:-1], lists)})?"
    return " " + _element(element, lists)


def _element(element: str, lists: Lists) -> str:
    if element.startswith("<") and element.endswith(">"):
        return _any(lists[element[1:-1]], lists)
    words = [_word(word) for word in element.split("|")]
    return words[0] if len(words) == 1 else "(?:" + "|".join(words) + ")"


def _word(word: str) -> str:
    return re.escape(word[:-1]) + _REST if word.endswith("*") else re.escape(word)


def _gap(most: int) -> str:
    return rf"(?: [^,\s]{_REST}){{0,{most}}}?"
