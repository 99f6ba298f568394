"""What the person is good at, with what shows it, and why it matters just now."""

import streamlit as st

from careerkit.content import needs_words
from careerkit.labels import Mark
from careerkit.needs import Strength, restore_strength, write_why_now
from careerkit.text import NOTE
from careerkit.workspace import Workspace, present
from pages._ui.door import change_workspace
from pages._ui.escape import safe
from pages._ui.fields import saved_text
from pages._ui.session import unbroken
from pages._ui.state import Key
from pages._ui.strength_form import new_strength, open_strength


def needs_strengths(plan: Workspace) -> None:
    """Draw the strengths, those that were put away, and the question why now."""
    st.markdown(needs_words()["strengths"])
    for strength in present(plan.strengths).values():
        _card(strength)
    st.button("Add a strength", key=Key.STRENGTH_ADD, icon=":material/add:", on_click=new_strength)
    away = [strength for strength in plan.strengths.values() if strength.archived]
    if away:
        with st.expander(f"Archived: {len(away)}"):
            for strength in away:
                _archived(strength)
    st.subheader("Why now?", anchor=False)
    saved_text(
        "What makes this the time to plan or to change?",
        key=Key.WHY_NOW,
        stored=plan.standpoint.why_now,
        save=_save_why_now,
        limit=NOTE,
        area=True,
        height=80,
    )


def _card(strength: Strength) -> None:
    with st.container(border=True, gap="small"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"**{safe(strength.title)}**", width="stretch")
            st.button(
                "Edit",
                key=Key.STRENGTH_EDIT.of(strength.id),
                type="tertiary",
                on_click=open_strength,
                args=(strength.id,),
            )
        if strength.evidence:
            st.markdown(safe(strength.evidence))
        else:
            st.caption("No example yet. When did it help somebody?")
        if strength.mark is Mark.PRIVATE:
            st.badge("Private", color="gray", icon=":material/lock:")


def _archived(strength: Strength) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(safe(strength.title), width="stretch")
        st.button(
            "Bring back",
            key=Key.STRENGTH_RESTORE.of(strength.id),
            type="tertiary",
            on_click=_restore,
            args=(strength.id,),
        )


@unbroken
def _restore(strength_id: str) -> None:
    change_workspace(
        lambda plan, stamp: restore_strength(plan.strengths, strength_id, stamp=stamp), done="It is back."
    )


def _save_why_now(text: str) -> None:
    change_workspace(lambda plan, stamp: write_why_now(plan.standpoints, text, stamp=stamp))
