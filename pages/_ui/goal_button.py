"""A goal as a line that leads to it."""

import streamlit as st

from careerkit.goals import Goal
from pages._ui.escape import safe
from pages._ui.page import go_to
from pages._ui.places import Place


def goal_button(goal: Goal, key: str) -> None:
    """Draw a goal with its status; pressed, it opens on the Board."""
    label = f"{safe(goal.title)} :gray[· {goal.status.label}]"
    if st.button(label, key=key, type="tertiary", icon=":material/flag:", help="Open it on the Board"):
        go_to(Place.BOARD, goal=goal.id)
