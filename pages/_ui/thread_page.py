"""The golden thread of one entry, or of the whole plan: from needs to answers and back."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from careerkit.workspace import (
    Thread,
    ThreadIndex,
    ThreadKind,
    ThreadNode,
    Workspace,
    node_key,
    parse_node_key,
    thread_index,
)
from pages._ui.address import in_address, put_in_address
from pages._ui.answer_state import AnswerKey
from pages._ui.choices import label_from, need_names, told_apart
from pages._ui.entry_history import entry_history
from pages._ui.escape import safe
from pages._ui.milestone_form import open_milestone
from pages._ui.page import go_to
from pages._ui.places import Place
from pages._ui.plan_state import PlanKey
from pages._ui.session import session, unbroken
from pages._ui.thread_overview import thread_overview, where_it_begins
from pages._ui.thread_view import thread_graph_of, thread_lists

_COLLECTIONS: Final[Mapping[ThreadKind, str]] = {
    ThreadKind.NEED: "needs",
    ThreadKind.ASPIRATION: "aspirations",
    ThreadKind.GOAL: "goals",
    ThreadKind.MILESTONE: "milestones",
    ThreadKind.ANSWER: "answers",
}
_FEW: Final = (ThreadKind.NEED, ThreadKind.ASPIRATION, ThreadKind.GOAL)
"""What there is little enough of to be chosen from a list."""


def thread_page(plan: Workspace) -> None:
    """Draw the thread of the entry that the address names; of the whole plan when it names none."""
    index = thread_index(plan, need_names())
    named = parse_node_key(in_address("of"))
    thread = index.thread(*named) if named else None
    if in_address("of") and thread is None:
        st.caption("The link leads to an entry that is not here. It may be archived, or from another plan.")
    if thread is None and all(node.kind is ThreadKind.NEED for node in index.nodes.values()):
        where_it_begins(plan)
        return
    _choice(index, thread)
    if thread is None:
        thread_overview(plan, index)
    else:
        _entry(plan, thread)


def _choice(index: ThreadIndex, thread: Thread | None) -> None:
    now = node_key(thread.of) if thread else ""
    labels = _labels(index, now)
    session[PlanKey.THREAD_OF] = now
    st.selectbox(
        "Look at", list(labels), key=PlanKey.THREAD_OF, format_func=label_from(labels), on_change=_look
    )


def _labels(index: ThreadIndex, now: str) -> dict[str, str]:
    """Return what can be chosen; of milestones and answers, which are many, only the one on show."""
    shown = {key: node for key, node in index.nodes.items() if node.kind in _FEW or key == now}
    entries = told_apart({key: f"{node.kind.label}: {node.title}" for key, node in shown.items()})
    return {"": "The whole plan", **entries}


@unbroken
def _look() -> None:
    put_in_address("of", session[PlanKey.THREAD_OF] or "")


def _entry(plan: Workspace, thread: Thread) -> None:
    node = thread.of
    with st.container(gap="xsmall"):
        st.header(safe(node.title), anchor=False)
        with st.container(horizontal=True, vertical_alignment="center"):
            note = f" · {safe(node.note)}" if node.note else ""
            st.caption(f"{node.kind.label}{note}", width="content")
            _way_there(plan, node)
    thread_lists(plan, node.kind, node.id)  # near the top: Streamlit does not scroll up to what comes next
    if thread.edges:
        thread_graph_of(thread)
    past = st.expander("History", key=PlanKey.THREAD_HISTORY, on_change="rerun")
    if past.open:  # it is read only when it is looked at
        with past:
            entry_history(plan, _COLLECTIONS[node.kind], node.id)


def _way_there(plan: Workspace, node: ThreadNode) -> None:
    """Draw the button that leads to where an entry is worked on."""
    if node.kind is ThreadKind.MILESTONE:
        st.button("Edit", key=PlanKey.THREAD_THERE, type="tertiary", on_click=open_milestone, args=(node.id,))
    elif st.button(_THERE[node.kind], key=PlanKey.THREAD_THERE, type="tertiary"):
        match node.kind:
            case ThreadKind.GOAL:
                go_to(Place.BOARD, goal=node.id)
            case ThreadKind.ASPIRATION:
                go_to(Place.ASPIRATIONS)
            case ThreadKind.ANSWER:
                session[AnswerKey.APPLICATION] = plan.answers[node.id].application_id
                go_to(Place.ANSWERS)
            case _:
                go_to(Place.NEEDS)


_THERE: Final[Mapping[ThreadKind, str]] = {
    ThreadKind.NEED: "Open in Needs",
    ThreadKind.ASPIRATION: "Open in Aspirations",
    ThreadKind.GOAL: "Open on the Board",
    ThreadKind.ANSWER: "Open in Answers",
}
