"""A refusal waits in the session until the next run has drawn its place."""

from typing import TypedDict

import streamlit as st

from careerkit.change import Plain
from pages._ui.escape import safe
from pages._ui.state import Key


class _Refusal(TypedDict):
    sentence: str
    theirs: Plain
    yours: Plain


def keep_refusal(sentence: str, *, theirs: Plain = None, yours: Plain = None) -> None:
    """Remember why something was not saved; of a conflict, both values."""
    st.session_state[Key.REFUSAL] = _Refusal(sentence=sentence, theirs=theirs, yours=yours)


def show_refusal() -> None:
    """Draw the refusal that waits, if any, once."""
    refusal: _Refusal | None = st.session_state.pop(Key.REFUSAL, None)
    if refusal is None:
        return
    st.error(safe(refusal["sentence"]), icon=":material/info:")
    if refusal["theirs"] is not None or refusal["yours"] is not None:
        theirs, yours = st.columns(2)
        theirs.caption("Saved by the other side")
        theirs.text(refusal["theirs"] or "nothing")
        yours.caption("What you entered")
        yours.text(refusal["yours"] or "nothing")
