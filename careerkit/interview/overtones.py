"""Findings that are softer: sentences that only sound like a mistake, by what labelled answers taught."""

from collections.abc import Iterator
from typing import Final

from careerkit.interview.findings import Finding
from careerkit.interview.learned import Heard
from careerkit.interview.reading import Reading
from careerkit.interview.rules import RuleSet, rule_set
from careerkit.interview.sentences import SpokenSentence

_SURE: Final = 1.0
"""Margin from which a sentence is heard as one mistake although it already is another one."""


def overtones(reading: Reading) -> Iterator[Finding]:
    """Yield what the sentences could be heard as, where no phrase of the same rule says so."""
    rules, hit = rule_set(), reading.rules_hit()
    found: dict[int, list[Heard]] = {}
    for one in reading.hearing.heard:
        found.setdefault(one.sentence, []).append(one)
    for number, candidates in found.items():
        for one in _standing(candidates, hit[number], rules):
            yield _finding(one, reading.text, reading.sentences[number], rules)


def _standing(candidates: list[Heard], hit: frozenset[str], rules: RuleSet) -> Iterator[Heard]:
    """Yield what a sentence could be heard as beside ``hit``: the likeliest, and what else is sure."""
    said = set(hit)
    for one in sorted(candidates, key=lambda one: -one.margin):
        if one.rule in said:
            continue
        if said and (one.margin < _SURE or rules.rule(one.rule).yields_to in said):
            continue
        said.add(one.rule)
        yield one


def _finding(one: Heard, text: str, sentence: SpokenSentence, rules: RuleSet) -> Finding:
    rule = rules.rule(one.rule)
    start, end = sentence.place(0, len(sentence.words))
    places = sorted({sentence.places[at] for at in one.words})
    return Finding(
        rule=rule.id,
        title=rule.title,
        start=start,
        end=end,
        reason=rule.soft_reason,
        suggestion=rule.suggestion,
        severity=rule.severity,
        soft=True,
        weighed=tuple(text[first:last] for first, last in places),
    )
