from dataclasses import replace
from datetime import date

import pytest

from careerkit.aspirations import Aspiration
from careerkit.change import Entity, EntryGoneError, Ids, Stamp, created
from careerkit.errors import InvalidValueError
from careerkit.goals import (
    Goal,
    GoalSplit,
    GoalStatus,
    Milestone,
    MilestoneKind,
    Trend,
    TrendDirection,
    split_goal,
)
from careerkit.labels import Mark
from careerkit.store import MEMORY, open_store
from careerkit.workspace import Workspace

DUE = date(2027, 5, 3)
GOAL = Goal(
    id="g",
    title="Become known",
    why="I like it.",
    due=DUE,
    aspirations=frozenset({"a", "away"}),
    needs=frozenset({"mastery"}),
    trends=frozenset({"t"}),
    status=GoalStatus.DOING,
    mark=Mark.PRIVATE,
    by_hand=40,
)
AROUND: tuple[Entity, ...] = (
    Aspiration(id="a", title="Grow"),
    Aspiration(id="away", title="Put away", archived=True),
    Trend(id="t", title="Online", on=DUE, direction=TrendDirection.GROWING),
)


def milestone(id_: str, *goals: str, done: bool = False, archived: bool = False) -> Milestone:
    return Milestone(
        id=id_,
        title=id_,
        year=2027,
        kind=MilestoneKind.ROLE,
        goals=frozenset(goals),
        done=done,
        archived=archived,
    )


MILESTONES = {
    it.id: it
    for it in (
        milestone("open", "g", "other"),
        milestone("done", "g", done=True),
        milestone("away", "g", archived=True),
        milestone("elsewhere", "other"),
    )
}
OTHER = Goal(id="other", title="Other")


def split(goal: Goal, how: GoalSplit, ids: Ids, stamp: Stamp) -> Workspace:
    """Return a workspace after a goal of it was split, in a real store."""
    store = open_store(MEMORY)
    plan = store.create("mine")
    entries: tuple[Entity, ...] = (*AROUND, goal, OTHER, *MILESTONES.values())
    changes = [created(it, stamp=stamp) for it in entries]
    plan = store.apply("mine", changes, seen=plan.revision, commit_id="1")
    changes = split_goal(plan.goals, plan.milestones, goal.id, how, ids=ids, stamp=stamp)
    return store.apply("mine", changes, seen=plan.revision, commit_id="2")


def test_the_parts_serve_what_the_goal_served_and_the_goal_is_dropped(ids: Ids, stamp: Stamp) -> None:
    plan = split(GOAL, GoalSplit(titles=(" Write\n", "Speak")), ids, stamp)

    first = Goal(
        id="new1",
        title="Write",
        due=DUE,
        aspirations=GOAL.aspirations,
        needs=GOAL.needs,
        trends=GOAL.trends,
        status=GoalStatus.PLANNED,
        mark=Mark.PRIVATE,
    )
    assert plan.goals["g"] == replace(GOAL, status=GoalStatus.DROPPED)
    assert plan.goals["new1"] == first
    assert plan.goals["new2"] == replace(first, id="new2", title="Speak")


def test_open_milestones_serve_the_parts_as_well(ids: Ids, stamp: Stamp) -> None:
    plan = split(GOAL, GoalSplit(titles=("Write", "Speak")), ids, stamp)

    assert plan.milestones["open"].goals == {"g", "other", "new1", "new2"}
    assert {id_: it for id_, it in plan.milestones.items() if id_ != "open"} == {
        id_: it for id_, it in MILESTONES.items() if id_ != "open"
    }


def test_parts_can_have_a_date_of_their_own(ids: Ids, stamp: Stamp) -> None:
    plan = split(GOAL, GoalSplit(titles=("Write",), due=date(2028, 1, 1)), ids, stamp)

    assert plan.goals["new1"].due == date(2028, 1, 1)


@pytest.mark.parametrize("due", [None, DUE])
def test_an_idea_splits_into_ideas(due: date | None, ids: Ids, stamp: Stamp) -> None:
    plan = split(replace(GOAL, status=GoalStatus.IDEA, due=due), GoalSplit(titles=("A", "B")), ids, stamp)

    assert [(plan.goals[it].status, plan.goals[it].due) for it in ("new1", "new2")] == [
        (GoalStatus.IDEA, due)
    ] * 2


def test_every_change_has_the_reason(ids: Ids, stamp: Stamp) -> None:
    how = GoalSplit(titles=("A", "B"), reason=" Too\nbig. ")

    changes = split_goal({"g": GOAL}, MILESTONES, "g", how, ids=ids, stamp=stamp)

    assert [change.reason for change in changes] == ["Too big."] * 4


@pytest.mark.parametrize("status", [GoalStatus.DONE, GoalStatus.DROPPED])
def test_only_an_open_goal_can_be_split(status: GoalStatus, ids: Ids, stamp: Stamp) -> None:
    goals = {"g": replace(GOAL, status=status)}

    with pytest.raises(InvalidValueError, match=f"is {status.label.lower()}. Only an open goal"):
        split_goal(goals, {}, "g", GoalSplit(titles=("A", "B")), ids=ids, stamp=stamp)


def test_a_split_needs_a_goal_and_titles(ids: Ids, stamp: Stamp) -> None:
    with pytest.raises(InvalidValueError, match="Name the goals"):
        split_goal({"g": GOAL}, {}, "g", GoalSplit(titles=()), ids=ids, stamp=stamp)
    with pytest.raises(InvalidValueError, match="title"):
        split_goal({"g": GOAL}, {}, "g", GoalSplit(titles=("A", " ")), ids=ids, stamp=stamp)
    for goals in ({}, {"g": replace(GOAL, archived=True)}):
        with pytest.raises(EntryGoneError):
            split_goal(goals, {}, "g", GoalSplit(titles=("A",)), ids=ids, stamp=stamp)
