"""How an answer is said: fillers, hedges, long sentences, the passive, its length."""

import re
from collections.abc import Iterator
from typing import Final

from careerkit.interview.craft import Craft, craft, in_lower_case
from careerkit.interview.findings import Finding
from careerkit.interview.pace import spoken_length

LONG_SENTENCE: Final = 34
"""Words from which a sentence is long to say."""
SHORTEST: Final = 25
"""Words below which an answer is hardly one."""
LONGEST: Final = 120
"""Seconds, said slowly, from which an answer is long to listen to."""

_SENTENCE: Final = re.compile(r"[^.!?…\n]+[.!?…]*")
_BE: Final = r"(?:was|were|been|being)"
_DONE: Final = (
    r"(?:\w{2,20}ed|made|done|given|taken|led|built|held|kept|found|sent|shown|written|chosen|driven|known|"
    r"brought|bought|taught|told|paid|put|set|run|seen)"
)
_NO_PASSIVE: Final = re.compile(
    r"(?:interested|excited|motivated|committed|qualified|experienced|trained|used|prepared|pleased|convinced|"
    r"inspired|needed|based|involved|located|called|supposed|required|tired|determined|finished|married|"
    r"concerned|organised|organized|skilled|talented|trusted)\b"
)
_PASSIVE: Final = re.compile(rf"(?<!\w){_BE} (?:\w{{2,20}}ly )?({_DONE})(?!\w)(?! for (?:its|their)\b)")


def style(text: str) -> Iterator[Finding]:
    """Yield what could be said better in an answer; the work grows linearly with its length."""
    if not text.strip():
        return
    rules, low = craft(), in_lower_case(text)
    yield from _each(rules, "filler", low, least=1)
    yield from _each(rules, "hedge", low, least=2)
    yield from _long_sentences(rules, text)
    yield from _passive(rules, low)
    pace = spoken_length(text)
    if pace.words < SHORTEST or pace.seconds_slow > LONGEST:
        yield rules.found("length", (len(text), len(text)), pace=pace.in_words())


def _each(rules: Craft, rule: str, low: str, *, least: int) -> Iterator[Finding]:
    spans = [match.span() for match in rules.cues[rule].finditer(low)]
    if len(spans) >= least:
        yield from (rules.found(rule, span) for span in spans)


def _long_sentences(rules: Craft, text: str) -> Iterator[Finding]:
    for match in _SENTENCE.finditer(text):
        if len(match.group().split()) >= LONG_SENTENCE:
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            yield rules.found("long_sentence", (start, match.end()))


def _passive(rules: Craft, low: str) -> Iterator[Finding]:
    for match in _PASSIVE.finditer(low):
        if not _NO_PASSIVE.match(match.group(1)):
            yield rules.found("passive", match.span())
