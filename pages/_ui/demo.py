"""The demo person: brought in to look around, clearly marked, gone with one click."""

import streamlit as st

from careerkit.change import Actor, Stamp
from careerkit.content import demo_changes
from careerkit.workspace import Workspace
from pages._ui.access import current_access
from pages._ui.clock import now, today
from pages._ui.door import IDS
from pages._ui.escape import safe
from pages._ui.refusal import attempted
from pages._ui.session import unbroken
from pages._ui.state import Key
from pages._ui.stores import store_of

_MAKER = Actor(id="careerkit", name="careerkit")


def demo_banner(workspace: Workspace) -> None:
    """Say whose data is on show while it is the demo person's, with the button that removes it."""
    if not shows_demo(workspace):
        return
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(
            f"This is **{safe(workspace.profile.name)}**, who is invented. Your own entries are untouched.",
            width="stretch",
        )
        st.button("Remove the demo", key=Key.DEMO_REMOVE, icon=":material/close:", on_click=_remove_demo)


def shows_demo(workspace: Workspace) -> bool:
    """Say whether a workspace is the visitor's copy of the demo person."""
    return workspace.id == current_access().demo_id


def demo_button() -> None:
    """Draw the button that brings the demo person in."""
    st.button(
        "Look around with a demo person",
        key=Key.DEMO_ADD,
        icon=":material/person_search:",
        on_click=_add_demo,
    )


@unbroken
def _add_demo() -> None:
    attempted(_bring_in)


def _bring_in() -> None:
    access = current_access()
    store = store_of(access)
    store.delete(access.demo_id)  # what an interrupted start may have left
    demo = store.create(access.demo_id)
    changes = demo_changes(ids=IDS, stamp=Stamp(by=_MAKER, at=now()), today=today())
    store.apply(demo.id, changes, seen=demo.revision, commit_id="demo")


@unbroken
def _remove_demo() -> None:
    attempted(_take_away, done="The demo is gone. This is your own workspace.")


def _take_away() -> None:
    access = current_access()
    store_of(access).delete(access.demo_id)
