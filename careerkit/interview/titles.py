"""The title of an entry, as it stands in the middle of a sentence."""

import re
from dataclasses import dataclass
from typing import Final

from careerkit.interview.grammar import Words, head_of, lower_first, spoken_quietly, with_article

_BULLET: Final = re.compile(r"^(?:[-*•–—→>]+|\d{1,2}[.)])\s+")
_QUOTED: Final = re.compile(r"\"([^\"]+)\"|“([^“”]+)”|'([^']+)'")
_NEXT_SENTENCE: Final = re.compile(r"(?<=[a-z]{3})[.?] +(?=[A-Z]).*")
_COUNT: Final = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)"
_DATE_AT_END: Final = re.compile(
    r"[ ,]+(?:"
    r"(?:by|in|until|before|from) (?:the end of |end of |early |late |mid-?)?"
    r"(?:\d{1,2}(?:st|nd|rd|th)? )?(?:[a-z]+\d? )?(?:\d{1,2}, )?(?:19|20)\d\d"
    r"|(?:by |until |before |within )?(?:the end of )?(?:this|next) year"
    rf"|(?:in|within) (?:the next )?{_COUNT} (?:to {_COUNT} )?(?:years?|months?)"
    r")$",
    re.IGNORECASE,
)
_ORDINAL: Final = re.compile(r"\d+(?:st|nd|rd|th)")
_ENDS: Final = " .!?…,;:"
_GERUND: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A title ready for the middle of a sentence: to be done ("lead a project") or a thing ("an MBA")."""

    text: str
    is_verb: bool


def phrase_of(title: str, words: Words) -> Phrase:
    """Return ``title`` in the form that fits the middle of a sentence, without the date it may end with."""
    text = _bare(title, words)
    if text.lower() in words.lead_ins:
        return Phrase(text=f"“{text}”", is_verb=False)
    for lead_in in sorted(words.lead_ins, key=len, reverse=True):
        if not text.lower().replace("’", "'").startswith(lead_in + " "):
            continue
        text = text[len(lead_in) + 1 :]
        if lead_in.endswith("to"):
            return Phrase(text=lower_first(text), is_verb=True)
        break
    done = _done(text, words)
    return Phrase(text=done, is_verb=True) if done else Phrase(text=_thing(text, words), is_verb=False)


def _bare(title: str, words: Words) -> str:
    """Return the first sentence of a title, without bullets, quotation marks around it, ends and dates."""
    text = _BULLET.sub("", " ".join(title.split()))
    quoted = _QUOTED.fullmatch(text.rstrip(_ENDS))
    if quoted:
        text = next(group for group in quoted.groups() if group)
    text = _DATE_AT_END.sub("", _NEXT_SENTENCE.sub("", text).rstrip(_ENDS)) or text
    return _with_small_words(spoken_quietly(text, words), words)


def _with_small_words(text: str, words: Words) -> str:
    """Return a Title In Which Every Word Is Capitalised with its small words as in a sentence."""
    first, *others = text.split()
    if any(word[0].islower() for word in others):
        return text
    small = words.determiners | words.after_verb
    return " ".join([first, *(word.lower() if word.lower() in small else word for word in others)])


def _done(text: str, words: Words) -> str:
    """Return a title that is to be done with its verb in front; nothing when it is a thing."""
    first, _, rest = text.partition(" ")
    if _begins_with_verb(text, words):
        return lower_first(text)
    base = _base_of_gerund(first.lower(), rest, words)
    if base:
        return f"{base} {rest}"
    if first.lower() in words.states and (not rest or rest.split()[0].lower() in words.after_verb):
        return f"become {lower_first(text)}"
    return _who_one_becomes(text, words)


def _begins_with_verb(text: str, words: Words) -> bool:
    first, _, rest = text.partition(" ")
    verb, low = first.lower(), text.lower()
    if any(low == phrase or low.startswith(phrase + " ") for phrase in words.no_verbs):
        return False
    if verb not in words.either:
        return verb in words.verbs
    following = rest.partition(" ")[0]
    return bool(following) and (
        following.lower() in words.after_verb
        or any(character.isdigit() for character in following)
        or (following[0].isupper() and verb in words.with_names)
    )


def _base_of_gerund(word: str, rest: str, words: Words) -> str:
    """Return "mentor" for "mentoring" before what is mentored, and nothing for "teaching position"."""
    if len(word) < _GERUND or not word.endswith("ing") or not rest:
        return ""
    following = rest.partition(" ")[0]
    low = following.lower()
    stem = word[:-3]
    for base in (stem, stem + "e", stem[:-1]):
        if base in words.verbs and (low in words.after_verb or low in words.proper or following[0].isdigit()):
            return base
        if base in words.either and (low in words.determiners or following[0].isdigit()):
            return base
    return ""


def _who_one_becomes(text: str, words: Words) -> str:
    """Return "become head nurse of a ward" for a title that names who one wants to be, and else nothing."""
    first, head = text.split(" ", maxsplit=1)[0].lower(), head_of(text)
    if head not in words.people or (first in words.determiners and first != "the"):
        return ""
    who = _thing(text, words)
    has_office = text[text.lower().find(head) + len(head) :].startswith(" of ")
    return f"become {who if has_office or first == 'the' else with_article(who)}"


def _thing(text: str, words: Words) -> str:
    first = text.split(" ", maxsplit=1)[0]
    keeps_capital = first.lower() in words.proper or any(c.isupper() for c in first[1:])
    next_capital = text[len(first) + 1 : len(first) + 2].isupper()
    kept = keeps_capital or next_capital or (len(first) == 1 and first != "A")
    thing = (text if kept else lower_first(text)).replace(": ", ", ")
    if first.lower() == "own" or _ORDINAL.fullmatch(first):
        return f"my {thing}"
    needs_article = head_of(text) in words.counted and first.lower() not in words.determiners
    return with_article(thing) if needs_article and not first.isdigit() else thing
