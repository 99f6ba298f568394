"""The golden thread on a page: what an entry serves and what serves it, as a graph and as lists."""

import streamlit as st

from careerkit.charts import thread_graph
from careerkit.workspace import Thread, ThreadKind, ThreadNode, Workspace, node_key, thread_of
from pages._ui.choices import need_names
from pages._ui.drawn import spec_of
from pages._ui.escape import safe
from pages._ui.more import first_of, more_button
from pages._ui.page import go_to
from pages._ui.places import Place
from pages._ui.state import Key


def thread_graph_of(thread: Thread) -> None:
    """Draw the thread of an entry as a small graph."""
    nodes = (*thread.serves, thread.of, *thread.served_by)
    st.vega_lite_chart(
        spec_of(thread_graph, nodes, thread.edges, node_key(thread.of)),
        alt="What serves what, from needs down to answers. The lists below say the same.",
    )


def thread_lists(plan: Workspace, kind: ThreadKind, entry_id: str) -> None:
    """Draw what an entry serves and what serves it, each to be opened; in words when there is none."""
    thread = thread_of(plan, kind, entry_id, need_names())
    if thread is None:
        st.markdown("It is not in the plan any more.")
        return
    _list("It serves", thread.serves, "Nothing yet. Link it to an aspiration or a need when you edit it.")
    _list("What serves it", thread.served_by, "Nothing yet.")


def node_rows(nodes: tuple[ThreadNode, ...], place: str) -> None:
    """Draw entries as rows, each with a button that opens it."""
    for node in first_of(nodes, place):
        with st.container(horizontal=True, vertical_alignment="center"):
            note = f", {safe(node.note)}" if node.note else ""
            st.markdown(f"{safe(node.title)} :gray[· {node.kind.label}{note}]", width="stretch")
            if st.button("Open", key=Key.THREAD_OPEN.of(f"{place}-{node_key(node)}"), type="tertiary"):
                open_node(node)
    more_button(nodes, place)


def open_node(node: ThreadNode) -> None:
    """Go to where an entry can be looked at: a goal on the board, the rest in the thread."""
    if node.kind is ThreadKind.GOAL:
        go_to(Place.BOARD, goal=node.id)
    go_to(Place.THREAD, of=node_key(node))


def _list(heading: str, nodes: tuple[ThreadNode, ...], otherwise: str) -> None:
    st.markdown(f"**{heading}**")
    if nodes:
        node_rows(nodes, heading)
    else:
        st.caption(otherwise)
