"""The board as a timeline: when each goal is due, with today and the steps on the way."""

import math
from collections import defaultdict
from datetime import date
from typing import Final

import streamlit as st

from careerkit.aspirations import SPAN
from careerkit.charts import timeline
from careerkit.goals import Milestone, timeline_rows
from careerkit.words import day_in_words
from pages._ui.board_filter import Shown
from pages._ui.clock import today
from pages._ui.drawn import spec_of
from pages._ui.escape import safe
from pages._ui.state import Key

_PAGE: Final = 20


def goal_timeline(shown: Shown) -> None:
    """Draw the dated goals on their way through the years, and the same as a table."""
    plan = shown.plan
    start_year = plan.vision.start_year if plan.vision else today().year
    steps: defaultdict[str, list[Milestone]] = defaultdict(list)
    for milestone in shown.milestones:
        for goal_id in milestone.goals:
            steps[goal_id].append(milestone)
    rows = timeline_rows(shown.goals, steps, today(), start_year)
    undated = sum(goal.due is None for goal in shown.goals)
    if not rows:
        none_yet = "No goal has a date yet. Give one a date, and it stands here."
        st.markdown("No goal with a date matches." if shown.is_filtered else none_yet)
    else:
        pages = math.ceil(len(rows) / _PAGE)
        page = st.pagination(pages, key=Key.TIMELINE_PAGE, bind="query-params") if pages > 1 else 1
        part = rows[(page - 1) * _PAGE : page * _PAGE]
        first, last = date(start_year, 1, 1), date(start_year + SPAN - 1, 12, 31)
        st.vega_lite_chart(
            spec_of(timeline, part, today().isoformat(), first.isoformat(), last.isoformat()),
            alt="Goals by due date, with their milestones. The table below says the same.",
        )
        with st.expander("As a table"):
            st.table(
                [
                    {
                        "Goal": safe(row.title),
                        "Due": day_in_words(row.due),
                        "Status": f"{row.status}, overdue" if row.overdue else row.status,
                    }
                    for row in part
                ]
            )
    if undated:
        st.caption(f"Without a date, so not in the picture: {undated}.")
