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
from careerkit.workspace import Workspace, aspiration_of, refile_as_goal
from pages._ui.choices import label_from, mark_choice, need_options
from pages._ui.direction_draft import draft_accepted
from pages._ui.door import IDS
from pages._ui.draft_dialog import Fields, draft_base, draft_buttons, draft_dialog, open_draft, save_draft
from pages._ui.escape import safe
from pages._ui.fields import room
from pages._ui.level_field import ladder_of, level_field
from pages._ui.session import session, unbroken
from pages._ui.state import Key


@unbroken
def open_aspiration(aspiration_id: str) -> None:
    """Open the dialog for an aspiration that exists."""
    open_draft(
        Key.ASPIRATION_FORM,
        aspiration_id,
        lambda plan: _fields(present_entry(plan.aspirations, aspiration_id, noun="aspiration")),
    )


@unbroken
def new_aspiration() -> None:
    """Open the dialog for a new aspiration that serves the needs that come first."""
    open_draft(
        Key.ASPIRATION_FORM, "", lambda plan: _fields(AspirationDraft(title="", needs=_first_needs(plan)))
    )


def aspiration_from(direction: Direction) -> None:
    """Open the dialog for a new aspiration that a direction suggests; to be called from a callback."""
    open_draft(
        Key.ASPIRATION_FORM,
        "",
        lambda _: _fields(aspiration_of(direction, need_options()), direction.id),
    )


def aspiration_dialog() -> None:
    """Draw the dialog if it is open."""
    draft_dialog(Key.ASPIRATION_FORM, Key.ASPIRATION_TITLE, "aspiration", _body, width="large")


def _first_needs(plan: Workspace) -> frozenset[str]:
    result = latest_result(plan.assessments)
    return frozenset(first_needs(result)) if result else frozenset()


def _fields(aspiration: Aspiration | AspirationDraft, direction: str = "") -> Fields:
    return {
        Key.ASPIRATION_TITLE: aspiration.title,
        Key.ASPIRATION_WHY: aspiration.why,
        Key.ASPIRATION_NEEDS: [id_ for id_ in need_options() if id_ in aspiration.needs],
        Key.ASPIRATION_MARK: aspiration.mark,
        Key.ASPIRATION_PATH: aspiration.path,
        Key.ASPIRATION_LEVEL: aspiration.level,
        Key.ASPIRATION_NEXT: aspiration.next_level,
        Key.ASPIRATION_REASON: "",
        Key.DIRECTION_DRAFT: direction,
    }


def _body(aspiration_id: str) -> None:
    fields, beside = st.columns([5, 2], gap="medium")
    with fields:
        _words_and_needs()
        _path_and_levels(is_new=not aspiration_id)
        mark_choice(Key.ASPIRATION_MARK)
        if aspiration_id:
            st.text_input(
                "Reason for the change (if you like)", key=Key.ASPIRATION_REASON, max_chars=room(LINE)
            )
        draft_buttons(
            Key.ASPIRATION_FORM,
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
        key=Key.ASPIRATION_TITLE,
        max_chars=room(LINE),
        placeholder="A direction, as bold as you like",
    )
    st.text_area("Why it matters to you", key=Key.ASPIRATION_WHY, max_chars=room(NOTE), height=100)
    _offer_answer()
    needs = need_options()
    st.multiselect(
        "Needs it serves",
        list(needs),
        key=Key.ASPIRATION_NEEDS,
        format_func=label_from(needs),
        placeholder="Choose",
    )


def _path_and_levels(*, is_new: bool) -> None:
    path: str = session.get(Key.ASPIRATION_PATH) or ""
    titles = {"": "No path of the library", **{it.id: it.title for it in paths()}}
    # A path that the library does not have, from a newer version perhaps, stays until another is chosen.
    titles |= {} if path in titles else {path: "A path that is not in the library"}
    st.selectbox("Path", list(titles), key=Key.ASPIRATION_PATH, format_func=label_from(titles))
    ladder, (now, then) = ladder_of(path), st.columns(2)
    with now:
        level_field("Level now (if you like)", Key.ASPIRATION_LEVEL, ladder)
    with then:
        level_field("Next level (if you like)", Key.ASPIRATION_NEXT, ladder)
    if not is_new:
        st.caption("To raise it or to step down, use “Change level” on its card: that keeps the reason.")


def _advice(aspiration_id: str) -> None:
    if not reads_like_goal(session.get(Key.ASPIRATION_TITLE, "")):
        return
    st.caption(f":material/lightbulb: {advice_words().reads_like_goal}")
    if aspiration_id:
        st.button(
            "File it as a goal",
            key=Key.ASPIRATION_REFILE,
            icon=":material/flag:",
            type="tertiary",
            help="Its text, links and history stay. You can undo it, or file it back.",
            on_click=save_draft,
            args=(
                Key.ASPIRATION_FORM,
                lambda plan, stamp: refile_as_goal(plan, aspiration_id, stamp=stamp),
                "It is a goal now, and waits on the Board as an idea.",
            ),
        )


def _offer_answer() -> None:
    """Offer what the person wrote about their needs as the why, as long as it does not hold it already."""
    answer = draft_base().standpoint.answer
    if not answer or answer in session.get(Key.ASPIRATION_WHY, ""):
        return
    with st.container(gap="xxsmall"):
        st.caption(f"Your answer from Needs: “{safe(answer)}”")
        st.button(
            "Add it to the why",
            key=Key.ASPIRATION_USE_ANSWER,
            type="tertiary",
            icon=":material/format_quote:",
            on_click=_use_answer,
        )


@unbroken
def _use_answer() -> None:
    typed = session[Key.ASPIRATION_WHY].strip()
    session[Key.ASPIRATION_WHY] = "\n\n".join(
        part for part in (typed, draft_base().standpoint.answer) if part
    )


def _entered() -> AspirationDraft:
    return AspirationDraft(
        title=session[Key.ASPIRATION_TITLE],
        why=session[Key.ASPIRATION_WHY],
        needs=frozenset(session[Key.ASPIRATION_NEEDS]),
        mark=session[Key.ASPIRATION_MARK],
        path=session.get(Key.ASPIRATION_PATH) or "",
        level=session.get(Key.ASPIRATION_LEVEL, ""),
        next_level=session.get(Key.ASPIRATION_NEXT, ""),
    )


def _saved(aspiration_id: str, plan: Workspace, stamp: Stamp) -> list[Change]:
    draft, needs = _entered(), need_options()
    if aspiration_id:
        reason: str = session.get(Key.ASPIRATION_REASON, "")
        return edit_aspiration(
            plan.aspirations, aspiration_id, draft, needs=needs, stamp=stamp, reason=reason
        )
    added = add_aspiration(draft, needs=needs, ids=IDS, stamp=stamp)
    return [*added, *draft_accepted(plan, stamp)]


def _archived(aspiration_id: str, plan: Workspace, stamp: Stamp) -> list[Change]:
    return archive_aspiration(plan.aspirations, aspiration_id, stamp=stamp)
