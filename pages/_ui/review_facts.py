"""What the plan says about a year, and how a step shows it: as a quiet list."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from careerkit.content.quarter import quarter_words
from careerkit.review import YearInPlan
from careerkit.workspace import Workspace, batches_since, year_of, year_past
from pages._ui.choices import need_names
from pages._ui.clock import today, zone
from pages._ui.escape import safe
from pages._ui.past import Past

_SHOWN: Final = 16
"""So many lines stand open; a longer list folds the rest away."""


def year_in_plan(workspace: Workspace, year: int) -> YearInPlan:
    """Return the plan as the review of ``year`` reads it today, in the visitor's time zone."""
    bare = YearInPlan(
        year=year,
        today=today(),
        zone=zone(),
        need_names=need_names(),
        quarter_titles={id_: words.title for id_, words in quarter_words().items()},
        past=year_past(batches_since(Past(), year, zone=zone()), year, zone=zone()),
    )
    return year_of(workspace, bare)


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
