"""A field for a level, with the ladder of the path to choose from, if it has one."""

from collections.abc import Sequence

import streamlit as st

from careerkit.aspirations import Path
from careerkit.content import paths
from careerkit.text import LINE
from pages._ui.escape import safe
from pages._ui.fields import room
from pages._ui.plan_state import PlanKey
from pages._ui.session import session, unbroken


def path_of(path_id: str) -> Path | None:
    """Return a path of the library, or ``None`` when it has no such path."""
    return next((path for path in paths() if path.id == path_id), None)


def ladder_of(path_id: str) -> tuple[str, ...]:
    """Return the levels of a path, lowest first; none when it has no ladder."""
    path = path_of(path_id)
    return tuple(rung.level for rung in path.ladder) if path else ()


def level_field(
    label: str, key: str, ladder: Sequence[str], *, placeholder: str = "", in_form: bool = False
) -> None:
    """Draw a field for a level in one's own words, with a menu of the ``ladder`` that fills it in.

    A form takes no such menu: there, the levels stand below the field.
    """
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        # A select box that takes new options loses what was typed when one leaves it without Enter.
        st.text_input(label, key=key, max_chars=room(LINE), placeholder=placeholder, width="stretch")
        if ladder and not in_form:
            menu = PlanKey.LEVEL_RUNGS.of(key)
            st.menu_button(
                "Choose",
                list(ladder),
                key=menu,
                format_func=safe,
                help=f"The levels of the path, for “{label}”",
                on_click=_fill,
                args=(key, menu),
            )
    if ladder and in_form:
        st.caption(f"On the path: {safe(', '.join(ladder))}")


@unbroken
def _fill(key: str, menu: str) -> None:
    level: str | None = session.get(menu)
    if level is not None:
        session[key] = level
