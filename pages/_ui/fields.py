"""Fields that save themselves."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from pages._ui.state import Key


def saved_text(
    label: str,
    *,
    key: str,
    stored: str,
    save: Callable[[str], object],
    limit: int,
    area: bool = False,
    **options: Any,  # noqa: ANN401 - handed on to Streamlit as they are
) -> None:
    """Draw a text field that saves what is typed when it is left, and follows the stored text.

    ``save`` runs in the callback with the new text. When ``stored`` has become different meanwhile (an undo,
    another tab), the field shows that; a text that could not be saved stays as it was typed.
    """
    follow(key, stored)
    draw = st.text_area if area else st.text_input
    draw(label, key=key, max_chars=room(limit), on_change=_save, args=(save, key), **options)


def _save(save: Callable[[str], object], key: str) -> None:
    save(st.session_state[key])


def room(limit: int) -> int:
    """Return how many characters a field takes in whose text may have ``limit``.

    The browser drops a longer text without a word. With room to spare it arrives, and is refused in words.
    """
    return 4 * limit


def follow(key: str, stored: object) -> None:
    """Let a widget show the stored value when that is new since the widget was last drawn."""
    seen = st.session_state.setdefault(Key.STORED, {})
    if key not in st.session_state or seen.get(key, ...) != stored:
        st.session_state[key] = stored
    seen[key] = stored
