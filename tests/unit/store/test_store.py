"""One contract for every engine."""

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from careerkit.aspirations import Aspiration
from careerkit.change import Actor, ConflictError, Stamp, archived, created, updates
from careerkit.goals import Goal, GoalStatus, Milestone, MilestoneKind
from careerkit.review import FinishedReviewError, Review, ReviewStep
from careerkit.store import (
    MEMORY,
    OlderThanSeenError,
    Store,
    WorkspaceGoneError,
    memory_store,
    open_store,
)
from careerkit.workspace import last_own_batch, undo

STAMP = Stamp(by=Actor(id="me", name="Me"), at=datetime(2026, 1, 2, 3, 4, tzinfo=UTC))
OTHER = Stamp(by=Actor(id="coach", name="Coach"), at=datetime(2026, 1, 2, 3, 5, tzinfo=UTC))
GOAL = Goal(id="g", title="Lead a project", due=date(2027, 1, 2), status=GoalStatus.PLANNED)


@pytest.fixture(params=["files", "memory"])
def reopen(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], Store]:
    """Opens the same place anew each time."""
    documents: dict[str, tuple[str, bytes]] = {}
    if request.param == "memory":
        lock = threading.Lock()
        return lambda: memory_store(documents, lock)
    return lambda: open_store(tmp_path)


@pytest.fixture
def store(reopen: Callable[[], Store]) -> Store:
    return reopen()


def test_a_new_workspace_is_empty_at_revision_one(store: Store) -> None:
    workspace = store.create("mine")

    assert (workspace.id, workspace.revision, workspace.is_empty) == ("mine", 1, True)
    assert store.ids() == ("mine",)


def test_creating_what_is_there_returns_it(store: Store) -> None:
    store.create("mine")
    store.apply("mine", [created(GOAL, stamp=STAMP)], seen=1, commit_id="c")

    assert store.create("mine").goals == {"g": GOAL}


def test_what_was_saved_is_there_after_reopening(reopen: Callable[[], Store]) -> None:
    store = reopen()
    store.create("mine")
    saved = store.apply("mine", [created(GOAL, stamp=STAMP, reason="why not")], seen=1, commit_id="c")

    assert reopen().load("mine") == saved
    assert saved.history[0].changes[0].reason == "why not"


def test_loading_twice_gives_the_same_snapshot(store: Store) -> None:
    store.create("mine")

    assert store.load("mine") is store.load("mine")


def test_another_store_on_the_same_place_sees_the_change(reopen: Callable[[], Store]) -> None:
    one, two = reopen(), reopen()
    one.create("mine")
    assert two.load("mine").goals == {}
    one.apply("mine", [created(GOAL, stamp=STAMP)], seen=1, commit_id="c")

    assert two.load("mine").goals == {"g": GOAL}
    assert two.revision("mine") == 2


def test_a_commit_id_lands_once(store: Store) -> None:
    store.create("mine")
    first = store.apply("mine", [created(GOAL, stamp=STAMP)], seen=1, commit_id="same")

    assert store.apply("mine", [archived(GOAL, stamp=STAMP)], seen=2, commit_id="same") == first


def test_different_fields_of_two_writers_merge(store: Store) -> None:
    store.create("mine")
    seen = store.apply("mine", [created(GOAL, stamp=STAMP)], seen=1, commit_id="c1").revision
    store.apply("mine", updates(GOAL, replace(GOAL, title="Theirs"), stamp=OTHER), seen=seen, commit_id="c2")

    merged = store.apply(
        "mine", updates(GOAL, replace(GOAL, first_step="Ask"), stamp=STAMP), seen=seen, commit_id="c3"
    )

    assert (merged.goals["g"].title, merged.goals["g"].first_step) == ("Theirs", "Ask")


def test_the_same_field_of_two_writers_conflicts_and_the_first_stays(store: Store) -> None:
    store.create("mine")
    store.apply("mine", [created(GOAL, stamp=STAMP)], seen=1, commit_id="c1")
    store.apply("mine", updates(GOAL, replace(GOAL, title="Theirs"), stamp=OTHER), seen=2, commit_id="c2")

    with pytest.raises(ConflictError):
        store.apply("mine", updates(GOAL, replace(GOAL, title="Mine"), stamp=STAMP), seen=2, commit_id="c3")

    assert store.load("mine").goals["g"].title == "Theirs"


