"""Aspirations as cards, each with the goals that lead there."""

import streamlit as st

from careerkit.aspirations import Aspiration, restore_aspiration
from careerkit.content.plan import Explained, plan_words
from careerkit.labels import Mark
from careerkit.workspace import Workspace, present
from pages._ui.aspiration_form import open_aspiration
from pages._ui.choices import need_names
from pages._ui.door import change_workspace
from pages._ui.escape import safe, safe_in_badge
from pages._ui.goal_form import new_goal
from pages._ui.page import go_to
from pages._ui.places import Place
from pages._ui.session import unbroken
from pages._ui.state import Key


def difference() -> None:
    """Tell an aspiration from a goal, side by side, with an example each."""
    words = plan_words()
    for column, word in zip(st.columns(2, gap="large"), (words.aspiration, words.goal), strict=True):
        with column:
            _explained(word)


def aspiration_cards(plan: Workspace) -> None:
    """Draw the aspirations, and below them those that were put away."""
    here = present(plan.aspirations)
    if not here:
        st.markdown("No aspiration yet. Start with what you would like your work to become.")
    for aspiration in here.values():
        _card(aspiration, plan)
    away = [aspiration for aspiration in plan.aspirations.values() if aspiration.archived]
    if away:
        with st.expander(f"Archived: {len(away)}"):
            for aspiration in away:
                _archived(aspiration)


def _explained(word: Explained) -> None:
    st.markdown(f"**{word.title}**")
    st.markdown(word.about)
    st.caption(f"For example: {word.example}")


def _card(aspiration: Aspiration, plan: Workspace) -> None:
    with st.container(border=True, key=Key.ASPIRATION_CARD.of(aspiration.id), gap="small"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.subheader(safe(aspiration.title), anchor=False, width="stretch")
            st.button(
                "Edit",
                key=Key.ASPIRATION_EDIT.of(aspiration.id),
                type="tertiary",
                on_click=open_aspiration,
                args=(aspiration.id,),
            )
        if aspiration.why:
            st.markdown(safe(aspiration.why))
        _badges(aspiration)
        _goals(aspiration, plan)


def _badges(aspiration: Aspiration) -> None:
    names = need_names()
    private = aspiration.mark is Mark.PRIVATE
    if not aspiration.needs and not private:
        return
    with st.container(horizontal=True, gap="xsmall"):
        for id_, name in names.items():
            if id_ in aspiration.needs:
                st.badge(safe_in_badge(name), color="blue")
        if private:
            st.badge("Private", color="gray", icon=":material/lock:")


def _goals(aspiration: Aspiration, plan: Workspace) -> None:
    goals = [goal for goal in present(plan.goals).values() if aspiration.id in goal.aspirations]
    if goals:
        lines = [f"- {safe(goal.title)} :gray[· {goal.status.label}]" for goal in goals]
        st.markdown("Goals on the way:\n" + "\n".join(lines))
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption("No goal leads here yet.", width="content")
        if st.button("Set a goal", key=Key.ASPIRATION_GOAL.of(aspiration.id), type="tertiary"):
            new_goal(frozenset({aspiration.id}))
            go_to(Place.BOARD)


def _archived(aspiration: Aspiration) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(safe(aspiration.title), width="stretch")
        st.button(
            "Bring back",
            key=Key.ASPIRATION_RESTORE.of(aspiration.id),
            type="tertiary",
            on_click=_restore,
            args=(aspiration.id,),
        )


@unbroken
def _restore(aspiration_id: str) -> None:
    change_workspace(
        lambda plan, stamp: restore_aspiration(plan.aspirations, aspiration_id, stamp=stamp),
        done="It is back.",
    )
