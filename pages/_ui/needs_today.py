"""How far each need is met today, where what matters is missing, and what to do about it."""

from collections.abc import Mapping, Sequence

import streamlit as st

from careerkit.charts import GapRow, need_gap_chart
from careerkit.content import directions_for, needs_words
from careerkit.needs import (
    Assessment,
    Decision,
    Direction,
    DirectionKind,
    Gap,
    Rating,
    gap_in_words,
    large_gaps,
    latest_ratings,
    need_gaps,
    need_order,
)
from careerkit.words import counted, number_in_words
from pages._ui.direction_card import direction_buttons
from pages._ui.door import current_workspace
from pages._ui.drawn import spec_of
from pages._ui.escape import safe
from pages._ui.goal_form import goal_for_need
from pages._ui.need_words import named, need_of
from pages._ui.needs_ratings import rating_scale
from pages._ui.state import Key


def needs_today(result: Assessment) -> None:
    """Draw a scale for every need, and what matters and is missing: that first, once all are rated."""
    ratings = latest_ratings(current_workspace().satisfactions)
    needs = [standing.need for standing in need_order(result)]
    missing = [need for need in needs if need not in ratings]
    st.markdown(needs_words()["today"])
    if not missing:
        _picture(need_gaps(result, ratings))
        _where_to_act(result, ratings)
        st.subheader("How far each need is met", anchor=False)
    for need_id in needs:
        rating_scale(need_id, ratings)
    if missing:
        left = counted(len(missing), "need", "needs")
        st.caption(f"{left} to go. Then you see here where what matters to you is missing.")


def _picture(gaps: Sequence[Gap]) -> None:
    rows = tuple(
        GapRow(need=need_of(it.need).name, importance=it.importance, satisfaction=it.satisfaction, gap=it.gap)
        for it in gaps
    )
    st.vega_lite_chart(
        spec=spec_of(need_gap_chart, rows),
        alt="Each need by how often it was kept and how far it is met. The table below it has all numbers.",
        width="stretch",
    )
    with st.expander("The numbers"):
        st.table(
            [
                {
                    "Need": safe(row.need),
                    "Kept": number_in_words(round(row.importance, 1)),
                    "Met today": number_in_words(row.satisfaction),
                    "Gap": number_in_words(round(row.gap, 1)),
                }
                for row in rows
            ],
            border="horizontal",
            hide_index=True,
            alt="How often each need was kept, how far it is met, and the gap between",
        )
        st.caption(
            "All from 0 to 10. “Kept” says how often you kept the need, never (0) to always (10). The gap "
            "is that, times the part that is not met; the larger the dot, the larger the gap."
        )


def _where_to_act(result: Assessment, ratings: Mapping[str, Rating]) -> None:
    large = large_gaps(result, ratings)
    st.subheader("Where to act", anchor=False)
    if not large:
        st.markdown("What you keep most often is fairly well met today.")
    for gap in large:
        with st.container(border=True, gap="small"):
            st.markdown(f"**{gap_in_words(gap, named)}**")
            _step(gap.need)


def _step(need_id: str) -> None:
    decided = current_workspace().standpoint.directions
    taken = [it.title for it in directions_for(need_id) if decided.get(it.id) is Decision.ACCEPTED]
    if taken:
        st.caption(f"In your plan: {safe('; '.join(taken))}.")
    direction = _open_direction(need_id)
    if direction is None:
        st.button(
            "Write a step of your own",
            key=Key.NEEDS_OWN_STEP.of(need_id),
            icon=":material/add:",
            on_click=goal_for_need,
            args=(need_id,),
        )
        return
    st.markdown(f"A next step could be “{safe(direction.title)}”.")
    if direction.first_step:
        st.caption(f"First step: {safe(direction.first_step)}")
    direction_buttons(direction, place=f"gap-{need_id}")


def _open_direction(need_id: str) -> Direction | None:
    """Return the first direction of a need that is not decided yet, a goal before an aspiration."""
    decided = current_workspace().standpoint.directions
    undecided = [direction for direction in directions_for(need_id) if direction.id not in decided]
    return min(undecided, key=lambda it: it.kind is not DirectionKind.GOAL, default=None)
