"""What the year collects for its review: the wins log, and the quarterly check."""

from datetime import date
from functools import partial
from typing import Final

import streamlit as st

from careerkit.change import Change, ConflictError, Stamp
from careerkit.content.quarter import quarter_words
from careerkit.review import QUESTIONS, Win, answer_quarter, quarter_of, restore_win
from careerkit.text import NOTE
from careerkit.words import day_in_words
from careerkit.workspace import Workspace, present
from pages._ui.clock import today
from pages._ui.door import change_workspace
from pages._ui.escape import safe
from pages._ui.fields import saved_text
from pages._ui.more import first_of, more_button
from pages._ui.review_state import YearKey
from pages._ui.session import unbroken
from pages._ui.win_form import new_win, open_win

_MEANWHILE: Final = (
    "This was answered in another tab meanwhile. Nothing was overwritten. To keep yours, enter it again."
)


def year_log(plan: Workspace) -> None:
    """Draw the wins and the check of this quarter, folded away."""
    wins = sorted(present(plan.wins).values(), key=lambda win: win.on, reverse=True)
    with st.expander(f"Wins: {len(wins)}" if wins else "Wins", icon=":material/award_star:"):
        _wins(wins, plan)
    year, quarter = quarter_of(today())
    with st.expander(f"Quarterly check, quarter {quarter} of {year}", icon=":material/update:"):
        _quarter(plan)


def _wins(wins: list[Win], plan: Workspace) -> None:
    st.caption("Three seconds now are worth an hour in December. The button for it is on every page.")
    st.button("Write down a win", key=YearKey.WIN_ADD.of("log"), icon=":material/add:", on_click=new_win)
    for win in first_of(wins, "wins"):
        with st.container(horizontal=True, vertical_alignment="center"):
            evidence = f"  \n:small[{safe(win.evidence)}]" if win.evidence else ""
            st.markdown(f"{safe(win.title)} :gray[· {day_in_words(win.on)}]{evidence}", width="stretch")
            key = YearKey.WIN_EDIT.of(win.id)
            st.button("Edit", key=key, type="tertiary", on_click=open_win, args=(win.id,))
    more_button(wins, "wins")
    away = [win for win in plan.wins.values() if win.archived]
    for win in first_of(away, "wins-away"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f":gray[Archived: {safe(win.title)}]", width="stretch")
            key = YearKey.WIN_RESTORE.of(win.id)
            st.button("Bring back", key=key, type="tertiary", on_click=_restore, args=(win.id,))
    more_button(away, "wins-away")


def _quarter(plan: Workspace) -> None:
    day = today()
    year, quarter = quarter_of(day)
    check = plan.quarter_checks.get(f"quarter-{year}-{quarter}")
    st.caption("About five minutes. It saves itself, and the yearly review finds it.")
    for question in QUESTIONS:
        words = quarter_words()[question]
        shown = check.answers.get(question, "") if check else ""
        saved_text(
            words.asks,
            key=YearKey.QUARTER_ANSWER.of(question),
            stored=shown,
            save=partial(_answer, question, shown, day),
            limit=NOTE,
            area=True,
            height=80,
            placeholder=words.example,
        )


def _answer(question: str, shown: str, day: date, text: str) -> None:
    """Keep an answer in the check of the day it was asked on; two tabs may both make that check."""

    def deed(plan: Workspace, stamp: Stamp) -> list[Change]:
        changes = answer_quarter(plan.quarter_checks, question, text, day, stamp=stamp)
        year, quarter = quarter_of(day)
        check = plan.quarter_checks.get(f"quarter-{year}-{quarter}")
        theirs = check.answers.get(question, "") if check else ""
        if changes and theirs != shown:
            raise ConflictError(
                _MEANWHILE, change=changes[0], field=f"answers.{question}", theirs=theirs, yours=text
            )
        return changes

    change_workspace(deed, base=None)


@unbroken
def _restore(win_id: str) -> None:
    change_workspace(lambda plan, stamp: restore_win(plan.wins, win_id, stamp=stamp), done="It is back.")
