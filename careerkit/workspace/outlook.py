"""What to do next, and what is due."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from careerkit.goals import GoalStatus, due_goals
from careerkit.needs import latest_result, open_assessment
from careerkit.review import next_review_on, open_review
from careerkit.workspace.model import Workspace, present

SOON: Final = 60
"""Days ahead that count as soon."""


class NextStep(StrEnum):
    """The one thing to do next, by what the workspace lacks most."""

    COMPARE = "compare"
    GO_ON_COMPARING = "go-on-comparing"
    ASPIRE = "aspire"
    SET_GOAL = "set-goal"
    DATE_GOAL = "date-goal"
    LOOK_AT_GOAL = "look-at-goal"
    REVIEW = "review"
    GO_ON_REVIEWING = "go-on-reviewing"
    APPLY = "apply"
    KEEP_GOING = "keep-going"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """Something with a date: a goal, or an interview or the next review when ``goal_id`` is ``None``."""

    title: str
    on: date
    goal_id: str | None = None


def next_step(workspace: Workspace, *, today: date) -> tuple[NextStep, str]:
    """Return the one thing to do next, and the title of the entry it is about (else empty)."""
    if latest_result(workspace.assessments) is None:
        started = open_assessment(workspace.assessments)
        return (NextStep.GO_ON_COMPARING if started and started.answers else NextStep.COMPARE), ""
    if not present(workspace.aspirations):
        return NextStep.ASPIRE, ""
    return _step_of_plan(workspace, today)


def due_soon(workspace: Workspace, *, today: date) -> list[Due]:
    """Return what is overdue or due within :data:`SOON` days, the earliest first.

    A review that is under way is due no more, and an interview is not when its day is over.
    """
    goals = [
        Due(title=goal.title, on=goal.due, goal_id=goal.id)
        for goal in due_goals(workspace.goals, today, within_days=SOON)
        if goal.due is not None
    ]
    review = None if open_review(workspace.reviews) else next_review_on(workspace.reviews)
    reviews = [Due(title="Yearly review", on=review)] if review and review <= today + timedelta(SOON) else []
    return sorted([*goals, *reviews, *_interviews(workspace, today)], key=lambda due: due.on)


def _interviews(workspace: Workspace, today: date) -> list[Due]:
    return [
        Due(title=f"Interview at {application.company}", on=application.interview_on)
        for application in present(workspace.applications).values()
        if application.interview_on and today <= application.interview_on <= today + timedelta(SOON)
    ]


def _step_of_plan(workspace: Workspace, today: date) -> tuple[NextStep, str]:
    goals = present(workspace.goals)
    if not goals:
        return NextStep.SET_GOAL, ""
    late = next((due for due in due_soon(workspace, today=today) if due.on < today), None)
    if late is not None:
        return (NextStep.LOOK_AT_GOAL, late.title) if late.goal_id else (NextStep.REVIEW, "")
    if open_review(workspace.reviews):
        return NextStep.GO_ON_REVIEWING, ""
    idea = next((goal for goal in goals.values() if goal.status is GoalStatus.IDEA and not goal.due), None)
    if idea is not None and all(goal.due is None for goal in goals.values()):
        return NextStep.DATE_GOAL, idea.title
    if not present(workspace.answers):
        return NextStep.APPLY, ""
    return NextStep.KEEP_GOING, ""
