"""A direction as it is suggested, with what one can do with it."""

import streamlit as st

from careerkit.change import Change, Stamp
from careerkit.content import directions
from careerkit.needs import Decision, Direction, DirectionKind, decide_direction
from careerkit.workspace import Workspace, take_direction
from pages._ui.aspiration_form import aspiration_from
from pages._ui.choices import need_options
from pages._ui.direction_draft import require_untaken
from pages._ui.door import IDS, change_workspace
from pages._ui.escape import safe
from pages._ui.goal_form import goal_from
from pages._ui.session import unbroken
from pages._ui.state import Key


def direction_card(direction: Direction, decision: Decision | None) -> None:
    """Draw a direction with its reason, and what can be done with it or what became of it."""
    with st.container(border=True, gap="small", height="stretch"):
        st.markdown(f"**{safe(direction.title)}** :gray[· {direction.kind.label}]")
        st.markdown(safe(direction.reason))
        if direction.first_step:
            st.caption(f"First step: {safe(direction.first_step)}")
        match decision:
            case None:
                direction_buttons(direction, place="card")
            case Decision.ACCEPTED:
                st.badge("In your plan", color="green", icon=":material/check:")
            case Decision.DECLINED:
                _reconsider(direction)


def direction_buttons(direction: Direction, *, place: str) -> None:
    """Draw what can be done with a direction that is not decided; ``place`` tells two of them apart."""
    which = f"{place}-{direction.id}"
    with st.container(horizontal=True):
        st.button(
            "Add to plan",
            key=Key.DIRECTION_TAKE.of(which),
            icon=":material/add:",
            on_click=_take,
            args=(direction.id,),
        )
        st.button(
            "Edit first",
            key=Key.DIRECTION_EDIT.of(which),
            type="tertiary",
            on_click=_edit,
            args=(direction.id,),
        )
        st.button(
            "Decline",
            key=Key.DIRECTION_DECLINE.of(which),
            type="tertiary",
            on_click=_decide,
            args=(direction.id, Decision.DECLINED),
        )


def _reconsider(direction: Direction) -> None:
    st.button(
        "Reconsider",
        key=Key.DIRECTION_RECONSIDER.of(direction.id),
        type="tertiary",
        on_click=_decide,
        args=(direction.id, None),
    )


def _direction(direction_id: str) -> Direction:
    return next(direction for direction in directions() if direction.id == direction_id)


@unbroken
def _take(direction_id: str) -> None:
    direction = _direction(direction_id)
    place = "under Aspirations" if direction.kind is DirectionKind.ASPIRATION else "on the Board"

    def deed(plan: Workspace, stamp: Stamp) -> list[Change]:
        require_untaken(direction_id, stamp)
        return take_direction(plan, direction, needs=need_options(), ids=IDS, stamp=stamp)

    change_workspace(deed, done=f"It is in your plan. You find it {place}.")


@unbroken
def _edit(direction_id: str) -> None:
    direction = _direction(direction_id)
    (aspiration_from if direction.kind is DirectionKind.ASPIRATION else goal_from)(direction)


@unbroken
def _decide(direction_id: str, decision: Decision | None) -> None:
    change_workspace(
        lambda plan, stamp: decide_direction(plan.standpoints, direction_id, decision, stamp=stamp),
        done="It is here again." if decision is None else "Declined. It stays in the list at the end.",
    )
