"""English put together from pieces: articles, lists, the form of a title, and slots filled with care."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

_SLOT: Final = re.compile(r"\{(\w+)\}")
_SILENT_H: Final = ("hour", "honest", "honour", "honor", "heir")
_YOU_SOUND: Final = re.compile(r"(?:uni(?!n|m)|us[aeiu]|ut[ei]|uk|ur[aeo]|eu|ew|one\b|once\b|ubi)")
_LETTERS_WITH_AN: Final = frozenset("AEFHILMNORSX")
_NUMBERS_WITH_AN: Final = re.compile(r"8|11(?!\d)|18(?!\d)")
_SENTENCE_ENDS: Final = (".", "?", "!", "…")
_AGENT: Final = re.compile(r".{2,}(?:er|or|ist|ant|ian|eer|yst|ect|ive|ate)")
_POSTING_TAIL: Final = re.compile(r" ?[,;(\[|/]| [–—-] ")
_DATE_AT_END: Final = re.compile(
    r"[ ,]+(?:by|in|until|before|from) (?:the end of |end of |early |late |mid-?)?(?:[a-z]+ )?(?:19|20)\d\d$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Word lists that tell the form of a title.

    ``verbs`` are always verbs at the beginning of a title, ``either`` only before one of ``after_verb`` or
    a number, and those ``with_names`` also before a name; ``lead_ins`` are what people put before the
    verb; ``proper`` keep their capital, ``people`` are roles without a telling ending, ``counted`` take an
    article unless one of the ``determiners`` stands before them.
    """

    verbs: frozenset[str] = frozenset()
    either: frozenset[str] = frozenset()
    after_verb: frozenset[str] = frozenset()
    with_names: frozenset[str] = frozenset()
    lead_ins: tuple[str, ...] = ()
    proper: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A title ready for the middle of a sentence: to be done ("lead a project") or a thing ("an MBA")."""

    text: str
    is_verb: bool


def phrase_of(title: str, words: Words) -> Phrase:
    """Return ``title`` in the form that fits the middle of a sentence, without the date it may end with."""
    text = _DATE_AT_END.sub("", " ".join(title.split()).rstrip(" .!…,;:"))
    for lead_in in words.lead_ins:
        if text.lower().replace("’", "'").startswith(lead_in + " "):
            return Phrase(text=_lower_first(text[len(lead_in) + 1 :]).rstrip(" ?"), is_verb=True)
    if _begins_with_verb(text, words):
        return Phrase(text=_lower_first(text).rstrip(" ?"), is_verb=True)
    return Phrase(text=_thing(text, words), is_verb=False)


def with_article(words: str) -> str:
    """Return ``words`` with "a" or "an" before them, as they sound."""
    return f"{'an' if _sounds_like_vowel(words) else 'a'} {words}"


def spoken_role(role: str) -> str:
    """Return the role as one says it: without what a posting adds after a comma, a bracket or a dash."""
    name = " ".join(role.split())
    short = _POSTING_TAIL.split(name, maxsplit=1)[0].strip() or name
    return _lower_first(short) if short[1:].islower() else short


def role_with_article(role: str, words: Words) -> str:
    """Return "a tax accountant" for a spoken role that names a person, and nothing for one that does not."""
    first, last = role.split(" ", maxsplit=1)[0].lower(), role.rsplit(" ", maxsplit=1)[-1].lower()
    names_person = last in words.people or _AGENT.fullmatch(last)
    return with_article(role) if names_person and first not in words.determiners else ""


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


def _begins_with_verb(text: str, words: Words) -> bool:
    first, _, rest = text.partition(" ")
    verb = first.lower()
    if verb not in words.either:
        return verb in words.verbs
    following = rest.partition(" ")[0]
    return bool(following) and (
        following.lower() in words.after_verb
        or following[0].isdigit()
        or (following[0].isupper() and verb in words.with_names)
    )


def _thing(text: str, words: Words) -> str:
    first = text.split(" ", maxsplit=1)[0]
    keeps_capital = first.lower() in words.proper or any(c.isupper() for c in first[1:])
    next_capital = text[len(first) + 1 : len(first) + 2].isupper()
    thing = (
        text if keeps_capital or next_capital or (len(first) == 1 and first != "A") else _lower_first(text)
    )
    head = re.split(r" (?:in|of|for|at|with|on|as|from|to|that|about) ", text)[0].split(" ")[-1].lower()
    needs_article = head in words.counted and first.lower() not in words.determiners
    return with_article(thing) if needs_article and not first[:1].isdigit() else thing


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def _sounds_like_vowel(words: str) -> bool:
    first = words.split(" ", maxsplit=1)[0]
    low = first.lower()
    if first[:1].isdigit():
        return bool(_NUMBERS_WITH_AN.match(first))
    letters = first.split("-")[0]
    if len(letters) > 1 and letters.rstrip("s").isupper():
        return letters[0] in _LETTERS_WITH_AN
    if low.startswith(_SILENT_H):
        return True
    return low[:1] in set("aeiou") and not _YOU_SOUND.match(low)
