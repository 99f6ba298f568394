"""What a pasted posting asks for, as suggestions to be noted, with their place in the text."""

from functools import lru_cache

import streamlit as st

from careerkit.content import posting_words
from careerkit.interview import Application, AskDraft, Pick, add_asks, asks_of, picked_out
from careerkit.workspace import Workspace
from pages._ui.answer_state import AnswerKey
from pages._ui.door import IDS, change_workspace
from pages._ui.escape import safe
from pages._ui.session import session, unbroken

_AROUND = 60
"""Characters of the posting that are shown on either side of what was picked out, cut between words."""
_MOST = 200
"""Characters that are shown of what was picked out."""
_BULLETS = " \t•*·–—-"


def posting_picks(plan: Workspace, application: Application) -> None:
    """Draw the suggestions that are not noted yet, each with its words in the posting."""
    if not application.posting:
        return
    noted = {ask.title.lower() for ask in asks_of(plan.asks, application.id)}
    picks = [pick for pick in _picks(application.posting) if pick.title.lower() not in noted]
    if not picks:
        if not noted:
            st.caption("Nothing stood out in this text: it reads English. Note by hand what matters.")
        return
    with st.container(border=True):
        st.markdown("**What they seem to ask for.** Choose what is worth answering.")
        for pick in picks:
            _suggestion(application, pick)
        with st.container(horizontal=True):
            st.button(
                "Note what is chosen",
                key=AnswerKey.PICK_KEEP,
                type="primary",
                on_click=_note,
                args=(application.id, application.posting),
            )
            label = f"Note all {len(picks)}" if len(picks) > 1 else "Note it"
            st.button(
                label, key=AnswerKey.PICK_ALL, on_click=_note_all, args=(application.id, application.posting)
            )


@lru_cache(maxsize=64)
def _picks(posting: str) -> tuple[Pick, ...]:
    return picked_out(posting, posting_words())


def _suggestion(application: Application, pick: Pick) -> None:
    with st.container(gap=None):
        st.checkbox(
            f"{safe(pick.title)} :gray-badge[{pick.kind.label}]",
            key=_key(application.id, pick),
            persist_state="session",
        )
        st.caption(_in_place(application.posting, pick))


def _in_place(posting: str, pick: Pick) -> str:
    """Return the words of the posting, marked, with a little of what stands around them on their line."""
    line = posting.rfind("\n", 0, pick.start) + 1
    end_of_line = posting.find("\n", pick.end)
    end_of_line = end_of_line if end_of_line >= 0 else len(posting)
    before = posting[line : pick.start].lstrip(_BULLETS)
    if len(before) > _AROUND:
        before = "… " + before[-_AROUND:].partition(" ")[2]
    after = posting[pick.end : end_of_line].rstrip()
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + " …"
    words = " ".join(posting[pick.start : pick.end].split())
    words = words[:_MOST] + "…" * (len(words) > _MOST)
    return f"“{safe(before)}**{safe(words)}**{safe(after)}”"


def _key(application_id: str, pick: Pick) -> str:
    return AnswerKey.PICK.of(f"{application_id}-{pick.kind}-{pick.title.lower()}")


@unbroken
def _note(application_id: str, posting: str) -> None:
    _keep(application_id, [pick for pick in _picks(posting) if session.get(_key(application_id, pick))])


@unbroken
def _note_all(application_id: str, posting: str) -> None:
    _keep(application_id, list(_picks(posting)))


def _keep(application_id: str, picks: list[Pick]) -> None:
    drafts = [AskDraft(title=pick.title, kind=pick.kind, quote=pick.quote) for pick in picks]
    change_workspace(
        lambda plan, stamp: add_asks(
            plan.applications, plan.asks, application_id, drafts, ids=IDS, stamp=stamp
        ),
        done="Noted." if drafts else "Choose at least one of them first.",
    )
