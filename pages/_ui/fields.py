"""Fields that save themselves."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from pages._ui.session import session, unbroken
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
    another tab), the field shows that. A text that could not be saved stays as it was typed, even from one
    page to another and back, with a button to save it again.
    """
    unsaved = _unsaved()
    arrived = key not in session
    if arrived:
        options["value"] = unsaved.get(key, stored)
        _seen()[key] = stored
    else:
        follow(key, stored)
    draw = st.text_area if area else st.text_input
    typed = draw(label, key=key, max_chars=room(limit), on_change=_save, args=(save, key), **options)
    if arrived and typed != stored:
        # Typed while the server restarted, or not to be saved before: the first run knows no callback yet.
        _save(save, key)
        st.rerun()
    _offer_again(save, key, typed, stored)


def _offer_again(save: Callable[[str], object], key: str, typed: str, stored: str) -> None:
    unsaved = _unsaved()
    if key in unsaved and (typed != unsaved[key] or typed == stored):
        del unsaved[key]  # it was saved after all, or another text took its place and the refusal shows both
    if key in unsaved:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption("Not saved yet.")
            st.button("Save now", key=Key.SAVE_NOW.of(key), type="tertiary", on_click=_save, args=(save, key))


def show_stored(key: str) -> None:
    """Let a widget that follows show the stored value again, when what was chosen could not be saved."""
    _seen().pop(key, None)


def room(limit: int) -> int:
    """Return how many characters a field takes in whose text may have ``limit``.

    The browser drops a longer text without a word. With room to spare it arrives, and is refused in words.
    """
    return 4 * limit


def follow(key: str, stored: object) -> None:
    """Let a widget show the stored value when that is new since the widget was last drawn."""
    seen = _seen()
    if key not in session or seen.get(key, ...) != stored:
        session[key] = stored
    seen[key] = stored


@unbroken
def _save(save: Callable[[str], object], key: str) -> None:
    typed: str = session[key]
    identity = session.get(Key.IDENTITY)
    save(typed)
    if session.get(Key.IDENTITY) != identity:
        return  # the page was drawn for somebody else, whose text must not reach this one
    if Key.REFUSAL in session:
        _unsaved()[key] = typed
        return
    _unsaved().pop(key, None)
    _seen()[key] = typed  # what is undone before the field is drawn again is then seen to be different


def _unsaved() -> dict[str, str]:
    """Return the texts that could not be saved, by field: those of the workspace on show."""
    of_all: dict[str, dict[str, str]] = session.setdefault(Key.UNSAVED, {})
    shown = session.get(Key.SEEN)
    return of_all.setdefault(shown.id if shown else "", {})


def _seen() -> dict[str, object]:
    """Return what was stored for each field when it was last drawn."""
    seen: dict[str, object] = session.setdefault(Key.STORED, {})
    return seen
