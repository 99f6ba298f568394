import json
import re
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Lock
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tinydb import TinyDB

from careerkit.change import Actor, Stamp, created
from careerkit.goals import Goal, Milestone, MilestoneKind
from careerkit.store import Report, Store, WorkspaceGoneError, open_store, read_backup
from careerkit.store.files import FileEngine
from careerkit.store.memory import MemoryEngine
from careerkit.store.seal import sealed
from careerkit.store.verify import verify

START = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
NEWEST = 170
"""The revision of the plan, whose history has left its file in several parts."""

Content = dict[str, dict[str, dict[str, Any]]]
Plant = Callable[[Path], Path]
"""Puts a fault into a data folder, and returns the file that has it."""


def filled(store: Store, newest: int = NEWEST) -> Store:
    store.create("mine")
    for number in range(2, newest):
        save(store, Goal(id=f"g{number}", title="Pass"), number)
    milestone = Milestone(
        id="m", title="Certified", year=2027, kind=MilestoneKind.QUALIFICATION, goals=frozenset({"g2"})
    )
    save(store, milestone, newest)
    return store


def save(store: Store, entity: Goal | Milestone, number: int) -> None:
    stamp = Stamp(by=Actor(id="me", name="Me"), at=START + timedelta(hours=number))
    seen = store.load("mine").revision
    store.apply("mine", [created(entity, stamp=stamp)], seen=seen, commit_id=f"c{number}")


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    filled(open_store(folder)).keep_copy("mine")
    return folder


@pytest.fixture
def small_folder(tmp_path: Path) -> Path:
    filled(open_store(tmp_path), newest=4)
    return tmp_path


@pytest.fixture
def folder(original: Path, tmp_path: Path) -> Path:
    return shutil.copytree(original, tmp_path / "data")


def verified(folder: Path) -> Report:
    """Verify, and make sure that nothing whatever was changed by it."""
    before = everything(folder)
    report = verify(FileEngine(folder), "mine")
    assert everything(folder) == before
    return report


def everything(folder: Path) -> dict[Path, tuple[int, bytes]]:
    return {
        path: (path.lstat().st_mtime_ns, path.read_bytes() if path.is_file() else b"")
        for path in folder.rglob("*")
    }


def parts(folder: Path) -> list[Path]:
    """The archived parts of the history, oldest first."""
    return sorted((folder / "mine.kept").glob("history-*"))


def test_files_as_careerkit_writes_them_have_no_fault(folder: Path) -> None:
    report = verified(folder)

    assert report.faults == ()
    there = [path.relative_to(folder).as_posix() for path in folder.rglob("*.json*")]
    assert sorted(checked.file for checked in report.files) == sorted(there)
    assert len(parts(folder)) > 2


def test_the_tables_named_are_those_that_stock_tinydb_finds(folder: Path) -> None:
    for checked in verified(folder).files:
        with TinyDB(folder / checked.file, access_mode="r") as db:
            assert set(checked.tables) == db.tables()


def test_a_report_says_the_revision_and_how_much_there_is(folder: Path) -> None:
    document = verified(folder).files[0]

    assert (document.file, document.revision, document.entries) == ("mine.json", NEWEST, NEWEST - 1)
    assert document.saves[-1] == NEWEST


def test_documents_in_memory_are_verified_too() -> None:
    engine = MemoryEngine({}, Lock())
    filled(Store(engine))

    report = verify(engine, "mine")

    assert report.faults == ()
    assert len(report.files) > 4


@pytest.mark.parametrize("workspace_id", ["theirs", "../mine", "UPPER", ""])
def test_of_what_was_never_there_nothing_is_reported(folder: Path, workspace_id: str) -> None:
    with pytest.raises(WorkspaceGoneError):
        verify(FileEngine(folder), workspace_id)


def of(pattern: str, harm: Callable[[Path], object]) -> Plant:
    """Harm a file of this name: the one that is last in order."""

    def plant(folder: Path) -> Path:
        path = max(folder.rglob(pattern))
        harm(path)
        return path

    return plant


def flip(path: Path, at: int = 400, bit: int = 1) -> None:
    data = bytearray(path.read_bytes())
    data[at % len(data)] ^= 1 << bit
    path.write_bytes(data)


def rewrite(change: Callable[[Content], object]) -> Callable[[Path], None]:
    """Change what a file holds and give it the checksum of that, as a program that knows how would."""
    start = b'{"_meta":{"1":{"checksum":"'

    def harm(path: Path) -> None:
        content = json.loads(path.read_bytes())
        change(content)
        data = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
        path.write_bytes(sealed(start, data[len(start) + 64 :]))

    return harm


