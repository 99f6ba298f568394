"""What an answer lacks, given the application and the plan it is for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from careerkit.interview.craft import AnswerContext, Craft, craft, in_lower_case
from careerkit.interview.findings import Finding
from careerkit.interview.model import Asked, Origin

ENOUGH: Final = 12
"""Words from which an answer is looked at for what it lacks."""
ROOM: Final = 90
"""Words from which an answer has room for what it lacks; a shorter one may leave some of it out."""
TEMPLATE_SHARE: Final = 0.35
"""Share of runs of four words that an answer has in common with template sentences, from which it is told."""

_AHEAD: Final = (Asked.NEAR, Asked.LONG, Asked.YEARS)
_RUN: Final = 4
_SENTENCE: Final = re.compile(r"[^.!?…\n]+[.!?…]*")
_WORD: Final = re.compile(r"[^\W_][\w'’-]*")


@dataclass(frozen=True, slots=True)
class _Look:
    """An answer, what it is for, and the rules it is looked at with."""

    text: str
    low: str
    context: AnswerContext
    rules: Craft
    words: int

    def has(self, cue: str) -> bool:
        return bool(self.rules.cues[cue].search(self.low))

    def lacking(self, rule: str, **said: str) -> Finding:
        return self.rules.found(rule, (len(self.text), len(self.text)), **said)

    @property
    def is_ahead(self) -> bool:
        return self.context.asked is None or self.context.asked in _AHEAD


def gaps(text: str, context: AnswerContext) -> Iterator[Finding]:
    """Yield what an answer lacks for its application; nothing for a few words.

    A gap stands at the end of the text, without words of its own, unless it is about a sentence.
    """
    words = len(_WORD.findall(text))
    if words < ENOUGH:
        return
    look = _Look(text, in_lower_case(text), context, craft(), words)
    yield from _missing(look)
    yield from _template(look)
    yield from _exact_seat(look)


def _missing(look: _Look) -> Iterator[Finding]:
    application = look.context.application
    if not _names(look.low, application.company) and not _names(look.low, application.role):
        yield look.lacking("no_company", company=application.company)
    if look.is_ahead and not look.has("wish"):
        yield look.lacking("no_ambition")
    if look.context.asked is Asked.WHY_YOU and not look.has("example"):
        yield look.lacking("no_example")
    if look.words < ROOM:
        return
    if not look.has("value"):
        yield look.lacking("no_value")
    if not look.has("learning") and look.context.asked is not Asked.WHY_US:
        yield look.lacking("no_learning")
    if look.is_ahead and not look.has("commitment") and not _goes_on_there(look):
        yield look.lacking("no_commitment")


def _goes_on_there(look: _Look) -> bool:
    """Say whether a sentence that names the company speaks of what one wants or learns there."""
    company = look.context.application.company
    named = (it.group() for it in _SENTENCE.finditer(look.low) if _names(it.group(), company))
    return any(look.rules.cues[cue].search(said) for said in named for cue in ("wish", "learning"))


def _names(low: str, name: str) -> bool:
    """Say whether a text names a company or a role: by its whole name, or by its first telling word."""
    words = [word for word in _WORD.findall(name.lower()) if len(word) > 3]  # noqa: PLR2004 - "the", "inc"
    return name.lower() in low or any(re.search(rf"(?<!\w){re.escape(word)}", low) for word in words[:2])


def _template(look: _Look) -> Iterator[Finding]:
    theirs = set[tuple[str, ...]]()
    own = _runs(look.low)
    sentences = [it.text for it in look.context.composed if it.origin in (Origin.TEMPLATE, Origin.RESEARCH)]
    for sentence in sentences:
        theirs |= _runs(in_lower_case(sentence))
    if own and len(own & theirs) / len(own) >= TEMPLATE_SHARE:
        standing = next((it for it in sentences if it in look.text), "")
        start = look.text.find(standing) if standing else len(look.text)
        yield look.rules.found("template_wording", (start, start + len(standing)))


def _runs(low: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(low)
    return {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}


def _exact_seat(look: _Look) -> Iterator[Finding]:
    for match in re.finditer(
        rf"(?<!\w)(?:become|be|as|to be) (?:the|your) (?:next |new |future )?"
        rf"(?:\w+ ){{0,2}}?{look.rules.cues['seat'].pattern}",
        look.low,
    ):
        yield look.rules.found("exact_seat", match.span())
