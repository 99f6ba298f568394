"""What the comparison says: the order of the needs, how firmly it stands, and what to do with it."""

from collections.abc import Sequence

import streamlit as st

from careerkit.charts import need_order_chart
from careerkit.content import needs_words
from careerkit.needs import (
    Assessment,
    Standing,
    circles,
    consistency,
    consistency_in_words,
    made_at,
    most_circles,
    need_order,
    wins_matrix,
)
from careerkit.words import day_in_words
from pages._ui.clock import local_date
from pages._ui.escape import safe
from pages._ui.needs_start import in_a_sentence, need_of, start_comparing
from pages._ui.page import go_to
from pages._ui.places import Place
from pages._ui.state import Key


def result_sentence(result: Assessment) -> str:
    """Say what a finished comparison shows, and of which day it speaks."""
    made = day_in_words(local_date(made_at(result)))
    return f"What you keep when you cannot keep everything, as you answered on {made}."


def show_result(result: Assessment, earlier: Sequence[Assessment]) -> None:
    """Draw a finished comparison, where to go from it, and the earlier ones."""
    order = need_order(result)
    chart, table = st.columns([3, 2], gap="medium")
    with chart:
        _chart(order)
    with table:
        _table(order)
    _firmness(result)
    with st.container(horizontal=True):
        if st.button("Turn this into aspirations", key=Key.NEEDS_ASPIRE, type="primary"):
            go_to(Place.ASPIRATIONS)
        st.button(
            "Compare again",
            key=Key.NEEDS_AGAIN,
            help="This result stays, with its date.",
            on_click=start_comparing,
        )
    if earlier:
        _earlier(earlier)


def _chart(order: Sequence[Standing]) -> None:
    rows = [(_name(standing.need), standing.kept, standing.of) for standing in order]
    first, last = rows[0], rows[-1]
    with st.spinner("Putting your needs in order"):  # the first chart after a start takes a moment
        spec = need_order_chart(rows)
    st.vega_lite_chart(
        spec=spec,
        alt=f"Needs by the pairs they were kept in, from {first[0]}, {first[1]:g} of {first[2]}, "
        f"to {last[0]}, {last[1]:g} of {last[2]}. The table beside it has all numbers.",
        width="stretch",
    )


def _table(order: Sequence[Standing]) -> None:
    st.table(
        [
            {
                "Rank": str(standing.rank),
                "Need": safe(_name(standing.need)),
                "Kept in": f"{standing.kept:g}",
                "Of": str(standing.of),
            }
            for standing in order
        ],
        border="horizontal",
        hide_index=True,
        alt="The needs in order, with the number of pairs each was kept in",
    )


def _firmness(result: Assessment) -> None:
    found = circles(result)
    zeta = consistency(wins_matrix(result))
    st.markdown(consistency_in_words(zeta, len(found)))
    if found:
        with st.expander(f"Choices that run in a circle ({len(found)})"):
            st.markdown("\n".join(f"- {_circle_in_words(circle)}" for circle in found))
    with st.expander("How this is worked out"):
        most = most_circles(len(result.needs))
        st.markdown(needs_words()["consistency"])
        st.markdown(f"Here: {len(found)} of at most {most} circles, so the coefficient is {zeta:.2f}.")


def _circle_in_words(circle: tuple[str, str, str]) -> str:
    one, two, three = (safe(in_a_sentence(need_of(need))) for need in circle)
    return f"You kept {one} over {two}, {two} over {three}, but {three} over {one}."


def _earlier(results: Sequence[Assessment]) -> None:
    with st.expander(f"Earlier results ({len(results)})"):
        for result in results:
            names = (f"{standing.rank} {_name(standing.need)}" for standing in need_order(result))
            st.markdown(f"**{day_in_words(local_date(made_at(result)))}**  \n{safe(' · '.join(names))}")


def _name(need_id: str) -> str:
    return need_of(need_id).name
