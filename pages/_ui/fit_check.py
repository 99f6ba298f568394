"""Does the plan still fit? Two questions side by side, each with what the plan itself says about it."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from careerkit.change import Change, Stamp
from careerkit.content.trends import trend_words
from careerkit.errors import InvalidValueError
from careerkit.goals import Fit, FitAnswer, FitDraft, FitSide, Goal, Trend, answer_fit, answers_of
from careerkit.needs import MOST_SATISFIED
from careerkit.text import NOTE, clean_text
from careerkit.words import counted, day_in_words, joined
from careerkit.workspace import Workspace, fit_with_market, fit_with_me
from pages._ui.choices import label_of
from pages._ui.clock import today
from pages._ui.door import IDS, change_workspace
from pages._ui.escape import safe
from pages._ui.fields import room
from pages._ui.need_words import compared_needs, named
from pages._ui.plan_state import PlanKey
from pages._ui.session import session, unbroken

_MOST: Final = 3
"""Titles that a sentence names."""


def fit_check(plan: Workspace) -> None:
    """Draw both questions with their facts, and the answers so far."""
    st.header("Does your plan still fit?", anchor=False)
    facts = {FitSide.ME: _about_me(plan), FitSide.MARKET: _about_the_market(plan)}
    for column, side in zip(st.columns(2, gap="large"), FitSide, strict=True):
        with column:
            _side(side, facts[side], answers_of(plan.fits, side))


def _side(side: FitSide, facts: Sequence[str], answers: Sequence[Fit]) -> None:
    words = trend_words().sides[side]
    st.markdown(f"**{side.label}**")
    st.caption(words.about)
    if facts:
        st.markdown("\n".join(f"- {fact}" for fact in facts))
    st.segmented_control(
        side.label,
        list(FitAnswer),
        key=PlanKey.FIT_ANSWER.of(side),
        format_func=label_of,
        label_visibility="collapsed",
        persist_state="session",
    )
    st.text_area(
        "Note (if you like)",
        key=PlanKey.FIT_NOTE.of(side),
        max_chars=room(NOTE),
        height=80,
        placeholder=words.example,
        persist_state="session",
    )
    st.button("Save", key=PlanKey.FIT_SAVE.of(side), on_click=_save, args=(side,))
    if answers:
        with st.expander(counted(len(answers), "answer so far", "answers so far")):
            st.markdown("\n\n".join(_told(answer) for answer in answers))


def _told(answer: Fit) -> str:
    note = f"  \n{safe(answer.note)}" if answer.note else ""
    return f"**{day_in_words(answer.on)}** · {answer.answer.label}{note}"


def _about_me(plan: Workspace) -> list[str]:
    facts = fit_with_me(plan)
    if not facts.first:
        lines = ["You have not compared your needs yet."]
    else:
        one = len(facts.first) == 1
        lines = [f"Your first {'need' if one else 'needs'}: {_names(facts.first)}."]
        if facts.unserved:
            lines.append(f"No aspiration or open goal serves {_names(facts.unserved)}.")
        else:
            lines.append(f"Your plan serves {'it' if one else 'each of them'}.")
    known = {need.id for need in compared_needs()}
    unmet = [f"{named(need)} {value}" for need, value in facts.unmet if need in known]
    if unmet:
        lines.append(f"Hardly met today, from 0 to {MOST_SATISFIED}: {joined(unmet)}.")
    return lines


def _about_the_market(plan: Workspace) -> list[str]:
    facts = fit_with_market(plan, today())
    if not facts.trends:
        return ["You have noted no trends yet."]
    lines = [f"You have noted {counted(len(facts.trends), 'trend', 'trends')}."]
    if facts.stale:
        lines.append(f"Not looked at for a long time: {len(facts.stale)} of them.")
    if facts.unanswered:
        lines.append(f"No goal answers {_titles(facts.unanswered)}.")
    if facts.shrinking:
        lines.append(f"Something is shrinking around {_titles(facts.shrinking)}.")
    return lines


def _names(needs: Sequence[str]) -> str:
    return joined([named(need) for need in needs])


def _titles(entries: Sequence[Trend] | Sequence[Goal]) -> str:
    """Return the first titles, quoted, and how many more there are."""
    shown = [f"“{safe(entry.title)}”" for entry in entries[:_MOST]]
    return joined([*shown, *([f"{len(entries) - _MOST} more"] if len(entries) > _MOST else [])])


@unbroken
def _save(side: FitSide) -> None:
    answer_key, note_key = PlanKey.FIT_ANSWER.of(side), PlanKey.FIT_NOTE.of(side)
    answer: FitAnswer | None = session.get(answer_key)
    note: str = session.get(note_key, "")
    now = today()

    def deed(plan: Workspace, stamp: Stamp) -> list[Change]:
        if answer is None:
            raise InvalidValueError("Say how well it fits first: yes, in part, or not any more.")
        latest = next(iter(answers_of(plan.fits, side)), None)
        if latest and (latest.on, latest.answer, latest.note) == (now, answer, clean_text(note).strip()):
            return []  # a second press, or another tab
        return answer_fit(FitDraft(side=side, answer=answer, note=note), now, ids=IDS, stamp=stamp)

    if change_workspace(deed, done="Saved with today's date.", base=None) is not None:
        session[answer_key], session[note_key] = None, ""
