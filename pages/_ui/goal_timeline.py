"""The board as a timeline: when each goal is due, with today and the steps on the way."""

import math
from collections import defaultdict
from datetime import date
from typing import Final

import streamlit as st

from careerkit.charts import timeline
from careerkit.goals import Milestone, TimelineRow, timeline_rows
from careerkit.words import day_in_words
from careerkit.workspace import present, years_of
from pages._ui.board_filter import Shown
from pages._ui.clock import today
from pages._ui.drawn import spec_of
from pages._ui.escape import safe
from pages._ui.plan_state import PlanKey

_PAGE: Final = 20


def goal_timeline(shown: Shown) -> None:
    """Draw the dated goals on their way through the years, and the same as a table."""
    years = years_of(shown.plan, today())
    steps: defaultdict[str, list[Milestone]] = defaultdict(list)
    for milestone in shown.milestones:
        for goal_id in milestone.goals:
            steps[goal_id].append(milestone)
    begun: dict[str, date] = {}
    for it in present(shown.plan.checkins).values():
        begun[it.goal] = min(it.on, begun.get(it.goal, it.on))
    rows = timeline_rows(shown.goals, steps, today(), years, begun)
    if rows:
        pages = math.ceil(len(rows) / _PAGE)
        page = st.pagination(pages, key=PlanKey.TIMELINE_PAGE, bind="query-params") if pages > 1 else 1
        _part(rows[(page - 1) * _PAGE : page * _PAGE], years)
    elif shown.is_filtered:
        st.markdown("No goal with a date matches.")
    else:
        st.markdown("No goal has a date yet. Give one a date, and it stands here.")
    undated = sum(goal.due is None for goal in shown.goals)
    if undated:
        st.caption(f"Without a date, so not in the picture: {undated}.")


def _part(rows: tuple[TimelineRow, ...], years: range) -> None:
    first, last = date(years[0], 1, 1), date(years[-1], 12, 31)
    st.vega_lite_chart(
        spec_of(timeline, rows, today().isoformat(), first.isoformat(), last.isoformat()),
        alt="Goals by due date, with their milestones. The table below says the same.",
    )
    st.caption("A bar leads from the first check-in or milestone of a goal to its due date.")
    with st.expander("As a table"):
        st.table([_cells(row) for row in rows])


def _cells(row: TimelineRow) -> dict[str, str]:
    status = f"{row.status}, overdue" if row.overdue else row.status
    return {"Goal": safe(row.title), "Due": day_in_words(row.due), "Status": status}
