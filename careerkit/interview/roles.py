"""The name of a role, as one says it."""

import re
from typing import Final

from careerkit.interview.grammar import Words, head_of, lower_first, spoken_quietly, with_article

_POSTING_TAIL: Final = re.compile(r" ?[,;(\[|]| [–—-] | / |(?<=\w{4})/| [a-z](?:/[a-z*])+\b")
_BRACKETS_FIRST: Final = re.compile(r"^\((\w[^)]*)\) ")
_LEVEL: Final = re.compile(r" (?:[IV]+|\d+)$")
_AGENT: Final = re.compile(r".{2,}(?:er|or|ist|ant|ian|eer|yst)")


def spoken_role(role: str, words: Words) -> str:
    """Return the role without what a posting adds: a level, and what follows a comma, a bracket or a dash."""
    name = spoken_quietly(_BRACKETS_FIRST.sub(r"\1 ", " ".join(role.split())), words)
    short = _LEVEL.sub("", _POSTING_TAIL.split(name, maxsplit=1)[0].strip()) or name
    return lower_first(short) if short[1:].islower() else short


def role_with_article(role: str, words: Words) -> str:
    """Return "a tax accountant" for a spoken role that names a person, and nothing for one that does not."""
    first = role.split(" ", maxsplit=1)[0].lower()
    return with_article(role) if _is_person(role, words) and first not in words.determiners else ""


def role_in_words(role: str, words: Words) -> str:
    """Return "the role of tax accountant", or "the operations role" when no person is named."""
    return f"the role of {role}" if _is_person(role, words) else f"the {role} role"


def _is_person(role: str, words: Words) -> bool:
    head = head_of(role)
    return head in words.people or bool(_AGENT.fullmatch(head))
