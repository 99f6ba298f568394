"""How far each need is met today, where what matters is missing, and what to do about it."""

from functools import partial
from typing import Final

import streamlit as st

from careerkit.change import Change, Stamp
from careerkit.charts import GapRow, need_gap_chart
from careerkit.content import directions_for, needs_words
from careerkit.needs import (
    MOST_SATISFIED,
    Assessment,
    Direction,
    DirectionKind,
    Gap,
    gap_in_words,
    large_gaps,
    need_gaps,
    need_order,
    rate_satisfaction,
)
from careerkit.text import NOTE
from careerkit.words import number_in_words
from careerkit.workspace import Workspace
from pages._ui.direction_card import direction_buttons
from pages._ui.door import change_workspace, current_workspace
from pages._ui.drawn import spec_of
from pages._ui.escape import safe
from pages._ui.fields import follow, saved_text
from pages._ui.need_words import named, need_of
from pages._ui.session import session, unbroken
from pages._ui.state import Key

_SCALE: Final = tuple(range(MOST_SATISFIED + 1))


def needs_today(result: Assessment) -> None:
    """Draw a scale for every need, then the picture of what matters and what is missing."""
    st.markdown(needs_words()["today"])
    for standing in need_order(result):
        _rating(result, standing.need)
    gaps = need_gaps(result)
    if gaps:
        st.subheader("What matters, and what is there", anchor=False)
        _picture(gaps)
        _next_steps(result)


def _rating(result: Assessment, need_id: str) -> None:
    need, rating = need_of(need_id), result.satisfaction.get(need_id)
    key = Key.NEEDS_RATING.of(f"{result.id}-{need_id}")
    follow(key, rating.value if rating else None)
    with st.container(gap="xsmall"):
        st.segmented_control(
            safe(need.name),
            _SCALE,
            key=key,
            help=safe(need.about),
            on_change=_rate,
            args=(result.id, need_id),
        )
        if rating is not None:
            saved_text(
                f"A note on {safe(need.name)}",
                key=Key.NEEDS_RATING_NOTE.of(f"{result.id}-{need_id}"),
                stored=rating.note,
                save=partial(_note, result.id, need_id),
                limit=NOTE,
                label_visibility="collapsed",
                placeholder="What is it like today? (if you like)",
            )


def _picture(gaps: tuple[Gap, ...]) -> None:
    rows = [
        GapRow(need=need_of(it.need).name, importance=it.importance, satisfaction=it.satisfaction, gap=it.gap)
        for it in gaps
    ]
    st.vega_lite_chart(
        spec=spec_of(need_gap_chart, tuple(rows)),
        alt="Each need by how much it matters and how far it is met. The table below it has all numbers.",
        width="stretch",
    )
    with st.expander("The numbers"):
        st.table(
            [
                {
                    "Need": safe(row.need),
                    "Matters": number_in_words(round(row.importance, 1)),
                    "Met today": number_in_words(row.satisfaction),
                    "Gap": number_in_words(round(row.gap, 1)),
                }
                for row in rows
            ],
            border="horizontal",
            hide_index=True,
            alt="How much each need matters, how far it is met, and the gap between",
        )
        st.caption(
            "All from 0 to 10. “Matters” is the part of its pairs (or fours) in which you kept a need; the "
            "gap is that, times the part that is not met."
        )


def _next_steps(result: Assessment) -> None:
    large = large_gaps(result)
    st.subheader("Where to act", anchor=False)
    if not large:
        st.markdown("Nothing that matters much to you is badly met today.")
    for gap in large:
        with st.container(border=True, gap="small"):
            st.markdown(f"**{gap_in_words(gap, named)}**")
            direction = _open_direction(gap.need)
            if direction is not None:
                st.markdown(f"A next step could be: {safe(_small(direction.title))}.")
                if direction.first_step:
                    st.caption(f"First step: {safe(direction.first_step)}")
                direction_buttons(direction, place="gap")


def _small(title: str) -> str:
    return title[:1].lower() + title[1:]


def _open_direction(need_id: str) -> Direction | None:
    """Return the first direction of a need that is not decided yet, a goal before an aspiration."""
    decided = current_workspace().standpoint.directions
    undecided = [direction for direction in directions_for(need_id) if direction.id not in decided]
    return min(undecided, key=lambda it: it.kind is not DirectionKind.GOAL, default=None)


@unbroken
def _rate(assessment_id: str, need_id: str) -> None:
    chosen = session.get(Key.NEEDS_RATING.of(f"{assessment_id}-{need_id}"))

    def deed(plan: Workspace, stamp: Stamp) -> list[Change]:
        note = _stored(plan, assessment_id, need_id)[1] if chosen is not None else ""
        return rate_satisfaction(plan.assessments, assessment_id, need_id, chosen, note, stamp=stamp)

    change_workspace(deed)


def _note(assessment_id: str, need_id: str, text: str) -> None:
    def deed(plan: Workspace, stamp: Stamp) -> list[Change]:
        value = _stored(plan, assessment_id, need_id)[0]
        return rate_satisfaction(plan.assessments, assessment_id, need_id, value, text, stamp=stamp)

    change_workspace(deed)


def _stored(plan: Workspace, assessment_id: str, need_id: str) -> tuple[int | None, str]:
    result = plan.assessments.get(assessment_id)
    rating = result.satisfaction.get(need_id) if result else None
    return (rating.value, rating.note) if rating else (None, "")
