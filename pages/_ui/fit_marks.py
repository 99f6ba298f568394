"""What is kept private, and what of it may be said in one application."""

import streamlit as st

from careerkit.interview import Alignment, Application, Sayable, turn_mark_here
from pages._ui.answer_state import AnswerKey
from pages._ui.door import change_workspace
from pages._ui.escape import safe
from pages._ui.session import unbroken


def marks(application: Application, found: Alignment) -> None:
    """Draw what is kept private here, and what is said here alone, each with the way to turn that."""
    if found.said_here:
        with st.container(border=True, gap="small"):
            st.markdown("**Private, and said in this application only**")
            for entry in found.said_here:
                _line(application, entry, say=False)
    if found.private:
        with st.container(border=True, gap="small"):
            st.markdown(":material/lock: **Kept private**")
            st.caption(
                "These stay out of every answer. You can let one be said in this application alone; "
                "its mark in your plan stays as it is."
            )
            for entry in found.private:
                _line(application, entry, say=True)


def _line(application: Application, entry: Sayable, *, say: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(safe(entry.title), width="stretch")
        st.button(
            "Say it here" if say else "Keep it private here too",
            key=AnswerKey.MARK_HERE.of(f"{application.id}-{entry.id}"),
            type="tertiary",
            on_click=_turn,
            args=(application.id, entry.id, say),
        )


@unbroken
def _turn(application_id: str, entry_id: str, say: bool) -> None:  # noqa: FBT001 - handed on by the button
    change_workspace(
        lambda plan, stamp: turn_mark_here(plan.applications, application_id, entry_id, say=say, stamp=stamp),
        done="It may be said in this application." if say else "It is private here too.",
    )