def meta(**particulars: object) -> Callable[[Path], None]:
    return rewrite(lambda content: content["_meta"]["1"].update(particulars))


def newest_save(**fields: object) -> Callable[[Path], None]:
    return rewrite(lambda content: list(content["history"].values())[-1].update(fields))


def a_folder_instead(path: Path) -> None:
    path.unlink()
    path.mkdir()


def without_a_part(folder: Path) -> Path:
    path = parts(folder)[1]
    path.unlink()
    return path


def a_part_in_the_place_of_another(folder: Path) -> Path:
    first, second, *_ = parts(folder)
    second.write_bytes(first.read_bytes())
    return second


def a_history_that_leaves_a_part_out(folder: Path) -> Path:
    meta(archive=parts(folder)[-2].stem)(folder / "mine.json")
    return folder / "mine.json"


def a_history_that_begins_before_its_part_ends(folder: Path) -> Path:
    def change(content: Content) -> None:
        next(iter(content["history"].values()))["revision"] = 5

    rewrite(change)(folder / "mine.json")
    return folder / "mine.json"


def a_history_that_goes_in_a_circle(folder: Path) -> Path:
    oldest, newest = parts(folder)[0], parts(folder)[-1]
    meta(archive=newest.stem)(oldest)
    return oldest


FAULTS = [
    pytest.param(of("mine.json", flip), "checksum", id="flipped-bit"),
    pytest.param(of("mine.json", lambda path: path.write_bytes(b"")), "not JSON", id="empty"),
    pytest.param(
        of("mine.json", lambda path: path.write_bytes(path.read_bytes()[:-9])), "not JSON", id="cut"
    ),
    pytest.param(of("mine.json", lambda path: path.write_bytes(b"[1]")), "not a TinyDB file", id="list"),
    pytest.param(
        of("mine.json", rewrite(lambda content: content["goals"]["3"].update(due="soon"))),
        r"goals\.3\.due",
        id="bad-field",
    ),
    pytest.param(
        of("mine.json", rewrite(lambda content: content["goals"]["3"].update(id="g2"))),
        "same id",
        id="one-id-twice",
    ),
    pytest.param(
        of("mine.json", rewrite(lambda content: content["milestones"]["1"].update(goals=["nowhere"]))),
        r"milestones\.m\.goals points at something that is not there",
        id="dangling-link",
    ),
    pytest.param(
        of("mine.json", lambda path: path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())),
        "Stock TinyDB cannot open it",
        id="byte-order-mark",
    ),
    pytest.param(
        of(
            "mine.json",
            rewrite(lambda content: content["goals"].update({"03": {**content["goals"]["4"], "id": "x"}})),
        ),
        "it holds what is no entry",
        id="one-number-twice",
    ),
    pytest.param(of("mine.json", meta(format=99)), "newer version", id="newer-format"),
    pytest.param(of("mine.json", meta(workspace="theirs")), "another workspace, “theirs”", id="foreign"),
    pytest.param(of("mine.json", meta(revision=-1)), "nobody saves so often", id="impossible-revision"),
    pytest.param(of("mine.json", Path.unlink), "It is missing, though there are copies", id="missing"),
    pytest.param(of("mine.json", a_folder_instead), "cannot be read", id="folder-instead"),
    pytest.param(of("mine.json.bak", lambda path: path.write_bytes(b"{")), "not JSON", id="version-before"),
    pytest.param(of("day-*.json", flip), "checksum", id="daily-copy"),
    pytest.param(
        of("asked-*.json", newest_save(revision="2")), r"history\.\d+\.revision", id="copy-on-request"
    ),
    pytest.param(of("mine.json", newest_save(revision=NEWEST - 1)), "do not follow", id="one-revision-twice"),
    pytest.param(of("mine.json", newest_save(revision=NEWEST - 9)), "do not follow", id="out-of-order"),
    pytest.param(of("mine.json", meta(revision=NEWEST - 1)), "do not follow", id="ahead-of-its-file"),
    pytest.param(
        of("mine.json", rewrite(lambda content: content.pop("history"))), "no history", id="no-history"
    ),
    pytest.param(of("mine.json", meta(archive="previous")), "“previous” as the history", id="odd-archive"),
    pytest.param(of("history-*.json", flip), "checksum", id="part"),
    pytest.param(of("history-*.json", newest_save(changes=[])), "never made", id="empty-save-in-a-part"),
    pytest.param(without_a_part, "missing, and with it the history from revision", id="missing-part"),
    pytest.param(a_part_in_the_place_of_another, "that its name says", id="exchanged-part"),
    pytest.param(a_history_that_leaves_a_part_out, r"from revision \d+ to \d+ is missing", id="gap"),
    pytest.param(a_history_that_begins_before_its_part_ends, "begins at revision 5, but", id="overlap"),
    pytest.param(a_history_that_goes_in_a_circle, "begins at revision 2, but", id="circle"),
]


