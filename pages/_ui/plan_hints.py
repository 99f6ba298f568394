"""What the plan as a whole still lacks, said kindly, each with a suggestion."""

from typing import Final

import streamlit as st

from careerkit.content.advice import FindingWords, advice_words
from careerkit.goals import Goal, milestone_count
from careerkit.words import counted, joined
from careerkit.workspace import PlanFinding, PlanFindingKind, Workspace, findings_now, stale_goals, years_of
from pages._ui.clock import today
from pages._ui.escape import safe
from pages._ui.more import first_of, more_button
from pages._ui.need_words import need_of
from pages._ui.plan_state import PlanKey

_COLLECTIONS: Final = {
    PlanFindingKind.ORPHAN_ASPIRATION: "aspirations",
    PlanFindingKind.ORPHAN_GOAL: "goals",
    PlanFindingKind.ORPHAN_MILESTONE: "milestones",
}


def plan_hints(plan: Workspace) -> None:
    """Draw what could be looked at, folded; nothing when there is nothing to say."""
    if not plan.goals and not plan.milestones:
        return
    _milestones_so_far(plan)
    findings = findings_now(plan, today())
    empty = [str(it.year) for it in findings if it.kind is PlanFindingKind.EMPTY_YEAR]
    hints = [_in_words(it, plan) for it in findings if it.kind is not PlanFindingKind.EMPTY_YEAR]
    hints += [_empty_years(empty)] if empty else []
    hints += [_stale(goal) for goal in stale_goals(plan, today())]
    if not hints:
        return
    with st.expander(f"Worth a look: {len(hints)}", icon=":material/lightbulb:", key=PlanKey.PLAN_HINTS):
        st.markdown("\n".join(f"- {hint}" for hint in first_of(hints, "hints")))
        more_button(hints, "hints")


def _milestones_so_far(plan: Workspace) -> None:
    """Say how many milestones of the seven years are done, against those that were planned by now."""
    start_year = years_of(plan, today())[0]
    count = milestone_count(plan.milestones, today(), start_year)
    if count.total:
        years = counted(count.years_left, "year", "years")
        st.caption(
            f"Milestones: {count.done} of {count.total} done, {count.planned_by_now} were planned by now, "
            f"{years} to go."
        )


def _empty_years(years: list[str]) -> str:
    """Point out all years with nothing in them at once."""
    words = advice_words().findings[PlanFindingKind.EMPTY_YEAR]
    return f"{words.says.replace('{year}', joined(years))} :gray[{words.suggests}]"


def _stale(goal: Goal) -> str:
    return (
        f"“{safe(goal.title)}” has not moved for three months. "
        ":gray[A check-in, a smaller step, or letting it rest would all be fine.]"
    )


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
