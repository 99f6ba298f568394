"""The dialog in which a milestone is written down or changed."""

from functools import partial

import streamlit as st

from careerkit.change import Change, Stamp, present_entry
from careerkit.content.plan import plan_words
from careerkit.goals import (
    HEAVIEST,
    Milestone,
    MilestoneDraft,
    MilestoneKind,
    add_milestone,
    archive_milestone,
    drafted_milestone,
    edit_milestone,
    repeat_milestone,
)
from careerkit.moments import LAST_YEAR
from careerkit.text import LINE
from careerkit.workspace import Workspace, present, years_of
from pages._ui.choices import day_field, label_from, label_of, titles, year_field
from pages._ui.clock import today
from pages._ui.door import IDS
from pages._ui.draft_dialog import (
    Fields,
    close_draft,
    draft_base,
    draft_buttons,
    draft_dialog,
    open_draft,
)
from pages._ui.fields import room
from pages._ui.page import go_to
from pages._ui.places import Place
from pages._ui.plan_state import PlanKey
from pages._ui.session import session, unbroken


@unbroken
def open_milestone(milestone_id: str) -> None:
    """Open the dialog for a milestone that exists."""
    open_draft(
        PlanKey.MILESTONE_FORM,
        milestone_id,
        lambda plan: _fields(present_entry(plan.milestones, milestone_id, noun="milestone"), plan),
    )


@unbroken
def new_milestone(year: int) -> None:
    """Open the dialog for a new milestone in ``year``."""
    draft = MilestoneDraft(title="", year=year, kind=MilestoneKind.QUALIFICATION)
    open_draft(PlanKey.MILESTONE_FORM, "", partial(_fields, draft))


def milestone_dialog() -> None:
    """Draw the dialog if it is open."""
    draft_dialog(PlanKey.MILESTONE_FORM, PlanKey.MILESTONE_TITLE, "milestone", _body)


def _fields(milestone: Milestone | MilestoneDraft, plan: Workspace) -> Fields:
    return {
        PlanKey.MILESTONE_TITLE: milestone.title,
        PlanKey.MILESTONE_YEAR: milestone.year,
        PlanKey.MILESTONE_ON: milestone.on,
        PlanKey.MILESTONE_KIND: milestone.kind,
        PlanKey.MILESTONE_WEIGHT: milestone.weight,
        PlanKey.MILESTONE_GOALS: [id_ for id_ in present(plan.goals) if id_ in milestone.goals],
        PlanKey.MILESTONE_REPEAT: False,
        PlanKey.MILESTONE_REASON: "",
    }


def _body(milestone_id: str) -> None:
    with st.form(PlanKey.MILESTONE_FORM, border=False):
        _what_and_when()
        _kind()
        _weight()
        _goals()
        st.checkbox(
            f"Plan it again in every year until {_last_year(draft_base())}",
            key=PlanKey.MILESTONE_REPEAT,
            wrap=True,
        )
        if milestone_id:
            st.text_input(
                "Reason for the change (if you like)", key=PlanKey.MILESTONE_REASON, max_chars=room(LINE)
            )
        draft_buttons(
            PlanKey.MILESTONE_FORM,
            "milestone",
            save=partial(_saved, milestone_id),
            archive=partial(_archived, milestone_id) if milestone_id else None,
        )
    if milestone_id:
        _thread_button(milestone_id)


def _what_and_when() -> None:
    st.text_input(
        "Milestone",
        key=PlanKey.MILESTONE_TITLE,
        max_chars=room(LINE),
        placeholder="What will be reached?",
    )
    year, day = st.columns(2)
    with year:
        year_field("Year", PlanKey.MILESTONE_YEAR, last=LAST_YEAR)
    with day:
        day_field("Day (if you know it)", PlanKey.MILESTONE_ON, help_text="The day decides the year.")


def _thread_button(milestone_id: str) -> None:
    """Draw the way to what the milestone serves; the draft is given up, or it would follow there."""
    if st.button(
        "Golden thread",
        key=PlanKey.THREAD_MILESTONE,
        icon=":material/account_tree:",
        type="tertiary",
        help="What it serves. It closes this form; save first what you changed.",
    ):
        close_draft(PlanKey.MILESTONE_FORM)
        go_to(Place.THREAD, of=f"milestone-{milestone_id}")


def _kind() -> None:
    hints = plan_words().milestone_kinds
    st.radio(
        "Kind",
        list(MilestoneKind),
        key=PlanKey.MILESTONE_KIND,
        format_func=label_of,
        captions=[hints[kind] for kind in MilestoneKind],
    )


def _weight() -> None:
    st.segmented_control(
        "How much does it count for its goals?",
        range(1, HEAVIEST + 1),
        key=PlanKey.MILESTONE_WEIGHT,
        required=True,
        help="1 for a small step. The progress of a goal adds up by these weights.",
    )


def _goals() -> None:
    goals = titles(present(draft_base().goals))
    if goals:
        st.multiselect(
            "Goals it serves",
            list(goals),
            key=PlanKey.MILESTONE_GOALS,
            format_func=label_from(goals),
            placeholder="Choose",
        )


def _last_year(plan: Workspace) -> int:
    return years_of(plan, today())[-1]


def _entered(until: int | None) -> MilestoneDraft:
    return MilestoneDraft(
        title=session[PlanKey.MILESTONE_TITLE],
        year=session[PlanKey.MILESTONE_YEAR],
        on=session[PlanKey.MILESTONE_ON],
        kind=session[PlanKey.MILESTONE_KIND],
        weight=session[PlanKey.MILESTONE_WEIGHT],
        goals=frozenset(session.get(PlanKey.MILESTONE_GOALS, ())),
        until=until,
    )


def _saved(milestone_id: str, plan: Workspace, stamp: Stamp) -> list[Change]:
    draft = _entered(_last_year(plan) if session[PlanKey.MILESTONE_REPEAT] else None)
    if not milestone_id:
        return add_milestone(draft, goals=plan.goals, ids=IDS, stamp=stamp)
    reason: str = session[PlanKey.MILESTONE_REASON]
    edited = edit_milestone(
        plan.milestones, milestone_id, draft, goals=plan.goals, stamp=stamp, reason=reason
    )
    if draft.until is None:
        return edited
    new = drafted_milestone(plan.milestones, milestone_id, draft, goals=plan.goals)
    as_edited = {**plan.milestones, milestone_id: new}
    return [*edited, *repeat_milestone(as_edited, milestone_id, draft.until, ids=IDS, stamp=stamp)]


def _archived(milestone_id: str, plan: Workspace, stamp: Stamp) -> list[Change]:
    return archive_milestone(plan.milestones, milestone_id, stamp=stamp)
