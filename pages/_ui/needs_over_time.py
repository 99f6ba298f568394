"""Two comparisons beside each other: what moved, and by how much."""

from collections.abc import Mapping, Sequence

import streamlit as st

from careerkit.charts import SlopeRow, need_slope_chart
from careerkit.needs import (
    Assessment,
    Move,
    answers_in_common,
    can_be_compared,
    largest_moves,
    made_at,
    move_in_words,
    moves,
)
from careerkit.words import day_in_words
from pages._ui.choices import label_from, told_apart
from pages._ui.clock import local_date
from pages._ui.drawn import spec_of
from pages._ui.escape import safe
from pages._ui.need_words import named, need_of
from pages._ui.state import Key


def needs_over_time(results: Sequence[Assessment]) -> None:
    """Draw what moved between two of ``results``, which come with the newest first."""
    if len(results) < 2:  # noqa: PLR2004 - it takes two to compare
        st.markdown(
            "There is one comparison so far. Compare again in a year, or when something has changed: then "
            "you see here what moved."
        )
        return
    before, after = _chosen(results)
    if before.id == after.id:
        st.markdown("Choose two different dates.")
        return
    if not can_be_compared(before, after):
        st.markdown("One of these was made in pairs and the other in fours, so small moves say little here.")
    _words(before, after)
    _chart(before, after)
    with st.expander("The numbers"):
        _table(moves(before, after), before, after)


def _chosen(results: Sequence[Assessment]) -> tuple[Assessment, Assessment]:
    by_id = {result.id: result for result in results}
    labels = told_apart({id_: _date(result) for id_, result in by_id.items()})
    left, right = st.columns(2)
    ids = list(by_id)
    before = _select(left, "From", Key.NEEDS_BEFORE, ids, labels, len(ids) - 1)
    after = _select(right, "To", Key.NEEDS_AFTER, ids, labels, 0)
    pair = sorted((by_id.get(before, results[-1]), by_id.get(after, results[0])), key=made_at)
    return pair[0], pair[1]


def _select(
    place: st.delta_generator.DeltaGenerator,
    label: str,
    key: Key,
    ids: list[str],
    labels: Mapping[str, str],
    index: int,
) -> str:
    chosen: str | None = place.selectbox(label, ids, index=index, key=key, format_func=label_from(labels))
    return chosen or ids[index]


def _words(before: Assessment, after: Assessment) -> None:
    noticed = largest_moves(before, after)
    lines = [f"- {move_in_words(move, named)}" for move in noticed]
    st.markdown("\n".join(lines) or "Nothing moved by more than one answer would explain.")
    same, both = answers_in_common(before, after)
    if both:
        st.caption(f"Of {both} pairs that you answered both times, you answered {same} the same way.")


def _chart(before: Assessment, after: Assessment) -> None:
    strong = {move.need for move in largest_moves(before, after)}
    rows = [
        SlopeRow(
            need=need_of(move.need).name,
            before=move.before.importance if move.before else None,
            after=move.after.importance if move.after else None,
            moved=move.need in strong,
        )
        for move in moves(before, after)
    ]
    st.vega_lite_chart(
        spec=spec_of(need_slope_chart, _date(before), _date(after), tuple(rows)),
        alt=f"Where each need stood on {_date(before)} and on {_date(after)}. The table has the numbers.",
        width="stretch",
    )
    st.caption("The higher a need stands, the larger the part of its questions in which you kept it.")


def _table(all_moves: Sequence[Move], before: Assessment, after: Assessment) -> None:
    then, now = (day_in_words(local_date(made_at(it))) for it in (before, after))
    met_then, met_now = f"Met {then}", f"Met {now}"
    st.table(
        [
            {
                "Need": safe(need_of(move.need).name),
                f"Place {then}": str(move.before.rank) if move.before else "",
                f"Place {now}": str(move.after.rank) if move.after else "",
                met_then: _met(before, move.need),
                met_now: _met(after, move.need),
            }
            for move in all_moves
        ],
        border="horizontal",
        hide_index=True,
        alt="The place of each need at both dates, and how far it was met",
    )
    st.caption("Places are ranks; “met” is how far the need was met then, from 0 to 10.")


def _met(result: Assessment, need_id: str) -> str:
    rating = result.satisfaction.get(need_id)
    return str(rating.value) if rating else ""


def _date(result: Assessment) -> str:
    return day_in_words(local_date(made_at(result)))
