"""The dialog in which a milestone is written down or changed."""

from functools import partial

import streamlit as st

from careerkit.change import Change, Stamp, present_entry
from careerkit.content.plan import plan_words
from careerkit.goals import (
    Milestone,
    MilestoneDraft,
    MilestoneKind,
    add_milestone,
    archive_milestone,
    edit_milestone,
)
from careerkit.moments import LAST_YEAR
from careerkit.text import LINE
from careerkit.workspace import Workspace, present
from pages._ui.choices import label_from, label_of, titles, year_field
from pages._ui.door import IDS
from pages._ui.draft_dialog import Fields, draft_base, draft_buttons, draft_dialog, open_draft
from pages._ui.fields import room
from pages._ui.session import session, unbroken
from pages._ui.state import Key


@unbroken
def open_milestone(milestone_id: str) -> None:
    """Open the dialog for a milestone that exists."""
    open_draft(
        Key.MILESTONE_FORM,
        milestone_id,
        lambda plan: _fields(present_entry(plan.milestones, milestone_id, noun="milestone"), plan),
    )


@unbroken
def new_milestone(year: int) -> None:
    """Open the dialog for a new milestone in ``year``."""
    draft = MilestoneDraft(title="", year=year, kind=MilestoneKind.QUALIFICATION)
    open_draft(Key.MILESTONE_FORM, "", partial(_fields, draft))


def milestone_dialog() -> None:
    """Draw the dialog if it is open."""
    draft_dialog(Key.MILESTONE_FORM, Key.MILESTONE_TITLE, "milestone", _body)


def _fields(milestone: Milestone | MilestoneDraft, plan: Workspace) -> Fields:
    return {
        Key.MILESTONE_TITLE: milestone.title,
        Key.MILESTONE_YEAR: milestone.year,
        Key.MILESTONE_KIND: milestone.kind,
        Key.MILESTONE_GOALS: [id_ for id_ in present(plan.goals) if id_ in milestone.goals],
    }


def _body(milestone_id: str) -> None:
    with st.form(Key.MILESTONE_FORM, border=False):
        st.text_input(
            "Milestone", key=Key.MILESTONE_TITLE, max_chars=room(LINE), placeholder="What will be reached?"
        )
        year_field("Year", Key.MILESTONE_YEAR, last=LAST_YEAR)
        _kind()
        _goals()
        draft_buttons(
            Key.MILESTONE_FORM,
            "milestone",
            save=partial(_saved, milestone_id),
            archive=partial(_archived, milestone_id) if milestone_id else None,
        )


def _kind() -> None:
    hints = plan_words().milestone_kinds
    st.radio(
        "Kind",
        list(MilestoneKind),
        key=Key.MILESTONE_KIND,
        format_func=label_of,
        captions=[hints[kind] for kind in MilestoneKind],
    )


def _goals() -> None:
    goals = titles(present(draft_base().goals))
    if goals:
        st.multiselect(
            "Goals it serves",
            list(goals),
            key=Key.MILESTONE_GOALS,
            format_func=label_from(goals),
            placeholder="Choose",
        )


def _entered() -> MilestoneDraft:
    return MilestoneDraft(
        title=session[Key.MILESTONE_TITLE],
        year=session[Key.MILESTONE_YEAR],
        kind=session[Key.MILESTONE_KIND],
        goals=frozenset(session.get(Key.MILESTONE_GOALS, ())),
    )


def _saved(milestone_id: str, plan: Workspace, stamp: Stamp) -> list[Change]:
    if milestone_id:
        return edit_milestone(plan.milestones, milestone_id, _entered(), goals=plan.goals, stamp=stamp)
    return add_milestone(_entered(), goals=plan.goals, ids=IDS, stamp=stamp)


def _archived(milestone_id: str, plan: Workspace, stamp: Stamp) -> list[Change]:
    return archive_milestone(plan.milestones, milestone_id, stamp=stamp)
