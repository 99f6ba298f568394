"""The golden thread on a page: what an entry serves and what serves it, as a graph and as lists."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from careerkit.charts import thread_graph
from careerkit.workspace import Thread, ThreadKind, ThreadNode, Workspace, node_key, thread_of
from pages._ui.choices import need_names
from pages._ui.drawn import spec_of
from pages._ui.escape import safe
from pages._ui.more import first_of, more_button
from pages._ui.page import go_to
from pages._ui.places import Place
from pages._ui.plan_state import PlanKey

KIND_ICONS: Final[Mapping[ThreadKind, str]] = {
    ThreadKind.NEED: ":material/balance:",
    ThreadKind.ASPIRATION: ":material/explore:",
    ThreadKind.GOAL: ":material/flag:",
    ThreadKind.MILESTONE: ":material/signpost:",
    ThreadKind.ANSWER: ":material/record_voice_over:",
}
# how to link an entry to what it can serve, and what can serve it; needs serve nothing, and the thread ends
# at milestones and answers
_LINK_UP: Final[Mapping[ThreadKind, str]] = {
    ThreadKind.ASPIRATION: "Nothing yet. Say which needs it serves when you edit it.",
    ThreadKind.GOAL: "Nothing yet. Link it to an aspiration or a need when you edit it.",
    ThreadKind.MILESTONE: "Nothing yet. Link it to a goal when you edit it.",
    ThreadKind.ANSWER: "Nothing yet. Choose what to bring from your plan when you prepare it.",
}
_LINK_DOWN: Final[Mapping[ThreadKind, str]] = {
    ThreadKind.NEED: "Nothing yet. An aspiration or a goal can say that it serves this need.",
    ThreadKind.ASPIRATION: "Nothing yet. A goal can lead here.",
    ThreadKind.GOAL: "Nothing yet. Milestones can lead here, year by year.",
}


def thread_graph_of(thread: Thread) -> None:
    """Draw the thread of an entry as a small graph."""
    nodes = (*thread.serves, thread.of, *thread.served_by)
    st.vega_lite_chart(
        spec_of(thread_graph, nodes, thread.edges, node_key(thread.of)),
        alt="What serves what, from needs down to answers. The lists above say the same.",
    )


def thread_lists(plan: Workspace, kind: ThreadKind, entry_id: str) -> None:
    """Draw what an entry serves and what serves it, each to be opened; in words when there is none."""
    thread = thread_of(plan, kind, entry_id, need_names())
    if thread is None:
        st.markdown("It is not in the plan any more.")
        return
    of = thread.of.kind
    lists = [
        (heading, nodes, otherwise[of])
        for heading, nodes, otherwise in (
            ("It serves", thread.serves, _LINK_UP),
            ("What serves it", thread.served_by, _LINK_DOWN),
        )
        if of in otherwise
    ]
    for column, (heading, nodes, otherwise) in zip(st.columns(len(lists), gap="medium"), lists, strict=True):
        with column:
            _list(heading, nodes, otherwise)


def node_rows(nodes: tuple[ThreadNode, ...], place: str) -> None:
    """Draw entries as rows, one line each; pressed, a row shows the thread of its entry."""
    with st.container(gap="xxsmall"):
        for node in first_of(nodes, place):
            node_row(node, place)
        more_button(nodes, place)


def node_row(node: ThreadNode, place: str) -> None:
    """Draw one entry as a row that opens it; ``place`` tells two rows of one entry apart."""
    facts = node.kind.label + (f", {safe(node.note)}" if node.note else "")
    pressed = st.button(
        f"{safe(node.title)} :gray[· {facts}]",
        key=PlanKey.THREAD_OPEN.of(f"{place}-{node_key(node)}"),
        icon=KIND_ICONS[node.kind],
        type="tertiary",
        wrap=False,
    )
    if pressed:
        go_to(Place.THREAD, of=node_key(node))


def _list(heading: str, nodes: tuple[ThreadNode, ...], otherwise: str) -> None:
    with st.container(gap="xsmall"):
        st.markdown(f"**{heading}**")
        if nodes:
            node_rows(nodes, heading)
        else:
            st.caption(otherwise)
