"""Two comparisons beside each other: what moved, and by how much."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime

import streamlit as st

from careerkit.charts import SlopeRow, need_slope_chart
from careerkit.needs import (
    Assessment,
    Move,
    Rating,
    answers_in_common,
    largest_moves,
    made_at,
    move_in_words,
    moves,
    ratings_near,
)
from careerkit.words import day_in_words, time_in_words
from pages._ui.choices import label_from, told_apart
from pages._ui.clock import local_date, local_time
from pages._ui.door import current_workspace
from pages._ui.drawn import spec_of
from pages._ui.escape import safe
from pages._ui.need_words import named, need_of
from pages._ui.state import Key, Keys


def needs_over_time(results: Sequence[Assessment]) -> None:
    """Draw what moved between two of ``results``, which come with the newest first."""
    if len(results) < 2:  # noqa: PLR2004 - it takes two to compare
        st.markdown(
            "There is one comparison so far. Compare again in a year, or when something has changed: then "
            "you see here what moved."
        )
        return
    dates = _dates(results)
    before, after = _chosen(results, dates)
    if before.id == after.id:
        st.markdown("Choose two different dates.")
        return
    if before.mode is not after.mode:
        st.markdown("One of these was made in pairs and the other in fours, so only places can be compared.")
    _words(before, after)
    _chart(before, after, dates)
    with st.expander("The numbers"):
        _table(moves(before, after), before, after, dates)


def _dates(results: Sequence[Assessment]) -> dict[str, str]:
    """Return how the date of each result is called, by its id: with the time where two are of one day."""
    days = {result.id: day_in_words(local_date(made_at(result))) for result in results}
    often = Counter(days.values())
    times = {it.id: time_in_words(local_time(made_at(it))) for it in results if often[days[it.id]] > 1}
    return told_apart({**days, **times})


def _chosen(results: Sequence[Assessment], dates: Mapping[str, str]) -> tuple[Assessment, Assessment]:
    by_id = {result.id: result for result in results}
    ids = list(by_id)
    left, right = st.columns(2)
    with left:
        before = _select("From", Key.NEEDS_BEFORE, ids, dates, len(ids) - 1)
    with right:
        after = _select("To", Key.NEEDS_AFTER, ids, dates, 0)
    earlier, later = sorted((by_id.get(before, results[-1]), by_id.get(after, results[0])), key=made_at)
    return earlier, later


def _select(label: str, key: Keys, ids: list[str], dates: Mapping[str, str], index: int) -> str:
    chosen: str | None = st.selectbox(label, ids, index=index, key=key, format_func=label_from(dates))
    return chosen or ids[index]


def _words(before: Assessment, after: Assessment) -> None:
    noticed = largest_moves(before, after)
    lines = [f"- {move_in_words(move, named)}" for move in noticed]
    st.markdown("\n".join(lines) or "Nothing moved by more than one answer would explain.")
    same, both = answers_in_common(before, after)
    if both:
        st.caption(f"Of {both} pairs that you answered both times, you answered {same} the same way.")


def _chart(before: Assessment, after: Assessment, dates: Mapping[str, str]) -> None:
    then, now = dates[before.id], dates[after.id]
    strong = {move.need for move in largest_moves(before, after)}
    rows = tuple(
        SlopeRow(
            need=need_of(move.need).name,
            before=move.before.importance if move.before else None,
            after=move.after.importance if move.after else None,
            moved=move.need in strong,
        )
        for move in moves(before, after)
    )
    st.vega_lite_chart(
        spec=spec_of(need_slope_chart, then, now, rows),
        alt=f"Where each need stood on {then} and on {now}. The table has the numbers.",
        width="stretch",
    )
    st.caption("The higher a need stands, the larger the part of its questions in which you kept it.")


def _table(
    all_moves: Sequence[Move], before: Assessment, after: Assessment, dates: Mapping[str, str]
) -> None:
    satisfactions = current_workspace().satisfactions
    met = {it.id: ratings_near(satisfactions, made_at(it)) for it in (before, after)}
    rows = []
    for move in all_moves:
        row = {"Need": safe(need_of(move.need).name)}
        for result, standing in ((before, move.before), (after, move.after)):
            row[f"Place, {dates[result.id]}"] = str(standing.rank) if standing else ""
        for result in (before, after):
            row[f"Met, {dates[result.id]}"] = _met(met[result.id].get(move.need), made_at(result))
        rows.append(row)
    st.table(
        rows,
        border="horizontal",
        hide_index=True,
        alt="The place of each need at both dates, and how far it was met",
    )
    st.caption(
        "“Met” is how far the need was met, from 0 to 10, as you said closest to that date; another day "
        "stands beside it."
    )


def _met(rating: Rating | None, at: datetime) -> str:
    if rating is None:
        return ""
    day = local_date(rating.at)
    return str(rating.value) if day == local_date(at) else f"{rating.value} ({day_in_words(day)})"
