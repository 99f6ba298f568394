"""The views of the needs page, and which of them there are."""

from typing import Final

import streamlit as st

from careerkit.needs import results
from careerkit.workspace import Workspace
from pages._ui.comparing import being_compared
from pages._ui.session import session
from pages._ui.state import Key

COMPARE: Final = "Compare"
ORDER: Final = "Order"
TODAY: Final = "Today"
DIRECTIONS: Final = "Directions"
STRENGTHS: Final = "Strengths"
OVER_TIME: Final = "Over time"
YOUR_NEEDS: Final = "Your needs"


def chosen_view(workspace: Workspace) -> str:
    """Let the person choose what to look at; what asks something or is newest comes first."""
    open_now = being_compared(workspace) is not None
    finished = bool(results(workspace.assessments))
    views = [
        *([COMPARE] if open_now or not finished else []),
        *([ORDER, TODAY, DIRECTIONS] if finished else []),
        STRENGTHS,
        *([OVER_TIME] if finished else []),
        YOUR_NEEDS,
    ]
    if session.get(Key.NEEDS_VIEW, views[0]) not in views:
        session[Key.NEEDS_VIEW] = views[0]
    chosen = st.segmented_control(
        "View",
        views,
        default=None if Key.NEEDS_VIEW in session else views[0],
        required=True,
        key=Key.NEEDS_VIEW,
        bind="query-params",
        label_visibility="collapsed",
    )
    return chosen if chosen in views else views[0]
