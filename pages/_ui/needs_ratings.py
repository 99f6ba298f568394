"""How far each need is met today: a scale and a note for every need, which save themselves."""

from collections.abc import Mapping
from functools import partial
from typing import Final

import streamlit as st

from careerkit.needs import MOST_SATISFIED, Rating, note_need, rate_need
from careerkit.text import NOTE
from careerkit.words import day_in_words
from pages._ui.clock import local_date, today
from pages._ui.door import IDS, change_workspace
from pages._ui.escape import safe
from pages._ui.fields import follow, saved_text, show_stored
from pages._ui.need_words import need_of
from pages._ui.session import session, unbroken
from pages._ui.state import Key

_SCALE: Final = tuple(range(MOST_SATISFIED + 1))


def rating_scale(need_id: str, ratings: Mapping[str, Rating]) -> None:
    """Draw the scale of a need with its latest number, and a note beside it."""
    need, rating = need_of(need_id), ratings.get(need_id)
    key = Key.NEEDS_RATING.of(need_id)
    follow(key, rating.value if rating else None)
    with st.container(gap="xsmall"):
        st.segmented_control(
            f"{safe(need.name)}{_since(rating)}",
            _SCALE,
            key=key,
            required=True,
            help=safe(need.about),
            on_change=_rate,
            args=(need_id,),
        )
        saved_text(
            f"A note on {safe(need.name)}",
            key=Key.NEEDS_RATING_NOTE.of(need_id),
            stored=rating.note if rating else "",
            save=partial(_note, need_id),
            limit=NOTE,
            label_visibility="collapsed",
            placeholder="What is it like? (if you like)" if rating else "Choose a number first",
            disabled=rating is None,
        )


def _since(rating: Rating | None) -> str:
    """Say of which day a rating is, when it is not of today."""
    day = local_date(rating.at) if rating else today()
    return "" if day == today() else f" :gray[· as of {day_in_words(day)}]"


@unbroken
def _rate(need_id: str) -> None:
    chosen: int | None = session.get(Key.NEEDS_RATING.of(need_id))
    if chosen is None:
        return
    day = today()
    saved = change_workspace(
        lambda plan, stamp: rate_need(plan.satisfactions, need_id, chosen, today=day, ids=IDS, stamp=stamp)
    )
    if saved is None:
        show_stored(Key.NEEDS_RATING.of(need_id))


def _note(need_id: str, text: str) -> None:
    day = today()
    change_workspace(
        lambda plan, stamp: note_need(plan.satisfactions, need_id, text, today=day, ids=IDS, stamp=stamp)
    )
