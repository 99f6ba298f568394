from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import combinations
from typing import Any

import pytest

from careerkit.aspirations import Aspiration
from careerkit.goals import Goal, GoalStatus
from careerkit.interview import Answer, Application, Asked
from careerkit.needs import Assessment, PairAnswer, pair_key
from careerkit.review import Review, ReviewStep
from careerkit.workspace import NextStep, Workspace, due_soon, next_step

TODAY = date(2026, 6, 1)
THEN = datetime(2026, 1, 1, tzinfo=UTC)
NEEDS = ("income", "mastery", "meaning")
STEPS = (ReviewStep(id="s", title="Lessons", asks="What did you learn?"),)

answers = {
    pair_key(one, two): PairAnswer(left=one, right=two, kept=one, at=THEN)
    for one, two in combinations(NEEDS, 2)
}
started = Assessment(id="n", needs=NEEDS, seed=1, started_at=THEN)
begun = replace(started, answers={"income+mastery": answers["income+mastery"]})
finished = replace(started, answers=answers, finished_at=THEN)
aspiration = Aspiration(id="a", title="Grow")
goal = Goal(id="g", title="Pass", due=date(2027, 1, 1), status=GoalStatus.DOING)
late = replace(goal, due=date(2026, 5, 1))
idea = Goal(id="i", title="Speak")
open_review = Review(id="r", year=2026, steps=STEPS, started_on=TODAY)
old_review = replace(
    open_review,
    year=2025,
    started_on=date(2025, 5, 1),
    finished_on=date(2025, 5, 2),
    next_on=date(2026, 5, 2),
)
application = Application(id="p", company="Acme", role="Lead")
answer = Answer(id="w", application_id="p", asked=Asked.NEAR, text="I…")


def workspace_of(*entities: Any) -> Workspace:  # noqa: ANN401 - of any kind
    collections: dict[str, Any] = {}
    for entity in entities:
        collections.setdefault(entity.KIND, {})[entity.id] = entity
    workspace = Workspace(id="mine", revision=1)
    return replace(workspace, **collections)


@pytest.mark.parametrize(
    ("entities", "step"),
    [
        ((), NextStep.COMPARE),
        ((started,), NextStep.COMPARE),
        ((begun,), NextStep.GO_ON_COMPARING),
        ((finished,), NextStep.ASPIRE),
        ((finished, replace(aspiration, archived=True)), NextStep.ASPIRE),
        ((finished, aspiration), NextStep.SET_GOAL),
        ((finished, aspiration, idea), NextStep.DATE_GOAL),
        ((finished, aspiration, late, idea), NextStep.LOOK_AT_GOAL),
        ((finished, aspiration, goal, old_review), NextStep.REVIEW),
        ((finished, aspiration, goal, open_review), NextStep.GO_ON_REVIEWING),
        ((finished, aspiration, goal, idea), NextStep.APPLY),
        ((finished, aspiration, goal, application, answer), NextStep.KEEP_GOING),
    ],
)
def test_the_next_step_is_what_is_missing_most(entities: tuple[Any, ...], step: NextStep) -> None:
    assert next_step(workspace_of(*entities), today=TODAY)[0] is step


def test_the_next_step_names_the_goal_it_is_about() -> None:
    assert next_step(workspace_of(finished, aspiration, late), today=TODAY) == (NextStep.LOOK_AT_GOAL, "Pass")


def test_what_is_due_comes_earliest_first_with_the_review() -> None:
    soon = replace(goal, id="h", title="Later", due=date(2026, 7, 1))
    far = replace(goal, id="f", title="Far", due=date(2026, 9, 1))

    due = due_soon(workspace_of(soon, far, late, old_review), today=TODAY)

    assert [(one.title, one.on) for one in due] == [
        ("Pass", date(2026, 5, 1)),
        ("Yearly review", date(2026, 5, 2)),
        ("Later", date(2026, 7, 1)),
    ]


def test_a_review_that_was_made_is_due_no_more() -> None:
    made = replace(open_review, id="s", finished_on=date(2026, 5, 20), next_on=date(2027, 5, 20))

    assert due_soon(workspace_of(old_review, made), today=TODAY) == []


def test_neither_done_nor_dropped_nor_archived_goals_are_due() -> None:
    closed = (
        replace(late, id="1", status=GoalStatus.DONE),
        replace(late, id="2", status=GoalStatus.DROPPED),
        replace(late, id="3", archived=True),
    )

    assert due_soon(workspace_of(*closed), today=TODAY) == []


def test_an_interview_is_due_until_its_day_is_over() -> None:
    def at(day: date) -> Application:
        return replace(application, interview_on=day)

    [due] = due_soon(workspace_of(at(TODAY)), today=TODAY)
    assert (due.title, due.on, due.goal_id) == ("Interview at Acme", TODAY, None)
    assert due_soon(workspace_of(at(date(2026, 5, 31))), today=TODAY) == []
    assert due_soon(workspace_of(at(date(2026, 12, 1))), today=TODAY) == []
    assert due_soon(workspace_of(replace(at(TODAY), archived=True)), today=TODAY) == []
