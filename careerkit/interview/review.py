"""The review of an answer: which words may be heard badly, why, and what to say instead."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from careerkit.interview.cancel import is_meant
from careerkit.interview.findings import AnswerReview, Finding
from careerkit.interview.model import Application
from careerkit.interview.patterns import WORDS
from careerkit.interview.rules import Rule, RuleSet, rule_set
from careerkit.interview.scope import fields_of, goals_outside, job_fields
from careerkit.interview.sentences import SpokenSentence, sentences

OFF_SCOPE: Final = "off_scope"
"""The rule that also compares fields of work."""

_REACH_BEFORE: Final = 60
_REACH_AFTER: Final = 25


def review_answer(text: str, context: Application | None = None) -> AnswerReview:
    """Return what an interviewer may stumble over in ``text``, with the words' places in it.

    ``context`` is the application it is for: the role tells which goals lie outside it. The work grows
    linearly with the length of ``text``.
    """
    rules = rule_set()
    read = list(sentences(text))
    fields = job_fields(read, rules.scope)
    if context is not None:
        fields |= fields_of(context.role, rules.scope)
    found = [finding for sentence in read for finding in _in_sentence(sentence, fields, rules)]
    return AnswerReview(findings=tuple(found))


@dataclass(frozen=True, slots=True)
class _Hit:
    """What a rule's pattern matched in a sentence line, and the words in it to point at."""

    match: re.Match[str]
    despite: bool = False

    @property
    def words(self) -> tuple[int, int]:
        return self.match.span(WORDS if WORDS in self.match.re.groupindex else 0)


def _in_sentence(sentence: SpokenSentence, fields: frozenset[str], rules: RuleSet) -> list[Finding]:
    found: dict[str, Finding] = {}
    for rule in rules.rules:
        hits = (hit for hit in _hits(sentence.line, rule, fields, rules) if _counts(hit, rule, rules))
        hit = next(hits, None)
        if hit is not None:
            found[rule.id] = _finding(rule, sentence, hit)
    weaker = {rule.id for rule in rules.rules if rule.yields_to in found}
    kept = [finding for finding in found.values() if finding.rule not in weaker]
    return sorted(kept, key=lambda finding: (finding.start, finding.end))


def _hits(line: str, rule: Rule, fields: frozenset[str], rules: RuleSet) -> Iterator[_Hit]:
    for pattern, despite in ((rule.wished, False), (rule.said, False), (rule.despite, True)):
        yield from (_Hit(match, despite) for match in _matches(pattern, line))
    if rule.id == OFF_SCOPE:
        yield from map(_Hit, goals_outside(line, fields, rules.scope))


def _matches(pattern: re.Pattern[str], line: str) -> Iterator[re.Match[str]]:
    """Yield the matches of ``pattern`` at every place where it begins to match, overlapping ones too."""
    match = pattern.search(line)
    while match:
        yield match
        match = pattern.search(line, match.start() + 1)


def _counts(hit: _Hit, rule: Rule, rules: RuleSet) -> bool:
    """Say whether a hit is the speaker's own plan, and no `unless` phrase of the rule stands close to it."""
    line, (start, end) = hit.match.string, hit.words
    first = line.rfind(" ", 0, max(0, start - _REACH_BEFORE)) + 1
    last = line.find(" ", min(len(line) - 1, end + _REACH_AFTER))
    near = line[first : last if last >= 0 else len(line)]
    return is_meant(hit.match, rules.cues, despite=hit.despite) and not rule.unless.search(near)


def _finding(rule: Rule, sentence: SpokenSentence, hit: _Hit) -> Finding:
    start, end = sentence.span(*hit.words)
    return Finding(
        rule=rule.id,
        title=rule.title,
        start=start,
        end=end,
        reason=rule.reason,
        suggestion=rule.suggestion,
        severity=rule.severity,
    )
