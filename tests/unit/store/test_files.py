"""What is true of files only."""

import json
import os
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tinydb import TinyDB

from careerkit.change import Actor, Stamp, archived, created
from careerkit.goals import Goal
from careerkit.store import (
    CopyKind,
    DamagedFileError,
    NewerFormatError,
    NotConfirmedError,
    NotSavedError,
    OlderThanSeenError,
    StoreUnavailableError,
    UnreadableError,
    WorkspaceGoneError,
    open_store,
)
from careerkit.store.migrations import FORMAT
from careerkit.store.seal import sealed

STAMP = Stamp(by=Actor(id="me", name="Me"), at=datetime(2026, 1, 2, 3, 4, tzinfo=UTC))
GOAL = Goal(id="g", title="Lead a project")
DAMAGE = [
    pytest.param(b"", id="empty"),
    pytest.param(b"{", id="cut"),
    pytest.param(b"[1]", id="list"),
    pytest.param(b"null", id="null"),
    pytest.param(b'{"goals": 3}', id="no-table"),
    pytest.param(b"\x00\xff", id="binary"),
    pytest.param(b"[" * 100_000, id="deep"),
    pytest.param(b'{"_meta":{"1":{"format":"2"}}}', id="no-particulars"),
]


@pytest.fixture
def saved_file(tmp_path: Path) -> Path:
    store = open_store(tmp_path)
    store.create("mine")
    store.apply("mine", [created(GOAL, stamp=STAMP)], seen=1, commit_id="c")
    return tmp_path / "mine.json"


@pytest.fixture
def only_file(saved_file: Path) -> Path:
    """A file whose earlier versions are gone."""
    saved_file.with_name("mine.json.bak").unlink()
    return saved_file


def files_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_stock_tinydb_opens_the_file(saved_file: Path) -> None:
    with TinyDB(saved_file) as db:
        assert db.tables() == {"_meta", "goals", "history"}
        assert db.table("goals").all()[0]["title"] == "Lead a project"


def test_the_version_before_is_kept_beside_the_file(saved_file: Path) -> None:
    before = json.loads(saved_file.with_name("mine.json.bak").read_text())

    assert before["_meta"]["1"]["revision"] == 1


def test_only_the_owner_may_read_the_file(saved_file: Path) -> None:
    assert saved_file.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("damage", DAMAGE)
def test_damage_without_any_good_copy_is_told_and_left_as_it_is(only_file: Path, damage: bytes) -> None:
    only_file.write_bytes(damage)

    with pytest.raises(DamagedFileError, match="left as it is"):
        open_store(only_file.parent).load("mine")

    assert only_file.read_bytes() == damage


@pytest.mark.parametrize("damage", DAMAGE)
def test_the_last_good_version_takes_the_place_of_a_damaged_file_which_is_kept(
    saved_file: Path, damage: bytes
) -> None:
    saved_file.write_bytes(damage)
    store = open_store(saved_file.parent)

    workspace = store.load("mine")

    assert workspace.goals == {}
    recovery = store.recovery("mine")
    assert recovery is not None
    assert recovery.source == "previous"
    assert (saved_file.parent / "mine.kept" / f"{recovery.aside}.json").read_bytes() == damage


def test_after_damage_the_revision_goes_on_so_that_no_open_page_mistakes_the_older_version(
    saved_file: Path,
) -> None:
    saved_file.write_bytes(saved_file.read_bytes().replace(b"Lead", b"Read"))

    workspace = open_store(saved_file.parent).load("mine")

    assert (workspace.goals, workspace.revision) == ({}, 3)


def test_a_recovery_is_told_until_it_is_acknowledged_and_saving_goes_on(saved_file: Path) -> None:
    saved_file.write_bytes(b"{")
    store = open_store(saved_file.parent)
    seen = store.load("mine").revision
    store.apply("mine", [created(GOAL, stamp=STAMP)], seen=seen, commit_id="d")
    assert open_store(saved_file.parent).recovery("mine") is not None

    store.acknowledge_recovery("mine")

    assert open_store(saved_file.parent).recovery("mine") is None
    assert open_store(saved_file.parent).load("mine").goals == {"g": GOAL}
    assert [copy.kind for copy in store.copies("mine")].count(CopyKind.DAMAGED) == 1


