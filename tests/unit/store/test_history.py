import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import RLock

import pytest

from careerkit.change import Actor, Batch, Stamp, created, updates
from careerkit.goals import Goal
from careerkit.store import NotSavedError, Store, memory_store, open_store, read_backup
from careerkit.store.files import FileEngine
from careerkit.store.limits import HISTORY_HIGH, HISTORY_LEAST, HISTORY_PART
from careerkit.workspace import last_own_batch, redo, undo

ME = Actor(id="me", name="Me")
START = datetime(2026, 1, 1, tzinfo=UTC)


def stamp(number: int) -> Stamp:
    return Stamp(by=ME, at=START + timedelta(minutes=number))


@pytest.fixture(params=["files", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    store = memory_store({}, RLock()) if request.param == "memory" else open_store(tmp_path)
    store.create("mine")
    return store


def rename(store: Store, times: int, *, length: int = 0) -> None:
    goal = Goal(id="g", title="0", why="")
    store.apply("mine", [created(goal, stamp=stamp(0))], seen=1, commit_id="0")
    for number in range(1, times):
        new = replace(goal, title=str(number), why=chr(97 + number % 26) * length)
        store.apply("mine", updates(goal, new, stamp=stamp(number)), seen=1, commit_id=str(number))
        goal = new


def revisions(store: Store) -> list[int]:
    return [batch.revision for batch in store.history("mine")]


def test_every_change_ever_made_is_there_the_newest_first(store: Store) -> None:
    rename(store, 500)

    history = list(store.history("mine"))

    assert [batch.revision for batch in history] == list(range(501, 1, -1))
    assert history[7].changes[0].after == {"title": "492"}
    assert history[-1].changes[0].at == START


def test_the_file_holds_only_the_latest_changes(store: Store) -> None:
    rename(store, 500)

    assert len(store.load("mine").history) <= HISTORY_HIGH[0]


def test_long_texts_leave_the_file_sooner(store: Store) -> None:
    rename(store, 100, length=3_900)

    kept = store.load("mine").history
    assert sum(len(str(batch)) for batch in kept) < 2 * HISTORY_HIGH[1]
    assert len(revisions(store)) == 100


def test_the_newest_change_can_be_undone_however_large_it_is(store: Store) -> None:
    goals = [Goal(id=f"g{n}", title="A", why="x" * 3_000) for n in range(200)]
    saved = store.apply("mine", [created(goal, stamp=stamp(0)) for goal in goals], seen=1, commit_id="c")

    assert len(saved.history) == 1
    undone = store.apply("mine", undo(saved, stamp=stamp(1)), seen=2, commit_id="undo")
    redone = store.apply("mine", redo(undone, stamp=stamp(2)), seen=3, commit_id="redo")
    assert (len(undone.goals), len(redone.goals)) == (0, 200)
    assert last_own_batch(redone, ME) is not None
    assert len(redone.history) == HISTORY_LEAST

    later = store.apply("mine", [created(Goal(id="h", title="B"), stamp=stamp(3))], seen=4, commit_id="d")

    assert [batch.revision for batch in later.history] == [3, 4, 5]
    assert revisions(store) == [5, 4, 3, 2]


def test_what_is_archived_is_read_only_as_far_as_it_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(tmp_path)
    store.create("mine")
    rename(store, 500)
    read: list[str] = []
    load = FileEngine.load_kept

    def counted(self: FileEngine, workspace_id: str, name: str) -> bytes:
        read.append(name)
        return load(self, workspace_id, name)

    monkeypatch.setattr(FileEngine, "load_kept", counted)
    history = store.history("mine")
    newest: Batch = next(history)
    assert (newest.revision, read) == (501, [])

    list(history)
    assert len(read) == len(set(read)) > 1


def test_archived_parts_are_written_before_their_history_leaves_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(tmp_path)
    store.create("mine")
    rename(store, HISTORY_HIGH[0])

    def refuse(*_: object, **__: object) -> None:
        raise NotSavedError("no space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(FileEngine, "keep", refuse)
        with pytest.raises(NotSavedError):
            store.apply("mine", [created(Goal(id="h", title="H"), stamp=stamp(0))], seen=1, commit_id="x")

    assert len(json.loads((tmp_path / "mine.json").read_text())["history"]) == HISTORY_HIGH[0]
    assert len(open_store(tmp_path).load("mine").history) == HISTORY_HIGH[0]


def test_a_part_that_was_written_twice_after_a_crash_is_one_part(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.create("mine")
    rename(store, HISTORY_HIGH[0])
    kept = (tmp_path / "mine.json").read_bytes()
    goal = [created(Goal(id="h", title="H"), stamp=stamp(0))]
    store.apply("mine", goal, seen=1, commit_id="x")
    parts = sorted(path.name for path in (tmp_path / "mine.kept").iterdir())

    (tmp_path / "mine.json").write_bytes(
        kept
    )  # as a power cut leaves it: the parts are there, the save is not
    again = open_store(tmp_path)
    again.apply("mine", goal, seen=1, commit_id="x")

    assert sorted(path.name for path in (tmp_path / "mine.kept").iterdir()) == parts
    assert len(revisions(again)) == HISTORY_HIGH[0] + 1


def test_a_long_history_in_a_backup_becomes_parts_of_ordinary_size(store: Store) -> None:
    rename(store, 900)
    backup = read_backup(store.backup("mine", at=START))
    assert backup.history_complete
    elsewhere = open_store(":memory:")
    elsewhere.create("mine")

    elsewhere.adopt("mine", backup)

    assert list(elsewhere.history("mine")) == list(store.history("mine"))
    assert len(elsewhere.load("mine").history) <= HISTORY_HIGH[0] < HISTORY_PART[0]


def test_history_can_be_left_out_of_a_backup(store: Store) -> None:
    rename(store, 100)

    backup = read_backup(store.backup("mine", at=START, with_history=False))

    assert backup.content.history == ()
    assert backup.content.goals == store.load("mine").goals


def test_each_change_says_who_when_and_why(store: Store) -> None:
    change = created(Goal(id="g", title="Pass"), stamp=stamp(7), reason="because")
    store.apply("mine", [change], seen=1, commit_id="c")

    (batch,) = store.history("mine")

    assert (batch.by, batch.at, batch.changes[0].reason) == (ME, START + timedelta(minutes=7), "because")
