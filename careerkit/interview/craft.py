"""What is looked for in an answer besides red flags: what it lacks, and how it is said."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from careerkit.interview.choice import Plan
from careerkit.interview.findings import Finding, Severity
from careerkit.interview.kin import Kin
from careerkit.interview.model import Application, Asked, Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerContext:
    """What an answer is for: the application and the plan behind it, the question, what was composed.

    ``kin`` says which words meet; without it, the answer is not compared with plan and company. ``needs``
    are the names of the needs that may be said.
    """

    application: Application
    plan: Plan | None = None
    asked: Asked | None = None
    composed: tuple[Sentence, ...] = ()
    kin: Kin = field(default_factory=Kin)
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CraftRule:
    """A rule about what an answer lacks or how it is said: the words that are shown, and its source."""

    id: str
    severity: Severity
    title: str
    reason: str
    suggestion: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Craft:
    """The rules by their id, and by name the expressions that find cues in a text in lower case."""

    rules: Mapping[str, CraftRule]
    cues: Mapping[str, re.Pattern[str]]

    def found(self, rule: str, span: tuple[int, int], **said: str) -> Finding:
        """Return a finding of a rule; ``said`` fills the names in braces in its reason."""
        known = self.rules[rule]
        reason = known.reason
        for name, text in said.items():
            reason = reason.replace(f"{{{name}}}", text)
        suggestion = known.suggestion
        for name, text in said.items():
            suggestion = suggestion.replace(f"{{{name}}}", text)
        return Finding(
            rule=rule,
            title=known.title,
            start=span[0],
            end=span[1],
            reason=reason,
            suggestion=suggestion,
            severity=known.severity,
        )


@cache
def craft() -> Craft:
    """Return the rules that come with the package."""
    data = tomllib.loads((files("careerkit.interview") / "craft.toml").read_text(encoding="utf-8"))
    rules = (
        CraftRule(
            id=it["id"],
            severity=Severity.GAP if it["severity"] == Severity.GAP.value else Severity.STYLE,
            title=it["title"],
            reason=it["reason"],
            suggestion=it["suggestion"],
            source=it["source"],
        )
        for it in data["rule"]
    )
    return Craft(
        rules={rule.id: rule for rule in rules},
        cues={name: _any(phrases) for name, phrases in data["cues"].items()},
    )


def in_lower_case(text: str) -> str:
    """Return ``text`` in lower case with straight apostrophes, every character in its place."""
    low = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    return low.replace("’", "'")


def _any(phrases: list[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")
