"""The end of the page: what the person says themselves, and what a need that is hard to admit decides."""

from collections.abc import Sequence
from functools import partial
from typing import Final

import streamlit as st

from careerkit.needs import Need, Standing, say_need, write_answer
from careerkit.text import NOTE
from pages._ui.door import change_workspace, current_workspace
from pages._ui.escape import safe
from pages._ui.fields import saved_text
from pages._ui.need_words import need_of
from pages._ui.state import Key

_HIGH: Final = 3
"""Up to this rank a need counts as one that ranks high."""


def closing(order: Sequence[Standing], *, told_apart: bool) -> None:
    """Ask for the person's own answer, and what follows once a need that is hard to admit is said.

    The latter only when the order is ``told_apart`` from one in which all are level.
    """
    standpoint = current_workspace().standpoint
    for standing in order:
        need = need_of(standing.need)
        if told_apart and need.once_said and _ranks_high(standing, order):
            _once_said(need, standpoint.said.get(need.id, ""))
    st.subheader("In your own words: what do you need from your job?", anchor=False)
    saved_text(
        "Your answer",
        key=Key.NEEDS_ANSWER,
        stored=standpoint.answer,
        save=_save_answer,
        limit=NOTE,
        area=True,
        height=100,
        placeholder="I need work that …",
        help="You can use it later as the why of an aspiration.",
    )


def _ranks_high(standing: Standing, order: Sequence[Standing]) -> bool:
    """Say whether a need is among the first, and most of the others are not."""
    level_or_before = sum(other.rank <= standing.rank for other in order)
    return standing.rank <= _HIGH and level_or_before <= len(order) // 2


def _once_said(need: Need, stored: str) -> None:
    with st.container(border=True, gap="small"):
        st.markdown(f"**{safe(need.name)} ranks high.** {safe(need.ordinary)}")
        saved_text(
            need.once_said,
            key=Key.NEEDS_SAID.of(need.id),
            stored=stored,
            save=partial(_save_said, need.id),
            limit=NOTE,
            area=True,
            height=80,
        )


def _save_answer(text: str) -> None:
    change_workspace(lambda plan, stamp: write_answer(plan.standpoints, text, stamp=stamp))


def _save_said(need_id: str, text: str) -> None:
    change_workspace(lambda plan, stamp: say_need(plan.standpoints, need_id, text, stamp=stamp))
