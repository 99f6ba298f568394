"""What a company asks for beside what one can bring, and the choice of what to bring."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

import streamlit as st

from careerkit.content import word_kin
from careerkit.interview import (
    Alignment,
    Application,
    Asked,
    Bringable,
    Choice,
    Match,
    Origin,
    Row,
    aligned,
    bring,
)
from careerkit.workspace import Workspace
from pages._ui.answer_state import AnswerKey
from pages._ui.answer_steps import go_to_step
from pages._ui.bringing import chosen, sayable_needs
from pages._ui.door import change_workspace
from pages._ui.escape import safe
from pages._ui.fields import follow
from pages._ui.fit_by_hand import by_hand, table
from pages._ui.fit_marks import marks
from pages._ui.goal_form import new_goal
from pages._ui.more import first_of, more_button
from pages._ui.session import session, unbroken
from pages._ui.strength_form import new_strength

_KINDS: Final = {
    Origin.ASPIRATION: "Aspiration",
    Origin.GOAL: "Goal",
    Origin.STRENGTH: "Strength",
    Origin.NEED: "Need",
}


def fit(plan: Workspace, application: Application, asked: Asked) -> None:
    """Draw both sides beside each other, for the answer to one question."""
    found = aligned(plan, application, needs=sayable_needs(), kin=word_kin())
    choice = chosen(plan, application, asked)
    if not found.rows:
        st.info("Note what they ask for first; then it stands here beside what you can bring.")
        st.button(
            "Go to the research", key=AnswerKey.ASK_LINK, on_click=go_to_step, args=("Research", "The role")
        )
    else:
        st.caption(f"Tick what you want to bring into the answer “{asked.label}”.")
    met, place = [row for row in found.rows if row.matches], f"fit-{application.id}"
    for row in first_of(met, place):
        _row(row, choice, found.unasked)
    more_button(met, place)
    table(found)
    _unmet([row for row in found.rows if not row.matches], found, f"unmet-{application.id}")
    _unasked(found.unasked, choice, some=bool(found.rows))
    marks(application, found)


def _row(row: Row, choice: Choice, others: tuple[Bringable, ...]) -> None:
    with st.container(border=True, gap="small"):
        theirs, yours = st.columns([2, 3], gap="medium")
        with theirs:
            st.markdown(f"**{safe(row.ask.title)}** :gray-badge[{row.ask.kind.label}]")
            if row.ask.quote and row.ask.quote.strip().lower() != row.ask.title.lower():
                st.caption(f"“{safe(row.ask.quote)}”")
        with yours:
            for match in row.matches:
                with st.container(gap=None):  # in a column of its own, a label would not wrap
                    _entry(match.entry, choice, row.ask.id)
                    st.caption(_why(match))
            by_hand(row, others)


def _why(match: Match) -> str:
    words = ", ".join(
        f"“{safe(pair.theirs)}”"
        if pair.theirs.lower() == pair.yours.lower()
        else f"“{safe(pair.theirs)}” and “{safe(pair.yours)}”"
        for pair in match.shared
    )
    if match.by_hand:
        return f"You put them together. {'Words that meet: ' + words if words else ''}"
    return f"Words that meet: {words}"


def _entry(entry: Bringable, choice: Choice, place: str) -> None:
    key = AnswerKey.BRING.of(f"{choice.asked.value}-{place}-{entry.id}")
    follow(key, entry.id in _ids(choice, entry.origin))
    st.checkbox(
        f"{safe(entry.title)} :gray-badge[{_KINDS[entry.origin]}]",
        key=key,
        on_change=_turn,
        args=(choice, entry, key),
    )


def _unmet(rows: list[Row], found: Alignment, place: str) -> None:
    if not rows:
        return
    entries = (*(match.entry for row in found.rows for match in row.matches), *found.unasked)
    with st.container(border=True, gap="small"):
        st.markdown("**They ask for it, and nothing you can say has a word in common with it**")
        st.caption(
            "Perhaps you have it under another name: put the two together. If it is missing and you want it, "
            "add it to your plan. What is neither true nor wanted is better left unanswered."
        )
        for row in first_of(rows, place):
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(f"{safe(row.ask.title)} :gray-badge[{row.ask.kind.label}]", width="stretch")
                with st.container(horizontal=True, width="content"):
                    by_hand(row, entries)
                    _add_button("Add a goal", AnswerKey.ASK_GOAL.of(row.ask.id), new_goal)
                    _add_button("Add a strength", AnswerKey.ASK_STRENGTH.of(row.ask.id), new_strength)
        more_button(rows, place)


def _add_button(label: str, key: str, press: Callable[[], None]) -> None:
    st.button(label, key=key, type="tertiary", on_click=press)


def _unasked(entries: tuple[Bringable, ...], choice: Choice, *, some: bool) -> None:
    if not entries:
        return
    heading = "They did not ask for it; bring it if it says who you are" if some else "What you can bring"
    with st.container(border=True, gap="small"):
        st.markdown(f"**{heading}**")
        for entry in entries:
            _entry(entry, choice, "unasked")


def _ids(choice: Choice, origin: Origin) -> tuple[str, ...]:
    return tuple(getattr(choice, origin.value))


@unbroken
def _turn(choice: Choice, entry: Bringable, key: str) -> None:
    ids = [id_ for id_ in _ids(choice, entry.origin) if id_ != entry.id]
    fields: dict[str, Any] = {entry.origin.value: [*ids, entry.id] if session[key] else ids}
    new = replace(choice, **fields)
    change_workspace(lambda plan, stamp: bring(plan, new, stamp=stamp))
