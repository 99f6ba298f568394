"""The golden thread of one entry, or of the whole plan: from needs to answers and back."""

import streamlit as st

from careerkit.needs import latest_result, need_order
from careerkit.workspace import (
    ThreadIndex,
    ThreadKind,
    ThreadNode,
    Workspace,
    node_key,
    orphans,
    parse_node_key,
    thread_index,
    unserved_needs,
)
from pages._ui.address import in_address, put_in_address
from pages._ui.choices import label_from, need_names, need_options, told_apart
from pages._ui.entry_history import entry_history
from pages._ui.escape import safe
from pages._ui.page import go_to
from pages._ui.places import Place
from pages._ui.session import session, unbroken
from pages._ui.state import Key
from pages._ui.thread_view import node_rows, thread_graph_of, thread_lists

_PLACES = {
    ThreadKind.NEED: Place.NEEDS,
    ThreadKind.ASPIRATION: Place.ASPIRATIONS,
    ThreadKind.GOAL: Place.BOARD,
    ThreadKind.MILESTONE: Place.BOARD,
    ThreadKind.ANSWER: Place.ANSWERS,
}
_COLLECTIONS = {
    ThreadKind.ASPIRATION: "aspirations",
    ThreadKind.GOAL: "goals",
    ThreadKind.MILESTONE: "milestones",
    ThreadKind.ANSWER: "answers",
}


def thread_page(plan: Workspace) -> None:
    """Draw the thread of the entry that the address names; of the whole plan when it names none."""
    index = thread_index(plan, need_names())
    chosen = _chosen(index)
    if chosen is None:
        _overview(plan, index)
        return
    thread = index.thread(chosen.kind, chosen.id)
    if thread is None:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.header(safe(chosen.title), anchor=False, width="stretch")
        _way_there(chosen)
    thread_graph_of(thread)
    thread_lists(plan, chosen.kind, chosen.id)
    collection = _COLLECTIONS.get(chosen.kind)
    if collection is not None:
        with st.expander("History"):
            entry_history(plan, collection, chosen.id)


def _chosen(index: ThreadIndex) -> ThreadNode | None:
    named = parse_node_key(in_address("of"))
    found = index.thread(*named) if named else None
    if named and found is None:
        st.caption("The link leads to an entry that is not here. Choose one below.")
    now = node_key(found.of) if found else ""
    labels = _labels(index, now)
    session[Key.THREAD_OF] = now
    st.selectbox(
        "Look at",
        list(labels),
        key=Key.THREAD_OF,
        format_func=label_from(labels),
        on_change=_look,
    )
    return found.of if found else None


def _labels(index: ThreadIndex, now: str) -> dict[str, str]:
    """Return what can be chosen; of milestones and answers, which are many, only the one on show."""
    few = (ThreadKind.NEED, ThreadKind.ASPIRATION, ThreadKind.GOAL)
    shown = {key: node for key, node in index.nodes.items() if node.kind in few or key == now}
    entries = told_apart({key: f"{node.kind.label}: {node.title}" for key, node in shown.items()})
    return {"": "The whole plan", **entries}


@unbroken
def _look() -> None:
    put_in_address("of", session[Key.THREAD_OF])


def _way_there(node: ThreadNode) -> None:
    place = _PLACES[node.kind]
    if st.button(f"Open in {_NAMES[place]}", key=Key.THREAD_THERE, type="tertiary"):
        match node.kind:
            case ThreadKind.GOAL:
                go_to(place, goal=node.id)
            case ThreadKind.MILESTONE:
                go_to(place, view="Years")
            case _:
                go_to(place)


_NAMES = {
    Place.NEEDS: "Needs",
    Place.ASPIRATIONS: "Aspirations",
    Place.BOARD: "Board",
    Place.ANSWERS: "Answers",
}


def _overview(plan: Workspace, index: ThreadIndex) -> None:
    """Draw the needs, the first ones first, with what serves each; then what serves nothing."""
    needs = need_options()
    unserved = unserved_needs(plan, needs)
    for need in _in_order(plan, [*needs]):
        served_by = index.down.get(f"need-{need}", ())
        with st.container(border=True, gap="xsmall"):
            st.markdown(f"**{safe(needs[need])}**")
            if need in unserved:
                st.caption("Nothing in your plan serves it yet.")
            else:
                node_rows(tuple(index.nodes[key] for key in served_by), f"need-{need}")
    alone = orphans(plan, needs)
    if alone:
        st.subheader("Serves nothing yet", anchor=False)
        st.caption("Not wrong, only loose: link it to what it is for, or let it go.")
        node_rows(alone, "orphans")


def _in_order(plan: Workspace, needs: list[str]) -> list[str]:
    result = latest_result(plan.assessments)
    ranked = [standing.need for standing in need_order(result)] if result else []
    return sorted(needs, key=lambda need: ranked.index(need) if need in ranked else len(ranked))