def test_a_file_that_vanished_comes_back_from_its_copy_and_never_as_an_empty_plan(saved_file: Path) -> None:
    store = open_store(saved_file.parent)
    store.apply("mine", [created(Goal(id="h", title="Pass"), stamp=STAMP)], seen=2, commit_id="d")
    saved_file.unlink()

    assert open_store(saved_file.parent).create("mine").goals == {"g": GOAL}


def test_one_can_start_anew_when_nothing_can_be_read_and_the_file_is_kept(only_file: Path) -> None:
    only_file.write_bytes(b"{ my plan")
    store = open_store(only_file.parent)

    assert store.start_anew("mine").is_empty

    assert store.load("mine").is_empty
    assert [path.read_bytes() for path in (only_file.parent / "mine.kept").iterdir()] == [b"{ my plan"]


def test_a_newer_file_is_refused_unchanged(saved_file: Path) -> None:
    with_its_checksum = resealed(of_format(FORMAT + 1, saved_file.read_bytes()))
    saved_file.write_bytes(with_its_checksum)

    with pytest.raises(NewerFormatError):
        open_store(saved_file.parent).load("mine")

    assert saved_file.read_bytes() == with_its_checksum


def test_a_flipped_bit_in_the_number_of_the_format_is_damage_and_no_newer_version(saved_file: Path) -> None:
    newer = max(flipped for bit in (1, 2, 4, 8) if (flipped := FORMAT ^ bit) < 10)
    assert newer > FORMAT
    saved_file.write_bytes(of_format(newer, saved_file.read_bytes()))

    assert open_store(saved_file.parent).load("mine").goals == {}


def test_a_bad_field_is_named_with_its_path(only_file: Path) -> None:
    only_file.write_bytes(resealed(only_file.read_bytes().replace(b'"due":null', b'"due":"soon"')))

    with pytest.raises(DamagedFileError, match=r"goals\.1\.due"):
        open_store(only_file.parent).load("mine")


def test_a_file_that_is_only_laid_out_differently_is_not_damaged(only_file: Path) -> None:
    only_file.write_text(json.dumps(json.loads(only_file.read_text()), indent=2))

    assert open_store(only_file.parent).load("mine").goals == {"g": GOAL}


def test_a_file_that_holds_another_workspace_is_damage(saved_file: Path) -> None:
    open_store(saved_file.parent).create("theirs")
    saved_file.write_bytes((saved_file.parent / "theirs.json").read_bytes())
    store = open_store(saved_file.parent)

    assert store.load("mine").id == "mine"
    assert store.recovery("mine") is not None


@pytest.mark.parametrize("what", ["folder", "pipe", "link"])
def test_what_is_no_file_is_told_and_left_alone(only_file: Path, what: str) -> None:
    moved = only_file.rename(only_file.with_name("elsewhere.txt"))
    if what == "folder":
        only_file.mkdir()
    elif what == "pipe":
        os.mkfifo(only_file)
    else:
        only_file.symlink_to(moved)

    with pytest.raises(UnreadableError, match=r"mine\.json"):
        open_store(only_file.parent).load("mine")

    assert moved.exists()


def test_a_conflict_copy_of_a_sync_program_is_no_workspace_but_a_copy_one_can_look_at(
    saved_file: Path,
) -> None:
    store = open_store(saved_file.parent)
    for name in ("mine-laptop.json", "mine (conflicted copy 2026-11-24).json"):
        (saved_file.parent / name).write_bytes(saved_file.read_bytes())
    store.apply("mine", [archived(GOAL, stamp=STAMP)], seen=2, commit_id="d")

    assert store.ids() == ("mine",)
    beside = [copy.name for copy in store.copies("mine") if copy.kind is CopyKind.BESIDE]
    assert len(beside) == 2
    assert [store.load_copy("mine", name).goals for name in beside] == [{"g": GOAL}] * 2


@pytest.mark.parametrize("name", ["../mine", "", "a/b", "UPPER", "x" * 99, "mine.json"])
def test_an_id_never_becomes_a_path(saved_file: Path, name: str) -> None:
    with pytest.raises(WorkspaceGoneError):
        open_store(saved_file.parent).load(name)


def test_a_late_save_into_what_is_deleted_leaves_nothing_behind(saved_file: Path) -> None:
    open_store(saved_file.parent).delete("mine")

    with pytest.raises(WorkspaceGoneError):
        open_store(saved_file.parent).apply("mine", [], seen=1, commit_id="d")

    assert files_in(saved_file.parent) == []


