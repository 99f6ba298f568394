"""What one takes along: the answers, a card of cues and the research, to download or to print."""

import re
from functools import partial
from typing import Final

import streamlit as st

from careerkit.content import interview_questions, word_kin
from careerkit.export import answers_markdown, cues_markdown, research_markdown
from careerkit.interview import Answer, Application, Asked, answer_to, asks_of
from careerkit.workspace import Workspace, present
from pages._ui.answer_state import AnswerKey
from pages._ui.file_names import slug
from pages._ui.session import session, unbroken

PAPERS: Final = ("Answer sheet", "Cue card", "Research")

_JOINER: Final = "\u2060"
"""Invisible and without width: it parts what only counts when it stands together."""
# In escaped text: what begins an address or an icon, and what makes an arrow of two characters.
_READ_AS_MORE: Final = re.compile(r"\\[:@]|\\[<>=~.-](?=\\[<>=~-])|\b[wW]{3}(?=\\\.)")


def papers(plan: Workspace, application: Application) -> None:
    """Draw the choice of the paper, its download, and the way to the view for printing."""
    with st.container(border=True, gap="small"):
        st.markdown("**To take along**")
        chosen = st.segmented_control(
            "Paper",
            PAPERS,
            key=AnswerKey.PAPER,
            default=PAPERS[0],
            required=True,
            label_visibility="collapsed",
            persist_state="session",
        )
        paper = chosen if chosen in PAPERS else PAPERS[0]
        _ways_to_take(paper, plan, application)


def _ways_to_take(paper: str, plan: Workspace, application: Application) -> None:
    with st.container(horizontal=True):
        st.download_button(
            "Download as Markdown",
            data=partial(document, paper, plan, application),
            file_name=f"{slug(application.company)}-{slug(paper)}.md",
            mime="text/markdown",
            key=AnswerKey.ANSWER_DOWNLOAD,
            icon=":material/download:",
            on_click="ignore",
        )
        st.button(
            "Show to print",
            key=AnswerKey.PRINT,
            icon=":material/print:",
            on_click=_show,
            args=(paper, application.id),
        )


def print_view(plan: Workspace) -> bool:
    """Draw the paper that is to be printed alone, with the way back; say whether there is one."""
    paper, application_id = session.get(AnswerKey.PRINTED, ("", ""))
    application = present(plan.applications).get(application_id)
    if paper not in PAPERS or application is None:
        return False
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button("Back", key=AnswerKey.PRINT, icon=":material/arrow_back:", on_click=_show)
        st.caption("Print it from your browser: Ctrl+P, or ⌘P on a Mac.")
    st.markdown(_as_typed(document(paper, plan, application)))
    return True


def document(paper: str, plan: Workspace, application: Application) -> str:
    """Return one of the papers as Markdown, what people wrote escaped."""
    if paper == "Research":
        titles = {id_: entry.title for id_, entry in plan.aspirations.items() if not entry.archived}
        return research_markdown(application, asks_of(plan.asks, application.id), titles)
    answers = _written(plan, application)
    if paper == "Cue card":
        return cues_markdown(application, answers, word_kin())
    return answers_markdown(application, answers, interview_questions())


def _written(plan: Workspace, application: Application) -> list[Answer]:
    answers = (answer_to(plan, application.id, asked) for asked in Asked)
    return [answer for answer in answers if answer is not None and answer.text]


def _as_typed(markdown: str) -> str:
    """Return a paper so that Streamlit makes no link, no arrow and no icon of what people wrote in it."""
    return _READ_AS_MORE.sub(lambda found: found.group() + _JOINER, markdown)


@unbroken
def _show(paper: str = "", application_id: str = "") -> None:
    session[AnswerKey.PRINTED] = (paper, application_id)
