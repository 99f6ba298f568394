"""Which version comes back after damage, and when none does."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from careerkit.change import Actor, Stamp, created
from careerkit.goals import Goal
from careerkit.store import (
    CopyKind,
    DamagedFileError,
    ForeignCopyError,
    OlderThanSeenError,
    Store,
    StoreUnavailableError,
    open_store,
)
from careerkit.store.files import FileEngine

START = datetime(2026, 1, 1, tzinfo=UTC)


def save(store: Store, number: int, *, seen: int = 1) -> None:
    stamp = Stamp(by=Actor(id="me", name="Me"), at=START + timedelta(days=15 * number))
    store.apply(
        "mine", [created(Goal(id=f"g{number}", title="G"), stamp=stamp)], seen=seen, commit_id=str(number)
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Twenty saves over most of a year, with daily and monthly copies beside them."""
    store = open_store(tmp_path)
    store.create("mine")
    for number in range(20):
        save(store, number)
    return tmp_path


def damage(folder: Path) -> None:
    file = folder / "mine.json"
    exchange(file, file.read_bytes()[:-1])


def exchange(file: Path, content: bytes) -> None:
    """Give a file other content, without touching what else goes by another name of it."""
    file.unlink()
    file.write_bytes(content)


def test_the_newest_copy_comes_back_whatever_the_times_of_the_files_say(folder: Path) -> None:
    for age, path in enumerate(sorted(folder.rglob("*.json*"))):
        os.utime(path, (1_000_000 + age, 1_000_000 + age))
    os.utime(folder / "mine.json.bak", (0, 0))
    damage(folder)

    store = open_store(folder)

    assert len(store.load("mine").goals) == 19
    recovery = store.recovery("mine")
    assert recovery is not None
    assert recovery.source == "previous"


def test_a_time_that_no_calendar_knows_is_no_obstacle(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = FileEngine.kept
    monkeypatch.setattr(
        FileEngine, "kept", lambda *of: tuple(one._replace(written_at=1e18) for one in kept(*of))
    )
    damage(folder)

    assert len(open_store(folder).load("mine").goals) == 19


def test_with_the_previous_version_damaged_too_a_daily_copy_comes_back(folder: Path) -> None:
    damage(folder)
    exchange(folder / "mine.json.bak", b"{")

    store = open_store(folder)

    assert len(store.load("mine").goals) == 19
    recovery = store.recovery("mine")
    assert recovery is not None
    assert recovery.source.startswith("day-")


def test_a_file_that_is_gone_while_no_copy_can_be_read_is_damage_and_no_empty_plan(folder: Path) -> None:
    (folder / "mine.json").unlink()
    bad = (folder / "mine.json.bak").read_bytes()[:-20]
    exchange(folder / "mine.json.bak", bad)
    for copy in (folder / "mine.kept").iterdir():
        exchange(copy, b"{")
    store = open_store(folder)

    for deed in (store.load, store.create, store.revision):
        with pytest.raises(DamagedFileError, match="it is gone"):
            deed("mine")
    assert store.start_anew("mine").is_empty

    assert store.load("mine").is_empty
    assert bad in {path.read_bytes() for path in (folder / "mine.kept").iterdir()}


def test_starting_anew_from_a_page_that_is_out_of_date_throws_nothing_away(folder: Path) -> None:
    for path in (folder / "mine.json.bak", *(folder / "mine.kept").iterdir()):
        path.unlink()
    damage(folder)
    store = open_store(folder)
    seen = store.start_anew("mine").revision
    save(store, 1, seen=seen)

    assert len(store.start_anew("mine").goals) == 1

    assert seen > 20  # revisions do not begin again: an old page would write over what it never saw


def test_a_state_that_somebody_saw_before_the_file_vanished_is_never_mistaken_for_the_copy(
    folder: Path,
) -> None:
    page = open_store(folder)
    seen = page.load("mine").revision
    (folder / "mine.json").unlink()
    open_store(folder).load("mine")

    assert page.load("mine").revision > seen


def test_a_file_that_can_be_read_again_is_left_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = (folder / "mine.json").read_bytes()
    damage(folder)
    locked = FileEngine.locked

    def synced(self: FileEngine, workspace_id: str) -> object:
        (folder / "mine.json").write_bytes(whole)  # a sync program finishes its work meanwhile
        return locked(self, workspace_id)

    monkeypatch.setattr(FileEngine, "locked", synced)
    store = open_store(folder)

    assert len(store.load("mine").goals) == 20
    assert store.recovery("mine") is None


def test_acknowledging_twice_writes_once(folder: Path) -> None:
    damage(folder)
    store = open_store(folder)
    store.load("mine")
    store.acknowledge_recovery("mine")
    before = (folder / "mine.json").read_bytes(), (folder / "mine.json.bak").read_bytes()

    store.acknowledge_recovery("mine")

    assert ((folder / "mine.json").read_bytes(), (folder / "mine.json.bak").read_bytes()) == before


@pytest.mark.parametrize("gone", [False, True])
def test_where_nothing_can_be_written_the_copy_is_shown_all_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch, *, gone: bool
) -> None:
    damage(folder)
    if gone:
        (folder / "mine.json").unlink()
    before = sorted(path.name for path in folder.rglob("*"))

    def read_only(**_: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("careerkit.store.files.tempfile.TemporaryFile", read_only)
    store = open_store(folder)

    assert store.read_only_because == "read-only file system"
    assert len(store.load("mine").goals) == 19
    assert store.recovery("mine") is not None
    assert sorted(path.name for path in folder.rglob("*")) == before


def test_a_disk_that_is_full_when_the_app_starts_is_not_taken_for_one_that_can_never_be_written(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(**_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("careerkit.store.files.tempfile.TemporaryFile", full)
        store = open_store(folder)
        with pytest.raises(StoreUnavailableError):
            open_store(tmp_path / "nothing there")

    assert store.read_only_because is None
    save(store, 99, seen=21)


def test_a_copy_that_holds_another_workspace_is_not_taken_for_ones_own(folder: Path) -> None:
    store = open_store(folder)
    store.create("theirs")
    name = store.keep_copy("mine")
    (folder / "mine.kept" / f"{name}.json").write_bytes((folder / "theirs.json").read_bytes())

    with pytest.raises(ForeignCopyError, match="theirs"):
        store.load_copy("mine", name)


def test_a_part_of_the_history_is_no_copy(folder: Path) -> None:
    store = open_store(folder)
    for number in range(20, 90):
        save(store, number)
    assert list((folder / "mine.kept").glob("history-*"))

    assert {copy.kind for copy in store.copies("mine")} == {
        CopyKind.PREVIOUS,
        CopyKind.DAY,
        CopyKind.MONTH,
    }


def test_a_page_that_was_open_during_the_damage_saves_nothing_it_did_not_see(folder: Path) -> None:
    store = open_store(folder)
    seen = store.load("mine").revision
    older = (folder / "mine.json.bak").read_bytes()
    (folder / "mine.json").write_bytes(older)

    with pytest.raises(OlderThanSeenError):
        save(open_store(folder), 99, seen=seen)