def test_a_merge_that_breaks_a_rule_is_a_conflict_and_nothing_is_stored(store: Store) -> None:
    store.create("mine")
    idea = Goal(id="g", title="Lead", due=date(2027, 1, 2))
    store.apply("mine", [created(idea, stamp=STAMP)], seen=1, commit_id="c1")
    store.apply("mine", updates(idea, replace(idea, due=None), stamp=OTHER), seen=2, commit_id="c2")
    planned = updates(idea, replace(idea, status=GoalStatus.PLANNED), stamp=STAMP)

    with pytest.raises(ConflictError, match="a date first"):
        store.apply("mine", planned, seen=2, commit_id="c3")

    assert store.load("mine").revision == 3


def test_a_batch_lands_whole_or_not_at_all(store: Store) -> None:
    store.create("mine")
    good = created(GOAL, stamp=STAMP)
    bad = archived(replace(GOAL, id="unknown"), stamp=STAMP)

    with pytest.raises(ConflictError):
        store.apply("mine", [good, bad], seen=1, commit_id="c")

    assert store.load("mine").is_empty


def test_a_link_to_nothing_is_refused(store: Store) -> None:
    store.create("mine")
    lost = replace(GOAL, aspirations=frozenset({"nowhere"}))

    with pytest.raises(ConflictError, match="no longer there"):
        store.apply("mine", [created(lost, stamp=STAMP)], seen=1, commit_id="c")


def test_what_others_point_at_is_not_taken_back(store: Store) -> None:
    store.create("mine")
    store.apply("mine", [created(Aspiration(id="a", title="Grow"), stamp=STAMP)], seen=1, commit_id="c1")
    served = replace(GOAL, aspirations=frozenset({"a"}))
    workspace = store.apply("mine", [created(served, stamp=OTHER)], seen=2, commit_id="c2")

    with pytest.raises(ConflictError):
        store.apply("mine", undo(workspace, stamp=STAMP), seen=3, commit_id="c3")

    assert store.load("mine") == workspace


def test_undo_takes_back_ones_own_last_batch_only(store: Store) -> None:
    store.create("mine")
    store.apply("mine", [created(GOAL, stamp=STAMP)], seen=1, commit_id="c1")
    step = Milestone(id="m", title="Ask", year=2027, kind=MilestoneKind.ROLE)
    workspace = store.apply("mine", [created(step, stamp=OTHER)], seen=2, commit_id="c2")

    workspace = store.apply("mine", undo(workspace, stamp=STAMP), seen=3, commit_id="c3")

    assert workspace.goals == {}
    assert workspace.milestones == {"m": step}
    assert last_own_batch(workspace, STAMP.by) is None


def test_undo_walks_back_step_by_step(store: Store) -> None:
    store.create("mine")
    store.apply("mine", [created(GOAL, stamp=STAMP)], seen=1, commit_id="c1")
    renamed = replace(GOAL, title="B")
    store.apply("mine", updates(GOAL, renamed, stamp=STAMP), seen=2, commit_id="c2")
    workspace = store.apply(
        "mine", updates(renamed, replace(renamed, title="C"), stamp=STAMP), seen=3, commit_id="c3"
    )
    titles = []

    for turn in range(3):
        workspace = store.apply(
            "mine", undo(workspace, stamp=STAMP), seen=workspace.revision, commit_id=f"u{turn}"
        )
        titles.append([goal.title for goal in workspace.goals.values()])

    assert titles == [["B"], ["Lead a project"], []]


def test_undo_is_refused_in_words_when_a_later_change_stands_in_the_way(store: Store) -> None:
    store.create("mine")
    store.apply("mine", [created(GOAL, stamp=STAMP)], seen=1, commit_id="c1")
    mine = replace(GOAL, title="Mine")
    store.apply("mine", updates(GOAL, mine, stamp=STAMP), seen=2, commit_id="c2")
    theirs = updates(mine, replace(mine, title="Theirs"), stamp=OTHER)
    workspace = store.apply("mine", theirs, seen=3, commit_id="c3")

    with pytest.raises(ConflictError, match="A later change stands in the way"):
        store.apply("mine", undo(workspace, stamp=STAMP), seen=4, commit_id="c4")


