"""The dialog in which a win is written down, from any page, and changed."""

from functools import partial

import streamlit as st

from careerkit.change import Change, Stamp, present_entry
from careerkit.review import Win, WinDraft, add_win, archive_win, edit_win
from careerkit.text import LINE, NOTE
from careerkit.workspace import Workspace, present
from pages._ui.choices import day_field, label_from, mark_choice, need_options, titles
from pages._ui.clock import today
from pages._ui.door import IDS
from pages._ui.draft_dialog import Fields, draft_base, draft_buttons, draft_dialog, open_draft
from pages._ui.fields import room
from pages._ui.review_state import YearKey
from pages._ui.session import session, unbroken


@unbroken
def open_win(win_id: str) -> None:
    """Open the dialog for a win that exists."""
    open_draft(
        YearKey.WIN_FORM, win_id, lambda plan: _fields(present_entry(plan.wins, win_id, noun="win"), plan)
    )


@unbroken
def new_win() -> None:
    """Open the dialog for a new win, of today."""
    open_draft(YearKey.WIN_FORM, "", partial(_fields, WinDraft(title="", on=today())))


def win_dialog() -> None:
    """Draw the dialog if it is open."""
    draft_dialog(YearKey.WIN_FORM, YearKey.WIN_TITLE, "win", _body)


def _fields(win: Win | WinDraft, plan: Workspace) -> Fields:
    return {
        YearKey.WIN_TITLE: win.title,
        YearKey.WIN_ON: win.on,
        YearKey.WIN_EVIDENCE: win.evidence,
        YearKey.WIN_NEEDS: [id_ for id_ in need_options() if id_ in win.needs],
        YearKey.WIN_STRENGTHS: [id_ for id_ in present(plan.strengths) if id_ in win.strengths],
        YearKey.WIN_MARK: win.mark,
    }


def _body(win_id: str) -> None:
    with st.form(YearKey.WIN_FORM, border=False):
        st.text_input(
            "What went well?",
            key=YearKey.WIN_TITLE,
            max_chars=room(LINE),
            placeholder="A client said the new summary saved her an evening",
        )
        day_field("When", YearKey.WIN_ON)
        with st.expander("More, if you like", expanded=bool(win_id)):
            st.text_area("What shows it?", key=YearKey.WIN_EVIDENCE, max_chars=room(NOTE), height=80)
            _links()
            mark_choice(YearKey.WIN_MARK)
        draft_buttons(
            YearKey.WIN_FORM,
            "win",
            save=partial(_saved, win_id),
            archive=partial(_archived, win_id) if win_id else None,
        )


def _links() -> None:
    needs, strengths = need_options(), titles(present(draft_base().strengths))
    left, right = st.columns(2)
    left.multiselect(
        "Needs it speaks to",
        list(needs),
        key=YearKey.WIN_NEEDS,
        format_func=label_from(needs),
        placeholder="Choose",
    )
    if strengths:
        right.multiselect(
            "Strengths it shows",
            list(strengths),
            key=YearKey.WIN_STRENGTHS,
            format_func=label_from(strengths),
            placeholder="Choose",
        )


def _saved(win_id: str, plan: Workspace, stamp: Stamp) -> list[Change]:
    draft = WinDraft(
        title=session[YearKey.WIN_TITLE],
        on=session[YearKey.WIN_ON],
        evidence=session[YearKey.WIN_EVIDENCE],
        needs=frozenset(session[YearKey.WIN_NEEDS]),
        strengths=frozenset(session.get(YearKey.WIN_STRENGTHS, ())),
        mark=session[YearKey.WIN_MARK],
    )
    strengths, needs = plan.strengths, need_options()
    if win_id:
        return edit_win(plan.wins, win_id, draft, strengths=strengths, needs=needs, stamp=stamp)
    return add_win(draft, strengths=strengths, needs=needs, ids=IDS, stamp=stamp)


def _archived(win_id: str, plan: Workspace, stamp: Stamp) -> list[Change]:
    return archive_win(plan.wins, win_id, stamp=stamp)
