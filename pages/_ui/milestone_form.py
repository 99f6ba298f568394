"""The dialog in which a milestone is written down or changed."""

import streamlit as st

from careerkit.content.plan import plan_words
from careerkit.goals import (
    Milestone,
    MilestoneDraft,
    MilestoneKind,
    add_milestone,
    archive_milestone,
    edit_milestone,
)
from careerkit.moments import FIRST_YEAR, LAST_YEAR
from careerkit.text import LINE
from careerkit.workspace import present
from pages._ui.choices import label_from, titles
from pages._ui.door import IDS, change_workspace, current_workspace
from pages._ui.draft_dialog import close_draft, draft_dialog, open_draft
from pages._ui.state import Key


def open_milestone(year: int, milestone_id: str = "") -> None:
    """Open the dialog for a milestone, or for a new one in ``year``."""
    plan = current_workspace()
    found = plan.milestones.get(milestone_id)
    step = found or Milestone(id="", title="…", year=year, kind=MilestoneKind.QUALIFICATION)
    fields: dict[Key, object] = {
        Key.MILESTONE_TITLE: step.title if step.id else "",
        Key.MILESTONE_YEAR: step.year,
        Key.MILESTONE_KIND: step.kind,
        Key.MILESTONE_GOALS: [id_ for id_ in present(plan.goals) if id_ in step.goals],
    }
    open_draft(Key.MILESTONE_OPEN, step.id, fields)


def milestone_dialog() -> None:
    """Draw the dialog if it is open."""
    draft_dialog(Key.MILESTONE_OPEN, Key.MILESTONE_TITLE, "milestone", _body)


def _body(milestone_id: str) -> None:
    goals = titles(present(current_workspace().goals))
    hints = plan_words().milestone_kinds
    with st.form(Key.MILESTONE_FORM, border=False):
        st.text_input(
            "Milestone", key=Key.MILESTONE_TITLE, max_chars=LINE, placeholder="What will be reached?"
        )
        st.number_input(
            "Year", min_value=FIRST_YEAR, max_value=LAST_YEAR, step=1, format="%d", key=Key.MILESTONE_YEAR
        )
        st.radio(
            "Kind",
            list(MilestoneKind),
            key=Key.MILESTONE_KIND,
            format_func=_label,
            captions=[hints[kind] for kind in MilestoneKind],
        )
        if goals:
            st.multiselect(
                "Goals it serves",
                list(goals),
                key=Key.MILESTONE_GOALS,
                format_func=label_from(goals),
                placeholder="Choose",
            )
        _buttons(milestone_id)


def _buttons(milestone_id: str) -> None:
    with st.container(horizontal=True):
        st.form_submit_button(
            "Save milestone", key=Key.MILESTONE_SAVE, type="primary", on_click=_save, args=(milestone_id,)
        )
        st.form_submit_button(
            "Cancel", key=Key.MILESTONE_CANCEL, on_click=close_draft, args=(Key.MILESTONE_OPEN,)
        )
        if milestone_id:
            st.space("stretch")
            st.form_submit_button(
                "Archive", key=Key.MILESTONE_ARCHIVE, type="tertiary", on_click=_archive, args=(milestone_id,)
            )


def _label(choice: str) -> str:
    return choice.label if isinstance(choice, MilestoneKind) else choice


def _draft() -> MilestoneDraft:
    state = st.session_state
    return MilestoneDraft(
        title=state[Key.MILESTONE_TITLE],
        year=state[Key.MILESTONE_YEAR],
        kind=state[Key.MILESTONE_KIND],
        goals=frozenset(state.get(Key.MILESTONE_GOALS, ())),
    )


def _save(milestone_id: str) -> None:
    saved = change_workspace(
        lambda plan, stamp: (
            edit_milestone(plan.milestones, milestone_id, _draft(), goals=plan.goals, stamp=stamp)
            if milestone_id
            else add_milestone(_draft(), goals=plan.goals, ids=IDS, stamp=stamp)
        ),
        done="Saved.",
    )
    if saved is not None:
        close_draft(Key.MILESTONE_OPEN)


def _archive(milestone_id: str) -> None:
    saved = change_workspace(
        lambda plan, stamp: archive_milestone(plan.milestones, milestone_id, stamp=stamp),
        done="Archived. Undo brings it back.",
    )
    if saved is not None:
        close_draft(Key.MILESTONE_OPEN)
