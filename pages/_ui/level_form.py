"""The dialog in which an aspiration is raised, stepped down from, moved sideways, or retired."""

from functools import partial

import streamlit as st

from careerkit.aspirations import (
    Aspiration,
    LevelDraft,
    StepKind,
    change_level,
    proposed_levels,
    retire_aspiration,
)
from careerkit.change import Change, Stamp, present_entry
from careerkit.content.levels import level_words
from careerkit.text import NOTE
from careerkit.workspace import Workspace
from pages._ui.draft_dialog import Fields, close_draft, draft_base, draft_dialog, open_draft, save_draft
from pages._ui.escape import safe
from pages._ui.fields import room
from pages._ui.level_field import ladder_of, level_field
from pages._ui.plan_state import PlanKey
from pages._ui.refusal import show_held_refusal
from pages._ui.session import session, unbroken
from pages._ui.state import Key


def level_menu(aspiration: Aspiration) -> None:
    """Draw the menu with the moves that an aspiration can make."""
    key = PlanKey.LEVEL_CHANGE.of(aspiration.id)
    words = level_words()
    st.menu_button(
        "Change level",
        list(StepKind),
        key=key,
        format_func=lambda kind: words[kind].act,
        on_click=_open_as_chosen,
        args=(aspiration.id, key),
        type="tertiary",
    )


def level_dialog() -> None:
    """Draw the dialog if it is open."""
    kind: StepKind = session.get(PlanKey.LEVEL_KIND, StepKind.RAISE)
    draft_dialog(
        PlanKey.LEVEL_FORM, PlanKey.LEVEL_REASON, "level", _body, heading=level_words()[kind].heading
    )


@unbroken
def _open_as_chosen(aspiration_id: str, key: str) -> None:
    kind: StepKind | None = session.get(key)
    if kind is not None:
        open_draft(PlanKey.LEVEL_FORM, aspiration_id, partial(_fields, aspiration_id, kind))


def _fields(aspiration_id: str, kind: StepKind, plan: Workspace) -> Fields:
    aspiration = present_entry(plan.aspirations, aspiration_id, noun="aspiration")
    proposed = proposed_levels(aspiration, kind, ladder_of(aspiration.path))
    return {
        PlanKey.LEVEL_KIND: kind,
        PlanKey.LEVEL_NOW: proposed.level,
        PlanKey.LEVEL_NEXT: proposed.next_level,
        PlanKey.LEVEL_REASON: "",
    }


def _body(aspiration_id: str) -> None:
    kind: StepKind = session[PlanKey.LEVEL_KIND]
    words = level_words()[kind]
    aspiration = draft_base().aspirations[aspiration_id]
    st.markdown(f"**{safe(aspiration.title)}**")
    st.markdown(words.says)
    if kind is not StepKind.RETIRE:
        st.caption(f"Now: {safe(aspiration.level)}" if aspiration.level else "No level noted so far.")
        ladder = ladder_of(aspiration.path)
        level_field("Level from now on", PlanKey.LEVEL_NOW, ladder, placeholder="In your own words")
        level_field("Next level (if you like)", PlanKey.LEVEL_NEXT, ladder)
    st.text_area(
        words.asks,
        key=PlanKey.LEVEL_REASON,
        max_chars=room(NOTE),
        height=100,
        placeholder=words.example,
        help="It stays with the change, so that you can read later why you made it.",
    )
    _buttons(aspiration_id, kind)


def _buttons(aspiration_id: str, kind: StepKind) -> None:
    words = level_words()[kind]
    show_held_refusal()
    with st.container(horizontal=True):
        st.button(
            words.act,
            key=Key.DRAFT_SAVE,
            type="primary",
            on_click=save_draft,
            args=(PlanKey.LEVEL_FORM, partial(_saved, aspiration_id, kind), words.done),
            shortcut="Ctrl+Enter",
        )
        st.button("Cancel", key=Key.DRAFT_CANCEL, on_click=close_draft, args=(PlanKey.LEVEL_FORM,))


def _saved(aspiration_id: str, kind: StepKind, plan: Workspace, stamp: Stamp) -> list[Change]:
    reason: str = session[PlanKey.LEVEL_REASON]
    if kind is StepKind.RETIRE:
        return retire_aspiration(plan.aspirations, aspiration_id, reason=reason, stamp=stamp)
    draft = LevelDraft(
        kind=kind,
        level=session.get(PlanKey.LEVEL_NOW, ""),
        next_level=session.get(PlanKey.LEVEL_NEXT, ""),
        reason=reason,
    )
    return change_level(plan.aspirations, aspiration_id, draft, stamp=stamp)
