"""The two ways to look at the history: every change day by day, or what it comes to since a day."""

from collections.abc import Callable, Mapping
from typing import Final

import streamlit as st

from careerkit.workspace import Workspace
from pages._ui.journal import journal
from pages._ui.since_view import since_view
from pages._ui.state import Key

_VIEWS: Final[Mapping[str, Callable[[Workspace], None]]] = {
    "Day by day": journal,
    "What changed since": since_view,
}


def history_views(plan: Workspace) -> None:
    """Draw the choice between the two, and the one that is chosen."""
    first = next(iter(_VIEWS))
    chosen = st.segmented_control(
        "View",
        list(_VIEWS),
        default=first,
        required=True,
        key=Key.HISTORY_VIEW,
        bind="query-params",
        label_visibility="collapsed",
    )
    _VIEWS.get(chosen, _VIEWS[first])(plan)
