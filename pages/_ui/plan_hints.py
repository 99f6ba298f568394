"""What the plan as a whole still lacks, said kindly, each with a suggestion."""

from typing import Final

import streamlit as st

from careerkit.content.advice import FindingWords, advice_words
from careerkit.workspace import PlanFinding, PlanFindingKind, Workspace, findings_now
from pages._ui.clock import today
from pages._ui.escape import safe
from pages._ui.need_words import need_of
from pages._ui.state import Key

_MOST: Final = 8
"""Hints that are shown at once."""
_COLLECTIONS: Final = {
    PlanFindingKind.ORPHAN_ASPIRATION: "aspirations",
    PlanFindingKind.ORPHAN_GOAL: "goals",
    PlanFindingKind.ORPHAN_MILESTONE: "milestones",
}


def plan_hints(plan: Workspace) -> None:
    """Draw what could be looked at, folded; nothing when there is nothing to say."""
    if not plan.goals and not plan.milestones:
        return
    findings = findings_now(plan, today())
    if not findings:
        return
    count = len(findings)
    with st.expander(f"Worth a look: {count}", icon=":material/lightbulb:", key=Key.PLAN_HINTS):
        st.markdown("\n".join(f"- {_in_words(finding, plan)}" for finding in findings[:_MOST]))
        if count > _MOST:
            st.caption(f"and {count - _MOST} more")


def _in_words(finding: PlanFinding, plan: Workspace) -> str:
    words = _words(finding)
    filled = {
        "{title}": safe(_title(finding, plan)),
        "{year}": str(finding.year or ""),
        "{count}": str(finding.count),
        "{need}": safe(need_of(finding.entry_id).name) if not _COLLECTIONS.get(finding.kind) else "",
    }
    sentence = f"{words.says} :gray[{words.suggests}]"
    for name, value in filled.items():
        sentence = sentence.replace(name, value)
    return sentence


def _words(finding: PlanFinding) -> FindingWords:
    words = advice_words()
    return words.overload_with_balance if finding.with_balance else words.findings[finding.kind]


def _title(finding: PlanFinding, plan: Workspace) -> str:
    collection = _COLLECTIONS.get(finding.kind)
    entry = plan.collection(collection).get(finding.entry_id) if collection else None
    return entry.title if entry else ""
