"""Whether words in a sentence are the speaker's own plan: not denied, past, reported or about others."""

import re
from typing import Final

from careerkit.interview.rules import Cues

_BEFORE: Final = 120
_AFTER: Final = 40
_CLAUSE: Final = re.compile(
    r".* (?:,|but|though|although|however|yet|so|and i|and i'd|and my|because i|then)(?= )"
)
_FIRST_PERSON: Final = re.compile(r"(?<!\S)(?:i|i'd|i'll|i'm|my|me|myself)(?!\S)")


def is_meant(match: re.Match[str], cues: Cues, *, despite: bool = False) -> bool:
    """Say whether what was matched in a sentence line is meant by the speaker.

    ``despite`` is for words that carry a "not" of their own. Looks at the clause up to 120 characters before
    the words and 40 after them, so the work is bounded.
    """
    line, (start, end) = match.string, match.span()
    before, hit = _clause_before(line, start), match.group()
    if cues.reported.search(before) or cues.past.search(before) or cues.past.search(hit):
        return False
    if _is_about_others(before, hit, cues):
        return False
    return despite or not _is_denied(before, hit, _clause_after(line, end), cues)


def _clause_before(line: str, start: int) -> str:
    before = " " + line[max(0, start - _BEFORE) : start]
    boundary = _CLAUSE.match(before)
    return before[boundary.end() :] if boundary else before


def _clause_after(line: str, end: int) -> str:
    return line[end : end + _AFTER].partition(" ,")[0]


def _is_denied(before: str, hit: str, after: str, cues: Cues) -> bool:
    said = cues.no_negation.sub(" ", f"{before}{hit}")
    return bool(cues.negation.search(said) or cues.negation_after.match(after.lstrip()))


def _is_about_others(before: str, hit: str, cues: Cues) -> bool:
    if cues.others.search(hit):
        return True
    return not _FIRST_PERSON.search(hit) and bool(cues.others.search(before))
