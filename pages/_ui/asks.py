"""What a company asks for, as the person noted it: the list, and the dialog to write it down."""

from functools import partial

import streamlit as st

from careerkit.change import Change, Stamp, present_entry
from careerkit.interview import (
    Application,
    Ask,
    AskDraft,
    AskKind,
    add_asks,
    archive_ask,
    asks_of,
    edit_ask,
    restore_ask,
)
from careerkit.text import LINE, NOTE
from careerkit.workspace import Workspace
from pages._ui.answer_state import AnswerKey
from pages._ui.choices import label_of
from pages._ui.door import IDS, change_workspace
from pages._ui.draft_dialog import draft_buttons, draft_dialog, open_draft
from pages._ui.escape import safe
from pages._ui.fields import room
from pages._ui.more import first_of, more_button
from pages._ui.session import session, unbroken
from pages._ui.state import Keys


def asks_noted(plan: Workspace, application: Application) -> None:
    """Draw what was noted, what was put away, and the button to note something by hand."""
    asks = asks_of(plan.asks, application.id)
    if asks:
        st.markdown("**What they ask for**")
    place = f"asks-{application.id}"
    for ask in first_of(asks, place):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"{safe(ask.title)} :gray-badge[{ask.kind.label}]", width="stretch")
            st.button(
                "Edit", key=AnswerKey.ASK_EDIT.of(ask.id), type="tertiary", on_click=_open, args=(ask.id,)
            )
    more_button(asks, place)
    st.button(
        "Note something they ask for",
        key=AnswerKey.ASK_ADD,
        icon=":material/add:",
        on_click=_new,
        args=(application.id,),
    )
    away = [it for it in plan.asks.values() if it.application_id == application.id and it.archived]
    if away:
        with st.expander(f"Archived: {len(away)}"):
            for ask in away:
                _archived(ask)


def ask_dialog() -> None:
    """Draw the dialog if it is open."""
    draft_dialog(
        AnswerKey.ASK_FORM, AnswerKey.ASK_TITLE, "note", _body, heading="Something they ask for or offer"
    )


@unbroken
def _open(ask_id: str) -> None:
    open_draft(
        AnswerKey.ASK_FORM, ask_id, lambda plan: _fields(present_entry(plan.asks, ask_id, noun="note"))
    )


@unbroken
def _new(application_id: str) -> None:
    open_draft(AnswerKey.ASK_FORM, "", _fields(AskDraft(title="")) | {AnswerKey.ASK_LINK: application_id})


def _fields(ask: Ask | AskDraft) -> dict[Keys, object]:
    return {
        AnswerKey.ASK_TITLE: ask.title,
        AnswerKey.ASK_KIND: ask.kind,
        AnswerKey.ASK_QUOTE: ask.quote,
    }


def _body(ask_id: str) -> None:
    with st.form(AnswerKey.ASK_FORM, border=False):
        st.text_input(
            "What is it, in a few words?",
            key=AnswerKey.ASK_TITLE,
            max_chars=room(LINE),
            placeholder="Patience with clients",
        )
        st.radio("Kind", list(AskKind), key=AnswerKey.ASK_KIND, format_func=label_of, horizontal=True)
        st.text_area("How they say it", key=AnswerKey.ASK_QUOTE, max_chars=room(NOTE), height=80)
        draft_buttons(
            AnswerKey.ASK_FORM,
            "note",
            save=partial(_saved, ask_id),
            archive=partial(_put_away, ask_id) if ask_id else None,
        )


def _saved(ask_id: str, plan: Workspace, stamp: Stamp) -> list[Change]:
    draft = AskDraft(
        title=session[AnswerKey.ASK_TITLE],
        kind=session[AnswerKey.ASK_KIND],
        quote=session[AnswerKey.ASK_QUOTE],
    )
    if ask_id:
        return edit_ask(plan.asks, ask_id, draft, stamp=stamp)
    application_id: str = session[AnswerKey.ASK_LINK]
    return add_asks(plan.applications, plan.asks, application_id, [draft], ids=IDS, stamp=stamp)


def _put_away(ask_id: str, plan: Workspace, stamp: Stamp) -> list[Change]:
    return archive_ask(plan.asks, ask_id, stamp=stamp)


def _archived(ask: Ask) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(safe(ask.title), width="stretch")
        st.button(
            "Bring back",
            key=AnswerKey.ASK_RESTORE.of(ask.id),
            type="tertiary",
            on_click=_restore,
            args=(ask.id,),
        )


@unbroken
def _restore(ask_id: str) -> None:
    change_workspace(lambda plan, stamp: restore_ask(plan.asks, ask_id, stamp=stamp), done="It is back.")
