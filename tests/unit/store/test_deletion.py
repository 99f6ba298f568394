"""Deleted for good: not a word of it is left anywhere in the data folder."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from careerkit.change import Actor, Stamp, created
from careerkit.goals import Goal
from careerkit.store import Store, WorkspaceGoneError, open_store
from careerkit.store.limits import HISTORY_HIGH

CANARY = "canary-7f3a-ünique"
START = datetime(2026, 1, 30, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store whose workspace has left traces in every place there is."""
    store = open_store(tmp_path)
    store.create("theirs")
    store.create("mine")
    for number in range(HISTORY_HIGH[0] + 5):
        stamp = Stamp(by=Actor(id="me", name="Me"), at=START + timedelta(days=number))
        goal = Goal(id=f"g{number}", title=f"{CANARY} {number}")
        store.apply("mine", [created(goal, stamp=stamp)], seen=1, commit_id=str(number))
    store.keep_copy("mine")
    (tmp_path / "mine.json").write_text(f"{{ {CANARY}")
    store.load("mine")  # sets the damaged file aside
    whole = (tmp_path / "mine.json").read_bytes()
    (tmp_path / "mine (conflicted copy).json").write_bytes(whole)
    (tmp_path / ".mine.json.new").write_bytes(whole[:500])
    (tmp_path / ".mine.json.abc123").write_bytes(whole)  # as an earlier version of careerkit named them
    (tmp_path / "mine.kept" / ".day-2026-01-30.json.new").write_bytes(whole)
    for name in ("mine.json.sync-conflict-20260130.bak", "mine.json~", ".mine.json.swp"):
        (tmp_path / name).write_bytes(whole)
    (tmp_path / "mine.kept" / "@eaDir").mkdir()  # as some network disks put one into every folder
    (tmp_path / "mine.kept" / "@eaDir" / "mine.json@Index").write_bytes(whole)
    (tmp_path / "unrelated files.json").mkdir()
    return store


def traces(folder: Path) -> list[str]:
    found = [path for path in folder.rglob("*") if path.is_file() and CANARY.encode() in path.read_bytes()]
    return sorted(path.name for path in found)


def test_the_canary_is_everywhere_before(store: Store, tmp_path: Path) -> None:
    names = " ".join(traces(tmp_path))

    for part in (
        "mine.json",
        ".bak",
        "day-",
        "month-",
        "asked-",
        "damaged-",
        "history-",
        "conflicted",
        ".new",
    ):
        assert part in names
    assert store.load("mine").goals


def test_after_deleting_nothing_of_it_is_left_but_everybody_elses_is(store: Store, tmp_path: Path) -> None:
    store.delete("mine")

    assert traces(tmp_path) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "theirs.json",
        "theirs.lock",
        "unrelated files.json",
    ]
    assert store.ids() == ("theirs",)


def test_what_is_deleted_does_not_come_back_by_itself(store: Store, tmp_path: Path) -> None:
    store.delete("mine")

    for opened in (store, open_store(tmp_path)):
        with pytest.raises(WorkspaceGoneError):
            opened.load("mine")
        assert opened.create("mine").is_empty
        opened.delete("mine")
