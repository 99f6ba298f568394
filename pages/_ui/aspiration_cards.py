"""Aspirations as cards, each with where one stands on it and the goals that lead there."""

from collections.abc import Mapping

import streamlit as st

from careerkit.aspirations import Aspiration
from careerkit.content.plan import Explained, plan_words
from careerkit.goals import Goal, GoalStatus, Progress, aspiration_progress, progress_of_all
from careerkit.labels import Mark
from careerkit.words import counted
from careerkit.workspace import Workspace, present
from pages._ui.aspiration_form import open_aspiration
from pages._ui.aspiration_steps import steps_so_far
from pages._ui.choices import need_names
from pages._ui.escape import safe, safe_in_badge
from pages._ui.goal_button import goal_button
from pages._ui.goal_form import new_goal
from pages._ui.level_field import path_of
from pages._ui.level_form import level_menu
from pages._ui.more import first_of, more_button
from pages._ui.page import go_to
from pages._ui.places import Place
from pages._ui.plan_state import PlanKey


def difference() -> None:
    """Tell an aspiration from a goal, side by side, with an example each."""
    words = plan_words()
    for column, word in zip(st.columns(2, gap="large"), (words.aspiration, words.goal), strict=True):
        with column:
            _explained(word)


def aspiration_cards(plan: Workspace) -> None:
    """Draw the aspirations that are not put away."""
    here = list(present(plan.aspirations).values())
    if not here:
        st.markdown("No aspiration yet. Start with what you would like your work to become.")
    progress = progress_of_all(plan.goals, plan.milestones)
    for aspiration in first_of(here, "aspirations"):
        _card(aspiration, plan, progress)
    more_button(here, "aspirations")


def _explained(word: Explained) -> None:
    st.markdown(f"**{word.title}**")
    st.markdown(word.about)
    st.caption(f"For example: {word.example}")


def _card(aspiration: Aspiration, plan: Workspace, progress: Mapping[str, Progress | None]) -> None:
    with st.container(border=True, key=PlanKey.ASPIRATION_CARD.of(aspiration.id), gap="small"):
        st.subheader(safe(aspiration.title), anchor=False)
        if aspiration.why:
            st.markdown(safe(aspiration.why))
        _badges(aspiration)
        _standing(aspiration)
        _progress(aspiration, plan, progress)
        _goals(aspiration, plan)
        steps_so_far(aspiration)
        _actions(aspiration)


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


def _standing(aspiration: Aspiration) -> None:
    """Say which path an aspiration follows, the level now and the next one, as far as they are known."""
    path = path_of(aspiration.path)
    known = {
        "Path": path.title if path else "",
        "Now": aspiration.level,
        "Next": aspiration.next_level,
    }
    told = [f":gray[{label}:] {safe(value)}" for label, value in known.items() if value]
    if told:
        st.markdown(" · ".join(told))


def _progress(aspiration: Aspiration, plan: Workspace, progress: Mapping[str, Progress | None]) -> None:
    """Draw how far its goals have come; an aspiration itself is never done."""
    so_far = aspiration_progress(aspiration.id, plan.goals, progress)
    if so_far.share is not None:
        met = f"{so_far.met} of {counted(so_far.goals, 'goal', 'goals')} met"
        way = "so far" if so_far.met == so_far.goals else f"· {so_far.share:.0%} of the way"
        st.progress(so_far.share, text=f"{met} {way}")


def _goals(aspiration: Aspiration, plan: Workspace) -> None:
    goals = [goal for goal in present(plan.goals).values() if _leads_to(goal, aspiration)]
    place = f"goals-{aspiration.id}"
    with st.container(gap="xxsmall"):
        if goals:
            st.caption("On the way")
        for goal in first_of(goals, place):
            goal_button(goal, PlanKey.ASPIRATION_OPEN_GOAL.of(f"{aspiration.id}-{goal.id}"))
        more_button(goals, place)
        with st.container(horizontal=True, vertical_alignment="center"):
            if not goals:
                st.caption("No goal leads here yet.", width="content")
            label = "Add a goal" if goals else "Set a goal"
            if st.button(label, key=PlanKey.ASPIRATION_GOAL.of(aspiration.id), type="tertiary"):
                new_goal(frozenset({aspiration.id}))
                go_to(Place.BOARD)


def _leads_to(goal: Goal, aspiration: Aspiration) -> bool:
    return aspiration.id in goal.aspirations and goal.status is not GoalStatus.DROPPED


def _actions(aspiration: Aspiration) -> None:
    with st.container(horizontal=True, gap="small"):
        st.button(
            "Edit",
            key=PlanKey.ASPIRATION_EDIT.of(aspiration.id),
            type="tertiary",
            on_click=open_aspiration,
            args=(aspiration.id,),
        )
        level_menu(aspiration)
        if st.button("Golden thread", key=PlanKey.ASPIRATION_THREAD.of(aspiration.id), type="tertiary"):
            go_to(Place.THREAD, of=f"aspiration-{aspiration.id}")
