"""A refusal waits in the session until the next run has drawn its place."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from careerkit.change import ConflictError
from careerkit.errors import CareerKitError
from careerkit.workspace import value_in_words
from pages._ui.escape import safe
from pages._ui.notes import keep_note
from pages._ui.session import session
from pages._ui.state import Key


@dataclass(frozen=True, slots=True, kw_only=True)
class _Refusal:
    sentence: str
    theirs: str = ""
    yours: str = ""


def keep_refusal(sentence: str) -> None:
    """Remember why something was not saved."""
    session[Key.REFUSAL] = _Refusal(sentence=sentence)


def keep_conflict(conflict: ConflictError) -> None:
    """Remember that someone else was faster, with both values in words when it is about one field."""
    if not conflict.field:
        keep_refusal(str(conflict))
        return
    session[Key.REFUSAL] = _Refusal(
        sentence=str(conflict), theirs=value_in_words(conflict.theirs), yours=value_in_words(conflict.yours)
    )


def attempted(deed: Callable[[], object], *, done: str = "") -> bool:
    """Do something to a store for a callback, and let the next run say ``done`` in passing.

    Refused, the reason waits for the page to show it, and the answer is ``False``.
    """
    try:
        deed()
    except CareerKitError as refusal:
        keep_refusal(str(refusal))
        return False
    if done:
        keep_note(done)
    return True


def show_refusal(*, in_passing: bool = False) -> None:
    """Draw the refusal that waits, if any, once; ``in_passing`` also where whoever pressed is looking."""
    refusal: _Refusal | None = session.pop(Key.REFUSAL, None)
    if refusal is None:
        return
    if in_passing:
        st.toast(safe(refusal.sentence), icon=":material/info:")
    _draw(refusal)


def hold_refusal() -> None:
    """Let the refusal that waits, if any, stay in sight where a draft is saved, until the next try."""
    refusal: _Refusal | None = session.pop(Key.REFUSAL, None)
    if refusal is not None:
        session[Key.DRAFT_REFUSAL] = refusal
        session[Key.DRAFT_REFUSED] = True


def show_held_refusal() -> None:
    """Draw the refusal that is held, if any, however often its place is drawn.

    If it went away with the first field that is mended, the button below would move under the pointer.
    """
    refusal: _Refusal | None = session.get(Key.DRAFT_REFUSAL)
    if refusal is not None:
        if session.pop(Key.DRAFT_REFUSED, False):  # once, where whoever pressed is looking
            st.toast(safe(refusal.sentence), icon=":material/info:")
        _draw(refusal)


def _draw(refusal: _Refusal) -> None:
    st.error(safe(refusal.sentence), icon=":material/info:")
    if refusal.theirs or refusal.yours:
        theirs, yours = st.columns(2)
        theirs.caption("Saved by the other side")
        theirs.text(refusal.theirs)
        yours.caption("What you entered")
        yours.text(refusal.yours)
