from datetime import UTC, datetime

import pytest

from careerkit.change import Actor, RandomIds, Stamp
from careerkit.content import directions
from careerkit.errors import InvalidValueError
from careerkit.labels import Mark
from careerkit.needs import Decision, Direction, DirectionKind, Standpoint
from careerkit.store import open_store
from careerkit.workspace import Workspace, aspiration_of, goal_of, take_direction, undo

STAMP = Stamp(by=Actor(id="me", name="Me"), at=datetime(2026, 1, 2, tzinfo=UTC))
NEEDS = ("income", "security")
EARN = Direction(
    id="earn",
    needs=("income", "security", "hidden"),
    kind=DirectionKind.ASPIRATION,
    title="Earn more",
    reason="It pays.",
    mark=Mark.PRIVATE,
)
ASK = Direction(
    id="ask",
    needs=("income",),
    kind=DirectionKind.GOAL,
    title="Ask for a rise",
    reason="It may work.",
    first_step="Pick a day.",
)


def _taken(*taken: Direction) -> Workspace:
    store = open_store(":memory:")
    plan = store.create("mine")
    for direction in taken:
        changes = take_direction(plan, direction, needs=NEEDS, ids=RandomIds(), stamp=STAMP)
        plan = store.apply("mine", changes, seen=plan.revision, commit_id=direction.id)
    return plan


def test_a_direction_comes_into_the_plan_as_it_is_and_is_remembered() -> None:
    plan = _taken(EARN, ASK)

    [aspiration] = plan.aspirations.values()
    assert (aspiration.title, aspiration.mark) == ("Earn more", Mark.PRIVATE)
    assert aspiration.needs == set(NEEDS)
    [goal] = plan.goals.values()
    assert (goal.title, goal.first_step, goal.mark) == ("Ask for a rise", "Pick a day.", Mark.SAY)
    assert goal.needs == {"income"}
    assert plan.standpoint.directions == {"earn": Decision.ACCEPTED, "ask": Decision.ACCEPTED}


def test_a_direction_is_one_save_that_is_taken_back_as_one() -> None:
    store = open_store(":memory:")
    plan = store.create("mine")
    changes = take_direction(plan, ASK, needs=NEEDS, ids=RandomIds(), stamp=STAMP)
    plan = store.apply("mine", changes, seen=plan.revision, commit_id="ask")

    back = store.apply("mine", undo(plan, stamp=STAMP), seen=plan.revision, commit_id="back")

    assert (back.goals, back.standpoints) == ({}, {})


def test_a_direction_that_is_in_the_plan_is_not_taken_twice() -> None:
    with pytest.raises(InvalidValueError, match="in your plan already"):
        take_direction(_taken(ASK), ASK, needs=NEEDS, ids=RandomIds(), stamp=STAMP)


def test_what_was_declined_can_be_taken_after_all() -> None:
    declined = Standpoint(directions={"ask": Decision.DECLINED})
    plan = Workspace(id="mine", revision=1, standpoints={Standpoint.ID: declined})

    changes = take_direction(plan, ASK, needs=NEEDS, ids=RandomIds(), stamp=STAMP)

    assert [change.kind for change in changes] == ["goals", "standpoints"]


def test_a_direction_serves_only_needs_that_exist() -> None:
    assert aspiration_of(EARN, ["security"]).needs == {"security"}
    assert goal_of(ASK, []).needs == frozenset()


def test_every_direction_of_the_product_can_be_taken() -> None:
    plan = Workspace(id="mine", revision=1)
    needs = {need for direction in directions() for need in direction.needs}

    for direction in directions():
        first, decided = take_direction(plan, direction, needs=needs, ids=RandomIds(), stamp=STAMP)
        assert first.kind == f"{direction.kind}s"
        assert first.after["title"] == direction.title
        assert decided.after["directions"] == {direction.id: "accepted"}
