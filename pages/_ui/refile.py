"""An entry written down as the wrong kind, filed as the other one in one press."""

from dataclasses import replace
from functools import partial

import streamlit as st

from careerkit.aspirations import AspirationDraft, add_aspiration, drafted_aspiration
from careerkit.change import Change, Stamp
from careerkit.goals import GoalDraft, Offered, add_goal, drafted_goal
from careerkit.workspace import Workspace, refile_as_aspiration, refile_as_goal
from pages._ui.choices import need_options
from pages._ui.direction_draft import draft_accepted
from pages._ui.door import IDS, Deed
from pages._ui.draft_dialog import save_draft
from pages._ui.plan_state import PlanKey
from pages._ui.session import session
from pages._ui.state import Keys


def file_as_aspiration(goal_id: str) -> None:
    """Draw the button that files the goal of the open form as an aspiration; a new one has no id yet."""
    _button(
        "File it as an aspiration",
        PlanKey.GOAL_FORM,
        PlanKey.GOAL_REFILE,
        partial(_as_aspiration, goal_id),
        "It is an aspiration now.",
    )


def file_as_goal(aspiration_id: str) -> None:
    """Draw the button that files the aspiration of the open form as a goal; a new one has no id yet."""
    _button(
        "File it as a goal",
        PlanKey.ASPIRATION_FORM,
        PlanKey.ASPIRATION_REFILE,
        partial(_as_goal, aspiration_id),
        "It is a goal now, and waits on the Board as an idea.",
    )


def _button(label: str, dialog: Keys, key: Keys, deed: Deed, done: str) -> None:
    st.button(
        label,
        key=key,
        icon=":material/swap_horiz:",
        type="tertiary",
        help="Its text, links and history stay. You can undo it, or file it back.",
        on_click=save_draft,
        args=(dialog, deed, done),
    )


def _as_aspiration(goal_id: str, plan: Workspace, stamp: Stamp) -> list[Change]:
    """File what the form holds as far as an aspiration has a place for it."""
    title, why = session[PlanKey.GOAL_TITLE], session[PlanKey.GOAL_WHY]
    needs, mark = frozenset(session[PlanKey.GOAL_NEEDS]), session[PlanKey.GOAL_MARK]
    if not goal_id:
        new = AspirationDraft(title=title, why=why, needs=needs, mark=mark)
        added = add_aspiration(new, needs=need_options(), ids=IDS, stamp=stamp)
        return [*added, *draft_accepted(plan, stamp)]
    draft = GoalDraft(title=title, why=why, needs=needs, mark=mark)
    typed = drafted_goal(plan.goals, goal_id, draft, offered=_offered(plan))
    return refile_as_aspiration(replace(plan, goals={**plan.goals, goal_id: typed}), goal_id, stamp=stamp)


def _as_goal(aspiration_id: str, plan: Workspace, stamp: Stamp) -> list[Change]:
    """File what the form holds as far as a goal has a place for it."""
    title, why = session[PlanKey.ASPIRATION_TITLE], session[PlanKey.ASPIRATION_WHY]
    needs, mark = frozenset(session[PlanKey.ASPIRATION_NEEDS]), session[PlanKey.ASPIRATION_MARK]
    if not aspiration_id:
        new = GoalDraft(title=title, why=why, needs=needs, mark=mark)
        return [*add_goal(new, offered=_offered(plan), ids=IDS, stamp=stamp), *draft_accepted(plan, stamp)]
    old = plan.aspirations[aspiration_id]
    draft = AspirationDraft(
        title=title,
        why=why,
        needs=needs,
        mark=mark,
        path=old.path,
        level=old.level,
        next_level=old.next_level,
    )
    typed = drafted_aspiration(plan.aspirations, aspiration_id, draft, needs=need_options())
    as_typed = {**plan.aspirations, aspiration_id: typed}
    return refile_as_goal(replace(plan, aspirations=as_typed), aspiration_id, stamp=stamp)


def _offered(plan: Workspace) -> Offered:
    return Offered(aspirations=plan.aspirations, needs=need_options(), trends=plan.trends)
