"""Places of a text that were left to be filled in: [Company Name], {role}, XXX, ____, TBD and the like."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

_NAMES: Final = (
    "company|employer|organi[sz]ation|firm|business|role|job|position|title|name|team|department|"
    "dept|industry|field|sector|city|town|location|place|country|skills?|values?|mission|products?|"
    "projects?|goals?|date|years?|month|number|school|university|college|degree|major|"
    "certifications?|certificate|manager|interviewer|recruiter|boss|achievements?|accomplishments?|"
    "strengths?|weakness|experience|examples?|reason|area|tasks?|responsibility|responsibilities|"
    "tools?|technology|topic|subject|clients?|customers?|amount|percentage|results?|insert|here|"
    "blank|placeholder|adjective|noun|verb|hobby|interests?|profession|occupation|specialty|domain|"
    "qualifications?|passion|language|award|course|program(?:me)?|service|brand|contact|fname|lname|"
    "xyz|tbd|todo"
)
"""What a slot is usually for."""
_FILL: Final = "insert|fill in|fill|enter|specify|paste"
_MAYBE_FILL: Final = "add|mention|state|choose|select|describe|write|put|give|list|replace with|pick|any"
_BRACKETED: Final = re.compile(
    r"(?<![\w\\$])\{{1,3}(?P<braces>[^{}\n]{0,60})\}{1,3}"
    r"|(?<![\w\]\\])\[{1,2}(?P<square>[^\[\]\n]{0,80})\]{1,2}(?![(\[:])"
    r"|(?<![\w<])<{1,2}(?P<angle>[^\s<>/][^<>\n]{0,59})>{1,2}"
    r"|&lt;(?P<escaped>[^\s<>&/][^<>&\n]{0,59})&gt;"
    r"|[«‹](?P<guillemets>[^«»‹›\n]{1,40})[»›]"
    r"|\((?P<round>[^()\n]{1,60})\)"
)
_UNFINISHED: Final = ("a", "an", "the", "at", "as", "for", "with", "of", "in", "by", "join")
_DOTS: Final = "|".join(rf"(?<=\b{word} )(?:\.{{4,}}|…{{2,}})(?=\s|[.,]?$)" for word in _UNFINISHED)
_FREE: Final = re.compile(
    # %COMPANY%, ##NAME##, $ROLE, *|FNAME|*
    rf"(?<!\w)(?P<sign>%%?|##|@@|__)(?:[A-Za-z]{{1,20}}[ _-])?(?i:{_NAMES})"
    r"(?:[ _-][A-Za-z]{1,20})?(?P=sign)(?!\w)"
    rf"|(?<!\w)\$\{{?(?i:(?:[a-z]{{1,20}}_)?(?:{_NAMES})(?:_[a-z]{{1,20}})?)\b\}}?"
    r"|\*\|[A-Za-z_]{2,30}\|\*"
    # a row of the letter X, "X years", "Company XYZ"
    r"|(?<![\w-])(?:XX+|xxx+)(?![\w-])(?! ?(?:[Ll]arge|century|chromosome))"
    r"|(?<![\w-])X\+? (?=(?:years|months|people|clients|projects|customers|percent|%))"
    r"|(?<![\w-])(?:XYZ(?! ?-?(?:ax[ei]s|coord))|(?:[Cc]ompany|COMPANY) (?:X{1,3}|Y|Z|XYZ|ABC))\b"
    r"|\bABC (?:Company|Corp|Inc|Ltd)\b"
    # ____, and dots after a word that cannot end a thought
    rf"|(?<!\w)_{{2,}}(?!\w)|{_DOTS}"
    # TBD and its kin, COMPANY_NAME, "insert … here"
    r"|(?<![\w#-])(?:T\.?B\.?[DCA]|tb[dc]|TODO|FIXME|PLACEHOLDER|TKTK|Todo:|todo:)(?![\w-])"
    r"(?! ?(?:[Ll]ists?|[Aa]pps?|[Cc]omments?|[Ii]tems?|[Bb]oards?)\b)"
    r"|\b(?:COMPANY|ROLE|JOB|POSITION|EMPLOYER|FIRST|LAST|YOUR|TEAM|MANAGER)[_ ](?:NAME|TITLE|HERE|ROLE)\b"
    r"|\b(?i:insert|paste) (?:[\w'’]{1,20} ){1,5}here\b"
    r"|\b(?i:(?:your|company|employer|role|job|school) (?:name|title) here)\b"
    r"(?=[\s.,;:!?]{0,3}(?:$|\n|[A-Z]))"
    r"|\b(?i:(?:name|title|text|details?|example) goes here|to be filled in|fill[- ]in[- ]the[- ]blanks?)\b"
    r"|\b(?i:lorem ipsum(?: dolor(?: sit amet)?)?)\b"
)
_NAMED: Final = re.compile(rf"(?<![A-Za-z])(?i:{_NAMES}|your|[a-z]{{2,12}}(?-i:Name|Title|Role))(?![A-Za-z])")
_ALL_NAMES: Final = re.compile(rf"(?i:(?:(?:{_NAMES}|your|first|last|full|the|of)[\s_]*)+)")
_EMPTY: Final = re.compile(r"\s*[._…-][\s._…-]*|[Xx]{2,}|[XN]|\?{2,}")
_CODE: Final = re.compile(r"[=;:()\"|&^$+*\\@,]|->|\b\d{4}\b")
_TITLE_CASE: Final = re.compile(
    r"[A-Z][\w'’-]*(?:[ _/](?:[A-Z][\w'’-]*|of|the|and|or|in|for|&))+|[A-Z]{2}[A-Z_ ]+"
)
_CLOSING_TAG: Final = re.compile(r"</([A-Za-z][A-Za-z0-9]{0,19})")
_ASIDE: Final = re.compile(
    r"(?i)(?:sic|with|and|or|but|which|that|in|at|for|from|of|to|as|not|also|see|is|was)\b"
)
_TO_FILL: Final = re.compile(rf"(?i)(?:{_FILL})\b")
_ROUND: Final = re.compile(
    rf"(?i)\s*(?:(?:please )?(?:{_FILL})\b.*"
    rf"|(?:{_MAYBE_FILL}) (?:your |the |an? |one |specific )*(?:{_NAMES})(?: name| title| here)?"
    r"|(?:your |my |the )?(?:company|firm|employer|job|role|team|department|manager|interviewer|recruiter|"
    r"school|university|first|last|full)(?:['’]s)? (?:name|title)(?: here)?"
    r"|(?:your|my) (?:name|role|title|company)"
    r"|name of (?:the |your )?\w+|company|employer|job|role|position|department|industry|blank"
    r"|x{2,}|tbd|tbc|todo\b.*|_{2,}|\.{4,})\s*"
)


def open_slots(text: str) -> Iterator[tuple[int, int]]:
    """Yield where ``text`` still has places to be filled in: start and end (exclusive), in characters.

    Citations, code, ordinary brackets and links are none. The work grows linearly with the text.
    """
    until = 0
    for start, end in sorted((*_bracketed(text), *(match.span() for match in _FREE.finditer(text)))):
        if start >= until:
            yield start, end
            until = end


def _bracketed(text: str) -> Iterator[tuple[int, int]]:
    closed = frozenset(tag.lower() for tag in _CLOSING_TAG.findall(text))
    for match in _BRACKETED.finditer(text):
        kind, inner = match.lastgroup or "", match[match.lastgroup or 0]
        bullet = text[max(0, match.start() - 4) : match.start()].rpartition("\n")[2].strip()
        if kind == "angle" and inner.lower() in closed:
            continue
        if inner.isspace() and bullet in _BULLETS:
            continue
        if _OPEN[kind](inner):
            yield match.span()


def _braces(inner: str) -> bool:
    """Take a few words for a slot, anything that looks like code for none."""
    name = inner.strip(" %#!_-")
    if not name or _CODE.search(name):
        return bool(_EMPTY.fullmatch(inner))
    return name[0].isalpha() and len(name.split()) <= _SLOT_WORDS


def _square(inner: str) -> bool:
    if _EMPTY.fullmatch(inner) or (inner and inner.isspace()):
        return True
    if _CODE.search(inner) or _ASIDE.match(inner):
        return False
    return bool(_NAMED.search(inner) or _TO_FILL.match(inner) or _TITLE_CASE.fullmatch(inner.strip()))


def _angle(inner: str) -> bool:
    if _EMPTY.fullmatch(inner):
        return True
    return not _CODE.search(inner) and bool(_NAMED.search(inner) or _TO_FILL.match(inner))


def _guillemets(inner: str) -> bool:
    return bool(_ALL_NAMES.fullmatch(inner.strip()) or _TO_FILL.match(inner) or "_" in inner)


def _round(inner: str) -> bool:
    return bool(_ROUND.fullmatch(inner))


_SLOT_WORDS: Final = 6
_BULLETS: Final = frozenset({"-", "*", "+"})
_OPEN: Final[Mapping[str, Callable[[str], bool]]] = {
    "braces": _braces,
    "square": _square,
    "angle": _angle,
    "escaped": _angle,
    "guillemets": _guillemets,
    "round": _round,
}
