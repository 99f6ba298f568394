"""What each rule of the review is called, and where it comes from."""

from dataclasses import dataclass

from careerkit.interview.craft import craft
from careerkit.interview.findings import Severity
from careerkit.interview.rules import rule_set


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleWords:
    """One rule as it is shown: ``source`` says what it goes back to."""

    id: str
    title: str
    severity: Severity
    source: str


def all_rules() -> tuple[RuleWords, ...]:
    """Return every rule of the review, those that may count against a speaker first."""
    flags = [_shown(it.id, it.title, it.severity, it.source) for it in rule_set().rules]
    return (*flags, *(_shown(it.id, it.title, it.severity, it.source) for it in craft().rules.values()))


def words_of_rule(rule_id: str) -> RuleWords:
    """Return how a rule is shown; one that is no longer known is called by its id."""
    known = (rule for rule in all_rules() if rule.id == rule_id)
    return next(known, RuleWords(id=rule_id, title=rule_id, severity=Severity.STYLE, source=""))


def _shown(id_: str, title: str, severity: Severity, source: str) -> RuleWords:
    return RuleWords(id=id_, title=title, severity=severity, source=source)
