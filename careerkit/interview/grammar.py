"""English put together from pieces: word lists, articles, and slots filled with care."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

_SLOT: Final = re.compile(r"\{(\w+)\}")
_SILENT_H: Final = ("hour", "honest", "honour", "honor", "heir")
_YOU_SOUND: Final = re.compile(r"(?:uni(?!n|m)|us[aeiu]|ut[ei]|uk|ur[aeo]|eu|ew|one\b|once\b|ubi)")
_LETTERS_WITH_AN: Final = frozenset("AEFHILMNORSX")
_READ_AS_WORDS: Final = frozenset({"FIFA", "LEED", "MOOC", "NASA", "NATO", "NEBOSH", "STEM"})
_NUMBERS_WITH_AN: Final = re.compile(r"8|11(?!\d)|18(?!\d)")
_SENTENCE_ENDS: Final = (".", "?", "!", "…")
_HEAD_ENDS: Final = re.compile(
    r"[,;:(\[]| [–—/] | (?:in|of|for|at|with|on|as|from|to|that|about|by|where|which|who|whose|when|than|"
    r"through|without|within|between|among|under|over|into|towards|across) "
)
_LONG_WORD: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Word lists that tell the form of a title or of a role.

    ``verbs`` are always verbs at the beginning of a title, unless it begins with one of ``no_verbs``;
    ``either`` are verbs only before one of ``after_verb`` or a number, and those ``with_names`` also before a
    name; ``states`` are what one becomes ("fluent in"). ``lead_ins`` are what people put before the point.
    ``proper`` keep their capital, ``acronyms`` all of them. ``people`` are words for who one is at work;
    ``counted`` things take an article unless one of the ``determiners`` stands before them.
    """

    verbs: frozenset[str] = frozenset()
    no_verbs: tuple[str, ...] = ()
    either: frozenset[str] = frozenset()
    after_verb: frozenset[str] = frozenset()
    with_names: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    lead_ins: tuple[str, ...] = ()
    proper: frozenset[str] = frozenset()
    acronyms: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()


def with_article(words: str) -> str:
    """Return ``words`` with "a" or "an" before them, as they sound."""
    return f"{'an' if _sounds_like_vowel(words) else 'a'} {words}"


def head_of(text: str) -> str:
    """Return the word a group of words is about, in lower case: "nurse" of "head nurse of a ward"."""
    return _HEAD_ENDS.split(text, maxsplit=1)[0].rstrip().rsplit(" ", maxsplit=1)[-1].lower()


def lower_first(text: str) -> str:
    """Return ``text`` with its first letter in lower case."""
    return text[:1].lower() + text[1:]


def spoken_quietly(text: str, words: Words) -> str:
    """Return ``text`` without the capitals that only shout; acronyms and names keep theirs."""
    if not (text.isupper() and _holds_words(text, words)):
        return text
    return " ".join(_quiet(word, words) for word in text.split())


def slots_of(frame: str) -> frozenset[str]:
    """Return the names of the slots in a frame."""
    return frozenset(_SLOT.findall(frame))


def filled(frame: str, slots: Mapping[str, str]) -> str:
    """Return the frame with its slots filled: a capital first, and one mark at the end.

    What fills a slot is never read as a frame itself. Raises ``KeyError`` for a slot without a value.
    """
    sentence = ""
    for place, piece in enumerate(_SLOT.split(frame)):
        text = slots[piece] if place % 2 else piece
        if sentence.endswith(_SENTENCE_ENDS) and text.startswith("."):
            text = text[1:]
        sentence += text
    return sentence[:1].upper() + sentence[1:]


def _holds_words(text: str, words: Words) -> bool:
    """Say whether there is more than abbreviations in a text that is all capitals."""
    known = words.verbs | words.either | words.after_verb | words.people | words.counted - words.acronyms
    several = text.lower().split()
    return any(len(word) > _LONG_WORD or (len(several) > 1 and word in known) for word in several)


def _quiet(word: str, words: Words) -> str:
    low = word.lower()
    if low in words.acronyms or any(character.isdigit() for character in word):
        return word
    return low.capitalize() if low in words.proper else low


def _sounds_like_vowel(words: str) -> bool:
    first = words.split(" ", maxsplit=1)[0]
    low = first.lower()
    if first[:1].isdigit():
        return bool(_NUMBERS_WITH_AN.match(first))
    letters = first.split("-")[0]
    if len(letters) > 1 and letters.rstrip("s").isupper() and letters.rstrip("s") not in _READ_AS_WORDS:
        return letters[0] in _LETTERS_WITH_AN
    if low.startswith(_SILENT_H):
        return True
    return low[:1] in set("aeiou") and not _YOU_SOUND.match(low)
