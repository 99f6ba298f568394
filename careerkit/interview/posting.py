"""A pasted posting: what a company asks for and offers, picked out with its place in the text."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Final, NamedTuple

from careerkit.interview.model import AskKind
from careerkit.text import LINE, NOTE

MOST_PICKS: Final = 40
"""Suggestions that one posting gives at most."""

_HIDDEN: Final = re.compile(
    r"<(script|style|head)\b[^>]{0,500}>.{0,20000}?</\1\s*>", re.IGNORECASE | re.DOTALL
)
_BREAKING: Final = re.compile(
    r"</?(?:p|div|li|ul|ol|br|h[1-6]|tr|table|section)\b[^<>]{0,500}>", re.IGNORECASE
)
_TAG: Final = re.compile(r"</?[a-zA-Z!][^<>]{0,500}>")
_BULLET: Final = re.compile(r"[ \t]*(?:[-*•·–—▪●◦✓✔>]+|\d{1,2}[.)])[ \t]+")
_SENTENCE: Final = re.compile(r"[^.!?;]{1,600}[.!?;]?")
_LIST: Final = re.compile(r", (?:and |or )?| (?:and|&|&amp;) ")
_CLAUSE: Final = re.compile(r"(?:[^,;:()]|[,:](?=\S))+")
_ASIDE: Final = re.compile(r"[;(].*|,? (?:when|who|that|so that|while|because|where) .*")
_ENDS: Final = " \t.,;:!?–—-"
_HEADING_WORDS: Final = 8
_SHORT_ITEM: Final = 3
_TITLE_WORDS: Final = 10


class Line(NamedTuple):
    """A line of a posting without its bullet: the text, where it begins, whether it is a point of a list."""

    text: str
    start: int
    is_point: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """A suggestion: something a company asks for or offers, and its place in the posting (end exclusive)."""

    kind: AskKind
    title: str
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PostingWords:
    """The words by which a posting is read, all in lower case.

    ``headings`` tell the kind of what stands below them, ``other_headings`` begin what is passed over.
    ``values`` are words for what a company cares about. ``cues`` are phrases that tell, by kind, what a
    sentence is about. ``lead_ins`` are what stands before a skill and is no part of it.
    """

    headings: Mapping[AskKind, tuple[str, ...]] = field(default_factory=dict)
    other_headings: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    cues: Mapping[AskKind, tuple[str, ...]] = field(default_factory=dict)
    lead_ins: tuple[str, ...] = ()


def picked_out(posting: str, words: PostingWords) -> tuple[Pick, ...]:
    """Return what a posting asks for and offers, in its order, each thing once, ``MOST_PICKS`` at most.

    The posting is only text: a web page is read without its tags, and nothing in it is followed or run. The
    work grows linearly with its length.
    """
    found: dict[str, Pick] = {}
    section: AskKind | None = None
    for line in lines_of(posting):
        if _is_heading(line):
            section = _section(line.text, words)
            continue
        for pick in _picks(line, section, words):
            found.setdefault(pick.title.lower(), pick)
    return tuple(sorted(found.values(), key=lambda pick: pick.start)[:MOST_PICKS])


def lines_of(posting: str) -> Iterator[Line]:
    """Yield the lines of a posting that say something, a web page without its tags; places stay true."""
    at = 0
    for raw in _visible(posting).split("\n"):
        bullet = _BULLET.match(raw)
        begin = bullet.end() if bullet else len(raw) - len(raw.lstrip())
        text = raw[begin:].rstrip()
        if text:
            yield Line(text, at + begin, bullet is not None)
        at += len(raw) + 1


def _visible(posting: str) -> str:
    """Return the posting with its tags blanked, or as a line break; every place stays where it was."""
    text = _HIDDEN.sub(lambda match: " " * len(match.group()), posting)
    text = _BREAKING.sub(_break, text)
    return _TAG.sub(lambda match: " " * len(match.group()), text)


def _break(tag: re.Match[str]) -> str:
    begin = "\n- " if tag.group().lower().startswith("<li") else "\n"
    return begin.ljust(len(tag.group()))


def _is_heading(line: Line) -> bool:
    if line.is_point or len(line.text.split()) > _HEADING_WORDS:
        return False
    return line.text.endswith(":") or line.text[-1] not in ".!;,"


def _section(heading: str, words: PostingWords) -> AskKind | None:
    said = f" {heading.lower().replace('’', chr(39)).strip(_ENDS)} "
    if any(f" {phrase} " in said for phrase in words.other_headings):
        return None
    kinds = (kind for kind, phrases in words.headings.items() if any(f" {it} " in said for it in phrases))
    return next(kinds, None)


def _picks(line: Line, section: AskKind | None, words: PostingWords) -> Iterator[Pick]:
    short = section is not AskKind.VALUE and len(line.text.split()) <= _TITLE_WORDS
    if section is not None and (line.is_point or short):
        yield from _points(line.text, line.start, section, words)
    else:
        for sentence in _SENTENCE.finditer(line.text):
            yield from _of_sentence(sentence.group(), line.start + sentence.start(), words)
    yield from _values(line, words)


def _points(text: str, start: int, kind: AskKind, words: PostingWords) -> Iterator[Pick]:
    """Yield what one point of a list asks for: several short things, or one."""
    core, skipped = _without_lead_in(text, words)
    items = _LIST.split(core.rstrip(_ENDS))
    if len(items) > 1 and all(len(item.split()) <= _SHORT_ITEM for item in items):
        at = 0
        for item in items:
            place = core.index(item, at)
            at = place + len(item)
            yield from _pick(kind, item, text, start + skipped + place)
    else:
        yield from _pick(kind, core, text, start + skipped)


def _of_sentence(text: str, start: int, words: PostingWords) -> Iterator[Pick]:
    """Yield what each clause of a sentence is about, as far as its words tell."""
    for clause in _CLAUSE.finditer(text):
        low = clause.group().lower().replace("’", "'")
        cues = ((kind, cue) for kind, phrases in words.cues.items() for cue in phrases if cue in low)
        kind, cue = next(cues, (None, ""))
        if kind is not None:
            begin = low.index(cue) + (len(cue) if kind is AskKind.SKILL else 0)
            yield from _pick(kind, clause.group()[begin:], text.strip(), start + clause.start() + begin)


def _values(line: Line, words: PostingWords) -> Iterator[Pick]:
    low = line.text.lower()
    for value in words.values:
        at = low.find(value)
        around = low[max(0, at - 1) : at] + low[at + len(value) : at + len(value) + 1]
        if at >= 0 and not any(character.isalpha() for character in around):
            yield from _pick(AskKind.VALUE, line.text[at : at + len(value)], line.text, line.start + at)


def _pick(kind: AskKind, title: str, quote: str, start: int) -> Iterator[Pick]:
    """Yield the suggestion without what is said aside, unless nothing is left of its title."""
    begin = len(title) - len(title.lstrip(_ENDS))
    core = (_ASIDE.sub("", title[begin:]) or title[begin:]).rstrip(_ENDS)
    said = " ".join(unescape(core).split())
    if any(character.isalnum() for character in said):
        place = start + begin
        title = (said[:1].upper() + said[1:])[:LINE].strip()
        quote = unescape(quote)[:NOTE].strip()
        yield Pick(kind=kind, title=title, quote=quote, start=place, end=place + len(core))


def _without_lead_in(text: str, words: PostingWords) -> tuple[str, int]:
    """Return a point without what stands before the skill itself, and how many characters that were."""
    skipped = 0
    while True:
        low = text[skipped:].lower().replace("’", "'")
        lead = next((it for it in words.lead_ins if low.startswith(it + " ")), None)
        if lead is None:
            return text[skipped:], skipped
        skipped += len(lead) + 1
