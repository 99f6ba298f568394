"""From needs to consequences: where each need can lead."""

from collections.abc import Mapping, Sequence
from typing import Final

import streamlit as st

from careerkit.content import directions_for, needs_words
from careerkit.needs import Assessment, Decision, Direction, need_order
from careerkit.words import joined
from pages._ui.direction_card import direction_card
from pages._ui.door import current_workspace
from pages._ui.escape import safe
from pages._ui.need_words import named, need_of

_OPEN: Final = 3
"""How many needs stand open; the others unfold."""


def needs_directions(result: Assessment) -> None:
    """Draw the directions of every need, those of the first needs at once, and then what was declined."""
    st.markdown(needs_words()["directions"])
    decided = current_workspace().standpoint.directions
    under = _by_need([standing.need for standing in need_order(result)])
    for place, (need_id, directions) in enumerate(under.items()):
        name = safe(need_of(need_id).name)
        if place < _OPEN:
            st.subheader(name, anchor=False)
            _directions(need_id, directions, decided)
        else:
            with st.expander(name):
                _directions(need_id, directions, decided)
    declined = [it for its in under.values() for it in its if decided.get(it.id) is Decision.DECLINED]
    if declined:
        with st.expander(f"Declined ({len(declined)})"):
            for direction in declined:
                direction_card(direction, Decision.DECLINED)


def _by_need(order: Sequence[str]) -> dict[str, list[Direction]]:
    """Return the directions of each need; one that serves several stands under the first of them."""
    under: dict[str, list[Direction]] = {}
    for need_id in order:
        shown = {direction.id for its in under.values() for direction in its}
        under[need_id] = [direction for direction in directions_for(need_id) if direction.id not in shown]
    return under


def _directions(need_id: str, directions: Sequence[Direction], decided: Mapping[str, Decision]) -> None:
    here = [direction for direction in directions if decided.get(direction.id) is not Decision.DECLINED]
    for row in range(0, len(here), 2):
        for column, direction in zip(st.columns(2), here[row : row + 2], strict=False):
            with column:
                direction_card(direction, decided.get(direction.id))
    if not directions_for(need_id):
        st.markdown(
            "Nothing is suggested for a need of your own. Ask yourself what would help with "
            f"{named(need_id)}, and write it down as an aspiration."
        )
    elif not here:
        st.markdown("You have declined what was suggested here.")
    elsewhere = {it.id: it for it in directions_for(need_id) if it not in directions}
    if elsewhere:
        names = dict.fromkeys(
            named(need) for it in elsewhere.values() for need in it.needs if need != need_id
        )
        st.caption(f"See also the directions under {joined([*names])}.")