def test_undo_pressed_in_two_tabs_at_once_undoes_once(store: Store) -> None:
    store.create("mine")
    workspace = store.apply("mine", [created(GOAL, stamp=STAMP)], seen=1, commit_id="c1")
    changes = undo(workspace, stamp=STAMP)
    store.apply("mine", changes, seen=2, commit_id="c2")

    with pytest.raises(ConflictError, match="done already"):
        store.apply("mine", changes, seen=2, commit_id="c3")


def test_finishing_a_review_cannot_be_undone_but_restoring_one_can(store: Store) -> None:
    store.create("mine")
    steps = (ReviewStep(id="s", title="Lessons", asks="What did you learn?"),)
    begun = Review(id="r", year=2026, steps=steps, started_on=date(2026, 12, 1))
    done = replace(begun, finished_on=date(2026, 12, 2))
    restored = store.apply("mine", [created(replace(done, id="old"), stamp=STAMP)], seen=1, commit_id="c1")
    assert last_own_batch(restored, STAMP.by) is not None
    store.apply("mine", [created(begun, stamp=STAMP)], seen=2, commit_id="c2")

    finished = store.apply("mine", updates(begun, done, stamp=STAMP), seen=3, commit_id="c3")

    assert last_own_batch(finished, STAMP.by) is None


def test_a_finished_review_refuses_every_change(store: Store) -> None:
    store.create("mine")
    steps = (ReviewStep(id="s", title="Lessons", asks="What did you learn?"),)
    done = Review(id="r", year=2026, steps=steps, started_on=date(2026, 12, 1), finished_on=date(2026, 12, 2))
    store.apply("mine", [created(done, stamp=STAMP)], seen=1, commit_id="c1")

    with pytest.raises(FinishedReviewError):
        store.apply("mine", [archived(done, stamp=STAMP)], seen=2, commit_id="c2")


def test_changes_that_change_nothing_make_no_revision(store: Store) -> None:
    store.create("mine")
    store.apply("mine", [created(GOAL, stamp=STAMP)], seen=1, commit_id="c1")

    assert store.apply("mine", [created(GOAL, stamp=STAMP)], seen=1, commit_id="c2").revision == 2
    assert store.apply("mine", [], seen=2, commit_id="c3").revision == 2


def test_a_deleted_workspace_is_gone_and_not_made_again_by_a_late_save(store: Store) -> None:
    store.create("mine")
    store.delete("mine")

    assert store.revision("mine") is None
    assert store.ids() == ()
    with pytest.raises(WorkspaceGoneError):
        store.apply("mine", [created(GOAL, stamp=STAMP)], seen=1, commit_id="c")
    with pytest.raises(WorkspaceGoneError):
        store.load("mine")


def test_what_was_deleted_stays_deleted_for_another_store_too(reopen: Callable[[], Store]) -> None:
    one, two = reopen(), reopen()
    one.create("mine")
    two.apply("mine", [created(GOAL, stamp=STAMP)], seen=1, commit_id="c")
    one.load("mine")
    two.delete("mine")
    two.create("mine")

    assert one.load("mine").is_empty


def test_a_save_that_saw_a_newer_state_than_is_stored_is_refused(store: Store) -> None:
    store.create("mine")

    with pytest.raises(OlderThanSeenError):
        store.apply("mine", [created(GOAL, stamp=STAMP)], seen=9, commit_id="c")


def test_writers_at_once_lose_nothing(reopen: Callable[[], Store]) -> None:
    reopen().create("mine")
    shared = [reopen(), reopen()]

    def write(writer: int) -> None:
        store = shared[writer % 2]
        for number in range(10):
            goal = replace(GOAL, id=f"g{writer}-{number}")
            store.apply("mine", [created(goal, stamp=STAMP)], seen=1, commit_id=goal.id)

    threads = [threading.Thread(target=write, args=(writer,)) for writer in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    workspace = reopen().load("mine")
    assert len(workspace.goals) == 40
    assert workspace.revision == 41


def test_workspaces_know_nothing_of_each_other(store: Store) -> None:
    store.create("mine")
    store.create("theirs")
    store.apply("mine", [created(GOAL, stamp=STAMP)], seen=1, commit_id="c")

    assert store.load("theirs").is_empty


def test_memory_is_a_place_of_its_own_each_time() -> None:
    open_store(MEMORY).create("mine")

    assert open_store(MEMORY).ids() == ()
