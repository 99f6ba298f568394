"""Long lists, drawn in parts: the first of them, and more on demand."""

from collections.abc import Sequence
from typing import Final, TypeVar

import streamlit as st

from pages._ui.plan_state import PlanKey
from pages._ui.session import session, unbroken

T = TypeVar("T")

PART: Final = 12
"""How many entries a part has."""


def first_of(entries: Sequence[T], place: str) -> Sequence[T]:
    """Return as many of ``entries`` as are shown in a place so far."""
    return entries[: PART + _extra().get(place, 0)]


def more_button(entries: Sequence[T], place: str) -> None:
    """Draw the button that shows the next part, when there is one."""
    hidden = len(entries) - len(first_of(entries, place))
    if hidden > 0:
        key = PlanKey.BOARD_MORE.of(place)
        st.button(f"Show more ({hidden} left)", key=key, type="tertiary", on_click=_more, args=(place,))


def _extra() -> dict[str, int]:
    """Return by place how many entries are shown past the first part."""
    extra: dict[str, int] = session.setdefault(PlanKey.BOARD_EXTRA, {})
    return extra


@unbroken
def _more(place: str) -> None:
    session[PlanKey.BOARD_EXTRA] = {**_extra(), place: _extra().get(place, 0) + PART}
