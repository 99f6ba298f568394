"""Cards that can be dragged from column to column: the only module that knows the component behind it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import streamlit as st
from streamlit_dnd import DropEvent, dnd

from pages._ui.plan_state import PlanKey
from pages._ui.session import session

_COLOR: Final = "#1A7A8D"  # holds on the light and on the dark ground


@dataclass(frozen=True, slots=True, kw_only=True)
class Drop:
    """What was dropped where, and from where, by the names that :func:`dropped` was given."""

    card: str
    source: str
    column: str


def dropped(columns: Mapping[str, str], cards: Mapping[str, str], *, board: str = "status") -> Drop | None:
    """Let cards be dragged between columns, and return a drop once, in the run that follows it.

    ``columns`` maps the key of each container to the name to report, ``cards`` the key of each keyed
    container in it, ``board`` tells one board from another. Call it after all of them are drawn, and let the
    board be drawn again after every drop. A browser can send anything: what names no card or no column counts
    as no drop.
    """
    turn: int = session.setdefault(PlanKey.BOARD_TURN, 0)
    event = _event(columns, turn, board)
    if event is None:
        return None
    session[PlanKey.BOARD_TURN] = turn + 1
    named = (event.item_key, event.from_container, event.to_container)
    if not all(isinstance(name, str) for name in named):
        return None
    card, source, column = cards.get(named[0] or ""), columns.get(named[1]), columns.get(named[2])
    return Drop(card=card, source=source, column=column) if card and source and column else None


def draw_again() -> None:
    """Begin this run anew, now that a drop has changed the plan: only the board where that is enough."""
    st.rerun(scope="fragment" if session.get(PlanKey.BOARD_ALONE) else "app")


def _event(columns: Mapping[str, str], turn: int, board: str) -> DropEvent | None:
    try:
        return dnd(
            list(columns),
            exclude=[f"turn-{turn}"],  # names nothing; a new value makes the component look at the cards anew
            handle=False,
            indicator="ghost",
            color=_COLOR,
            key=PlanKey.BOARD_DRAG.of(board),
        )
    except (AttributeError, KeyError, TypeError):  # not the shape that the component sends
        return None
