"""The rules of the answer review, read from the package's own data."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

from careerkit.interview.findings import Severity
from careerkit.interview.patterns import Lists, compiled, wished

WISH_GAP: Final = 6
"""Words that may stand between a wish and what is wished."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One mistake: how its words are found, why they may be heard badly, and what to say instead.

    ``despite`` finds words that carry a "not" of their own. ``yields_to`` names a rule that says the same
    better when both find something in one sentence.
    """

    id: str
    title: str
    reason: str
    suggestion: str
    severity: Severity
    wished: re.Pattern[str]
    said: re.Pattern[str]
    despite: re.Pattern[str]
    unless: re.Pattern[str]
    yields_to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Words that show that a clause is not the speaker's own plan."""

    negation: re.Pattern[str]
    no_negation: re.Pattern[str]
    negation_after: re.Pattern[str]
    past: re.Pattern[str]
    others: re.Pattern[str]
    reported: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Fields of work: how to find the ones a text names, and the ones it wishes for."""

    named: Mapping[str, re.Pattern[str]]
    job: Mapping[str, re.Pattern[str]]
    said: Mapping[str, re.Pattern[str]]
    wished: Mapping[str, re.Pattern[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet:
    """Everything the review goes by."""

    rules: tuple[Rule, ...]
    cues: Cues
    scope: Scope


@cache
def rule_set() -> RuleSet:
    """Return the rules that come with the package."""
    data = tomllib.loads((files("careerkit.interview") / "rules.toml").read_text(encoding="utf-8"))
    lists = data["lists"]
    return RuleSet(
        rules=tuple(_rule(entry, lists) for entry in data["rule"]),
        cues=Cues(**{name: compiled(phrases, lists) for name, phrases in data["cues"].items()}),
        scope=_scope(data["scope"], data["fields"], lists),
    )


def _rule(entry: Mapping[str, Any], lists: Lists) -> Rule:
    return Rule(
        id=entry["id"],
        title=entry["title"],
        reason=entry["reason"],
        suggestion=entry["suggestion"],
        severity=Severity.RED_FLAG,
        wished=wished(lists["wish"], entry.get("wished", ()), lists, gap=WISH_GAP),
        said=compiled(entry.get("said", ()), lists),
        despite=compiled(entry.get("despite", ()), lists),
        unless=compiled(entry.get("unless", ()), lists),
        yields_to=entry.get("yields_to", ""),
    )


def _scope(entry: Mapping[str, Any], fields: Mapping[str, list[str]], lists: Lists) -> Scope:
    known = {name: {**lists, "field": words} for name, words in fields.items()}
    wish = lists["wish"]
    return Scope(
        named={name: compiled(["<field>"], both) for name, both in known.items()},
        job={name: compiled(entry["job"], both) for name, both in known.items()},
        said={name: compiled(entry["said"], both) for name, both in known.items()},
        wished={name: wished(wish, entry["wished"], both, gap=WISH_GAP) for name, both in known.items()},
    )
