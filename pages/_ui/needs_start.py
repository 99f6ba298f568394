"""The needs introduced, and how a comparison of them begins."""

import streamlit as st

from careerkit.change import Change, Stamp
from careerkit.content import needs_catalogue, needs_words
from careerkit.needs import Mode, Need, active_needs, blocks_of_four, start_assessment
from careerkit.words import counted
from careerkit.workspace import Workspace
from pages._ui.comparing import time_left
from pages._ui.door import IDS, change_workspace
from pages._ui.escape import safe
from pages._ui.need_words import compared_needs
from pages._ui.needs_views import COMPARE
from pages._ui.session import session, unbroken
from pages._ui.state import Key


def introduce_needs() -> None:
    """Say what comparing is like, offer to start, and describe each need."""
    needs = compared_needs()
    st.markdown(needs_words()["introduction"])
    start_buttons(needs)
    st.subheader(f"The {counted(len(needs), 'need', 'needs')}", anchor=False)
    for row in range(0, len(needs), 2):
        for column, need in zip(st.columns(2), needs[row : row + 2], strict=False):
            with column, st.container(gap="xxsmall"):
                describe(need)


def start_buttons(needs: tuple[Need, ...], *, again: bool = False) -> None:
    """Offer to compare ``needs`` in pairs or in fours, and say how long each takes."""
    pairs, fours = len(needs) * (len(needs) - 1) // 2, len(blocks_of_four(len(needs)))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            "Compare again" if again else "Start comparing",
            key=Key.NEEDS_AGAIN if again else Key.NEEDS_START,
            type="secondary" if again else "primary",
            help="This result stays, with its date." if again else None,
            on_click=start_comparing,
            args=(Mode.PAIRS,),
        )
        st.button(
            "In fours",
            key=Key.NEEDS_START_FOURS,
            type="tertiary",
            help=needs_words()["fours"],
            on_click=start_comparing,
            args=(Mode.FOURS,),
        )
        st.caption(
            f"{pairs} pairs, {_time(pairs, Mode.PAIRS)}; or {fours} fours, {_time(fours, Mode.FOURS)}, "
            "with a coarser result."
        )


@unbroken
def start_comparing(mode: Mode = Mode.PAIRS) -> None:
    """Begin a comparison; to be called from a callback."""
    session[Key.NEEDS_VIEW] = COMPARE

    def deed(plan: Workspace, stamp: Stamp) -> list[Change]:
        needs = [need.id for need in active_needs(needs_catalogue(), plan.needs)]
        return start_assessment(plan.assessments, needs, ids=IDS, stamp=stamp, mode=mode)

    change_workspace(deed, base=None)


def describe(need: Need) -> None:
    """Draw what a need means, and how it shows in an ordinary week."""
    st.markdown(f"**{safe(need.name)}**")
    st.markdown(safe(f"{need.about} {need.ordinary}".strip()))
    if need.example:
        st.caption(safe(need.example))


def _time(questions: int, mode: Mode) -> str:
    return time_left(questions, mode).removesuffix(" left")
