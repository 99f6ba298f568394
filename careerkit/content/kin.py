"""The words by which a plan and a posting are compared, and those by which a posting is read."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from careerkit.content.files import ContentError, parsed, text_of_file
from careerkit.interview import AskKind, Kin, PostingWords, kin_of

KIN: Final = "kin.toml"
POSTING: Final = "posting.toml"


@cache
def word_kin() -> Kin:
    """Return which words say little and which belong together.

    Raises :class:`~careerkit.content.files.ContentError`, naming the entry, when the file is wrong.
    """
    document = parsed(text_of_file(KIN), file=KIN)
    common, families = document.get("common"), document.get("families")
    if not isinstance(common, str) or not isinstance(families, dict):
        raise ContentError(KIN, "the whole file", "it has the text “common” and the table “families”")
    for name, words in families.items():
        if not isinstance(words, str) or len(words.split()) < 2:  # noqa: PLR2004 - one word has no kin
            raise ContentError(KIN, f"[families] {name}", "it is a text of at least two words")
    return kin_of(common.split(), {name: words.split() for name, words in families.items()})


@cache
def posting_words() -> PostingWords:
    """Return the words by which a posting is read; see :func:`word_kin` for what it raises."""
    document = parsed(text_of_file(POSTING), file=POSTING)
    return PostingWords(
        headings=_by_kind(document, "headings"),
        other_headings=_phrases(document, "other", "headings"),
        values=_phrases(document, "other", "values"),
        cues=_by_kind(document, "cues"),
        lead_ins=tuple(sorted(_phrases(document, "lead_ins", "skill"), key=len, reverse=True)),
    )


def _by_kind(document: Mapping[str, Any], table: str) -> dict[AskKind, tuple[str, ...]]:
    found = document.get(table, {})
    return {kind: _phrases(document, table, kind) for kind in AskKind if kind in found}


def _phrases(document: Mapping[str, Any], table: str, name: str) -> tuple[str, ...]:
    phrases = document.get(table, {}).get(name)
    if not isinstance(phrases, list) or not all(isinstance(it, str) and it == it.lower() for it in phrases):
        raise ContentError(POSTING, f"[{table}] {name}", "it is a list of phrases in lower case")
    return tuple(phrases)
