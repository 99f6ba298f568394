"""The dialog in which an aspiration is written down or changed."""

from functools import partial

import streamlit as st

from careerkit.aspirations import (
    Aspiration,
    AspirationDraft,
    add_aspiration,
    archive_aspiration,
    edit_aspiration,
    reads_like_goal,
)
from careerkit.change import Change, Stamp, present_entry
from careerkit.content import paths
from careerkit.content.advice import advice_words
from careerkit.needs import Direction, first_needs, latest_result
from careerkit.text import LINE, NOTE
from careerkit.workspace import Workspace, aspiration_of
from pages._ui.choices import label_from, mark_choice, need_options
from pages._ui.direction_draft import draft_accepted
from pages._ui.door import IDS
from pages._ui.draft_dialog import Fields, draft_base, draft_buttons, draft_dialog, open_draft
from pages._ui.escape import safe
from pages._ui.fields import room
from pages._ui.level_field import ladder_of, level_field
from pages._ui.plan_state import PlanKey
from pages._ui.refile import file_as_goal
from pages._ui.session import session, unbroken
from pages._ui.state import Key


@unbroken
def open_aspiration(aspiration_id: str) -> None:
    """Open the dialog for an aspiration that exists."""
    open_draft(
        PlanKey.ASPIRATION_FORM,
        aspiration_id,
        lambda plan: _fields(present_entry(plan.aspirations, aspiration_id, noun="aspiration")),
    )


@unbroken
def new_aspiration() -> None:
    """Open the dialog for a new aspiration that serves the needs that come first."""
    open_draft(
        PlanKey.ASPIRATION_FORM, "", lambda plan: _fields(AspirationDraft(title="", needs=_first_needs(plan)))
    )


def aspiration_from(direction: Direction) -> None:
    """Open the dialog for a new aspiration that a direction suggests; to be called from a callback."""
    open_draft(
        PlanKey.ASPIRATION_FORM,
        "",
        lambda _: _fields(aspiration_of(direction, need_options()), direction.id),
    )


def aspiration_dialog() -> None:
    """Draw the dialog if it is open."""
    draft_dialog(PlanKey.ASPIRATION_FORM, PlanKey.ASPIRATION_TITLE, "aspiration", _body, width="large")


def _first_needs(plan: Workspace) -> frozenset[str]:
    result = latest_result(plan.assessments)
    return frozenset(first_needs(result)) if result else frozenset()


def _fields(aspiration: Aspiration | AspirationDraft, direction: str = "") -> Fields:
    return {
        PlanKey.ASPIRATION_TITLE: aspiration.title,
        PlanKey.ASPIRATION_WHY: aspiration.why,
        PlanKey.ASPIRATION_NEEDS: [id_ for id_ in need_options() if id_ in aspiration.needs],
        PlanKey.ASPIRATION_MARK: aspiration.mark,
        PlanKey.ASPIRATION_PATH: aspiration.path,
        PlanKey.ASPIRATION_LEVEL: aspiration.level,
        PlanKey.ASPIRATION_NEXT: aspiration.next_level,
        PlanKey.ASPIRATION_REASON: "",
        Key.DIRECTION_DRAFT: direction,
    }


def _body(aspiration_id: str) -> None:
    fields, beside = st.columns([5, 2], gap="medium")
    with fields:
        _words_and_needs()
        _path_and_levels(is_new=not aspiration_id)
        mark_choice(PlanKey.ASPIRATION_MARK)
        if aspiration_id:
            st.text_input(
                "Reason for the change (if you like)", key=PlanKey.ASPIRATION_REASON, max_chars=room(LINE)
            )
        draft_buttons(
            PlanKey.ASPIRATION_FORM,
            "aspiration",
            save=partial(_saved, aspiration_id),
            archive=partial(_archived, aspiration_id) if aspiration_id else None,
            in_form=False,
        )
    with beside:
        _advice(aspiration_id)


