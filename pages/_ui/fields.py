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
    arrived = key not in st.session_state
    if arrived:
        options["value"] = stored
        _seen()[key] = stored
    else:
        follow(key, stored)
    draw = st.text_area if area else st.text_input
    typed = draw(label, key=key, max_chars=room(limit), on_change=_save, args=(save, key), **options)
    if arrived and typed != stored:
        # The page was open while the server restarted: what was typed meanwhile comes with the first run of
        # the new session, which knows no callback yet.
        save(typed)
        st.rerun()


def room(limit: int) -> int:
    """Return how many characters a field takes in whose text may have ``limit``.

    The browser drops a longer text without a word. With room to spare it arrives, and is refused in words.
    """
    return 4 * limit


def follow(key: str, stored: object) -> None:
    """Let a widget show the stored value when that is new since the widget was last drawn."""
    seen = _seen()
    if key not in st.session_state or seen.get(key, ...) != stored:
        st.session_state[key] = stored
    seen[key] = stored


def _save(save: Callable[[str], object], key: str) -> None:
    save(st.session_state[key])


def _seen() -> dict[str, object]:
    """Return what was stored for each field when it was last drawn."""
    seen: dict[str, object] = st.session_state.setdefault(Key.STORED, {})
    return seen
