"""The dialog in which a goal is written down or changed."""

from functools import partial

import streamlit as st

from careerkit.change import Change, Stamp, present_entry
from careerkit.goals import Advice, GoalDraft, GoalStatus, Offered, add_goal, archive_goal, edit_goal
from careerkit.needs import Direction
from careerkit.workspace import Workspace, goal_of
from pages._ui.choices import need_options
from pages._ui.direction_draft import draft_accepted
from pages._ui.door import IDS
from pages._ui.draft_dialog import Fields, draft_buttons, draft_dialog, open_draft
from pages._ui.goal_advice import advice_on_draft, show_advice
from pages._ui.goal_fields import entered_goal, filled, goal_fields
from pages._ui.notes import keep_note
from pages._ui.plan_state import PlanKey
from pages._ui.refile import file_as_aspiration
from pages._ui.session import session, unbroken


@unbroken
def open_goal(goal_id: str, status: GoalStatus | None = None) -> None:
    """Open the dialog for a goal that exists, perhaps with another ``status`` chosen, to be given a date."""

    def fields(plan: Workspace) -> Fields:
        stored = filled(present_entry(plan.goals, goal_id, noun="goal"), plan)
        return {**stored, PlanKey.GOAL_STATUS: status} if status else stored

    open_draft(PlanKey.GOAL_FORM, goal_id, fields)
    if status is not None:
        keep_note("Give it a date first: a goal without one stays an idea.")


@unbroken
def new_goal(aspirations: frozenset[str] = frozenset(), trends: frozenset[str] = frozenset()) -> None:
    """Open the dialog for a new goal that serves ``aspirations`` and answers ``trends``."""
    draft = GoalDraft(title="", aspirations=aspirations, trends=trends)
    open_draft(PlanKey.GOAL_FORM, "", partial(filled, draft))


@unbroken
def goal_for_need(need_id: str) -> None:
    """Open the dialog for a new goal that serves a need."""
    open_draft(
        PlanKey.GOAL_FORM,
        "",
        lambda plan: filled(
            GoalDraft(title="", needs=frozenset({need_id}) & frozenset(need_options())), plan
        ),
    )


def goal_from(direction: Direction) -> None:
    """Open the dialog for a new goal that a direction suggests; to be called from a callback."""
    open_draft(
        PlanKey.GOAL_FORM, "", lambda plan: filled(goal_of(direction, need_options()), plan, direction.id)
    )


def goal_dialog() -> None:
    """Draw the dialog if it is open."""
    draft_dialog(PlanKey.GOAL_FORM, PlanKey.GOAL_TITLE, "goal", _body, width="large")


def _body(goal_id: str) -> None:
    fields, beside = st.columns([5, 2], gap="medium")
    with fields:
        goal_fields(is_new=not goal_id)
        draft_buttons(
            PlanKey.GOAL_FORM,
            "goal",
            save=partial(_saved, goal_id),
            archive=partial(_archived, goal_id) if goal_id else None,
            in_form=False,
        )
    with beside:
        advice = advice_on_draft(goal_id)
        show_advice(advice)
        if goal_id or Advice.READS_LIKE_ASPIRATION in advice:
            file_as_aspiration(goal_id)


def _saved(goal_id: str, plan: Workspace, stamp: Stamp) -> list[Change]:
    draft, offered = entered_goal(), _offered(plan)
    if goal_id:
        reason: str = session.get(PlanKey.GOAL_REASON, "")
        return edit_goal(plan.goals, goal_id, draft, offered=offered, stamp=stamp, reason=reason)
    added = add_goal(draft, offered=offered, ids=IDS, stamp=stamp)
    return [*added, *draft_accepted(plan, stamp)]


def _offered(plan: Workspace) -> Offered:
    return Offered(aspirations=plan.aspirations, needs=need_options(), trends=plan.trends)


def _archived(goal_id: str, plan: Workspace, stamp: Stamp) -> list[Change]:
    return archive_goal(plan.goals, goal_id, stamp=stamp)
