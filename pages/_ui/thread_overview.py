"""The golden thread of the whole plan: what serves each need, and what serves nothing yet."""

import streamlit as st

from careerkit.needs import latest_result, need_order
from careerkit.workspace import ThreadIndex, ThreadKind, Workspace, orphans, unserved_needs
from pages._ui.choices import need_names, need_options
from pages._ui.escape import safe
from pages._ui.page import go_to
from pages._ui.places import Place
from pages._ui.plan_state import PlanKey
from pages._ui.thread_view import KIND_ICONS, node_rows

_SIDES = [1, 3]
"""How wide a need stands beside what serves it."""


def where_it_begins(plan: Workspace) -> None:
    """Say what the golden thread is, and lead to its beginning, for a plan with nothing in it yet."""
    st.markdown(
        "The golden thread ties what you do to what you need: a need is served by aspirations, an aspiration "
        "by goals, a goal by milestones, and an answer in an interview puts it into words. Here you follow "
        "it from any entry, in both directions."
    )
    compared = latest_result(plan.assessments) is not None
    st.markdown(
        "You know your needs. Say next what you would like your work to become."
        if compared
        else "It begins with what you need from work."
    )
    label, place = ("Go to aspirations", Place.ASPIRATIONS) if compared else ("Go to needs", Place.NEEDS)
    if st.button(label, key=PlanKey.THREAD_BEGIN, type="primary"):
        go_to(place)


def thread_overview(plan: Workspace, index: ThreadIndex) -> None:
    """Draw the needs, the first ones first, with what serves each; then what serves nothing."""
    needs = {**need_options(), **_hidden_but_served(index)}
    unserved = unserved_needs(plan, needs)
    for need in _in_order(plan, [*needs]):
        key = f"{ThreadKind.NEED}-{need}"
        served = need not in unserved
        name, body = st.columns(_SIDES, gap="xsmall", vertical_alignment="top" if served else "center")
        with name:
            _need(needs[need], key)
        with body:
            if served:
                node_rows(tuple(index.nodes[low] for low in index.down[key]), key)
            else:
                st.caption("Nothing in your plan serves it yet.")
    alone = orphans(plan, need_names())
    if alone:
        st.subheader("Serves nothing yet", anchor=False)
        st.caption("Not wrong, only loose: link it to what it is for, or let it go.")
        node_rows(alone, "orphans")


def _need(name: str, key: str) -> None:
    icon = KIND_ICONS[ThreadKind.NEED]
    if st.button(
        f"**{safe(name)}**", key=PlanKey.THREAD_OPEN.of(key), icon=icon, type="tertiary", wrap=False
    ):
        go_to(Place.THREAD, of=key)


def _hidden_but_served(index: ThreadIndex) -> dict[str, str]:
    """Return the needs that are not compared any more, and still have something that serves them."""
    active = need_options()
    return {
        id_: name
        for id_, name in need_names().items()
        if id_ not in active and index.down[f"{ThreadKind.NEED}-{id_}"]
    }


def _in_order(plan: Workspace, needs: list[str]) -> list[str]:
    result = latest_result(plan.assessments)
    ranked = [standing.need for standing in need_order(result)] if result else []
    return sorted(needs, key=lambda need: ranked.index(need) if need in ranked else len(ranked))
