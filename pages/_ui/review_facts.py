"""What the plan says about a year, and how a step shows it: as a quiet list."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from careerkit.review import YearInPlan
from careerkit.workspace import Workspace
from pages._ui.choices import need_names
from pages._ui.clock import zone
from pages._ui.escape import safe

_SHOWN: Final = 10
"""So many lines stand open; a longer list folds the rest away."""


def year_in_plan(workspace: Workspace, year: int) -> YearInPlan:
    """Return the plan as the review of ``year`` reads it, in the visitor's time zone."""
    return YearInPlan(
        year=year,
        zone=zone(),
        need_names=need_names(),
        assessments=workspace.assessments,
        aspirations=workspace.aspirations,
        goals=workspace.goals,
        milestones=workspace.milestones,
    )


def show_facts(lines: Sequence[str], *, caption: str) -> None:
    """Draw the facts of a step in a box of their own, or nothing when there are none."""
    if not lines:
        return
    several = len(lines) > 1
    drawn = [_line(line, head=several and (at == 0 or line.endswith(":"))) for at, line in enumerate(lines)]
    with st.container(border=True, gap="xsmall"):
        st.caption(caption)
        st.markdown("  \n".join(drawn[:_SHOWN]))
        if rest := drawn[_SHOWN:]:
            with st.expander(f"{len(rest)} more"):
                st.markdown("  \n".join(rest))


def _line(line: str, *, head: bool) -> str:
    return f"**{safe(line)}**" if head else safe(line)
