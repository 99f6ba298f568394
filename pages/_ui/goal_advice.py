"""What could make a goal stronger, said beside its form: nothing of it stands in the way of saving."""

from collections.abc import Iterable
from datetime import date
from typing import Final

import streamlit as st

from careerkit.content.advice import advice_words
from careerkit.goals import Advice, Goal, GoalEntry, GoalStatus, goal_advice
from careerkit.workspace import Workspace, present, years_of
from pages._ui.clock import today
from pages._ui.draft_dialog import draft_base
from pages._ui.goal_fields import is_yes_no
from pages._ui.plan_state import PlanKey
from pages._ui.session import session

_MOST: Final = 4
"""Pieces of advice that are shown at once."""


def advice_on_draft(goal_id: str) -> tuple[Advice, ...]:
    """Return the advice on what the form holds at this moment."""
    return _advice(
        GoalEntry(
            title=session.get(PlanKey.GOAL_TITLE, ""),
            due=session.get(PlanKey.GOAL_DUE),
            has_measure=is_yes_no() or session.get(PlanKey.GOAL_MEASURE_TARGET) is not None,
            first_step=session.get(PlanKey.GOAL_FIRST_STEP, ""),
            obstacle=session.get(PlanKey.GOAL_IF, ""),
            action=session.get(PlanKey.GOAL_THEN, ""),
            confidence=session.get(PlanKey.GOAL_CONFIDENCE),
            aspirations=frozenset(session.get(PlanKey.GOAL_ASPIRATIONS, ())),
            needs=frozenset(session.get(PlanKey.GOAL_NEEDS, ())),
            status=session.get(PlanKey.GOAL_STATUS, GoalStatus.IDEA),
        ),
        draft_base(),
        goal_id,
    )


def show_advice(advice: Iterable[Advice]) -> None:
    """Say each piece of advice in words."""
    words = advice_words()
    for piece in [*advice][:_MOST]:
        st.caption(f":material/lightbulb: {words.goal[piece]}")


def _advice(entry: GoalEntry, plan: Workspace, goal_id: str) -> tuple[Advice, ...]:
    others: list[Goal] = [goal for id_, goal in present(plan.goals).items() if id_ != goal_id]
    return goal_advice(entry, others=others, today=today(), last_year=_last_year(plan, today()))


def _last_year(plan: Workspace, now: date) -> int:
    return years_of(plan, now)[-1]
