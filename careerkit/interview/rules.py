"""The rules of the answer review, read from the package's own data."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Final

from careerkit.interview.findings import Severity
from careerkit.interview.phrases import Lexicon, Phrases

_FOLDER: Final = files("careerkit.interview") / "rules"
IDS: Final = (
    "own_business",
    "leave",
    "money",
    "fast_promotion",
    "want_your_job",
    "off_scope",
    "too_specific",
    "overzealous",
    "negative_past",
    "vague",
    "slot",
)
"""The rules that look for words that may count against the speaker."""
_WISH: Final = frozenset({"wish"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One mistake: why its words may be heard badly, and what to say instead.

    ``soft_reason`` is the reason for words that only resemble the mistake; ``source`` tells what the rule
    goes back to. ``yields_to`` names a rule that says the same better when both find something in one
    sentence. ``ignores`` names kinds of cue that do not cancel a hit of this rule, ``wishes`` those
    that make something a wish.
    """

    id: str
    title: str
    reason: str
    suggestion: str
    soft_reason: str
    source: str
    severity: Severity
    yields_to: str = ""
    ignores: frozenset[str] = frozenset()
    wishes: frozenset[str] = _WISH


@dataclass(frozen=True, slots=True)
class Way:
    """How a rule finds its words: ``kind`` is wished, said, despite, unless or redeemed."""

    rule: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet:
    """Everything the review goes by.

    ``phrases`` find the words of the rules, ``clues`` what cancels them and what makes them a wish;
    ``fields`` find fields of work, ``goals`` how a text speaks of one, ``weak`` words of a field that no
    goal lies outside by.
    """

    rules: tuple[Rule, ...]
    phrases: Phrases[Way] = field(repr=False)
    clues: Phrases[str] = field(repr=False)
    fields: Phrases[str] = field(repr=False)
    goals: Phrases[str] = field(repr=False)
    weak: Phrases[str] = field(repr=False)
    hedges: Phrases[str] = field(repr=False)

    def rule(self, rule_id: str) -> Rule:
        """Return a rule by its id. Raises ``KeyError`` when there is none."""
        for rule in self.rules:
            if rule.id == rule_id:
                return rule
        raise KeyError(rule_id)


@cache
def rule_set() -> RuleSet:
    """Return the rules that come with the package."""
    lists = _read("lists")
    scope = _read("scope")
    lexicon = Lexicon({**lists, "field": [word for words in scope["fields"].values() for word in words]})
    data = {rule_id: _read(rule_id) for rule_id in IDS}
    return RuleSet(
        rules=tuple(map(_rule, data.values())),
        phrases=Phrases(_ways(data), lexicon),
        clues=Phrases(_kinds(_read("cues")), lexicon),
        fields=Phrases(_kinds(scope["fields"]), lexicon),
        goals=Phrases(_kinds(scope["goals"]), lexicon),
        weak=Phrases(_kinds(scope["weak"]), lexicon),
        hedges=Phrases(_kinds(_read("hedges")), lexicon),
    )


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def _ways(data: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, Way]]:
    for rule_id, entry in data.items():
        for kind in ("wished", "said", "despite", "unless", "redeemed"):
            yield from ((phrase, Way(rule_id, kind)) for phrase in entry.get(kind, ()))


def _kinds(data: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    for kind, phrases in data.items():
        yield from ((phrase, kind) for phrase in phrases)


def _rule(entry: Mapping[str, Any]) -> Rule:
    told = {name: entry[name] for name in ("id", "title", "reason", "suggestion", "soft_reason", "source")}
    return Rule(
        **told,
        severity=Severity.RED_FLAG,
        yields_to=entry.get("yields_to", ""),
        ignores=frozenset(entry.get("ignores", ())),
        wishes=frozenset(entry.get("wishes", _WISH)),
    )