@pytest.mark.parametrize(("plant", "says"), FAULTS)
def test_each_fault_is_told_of_the_file_that_has_it_and_of_no_other(
    folder: Path, plant: Plant, says: str
) -> None:
    harmed = plant(folder).relative_to(folder).as_posix()

    faults = verified(folder).faults

    assert {fault.file for fault in faults} == {harmed}
    assert re.search(says, " ".join(fault.says for fault in faults))
    assert all(fault.says.endswith(".") for fault in faults)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(at=st.integers(0, 1 << 20), bit=st.integers(0, 7))
def test_no_flipped_bit_goes_unseen(small_folder: Path, at: int, bit: int) -> None:
    path = small_folder / "mine.json"
    whole = path.read_bytes()
    flip(path, at, bit)

    assert [fault.file for fault in verified(small_folder).faults] == ["mine.json"]
    path.write_bytes(whole)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["_meta", "1", "x"]), inner),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(value=JSON)
def test_whatever_stands_in_the_place_of_a_file_is_told_in_one_sentence(
    small_folder: Path, value: object
) -> None:
    (small_folder / "mine.json").write_text(json.dumps(value))

    assert [fault.file for fault in verified(small_folder).faults] == ["mine.json"]


def test_every_table_tells_its_own_bad_entry(folder: Path) -> None:
    def change(content: Content) -> None:
        content["goals"]["3"]["due"] = "soon"
        content["milestones"]["1"]["year"] = 1

    rewrite(change)(folder / "mine.json")

    assert len(verified(folder).faults) == 2


def test_a_file_that_is_only_laid_out_differently_has_no_fault(folder: Path) -> None:
    path = folder / "mine.json"
    path.write_text(json.dumps(json.loads(path.read_bytes()), indent=2))

    assert verified(folder).faults == ()


def test_what_was_kept_aside_or_put_there_by_another_program_is_named_but_no_fault(folder: Path) -> None:
    (folder / "mine (conflicted copy).json").write_bytes((folder / "mine.json").read_bytes()[:500])
    (folder / "mine.kept" / "damaged-20260101-000000-000000.json").write_bytes(b"{")

    report = verified(folder)

    assert report.faults == ()
    notes = {checked.file: checked.note for checked in report.files if checked.note}
    assert notes == {
        "mine (conflicted copy).json": "put there by another program",
        "mine.kept/damaged-20260101-000000-000000.json": "a damaged version that was kept aside",
    }


@pytest.mark.parametrize("harm", [flip, Path.unlink])
def test_a_workspace_put_together_again_after_damage_has_no_fault(
    folder: Path, harm: Callable[[Path], object]
) -> None:
    max((folder / "mine.kept").glob("asked-*")).unlink()
    harm(folder / "mine.json")
    store = open_store(folder)
    for number in range(200, 280):  # until the revisions that the repair has skipped are well in the archive
        save(store, Goal(id=f"g{number}", title="Pass"), number)
        if number % 8 == 0:
            assert verified(folder).faults == ()
    assert verified(folder).files[0].note == "put together again from the copy “previous”"

    store.acknowledge_recovery("mine")

    assert verified(folder).faults == ()


def test_a_workspace_that_was_taken_over_from_a_backup_has_no_fault(folder: Path, tmp_path: Path) -> None:
    backup = read_backup(open_store(folder).backup("mine", at=START))
    store = open_store(tmp_path / "other")
    store.create("mine")
    store.adopt("mine", backup)

    assert verified(tmp_path / "other").faults == ()


def test_copies_of_a_workspace_that_was_begun_anew_have_no_fault(folder: Path) -> None:
    open_store(folder).start_anew("mine")

    assert verified(folder).faults == ()


def test_a_file_in_the_first_format_has_no_fault(tmp_path: Path) -> None:
    shutil.copy(Path(__file__).parents[2] / "data" / "format-1.json", tmp_path / "mine.json")

    report = verified(tmp_path)

    assert report.faults == ()
    assert report.files[0].entries
