from datetime import UTC, datetime

import pytest

from careerkit.aspirations import Path
from careerkit.change import Actor, Change, RandomIds, Stamp
from careerkit.content import needs_catalogue, paths
from careerkit.errors import InvalidValueError
from careerkit.labels import Mark
from careerkit.store import MEMORY, open_store
from careerkit.workspace import PathChoice, Workspace, take_path

STAMP = Stamp(by=Actor(id="me", name="Me"), at=datetime(2026, 11, 24, tzinfo=UTC))
NEEDS = {need.id for need in needs_catalogue()}
BY_ID = {path.id: path for path in paths()}
EMPTY = Workspace(id="mine", revision=1)


def taken(path_id: str, *goals: int, why: str = "", needs: set[str] = NEEDS) -> list[Change]:
    choice = PathChoice(goals=frozenset(goals), why=why)
    return take_path(EMPTY, BY_ID[path_id], choice, needs=needs, ids=RandomIds(), stamp=STAMP)


def test_only_what_was_chosen_of_a_path_is_added() -> None:
    changes = taken("expert", 1)

    assert [change.kind for change in changes] == ["aspirations", "goals"]
    assert changes[1].after["title"] == BY_ID["expert"].goals[1].title
    assert changes[1].after["first_step"] == BY_ID["expert"].goals[1].first_step


def test_the_goals_of_a_path_serve_its_aspiration_and_all_serve_its_needs() -> None:
    aspiration, *goals = taken("expert", 0, 1, needs=NEEDS - {"freedom"})

    assert {tuple(goal.after["aspirations"]) for goal in goals} == {(aspiration.entity_id,)}
    assert all(change.after["needs"] == ["mastery", "recognition"] for change in (aspiration, *goals))


@pytest.mark.parametrize("path", paths(), ids=lambda path: path.id)
def test_an_aspiration_follows_its_path_and_only_the_person_says_where_they_stand(path: Path) -> None:
    [aspiration] = taken(path.id, why="Because of the boats.")

    assert aspiration.after["path"] == path.id
    assert aspiration.after["level"] == ""
    assert aspiration.after["next_level"] == (path.ladder[0].level if path.ladder else "")


def test_some_paths_have_a_ladder_and_some_have_none() -> None:
    assert {bool(path.ladder) for path in paths()} == {True, False}


@pytest.mark.parametrize(("path_id", "mark"), [("own-business", Mark.PRIVATE), ("expert", Mark.SAY)])
def test_what_an_interviewer_should_not_hear_begins_private(path_id: str, mark: Mark) -> None:
    assert {change.after["mark"] for change in taken(path_id, 0, why="I want to build boats.")} == {mark}


def test_a_business_of_ones_own_asks_for_a_second_reason_which_becomes_the_why() -> None:
    with pytest.raises(InvalidValueError, match="second reason"):
        taken("own-business", why="  ")

    [aspiration] = taken("own-business", why="I want to build boats.")
    assert aspiration.after["why"] == "I want to build boats."


def test_a_goal_that_a_path_does_not_have_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="no such goal"):
        taken("expert", 9)


@pytest.mark.parametrize("path", paths(), ids=lambda path: path.id)
def test_every_path_can_be_taken_whole(path: object) -> None:
    store = open_store(MEMORY)
    plan = store.create("mine")
    whole = next(it for it in paths() if it is path)
    choice = PathChoice(goals=frozenset(range(len(whole.goals))), why="Because of the boats.")
    changes = take_path(plan, whole, choice, needs=NEEDS, ids=RandomIds(), stamp=STAMP)

    kept = store.apply("mine", changes, seen=plan.revision, commit_id="path")

    assert (len(kept.aspirations), len(kept.goals)) == (1, len(whole.goals))