def _words_and_needs() -> None:
    st.text_input(
        "Aspiration",
        key=PlanKey.ASPIRATION_TITLE,
        max_chars=room(LINE),
        placeholder="A direction, as bold as you like",
    )
    st.text_area("Why it matters to you", key=PlanKey.ASPIRATION_WHY, max_chars=room(NOTE), height=100)
    _offer_answer()
    needs = need_options()
    st.multiselect(
        "Needs it serves",
        list(needs),
        key=PlanKey.ASPIRATION_NEEDS,
        format_func=label_from(needs),
        placeholder="Choose",
    )


def _path_and_levels(*, is_new: bool) -> None:
    path: str = session.get(PlanKey.ASPIRATION_PATH) or ""
    titles = {"": "No path of the library", **{it.id: it.title for it in paths()}}
    # A path that the library does not have, from a newer version perhaps, stays until another is chosen.
    titles |= {} if path in titles else {path: "A path that is not in the library"}
    st.selectbox("Path", list(titles), key=PlanKey.ASPIRATION_PATH, format_func=label_from(titles))
    ladder, (now, then) = ladder_of(path), st.columns(2)
    with now:
        level_field("Level now (if you like)", PlanKey.ASPIRATION_LEVEL, ladder)
    with then:
        level_field("Next level (if you like)", PlanKey.ASPIRATION_NEXT, ladder)
    if not is_new:
        st.caption("To raise it or to step down, use “Change level” on its card: that keeps the reason.")


def _advice(aspiration_id: str) -> None:
    reads_like = reads_like_goal(session.get(PlanKey.ASPIRATION_TITLE, ""))
    if reads_like:
        st.caption(f":material/lightbulb: {advice_words().reads_like_goal}")
    if aspiration_id or reads_like:
        file_as_goal(aspiration_id)


def _offer_answer() -> None:
    """Offer what the person wrote about their needs as the why, as long as it does not hold it already."""
    answer = draft_base().standpoint.answer
    if not answer or answer in session.get(PlanKey.ASPIRATION_WHY, ""):
        return
    with st.container(gap="xxsmall"):
        st.caption(f"Your answer from Needs: “{safe(answer)}”")
        st.button(
            "Add it to the why",
            key=PlanKey.ASPIRATION_USE_ANSWER,
            type="tertiary",
            icon=":material/format_quote:",
            on_click=_use_answer,
        )


@unbroken
def _use_answer() -> None:
    typed = session[PlanKey.ASPIRATION_WHY].strip()
    session[PlanKey.ASPIRATION_WHY] = "\n\n".join(
        part for part in (typed, draft_base().standpoint.answer) if part
    )


def _entered() -> AspirationDraft:
    return AspirationDraft(
        title=session[PlanKey.ASPIRATION_TITLE],
        why=session[PlanKey.ASPIRATION_WHY],
        needs=frozenset(session[PlanKey.ASPIRATION_NEEDS]),
        mark=session[PlanKey.ASPIRATION_MARK],
        path=session.get(PlanKey.ASPIRATION_PATH) or "",
        level=session.get(PlanKey.ASPIRATION_LEVEL, ""),
        next_level=session.get(PlanKey.ASPIRATION_NEXT, ""),
    )


def _saved(aspiration_id: str, plan: Workspace, stamp: Stamp) -> list[Change]:
    draft, needs = _entered(), need_options()
    if aspiration_id:
        reason: str = session.get(PlanKey.ASPIRATION_REASON, "")
        return edit_aspiration(
            plan.aspirations, aspiration_id, draft, needs=needs, stamp=stamp, reason=reason
        )
    added = add_aspiration(draft, needs=needs, ids=IDS, stamp=stamp)
    return [*added, *draft_accepted(plan, stamp)]


def _archived(aspiration_id: str, plan: Workspace, stamp: Stamp) -> list[Change]:
    return archive_aspiration(plan.aspirations, aspiration_id, stamp=stamp)
