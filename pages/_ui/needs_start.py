"""The needs introduced, and how a comparison of them begins."""

import streamlit as st

from careerkit.content import needs_catalogue, needs_words
from careerkit.needs import Need, start_assessment
from pages._ui.door import IDS, change_workspace
from pages._ui.escape import safe
from pages._ui.session import unbroken
from pages._ui.state import Key


def introduce_needs() -> None:
    """Say what comparing is like, offer to start, and describe each need."""
    st.markdown(needs_words()["introduction"])
    st.button("Start comparing", key=Key.NEEDS_START, type="primary", on_click=start_comparing)
    st.subheader("The eight needs", anchor=False)
    needs = needs_catalogue()
    for row in range(0, len(needs), 2):
        for column, need in zip(st.columns(2), needs[row : row + 2], strict=False):
            with column, st.container(gap="xxsmall"):
                _describe(need)


@unbroken
def start_comparing() -> None:
    """Begin a comparison; to be called from a callback."""
    ids = [need.id for need in needs_catalogue()]
    change_workspace(
        lambda plan, stamp: start_assessment(plan.assessments, ids, ids=IDS, stamp=stamp), base=None
    )


def need_of(need_id: str) -> Need:
    """Return the need of the catalogue; one that is no longer in it has its id as its name."""
    known = (need for need in needs_catalogue() if need.id == need_id)
    return next(known, Need(id=need_id, name=need_id, about=""))


def in_a_sentence(need: Need) -> str:
    """Return the name of a need as it stands within a sentence, not yet escaped."""
    return need.name[:1].lower() + need.name[1:]


def _describe(need: Need) -> None:
    st.markdown(f"**{safe(need.name)}**")
    st.markdown(safe(f"{need.about} {need.ordinary}".strip()))
    st.caption(safe(need.example))
