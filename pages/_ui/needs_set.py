"""The set of needs that are compared: in the person's words, with needs of their own, and without others."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from careerkit.change import Change, Stamp
from careerkit.content import needs_catalogue
from careerkit.needs import (
    FEWEST_ACTIVE,
    MOST_ACTIVE,
    Mode,
    Need,
    active_needs,
    hidden_needs,
    hide_need,
    latest_result,
    open_assessment,
    show_need,
    with_open_comparison,
)
from careerkit.workspace import Workspace
from pages._ui.door import change_workspace
from pages._ui.escape import safe
from pages._ui.need_form import new_need, open_need
from pages._ui.needs_start import describe
from pages._ui.session import unbroken
from pages._ui.state import Key, Keys


def needs_set(plan: Workspace) -> None:
    """Draw the needs that are compared and those that are not, and let the person change them."""
    st.markdown(
        f"Compare {FEWEST_ACTIVE} to {MOST_ACTIVE} needs. Put them into your own words, hide what plays "
        "no part for you, and add what is missing. Answers stay with their need: in an open comparison, "
        "only the pairs that are missing will be asked."
    )
    _hints(plan)
    catalogue = needs_catalogue()
    active = active_needs(catalogue, plan.needs)
    for row in range(0, len(active), 2):
        for column, need in zip(st.columns(2), active[row : row + 2], strict=False):
            with column.container(border=True, height="stretch", gap="small"):
                describe(need)
                _buttons(need, Key.NEED_HIDE, "Hide", _hide)
    st.button(
        "Add a need of my own",
        key=Key.NEED_ADD,
        icon=":material/add:",
        disabled=len(active) >= MOST_ACTIVE,
        on_click=new_need,
    )
    hidden = hidden_needs(catalogue, plan.needs)
    if hidden:
        st.subheader("Hidden", anchor=False)
        for need in hidden:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(safe(need.name), width="stretch")
                _buttons(need, Key.NEED_SHOW, "Show", _show)


def _hints(plan: Workspace) -> None:
    """Say what a change of the set means for a comparison that is open, or for the last one."""
    compared = {need.id for need in active_needs(needs_catalogue(), plan.needs)}
    under_way, newest = open_assessment(plan.assessments), latest_result(plan.assessments)
    if under_way is not None and under_way.mode is Mode.FOURS:
        st.caption(
            "You are comparing in fours: with another set the fours begin anew, and come back when you bring "
            "the old set back."
        )
    elif under_way is None and newest is not None and {*newest.needs} != compared:
        st.caption("Your last comparison had another set. Compare again to see this one in order.")


def _buttons(need: Need, key: Keys, label: str, act: Callable[[str], None]) -> None:
    with st.container(horizontal=True):
        st.button("Edit", key=Key.NEED_EDIT.of(need.id), type="tertiary", on_click=open_need, args=(need.id,))
        st.button(label, key=key.of(need.id), type="tertiary", on_click=act, args=(need.id,))


@unbroken
def _hide(need_id: str) -> None:
    change_workspace(partial(_changed, hide_need, need_id), base=None)


@unbroken
def _show(need_id: str) -> None:
    change_workspace(partial(_changed, show_need, need_id), base=None)


def _changed(act: Callable[..., list[Change]], need_id: str, plan: Workspace, stamp: Stamp) -> list[Change]:
    catalogue = needs_catalogue()
    changes = act(catalogue, plan.needs, need_id, stamp=stamp)
    return with_open_comparison(changes, catalogue, plan.needs, plan.assessments, stamp=stamp)
