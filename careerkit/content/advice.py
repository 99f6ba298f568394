"""What is said beside the form of a goal or an aspiration, and about the plan as a whole."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from careerkit.content.files import ContentError, entries, parsed, required, text_of_file
from careerkit.goals import Advice
from careerkit.workspace import PlanFinding, PlanFindingKind

FILE: Final = "advice.toml"
_PLACEHOLDER: Final = re.compile(r"\{[^{}]*\}")
_ALLOWED: Final[Mapping[PlanFindingKind, frozenset[str]]] = MappingProxyType(
    {
        PlanFindingKind.FIRST_NEED_UNSERVED: frozenset({"{need}"}),
        PlanFindingKind.OVERLOAD: frozenset({"{year}", "{count}"}),
        PlanFindingKind.EMPTY_YEAR: frozenset({"{year}"}),
        PlanFindingKind.ORPHAN_ASPIRATION: frozenset({"{title}"}),
        PlanFindingKind.ORPHAN_GOAL: frozenset({"{title}"}),
        PlanFindingKind.ORPHAN_MILESTONE: frozenset({"{title}"}),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingWords:
    """What is pointed out about a plan, and what a person could do about it."""

    says: str
    suggests: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviceWords:
    """The sentences, all of them: ``goal`` by advice, ``findings`` by kind with their placeholders.

    ``reads_like_goal`` is for an aspiration, ``overload_with_balance`` for a full year of someone who puts
    Balance among their first needs.
    """

    goal: Mapping[Advice, str]
    reads_like_goal: str
    findings: Mapping[PlanFindingKind, FindingWords]
    overload_with_balance: FindingWords


@cache
def advice_words() -> AdviceWords:
    """Return the sentences of advice.

    Raises :class:`~careerkit.content.files.ContentError`, naming file and entry, when the file is wrong.
    """
    return read_advice_words(text_of_file(FILE))


def read_advice_words(text: str) -> AdviceWords:
    """Return the sentences that the text of such a file holds; see :func:`advice_words`."""
    content = parsed(text, file=FILE)
    goal = _by_id(content, "goal", Advice, {"says"})
    findings = _by_id(content, "finding", PlanFindingKind, {"says", "suggests"})
    return AdviceWords(
        goal=MappingProxyType({advice: _plain(goal[advice], f"goal “{advice}”") for advice in Advice}),
        reads_like_goal=required(
            _table(content, "aspiration", {"reads_like_goal"}),
            "reads_like_goal",
            file=FILE,
            where="“aspiration”",
        ),
        findings=MappingProxyType(
            {kind: _words(findings[kind], f"finding “{kind}”", kind) for kind in PlanFindingKind}
        ),
        overload_with_balance=_words(
            _table(content, "overload_with_balance", {"says", "suggests"}),
            "“overload_with_balance”",
            PlanFindingKind.OVERLOAD,
        ),
    )


def finding_in_words(finding: PlanFinding, *, title: str = "", need: str = "") -> FindingWords:
    """Return what is said about a finding; ``title`` is that of its entry, ``need`` the name of its need.

    Both are put in as they are, whatever characters they hold.
    """
    words = advice_words()
    filled = words.findings[finding.kind]
    if finding.kind is PlanFindingKind.OVERLOAD and finding.with_balance:
        filled = words.overload_with_balance
    values = {"{title}": title, "{need}": need, "{year}": str(finding.year), "{count}": str(finding.count)}
    return FindingWords(says=_filled(filled.says, values), suggests=_filled(filled.suggests, values))


def _filled(text: str, values: Mapping[str, str]) -> str:
    """Fill every placeholder in one pass: what a person wrote is not read for placeholders again."""
    return _PLACEHOLDER.sub(lambda found: values[found.group()], text)


def _by_id(
    content: Mapping[str, Any], name: str, wanted: Iterable[str], texts: set[str]
) -> dict[str, Mapping[str, Any]]:
    found = entries(content, name, file=FILE)
    for at, entry in enumerate(found, start=1):
        _require_names(entry, {"id", *texts}, f"{name} {at}")
    ids = [str(id_) for id_ in wanted]
    if [entry["id"] for entry in found] != ids:
        raise ContentError(FILE, f"“{name}”", f"its ids are, in this order: {', '.join(ids)}")
    return {entry["id"]: entry for entry in found}


def _table(content: Mapping[str, Any], name: str, names: set[str]) -> Mapping[str, Any]:
    table = content.get(name)
    found: Mapping[str, Any] = table if isinstance(table, dict) else {}
    _require_names(found, names, f"“{name}”")
    return found


def _require_names(entry: Mapping[str, Any], names: set[str], where: str) -> None:
    if set(entry) != names:
        raise ContentError(FILE, where, f"it holds exactly {', '.join(sorted(names))}")


def _plain(entry: Mapping[str, Any], where: str) -> str:
    return _checked(required(entry, "says", file=FILE, where=where), where, frozenset())


def _words(entry: Mapping[str, Any], where: str, kind: PlanFindingKind) -> FindingWords:
    says, suggests = (
        _checked(required(entry, name, file=FILE, where=where), where, _ALLOWED[kind])
        for name in ("says", "suggests")
    )
    return FindingWords(says=says, suggests=suggests)


def _checked(text: str, where: str, allowed: frozenset[str]) -> str:
    unknown = sorted(set(_PLACEHOLDER.findall(text)) - allowed)
    if unknown:
        raise ContentError(FILE, where, f"it has no {unknown[0]}")
    return text
