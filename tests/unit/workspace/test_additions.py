import re
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

import pytest

from careerkit.aspirations import Aspiration
from careerkit.change import Actor, Entity, RandomIds, Stamp, created
from careerkit.content import demo_changes
from careerkit.goals import Goal, Milestone, MilestoneKind
from careerkit.interview import Answer, Application, Asked, Origin, Sentence, answer_id
from careerkit.needs import Assessment, OwnNeed, Standpoint, Strength
from careerkit.store import open_store, read_backup
from careerkit.workspace import (
    KINDS,
    Profile,
    Workspace,
    additions,
    broken_links,
    differences,
    differing_in_words,
    rekeyed,
)

STAMP = Stamp(by=Actor(id="me", name="Me"), at=datetime(2026, 1, 2, tzinfo=UTC))
APPLICATION = Application(id="p", company="Acme", role="Lead")
PLAN = (
    Profile(name="Zoë"),
    Aspiration(id="a", title="Grow"),
    Goal(id="g", title="Pass", aspirations=frozenset({"a"})),
    Milestone(id="m", title="Ask", year=2027, kind=MilestoneKind.ROLE, goals=frozenset({"g"})),
    APPLICATION,
    Answer(
        id=answer_id("p", Asked.NEAR),
        application_id="p",
        asked=Asked.NEAR,
        goals=frozenset({"g"}),
        composed=(
            Sentence(text="I will pass.", origin=Origin.GOAL, source_id="g"),
            Sentence(text="I need mastery.", origin=Origin.NEED, source_id="mastery"),
            Sentence(text="Hello.", origin=Origin.TEMPLATE),
        ),
    ),
)


def workspace(id_: str, *entities: Entity) -> Workspace:
    store = open_store(":memory:")
    empty = store.create(id_)
    changes = [created(entity, stamp=STAMP) for entity in entities]
    return store.apply(id_, changes, seen=empty.revision, commit_id="c")


def added(plan: Workspace, content: Workspace) -> Workspace:
    store = open_store(":memory:")
    empty = store.create(plan.id)
    store.apply(plan.id, differences(empty, plan, stamp=STAMP), seen=1, commit_id="plan")
    changes = additions(plan, content, stamp=STAMP)
    return store.apply(plan.id, changes, seen=2, commit_id="added")


def test_a_file_of_the_same_workspace_meets_by_id() -> None:
    plan = workspace("mine", Goal(id="g", title="Pass soon", aspirations=frozenset()))

    merged = added(plan, workspace("mine", *PLAN))

    assert merged.goals["g"].title == "Pass soon"
    assert set(merged.milestones) == {"m"}
    assert differing_in_words(plan, workspace("mine", *PLAN)) == ["1 goal differs."]


def test_entries_of_another_workspace_get_ids_that_follow_from_both_and_keep_their_references() -> None:
    plan = workspace("mine", Goal(id="g", title="My own"))

    merged = added(plan, workspace("theirs", *PLAN))

    space = uuid5(uuid5(NAMESPACE_URL, "careerkit/workspaces"), "mine")
    goal, application = uuid5(space, "g").hex, uuid5(space, "p").hex
    assert {id_: g.title for id_, g in merged.goals.items()} == {"g": "My own", goal: "Pass"}
    assert merged.goals[goal].aspirations == {uuid5(space, "a").hex}
    answer = merged.answers[answer_id(application, Asked.NEAR)]
    assert answer.application_id == application
    assert answer.goals == {goal}
    assert [sentence.source_id for sentence in answer.composed] == [goal, "mastery", ""]
    assert list(broken_links(merged, KINDS)) == []
    assert merged.profile.name == "Zoë"


@pytest.mark.parametrize("source", ["mine", "theirs"])
def test_importing_twice_adds_nothing(source: str) -> None:
    content = workspace(source, *PLAN)
    once = added(workspace("mine", Goal(id="x", title="My own")), content)

    assert additions(once, content, stamp=STAMP) == []
    assert differing_in_words(once, content) == []