def test_a_folder_that_cannot_be_made_is_told_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(StoreUnavailableError, match="CAREERKIT_DATA"):
        open_store(tmp_path / "file" / "data")


def test_a_disk_without_hard_links_keeps_the_version_before_all_the_same(
    saved_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = saved_file.read_bytes()

    def refuse(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(os, "link", refuse)
    workspace = open_store(saved_file.parent).apply(
        "mine", [archived(GOAL, stamp=STAMP)], seen=2, commit_id="d"
    )

    assert workspace.goals["g"].archived
    assert saved_file.with_name("mine.json.bak").read_bytes() == before


@pytest.mark.parametrize("name", [".mine.json.new", ".mine.json.aside"])
def test_what_a_killed_save_has_left_is_in_nobodys_way(saved_file: Path, name: str) -> None:
    saved_file.with_name(name).write_text("half a plan")

    open_store(saved_file.parent).apply("mine", [archived(GOAL, stamp=STAMP)], seen=2, commit_id="d")

    assert files_in(saved_file.parent) == ["mine.json", "mine.json.bak", "mine.lock"]


def test_a_failed_write_is_told_and_leaves_the_old_state(
    saved_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(saved_file.parent)
    before = saved_file.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(NotSavedError, match="no space left on device"):
            store.apply("mine", [archived(GOAL, stamp=STAMP)], seen=2, commit_id="d")

    assert saved_file.read_bytes() == before
    assert files_in(saved_file.parent) == ["mine.json", "mine.json.bak", "mine.lock"]
    assert store.load("mine").goals == {"g": GOAL}


def test_a_disk_that_does_not_confirm_is_told_and_sending_again_asks_it_again(
    saved_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(saved_file.parent)
    real = os.fsync

    def sync_only_files(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(5, "Input/output error")
        real(handle)

    changes = [archived(GOAL, stamp=STAMP)]
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", sync_only_files)
        for _ in range(2):
            with pytest.raises(NotConfirmedError, match="did not confirm"):
                store.apply("mine", changes, seen=2, commit_id="d")

    workspace = store.apply("mine", changes, seen=2, commit_id="d")
    assert (workspace.revision, workspace.goals["g"].archived) == (3, True)


def of_format(number: int, data: bytes) -> bytes:
    """Say another format in a file that says the present one."""
    present = b'"format":%d' % FORMAT
    assert data.count(present) == 1
    return data.replace(present, b'"format":%d' % number)


def resealed(data: bytes) -> bytes:
    """Give a file that was changed the checksum of its new content, as a program that knows how would."""
    start = b'{"_meta":{"1":{"checksum":"'
    return sealed(start, data[len(start) + 64 :])


def test_a_file_that_a_sync_program_replaces_is_read_anew_and_nothing_unseen_is_written_over(
    saved_file: Path,
) -> None:
    store = open_store(saved_file.parent)
    older = saved_file.read_bytes()
    seen = store.apply("mine", [archived(GOAL, stamp=STAMP)], seen=2, commit_id="d").revision
    incoming = saved_file.with_name("incoming.tmp")
    incoming.write_bytes(older)
    incoming.replace(saved_file)

    assert store.load("mine").revision == 2
    with pytest.raises(OlderThanSeenError):
        store.apply("mine", [created(Goal(id="h", title="H"), stamp=STAMP)], seen=seen, commit_id="e")
    assert saved_file.read_bytes() == older


def test_a_file_that_is_replaced_between_load_and_write_is_not_overwritten_but_merged_with(
    saved_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, theirs = open_store(saved_file.parent), open_store(saved_file.parent / "elsewhere")
    (saved_file.parent / "elsewhere" / "mine.json").write_bytes(saved_file.read_bytes())
    theirs.apply("mine", [created(Goal(id="h", title="Theirs"), stamp=STAMP)], seen=2, commit_id="t")
    whole = (saved_file.parent / "elsewhere" / "mine.json").read_bytes()
    replaced: list[int] = []

    def meddle(*_: object) -> None:
        if not replaced:
            replaced.append(saved_file.write_bytes(whole))

    monkeypatch.setattr("careerkit.store.states.rotate", meddle)
    saved = ours.apply("mine", [created(Goal(id="i", title="Ours"), stamp=STAMP)], seen=2, commit_id="o")

    assert {goal.title for goal in saved.goals.values()} == {"Lead a project", "Theirs", "Ours"}
