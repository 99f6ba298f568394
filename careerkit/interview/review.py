"""The review of an answer: which words may be heard badly, why, and what to say instead."""

import re
from collections.abc import Iterator

from careerkit.interview.cancel import is_meant
from careerkit.interview.findings import AnswerReview, Finding
from careerkit.interview.model import Application
from careerkit.interview.rules import Rule, RuleSet, rule_set
from careerkit.interview.scope import fields_of, goals_outside, job_fields
from careerkit.interview.sentences import SpokenSentence, sentences

_UNLESS_REACH = 25
OFF_SCOPE = "off_scope"


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


def _in_sentence(sentence: SpokenSentence, fields: frozenset[str], rules: RuleSet) -> list[Finding]:
    found: dict[str, Finding] = {}
    for rule in rules.rules:
        hit = next(_hits(sentence.line, rule, rules), None)
        if hit is None and rule.id == OFF_SCOPE:
            hit = next(_outside(sentence.line, fields, rule, rules), None)
        if hit is not None:
            found[rule.id] = _finding(rule, sentence, hit)
    weaker = {rule.id for rule in rules.rules if rule.yields_to in found}
    kept = [finding for finding in found.values() if finding.rule not in weaker]
    return sorted(kept, key=lambda finding: (finding.start, finding.end))


def _hits(line: str, rule: Rule, rules: RuleSet) -> Iterator[tuple[int, int]]:
    """Yield where a rule finds words that are meant, as places in the sentence line."""
    for pattern, despite in ((rule.wished, False), (rule.said, False), (rule.despite, True)):
        for start, end in _places(pattern, line):
            if is_meant(line, start, end, rules.cues, despite=despite) and not _excused(
                line, start, end, rule
            ):
                yield start, end


def _outside(line: str, fields: frozenset[str], rule: Rule, rules: RuleSet) -> Iterator[tuple[int, int]]:
    for start, end in goals_outside(line, fields, rules.scope):
        if is_meant(line, start, end, rules.cues) and not _excused(line, start, end, rule):
            yield start, end


def _places(pattern: re.Pattern[str], line: str) -> Iterator[tuple[int, int]]:
    """Yield every place where ``pattern`` begins to match, overlapping ones too."""
    match = pattern.search(line)
    while match:
        yield match.span()
        match = pattern.search(line, match.start() + 1)


def _excused(line: str, start: int, end: int, rule: Rule) -> bool:
    """Say whether an `unless` phrase of the rule overlaps the words or stands close to them."""
    first = line.rfind(" ", 0, max(0, start - _UNLESS_REACH)) + 1
    last = line.find(" ", min(len(line) - 1, end + _UNLESS_REACH))
    return bool(rule.unless.search(line[first : last if last >= 0 else len(line)]))


def _finding(rule: Rule, sentence: SpokenSentence, hit: tuple[int, int]) -> Finding:
    start, end = sentence.span(*hit)
    return Finding(
        rule=rule.id,
        title=rule.title,
        start=start,
        end=end,
        reason=rule.reason,
        suggestion=rule.suggestion,
        severity=rule.severity,
    )
