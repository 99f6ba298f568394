"""Within a step of the review: what shall become of each goal, aspiration and milestone, and why."""

from datetime import date
from functools import partial
from typing import Final

import streamlit as st

from careerkit.aspirations import Aspiration
from careerkit.change import Change, Stamp
from careerkit.goals import OPEN, Goal, Milestone
from careerkit.moments import LAST_YEAR
from careerkit.review import (
    MOST_PARTS,
    NEED_REASON,
    OFFERED,
    About,
    Alters,
    Choice,
    Decision,
    Reason,
    Review,
    ReviewStep,
    decide,
    undecide,
)
from careerkit.text import LINE, NOTE
from careerkit.workspace import Workspace, present
from pages._ui.choices import day_field, label_of, year_field
from pages._ui.door import change_workspace
from pages._ui.escape import safe
from pages._ui.fields import follow, room
from pages._ui.level_field import ladder_of, level_field
from pages._ui.more import first_of, more_button
from pages._ui.review_state import YearKey
from pages._ui.session import session, unbroken

Entry = Goal | Aspiration | Milestone

_LEVELS: Final = (Choice.RAISE, Choice.DOWN, Choice.SIDEWAYS)
_AT_ONCE: Final = (Choice.KEEP, Choice.DONE)
"""Choices that need no more words: they are noted as soon as they are made."""


def decisions_of(review: Review, step: ReviewStep, plan: Workspace) -> None:
    """Draw the entries that a step can change, each with its choice; nothing changes in the plan yet."""
    about, entries = _entries(review, step, plan)
    if about is None:
        return
    if entries:
        st.caption("Nothing changes yet: you see all changes together at the end, and apply those you want.")
    for entry in first_of(entries, f"decide-{about.value}"):
        _entry(review, about, entry)
    more_button(entries, f"decide-{about.value}")


def _entries(review: Review, step: ReviewStep, plan: Workspace) -> tuple[About | None, list[Entry]]:
    match step.alters:
        case Alters.GOALS:
            goals = [goal for goal in present(plan.goals).values() if goal.status in OPEN]
            return About.GOAL, [*sorted(goals, key=lambda goal: goal.due or date.max)]
        case Alters.ASPIRATIONS:
            return About.ASPIRATION, [*present(plan.aspirations).values()]
        case Alters.MILESTONES:
            found = present(plan.milestones).values()
            return About.MILESTONE, [it for it in found if not it.done and it.year <= review.year]
        case _:
            return None, []


def _entry(review: Review, about: About, entry: Entry) -> None:
    bare = Decision(about=about, entry_id=entry.id, choice=Choice.KEEP)
    kept = review.decisions.get(bare.key)
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**{safe(entry.title)}**")
        if bare.key in review.applied:
            st.caption("Your plan has followed what you decided.")
            return
        key = YearKey.DECIDE.of(f"{review.id}-{bare.key}")
        follow(key, kept.choice if kept else None)
        offered = _offered(about, entry)
        chosen: Choice | None = st.segmented_control(
            "What shall become of it?",
            offered,
            key=key,
            format_func=label_of,
            label_visibility="collapsed",
            on_change=_chosen,
            args=(review.id, about, entry.id, key),
        )
        if chosen is not None and chosen not in _AT_ONCE:
            same = kept is not None and kept.choice is chosen
            _fields(review, about, entry, chosen, kept if same else None)
            if not same:
                st.caption(
                    "Not noted yet." if kept is None else f"Not noted yet: “{kept.choice.label}” stands."
                )


def _offered(about: About, entry: Entry) -> list[Choice]:
    """Return what can be chosen; an idea without a date cannot be done yet, it gets its date first."""
    undated = isinstance(entry, Goal) and entry.due is None
    left_out = {Choice.ADD, Choice.DONE} if undated else {Choice.ADD}
    return [choice for choice in OFFERED[about] if choice not in left_out]