@pytest.mark.parametrize("taken_over", ["adopted", "replaced"])
def test_what_was_once_taken_over_from_another_workspace_is_not_added_again(taken_over: str) -> None:
    theirs = open_store(":memory:")
    theirs.create("theirs")
    changes = demo_changes(ids=RandomIds(), stamp=STAMP, today=STAMP.at.date())
    theirs.apply("theirs", changes, seen=1, commit_id="demo")
    backup = read_backup(theirs.backup("theirs", at=STAMP.at))
    mine = open_store(":memory:")
    empty = mine.create("mine")
    if taken_over == "adopted":
        plan = mine.adopt("mine", backup)
    else:
        changes = differences(empty, backup.content, stamp=STAMP)
        plan = mine.apply("mine", changes, seen=1, commit_id="c")

    assert additions(plan, backup.content, stamp=STAMP) == []


def test_an_id_that_could_be_anybodys_never_takes_the_place_of_ones_own_entry() -> None:
    plan = workspace("mine", Goal(id="g", title="My own"))

    merged = added(plan, workspace("theirs", Goal(id="g", title="Planted")))

    assert merged.goals["g"].title == "My own"
    assert len(merged.goals) == 2


def test_what_exists_only_once_stays_what_it_is_here() -> None:
    plan = workspace("mine", Profile(name="Zoë"))

    assert added(plan, workspace("theirs", Profile(name="Someone else"))).profile.name == "Zoë"
    assert differing_in_words(plan, workspace("theirs", Profile(name="Someone else"))) == [
        "1 profile differs."
    ]


def test_rekeying_keeps_everything_but_the_ids() -> None:
    content = workspace("theirs", *PLAN)

    moved = rekeyed(content, "mine")

    assert {kind: len(moved.collection(kind)) for kind in KINDS} == {
        kind: len(content.collection(kind)) for kind in KINDS
    }
    assert [goal.title for goal in moved.goals.values()] == ["Pass"]


OWN_NEED = OwnNeed(id="5" * 32, name="Quiet")
COMPARISON = Assessment(
    id="c", needs=("mastery", OWN_NEED.id), seed=1, started_at=datetime(2026, 1, 2, tzinfo=UTC)
)
THEIRS = (
    OwnNeed(id="mastery", name="Craft"),
    OWN_NEED,
    COMPARISON,
    Standpoint(answer="Room.", said={OWN_NEED.id: "I would close the door."}),
    Strength(id="s", title="Patience"),
    Goal(id="g", title="Pass", needs=frozenset({OWN_NEED.id})),
)


def test_needs_of_another_workspace_keep_their_ids_since_answers_and_goals_name_them() -> None:
    merged = added(workspace("mine", Goal(id="g", title="My own")), workspace("theirs", *THEIRS))

    assert set(merged.needs) == {"mastery", OWN_NEED.id}
    [comparison] = merged.assessments.values()
    assert comparison.id != "c"
    assert comparison.needs == COMPARISON.needs
    assert [goal.needs for goal in merged.goals.values()] == [frozenset(), {OWN_NEED.id}]
    assert merged.standpoint.said == {OWN_NEED.id: "I would close the door."}
    assert [strength.title for strength in merged.strengths.values()] == ["Patience"]


def test_ones_own_words_for_a_need_and_ones_standpoint_stay_what_they_are_here() -> None:
    mine = workspace("mine", OwnNeed(id="mastery", name="Depth"), Standpoint(answer="Peace."))
    theirs = workspace("theirs", *THEIRS)

    merged = added(mine, theirs)

    assert merged.needs["mastery"].name == "Depth"
    assert merged.standpoint == Standpoint(answer="Peace.")
    need, standpoint = differing_in_words(mine, theirs)
    assert need == "1 need differs."
    assert not re.search(r"\b1 \w+s\b", standpoint)


def test_a_need_that_both_have_does_not_make_other_entries_meet_by_id() -> None:
    mine = workspace("mine", OWN_NEED, Goal(id="g", title="My own"))

    merged = added(mine, workspace("theirs", *THEIRS))

    assert sorted(goal.title for goal in merged.goals.values()) == ["My own", "Pass"]
    assert additions(merged, workspace("theirs", *THEIRS), stamp=STAMP) == []
