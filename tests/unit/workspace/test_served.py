from dataclasses import replace

import pytest

from careerkit.aspirations import Aspiration
from careerkit.goals import Goal, Milestone, MilestoneKind
from careerkit.workspace import Workspace
from careerkit.workspace.served import TargetKind, aspirations_served, goals_served, present_target

ASPIRATION = Aspiration(id="x", title="Grow")
GOAL = Goal(id="x", title="Pass")
AWAY_ASPIRATION, AWAY_GOAL = replace(ASPIRATION, archived=True), replace(GOAL, archived=True)


def plan(*entries: Aspiration | Goal) -> Workspace:
    return Workspace(
        id="mine",
        revision=1,
        aspirations={it.id: it for it in entries if isinstance(it, Aspiration)},
        goals={it.id: it for it in entries if isinstance(it, Goal)},
    )


@pytest.mark.parametrize(
    ("kind", "entries", "meant"),
    [
        pytest.param("aspirations", (ASPIRATION,), ASPIRATION, id="as-it-was"),
        pytest.param("aspirations", (AWAY_ASPIRATION, GOAL), GOAL, id="aspiration-re-filed"),
        pytest.param("aspirations", (GOAL,), GOAL, id="aspiration-absent"),
        pytest.param("aspirations", (ASPIRATION, AWAY_GOAL), ASPIRATION, id="re-filed-and-back"),
        pytest.param("aspirations", (ASPIRATION, GOAL), ASPIRATION, id="both-present"),
        pytest.param("aspirations", (AWAY_ASPIRATION, AWAY_GOAL), None, id="both-archived"),
        pytest.param("aspirations", (), None, id="nothing"),
        pytest.param("goals", (GOAL,), GOAL, id="goal-as-it-was"),
        pytest.param("goals", (ASPIRATION, AWAY_GOAL), ASPIRATION, id="goal-re-filed"),
        pytest.param("goals", (ASPIRATION, GOAL), GOAL, id="both-present-goal"),
    ],
)
def test_a_link_means_the_present_entry_with_its_id(
    kind: TargetKind, entries: tuple[Aspiration | Goal, ...], meant: Aspiration | Goal | None
) -> None:
    assert present_target(plan(*entries), kind, "x") is meant


def test_a_goal_serves_aspirations_and_goals_that_were_such_by_title_and_never_itself() -> None:
    zest = Aspiration(id="z", title="zest")
    was = Goal(id="was", title="Once a direction")
    goal = Goal(id="g", title="Pass", aspirations=frozenset({"x", "z", "was", "gone", "g"}))

    served = aspirations_served(plan(zest, ASPIRATION, was, goal), goal)

    assert served == ((ASPIRATION, zest), (was,))


def test_a_milestone_serves_goals_and_aspirations_that_were_such() -> None:
    milestone = Milestone(
        id="m", title="Enrol", year=2027, kind=MilestoneKind.ROLE, goals=frozenset({"x", "h", "put-away"})
    )
    goal, away = Goal(id="h", title="Speak"), Goal(id="put-away", title="Rest", archived=True)

    assert goals_served(plan(ASPIRATION, AWAY_GOAL, goal, away), milestone) == ((ASPIRATION,), (goal,))