def _fields(review: Review, about: About, entry: Entry, choice: Choice, kept: Decision | None) -> None:
    place = f"{review.id}-{about.value}-{entry.id}"
    with st.form(YearKey.DECIDE_SAVE.of(f"form-{place}"), border=False):
        _where_to(about, entry, choice, kept, place)
        reason, note = st.columns(2)
        reason.selectbox(
            "Why?" if choice in NEED_REASON else "Why? (if you like)",
            list(Reason),
            index=[*Reason].index(kept.reason) if kept and kept.reason else None,
            key=YearKey.DECIDE_REASON.of(place),
            format_func=label_of,
            placeholder="Choose",
        )
        note.text_input(
            "In your words (if you like)",
            value=kept.note if kept else "",
            key=YearKey.DECIDE_NOTE.of(place),
            max_chars=room(NOTE),
        )
        st.form_submit_button(
            "Note it" if kept is None else "Note it anew",
            key=YearKey.DECIDE_SAVE.of(place),
            on_click=_note,
            args=(review.id, about, entry.id, choice),
        )


def _where_to(about: About, entry: Entry, choice: Choice, kept: Decision | None, place: str) -> None:
    """Draw what a choice leads to: a date, a year, a level, or the parts."""
    if choice in _LEVELS and isinstance(entry, Aspiration):
        ladder = ladder_of(entry.path)
        for key, was in ((YearKey.DECIDE_LEVEL, "level"), (YearKey.DECIDE_NEXT, "next_level")):
            session.setdefault(key.of(place), getattr(kept, was) if kept else "")
        st.caption(f"Now: {safe(entry.level) or 'no level noted'}")
        level_field("Level from now on", YearKey.DECIDE_LEVEL.of(place), ladder, in_form=True)
        level_field("Next level (if you like)", YearKey.DECIDE_NEXT.of(place), (), in_form=True)
    elif choice is Choice.MOVE and about is About.MILESTONE and isinstance(entry, Milestone):
        session.setdefault(YearKey.DECIDE_YEAR.of(place), (kept and kept.year) or entry.year + 1)
        year_field("To the year", YearKey.DECIDE_YEAR.of(place), last=LAST_YEAR)
    elif choice is Choice.MOVE and isinstance(entry, Goal):
        session.setdefault(YearKey.DECIDE_DUE.of(place), (kept and kept.due) or entry.due)
        day_field("New due date", YearKey.DECIDE_DUE.of(place))
    elif choice is Choice.SPLIT:
        session.setdefault(YearKey.DECIDE_PARTS.of(place), "\n".join(kept.parts) if kept else "")
        st.text_area(
            "Its parts, one a line",
            key=YearKey.DECIDE_PARTS.of(place),
            max_chars=room(MOST_PARTS * LINE),
            height=100,
        )


@unbroken
def _chosen(review_id: str, about: About, entry_id: str, key: str) -> None:
    """Note a choice that needs no more words; without a choice, the decision is taken out again."""
    choice: Choice | None = session[key]
    decision = Decision(about=about, entry_id=entry_id, choice=choice or Choice.KEEP)
    if choice is None:
        change_workspace(
            lambda plan, stamp: undecide(plan.reviews, review_id, decision.key, stamp=stamp), base=None
        )
    elif choice in _AT_ONCE:
        change_workspace(partial(_decided, review_id, decision), base=None)


@unbroken
def _note(review_id: str, about: About, entry_id: str, choice: Choice) -> None:
    place = f"{review_id}-{about.value}-{entry_id}"

    def deed(plan: Workspace, stamp: Stamp) -> list[Change]:
        lines: str = session.get(YearKey.DECIDE_PARTS.of(place), "")
        decision = Decision(
            about=about,
            entry_id=entry_id,
            choice=choice,
            reason=session[YearKey.DECIDE_REASON.of(place)],
            note=session[YearKey.DECIDE_NOTE.of(place)],
            due=session.get(YearKey.DECIDE_DUE.of(place)),
            year=session.get(YearKey.DECIDE_YEAR.of(place)),
            level=session.get(YearKey.DECIDE_LEVEL.of(place), ""),
            next_level=session.get(YearKey.DECIDE_NEXT.of(place), ""),
            parts=tuple(line for line in lines.splitlines() if line.strip()),
        )
        return _decided(review_id, decision, plan, stamp)

    change_workspace(deed, done="Noted.", base=None)


def _decided(review_id: str, decision: Decision, plan: Workspace, stamp: Stamp) -> list[Change]:
    return decide(plan.reviews, review_id, decision, stamp=stamp)
