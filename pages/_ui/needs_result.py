"""What the comparison says: the order of the needs, how firmly it stands, and what to do with it."""

from collections.abc import Sequence

import streamlit as st

from careerkit.charts import ShareRow, need_order_chart, need_share_chart
from careerkit.content import needs_words
from careerkit.needs import (
    Assessment,
    Mode,
    Standing,
    how_sure_in_words,
    looked_again,
    made_at,
    need_groups,
    need_order,
    order_in_words,
    standing_in_words,
)
from careerkit.words import counted, day_in_words, number_in_words, signed_in_words
from pages._ui.clock import local_date
from pages._ui.drawn import spec_of
from pages._ui.escape import safe
from pages._ui.need_words import compared_needs, known_needs, named, need_of
from pages._ui.needs_closing import closing
from pages._ui.needs_firmness import firmness
from pages._ui.needs_start import start_buttons
from pages._ui.needs_views import DIRECTIONS
from pages._ui.page import go_to
from pages._ui.places import Place
from pages._ui.plan_state import PlanKey
from pages._ui.session import session, unbroken
from pages._ui.state import Key


def show_result(result: Assessment, earlier: Sequence[Assessment]) -> None:
    """Draw a finished comparison, what the person says to it, where to go from it, and the earlier ones."""
    order = need_order(result)
    _say_what_is_gone(result)
    st.caption(_when(result))
    groups = need_groups(result)
    st.markdown(f"**{order_in_words(order, groups, named)}** {how_sure_in_words(order, groups, named)}")
    if result.mode is Mode.PAIRS:
        _share_chart(result, order)
    else:
        st.caption(needs_words()["coarse"])
        _fours_chart(order)
    with st.expander("The numbers, and how each came about"):
        _table(result, order)
    if result.mode is Mode.PAIRS:
        firmness(result)
    closing(order, told_apart=result.mode is Mode.FOURS or len(groups) > 1)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button("See where this can lead", key=Key.NEEDS_LEAD, type="primary", on_click=_lead)
        if st.button("Turn this into aspirations", key=Key.NEEDS_ASPIRE):
            go_to(Place.ASPIRATIONS)
        if st.button("See what serves them", key=PlanKey.THREAD_NEEDS, type="tertiary"):
            go_to(Place.THREAD)
    start_buttons(compared_needs(), again=True)
    if earlier:
        _earlier(earlier)


@unbroken
def _lead() -> None:
    session[Key.NEEDS_VIEW] = DIRECTIONS


def _when(result: Assessment) -> str:
    made = day_in_words(local_date(made_at(result)))
    again = looked_again(result)
    if not again:
        return f"As you answered on {made}, {result.mode.label.lower()}."
    pairs, day = counted(len(again), "pair", "pairs"), day_in_words(local_date(again[-1].at))
    return f"As you answered on {made}, {result.mode.label.lower()}; {pairs} answered anew on {day}."


def _say_what_is_gone(result: Assessment) -> None:
    known = {need.id for need in known_needs()}
    if not set(result.needs) <= known:
        st.info(
            "This comparison holds a need that is not in your list any more. Its answers still count; "
            "compare again to leave it out.",
            icon=":material/info:",
        )


def _share_chart(result: Assessment, order: Sequence[Standing]) -> None:
    group_of = {need: at for at, group in enumerate(need_groups(result)) for need in group}
    rows = [
        ShareRow(
            need=need_of(it.need).name,
            share=it.share or 0.0,
            low=it.low or 0.0,
            high=it.high or 0.0,
            group=group_of[it.need],
        )
        for it in order
    ]
    with st.spinner("Putting your needs in order"):  # the first chart after a start takes a moment
        spec = spec_of(need_share_chart, tuple(rows))
    first, last = rows[0], rows[-1]
    st.vega_lite_chart(
        spec=spec,
        alt=f"Needs by their share, with intervals, from {first.need}, {first.share:.0%}, to {last.need}, "
        f"{last.share:.0%}. The table below it has all numbers.",
        width="stretch",
    )
    st.caption(
        "How often each need would be the one to stay, out of 100 times that you could keep only one of them "
        "all; in brackets the range it may well lie in."
    )


def _fours_chart(order: Sequence[Standing]) -> None:
    rows = [
        (
            need_of(it.need).name,
            it.score / it.of,
            f"{signed_in_words(it.score)} ({it.kept:g} − {it.given_up})",
        )
        for it in order
    ]
    with st.spinner("Putting your needs in order"):
        spec = spec_of(need_order_chart, tuple(rows))
    st.vega_lite_chart(
        spec=spec,
        alt=f"Needs from {need_of(order[0].need).name} to {need_of(order[-1].need).name}, by how often they "
        "were kept and given up first. The table below it has all numbers.",
        width="stretch",
    )
    st.caption("How often you kept each need first, less how often you gave it up first.")


def _table(result: Assessment, order: Sequence[Standing]) -> None:
    in_pairs = result.mode is Mode.PAIRS
    st.table(
        [
            {"Rank": str(it.rank), "Need": safe(need_of(it.need).name)}
            | (_pair_numbers(it) if in_pairs else _four_numbers(it))
            for it in order
        ],
        border="horizontal",
        hide_index=True,
        alt="The needs in order, with the numbers behind it",
    )
    lines = (f"- **{safe(need_of(it.need).name)}.** {standing_in_words(result, it, named)}" for it in order)
    st.markdown("\n".join(lines))
    st.caption(needs_words()["share" if in_pairs else "order_of_fours"])


def _pair_numbers(standing: Standing) -> dict[str, str]:
    low, high = (f"{100 * (value or 0.0):.0f}" for value in (standing.low, standing.high))
    return {
        "Kept in": f"{number_in_words(standing.kept)}\u00a0of\u00a0{standing.of}",
        "Share": f"{100 * (standing.share or 0.0):.0f}\u00a0%",
        "Interval": f"{low}–{high}\u00a0%",
    }


def _four_numbers(standing: Standing) -> dict[str, str]:
    return {
        "Kept first": number_in_words(standing.kept),
        "Given up first": str(standing.given_up),
        "Of": str(standing.of),
    }


def _earlier(results: Sequence[Assessment]) -> None:
    with st.expander(f"Earlier results ({len(results)})"):
        for result in results:
            names = (f"{standing.rank} {need_of(standing.need).name}" for standing in need_order(result))
            st.markdown(f"**{day_in_words(local_date(made_at(result)))}**  \n{safe(' · '.join(names))}")
