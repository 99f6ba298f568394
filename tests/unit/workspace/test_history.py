from dataclasses import replace
from datetime import UTC, datetime
from threading import Lock

import pytest

from careerkit.change import Actor, Change, Stamp, archived, created, restored, updates
from careerkit.goals import Goal
from careerkit.interview import Application
from careerkit.store import memory_store
from careerkit.workspace import (
    NothingToUndoError,
    Workspace,
    edit_profile,
    last_own_undo,
    redo,
    sentence_of,
    take_back,
    undo,
)

STAMP = Stamp(by=Actor(id="me", name="Me"), at=datetime(2026, 1, 2, tzinfo=UTC))
GOAL = Goal(id="g", title="Lead a project")


def after(*batches: list[Change]) -> Workspace:
    store = memory_store({}, Lock())
    workspace = store.create("mine")
    for number, changes in enumerate(batches):
        workspace = store.apply("mine", changes, seen=1, commit_id=str(number))
    return workspace


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ([created(GOAL, stamp=STAMP)], "Added the goal “Lead a project”"),
        (
            [created(Application(id="p", company="Acme", role="Lead"), stamp=STAMP)],
            "Added the application “Acme”",
        ),
        (
            [created(GOAL, stamp=STAMP), created(replace(GOAL, id="h"), stamp=STAMP)],
            "Added the goal “Lead a project” and one more thing",
        ),
        (
            [created(replace(GOAL, id=str(n)), stamp=STAMP) for n in range(3)],
            "Added the goal “Lead a project” and 2 more things",
        ),
    ],
)
def test_a_batch_reads_as_a_sentence(changes: list[Change], sentence: str) -> None:
    workspace = after(changes)

    assert sentence_of(workspace.history[-1], workspace) == sentence


def test_later_changes_are_named_by_the_title_the_entry_has_now() -> None:
    renamed = replace(GOAL, title="Lead two")
    workspace = after(
        [created(GOAL, stamp=STAMP)],
        updates(GOAL, renamed, stamp=STAMP),
        [archived(renamed, stamp=STAMP)],
        [restored(renamed, stamp=STAMP)],
    )

    assert [sentence_of(batch, workspace) for batch in workspace.history[1:]] == [
        "Changed the goal “Lead two”",
        "Archived the goal “Lead two”",
        "Brought back the goal “Lead two”",
    ]


def test_an_undo_reads_as_one() -> None:
    store = memory_store({}, Lock())
    store.create("mine")
    workspace = store.apply("mine", [created(GOAL, stamp=STAMP)], seen=1, commit_id="1")
    workspace = store.apply("mine", undo(workspace, stamp=STAMP), seen=2, commit_id="2")

    assert sentence_of(workspace.history[-1], workspace) == "Took back: adding the goal “Lead a project”"


def test_with_nothing_of_ones_own_there_is_nothing_to_undo() -> None:
    someone = Stamp(by=Actor(id="coach", name="Coach"), at=STAMP.at)

    with pytest.raises(NothingToUndoError):
        undo(after([created(GOAL, stamp=someone)]), stamp=STAMP)


def test_a_name_is_kept_on_one_line_and_may_change() -> None:
    first = edit_profile(Workspace(id="mine", revision=1), name=" Zoë\n Ann ", stamp=STAMP)
    workspace = after(first)

    assert workspace.profile.name == "Zoë Ann"
    assert after(first, edit_profile(workspace, name="Zoë", stamp=STAMP)).profile.name == "Zoë"


def test_undo_and_redo_find_their_way_back_and_forth_among_others_changes() -> None:
    coach = Stamp(by=Actor(id="coach", name="Coach"), at=STAMP.at)
    store = memory_store({}, Lock())
    workspace = store.create("mine")

    def save(changes: list[Change]) -> None:
        nonlocal workspace
        seen = workspace.revision
        workspace = store.apply("mine", changes, seen=seen, commit_id=str(seen))

    save([created(GOAL, stamp=STAMP)])
    save([created(replace(GOAL, id="theirs"), stamp=coach)])
    save(updates(GOAL, replace(GOAL, title="B"), stamp=STAMP))
    for deed, titles in [(undo, ["Lead a project"]), (undo, []), (redo, ["Lead a project"]), (redo, ["B"])]:
        save(deed(workspace, stamp=STAMP))
        assert [goal.title for goal in workspace.goals.values() if goal.id == "g"] == titles
    assert "theirs" in workspace.goals
    with pytest.raises(NothingToUndoError):
        redo(workspace, stamp=STAMP)


def test_a_new_change_ends_what_can_be_redone() -> None:
    store = memory_store({}, Lock())
    store.create("mine")
    workspace = store.apply("mine", [created(GOAL, stamp=STAMP)], seen=1, commit_id="1")
    workspace = store.apply("mine", undo(workspace, stamp=STAMP), seen=2, commit_id="2")
    assert last_own_undo(workspace, STAMP.by) is not None

    workspace = store.apply("mine", [created(replace(GOAL, id="h"), stamp=STAMP)], seen=3, commit_id="3")

    assert last_own_undo(workspace, STAMP.by) is None


def test_anyones_change_can_be_taken_back_by_its_revision_but_only_once() -> None:
    coach = Stamp(by=Actor(id="coach", name="Coach"), at=STAMP.at)
    store = memory_store({}, Lock())
    store.create("mine")
    store.apply("mine", [created(GOAL, stamp=STAMP)], seen=1, commit_id="1")
    workspace = store.apply("mine", [created(replace(GOAL, id="h"), stamp=STAMP)], seen=2, commit_id="2")

    workspace = store.apply("mine", take_back(workspace, 2, stamp=coach), seen=3, commit_id="3")

    assert set(workspace.goals) == {"h"}
    assert workspace.history[-1].by == coach.by
    for revision in (2, 99):
        with pytest.raises(NothingToUndoError):
            take_back(workspace, revision, stamp=coach)
