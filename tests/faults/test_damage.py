"""Damaged files: told by our own errors, kept as they are, and the last good version back."""

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from careerkit.change import Actor, Stamp, created
from careerkit.errors import CareerKitError
from careerkit.goals import Goal
from careerkit.store import DamagedFileError, HistoryDamagedError, NotABackupError, open_store, read_backup

STAMP = Stamp(by=Actor(id="me", name="Zoë"), at=datetime(2026, 1, 2, 3, 4, tzinfo=UTC))
FOREIGN = [
    pytest.param(b"", id="empty"),
    pytest.param(b"[1]", id="a-list"),
    pytest.param(b'"x"', id="a-text"),
    pytest.param(b"null", id="null"),
    pytest.param(b"{}", id="an-empty-object"),
    pytest.param(b'{"name": "package", "version": "1.0"}', id="foreign-json"),
    pytest.param(b'{"_default": {"1": {"a": 1}}}', id="another-tinydb"),
    pytest.param(b"[" * 100_000, id="100000-levels"),
    pytest.param(b'{"_meta":{"1":' + b'{"a":' * 100_000, id="100000-levels-of-objects"),
    pytest.param(b'{"_meta":{"1":{"format":' + b"9" * 5_000 + b"}}}", id="a-5000-digit-number"),
    pytest.param(b'{"_meta":{"1":{"format":NaN}}}', id="nan"),
    pytest.param(b'{"_meta":{"1":{"format":1e999}}}', id="infinity"),
    pytest.param(b"\xef\xbb\xbf", id="only-a-byte-order-mark"),
    pytest.param(b"\x00" * 4_096, id="nuls"),
    pytest.param(b"\xff\xfe{\x00}\x00", id="utf-16"),
    pytest.param(b"PK\x03\x04" + b"\x00" * 64, id="a-zip"),
    pytest.param(b" " * 50_000_000, id="50-megabytes"),
    pytest.param(b'{"_meta":{"1":{"format":2,"format":2}}}', id="a-repeated-key"),
    pytest.param(
        b'{"_meta":{"1":{"format":1,"workspace":"\\ud800","revision":1,"commits":[]}}}', id="surrogate"
    ),
]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small workspace at revision 3, with the version before beside it."""
    folder = tmp_path_factory.mktemp("template")
    store = open_store(folder)
    store.create("mine")
    for number, title in enumerate(("Lead “one” project", "Größe 🦊 \\ / \n")):
        goal = Goal(id=f"g{number}", title=title)
        store.apply("mine", [created(goal, stamp=STAMP)], seen=1, commit_id=str(number))
    return folder


@pytest.fixture
def folder(template: Path, tmp_path: Path) -> Path:
    return shutil.copytree(template, tmp_path / "data")


def mutations(whole: bytes, *, every: int) -> dict[str, bytes]:
    """Return the file cut at every byte, and with single bits of every byte flipped."""
    damaged = {f"cut at {end}": whole[:end] for end in range(len(whole))}
    for place in range(0, len(whole) * 8, every):
        flipped = bytearray(whole)
        flipped[place // 8] ^= 1 << place % 8
        damaged[f"bit {place}"] = bytes(flipped)
    return damaged


def test_every_cut_and_every_flipped_bit_is_told_and_the_file_left_as_it_is(
    folder: Path, *, long_form: bool
) -> None:
    file = folder / "mine.json"
    file.with_name("mine.json.bak").unlink()
    damaged = mutations(file.read_bytes(), every=1 if long_form else 5)

    for what, data in damaged.items():
        file.write_bytes(data)
        with pytest.raises(DamagedFileError):
            open_store(folder).load("mine")
        assert file.read_bytes() == data, what
    print(f"{len(damaged)} damaged files told, none read, none changed")  # noqa: T201 - the count of the proof


def test_after_every_cut_and_flipped_bit_the_version_before_is_back_and_the_damaged_file_kept(
    template: Path, tmp_path: Path, *, long_form: bool
) -> None:
    whole = (template / "mine.json").read_bytes()
    damaged = list(mutations(whole, every=1 if long_form else 37).items())[:: 1 if long_form else 5]

    for number, (what, data) in enumerate(damaged):
        folder = shutil.copytree(template, tmp_path / str(number))
        (folder / "mine.json").write_bytes(data)
        store = open_store(folder)
        assert set(store.load("mine").goals) == {"g0"}, what
        assert [path.read_bytes() for path in (folder / "mine.kept").iterdir()] == [data], what
        assert open_store(folder).load("mine") == store.load("mine"), what
    print(f"{len(damaged)} damaged files replaced by the version before")  # noqa: T201 - as above


@pytest.mark.parametrize("data", FOREIGN)
def test_what_was_never_a_workspace_is_told_and_left_as_it_is(folder: Path, data: bytes) -> None:
    file = folder / "mine.json"
    file.write_bytes(data)
    file.with_name("mine.json.bak").unlink()

    with pytest.raises(DamagedFileError):
        open_store(folder).load("mine")

    assert file.read_bytes() == data


@pytest.mark.parametrize("data", FOREIGN)
def test_what_was_never_a_backup_is_refused_by_our_own_error(data: bytes) -> None:
    with pytest.raises(NotABackupError):
        read_backup(data)


@pytest.mark.parametrize("data", FOREIGN)
def test_damage_to_the_version_before_is_in_nobodys_way(folder: Path, data: bytes) -> None:
    (folder / "mine.json.bak").write_bytes(data)
    store = open_store(folder)
    store.apply("mine", [created(Goal(id="g9", title="Pass"), stamp=STAMP)], seen=3, commit_id="c")

    assert len(open_store(folder).load("mine").goals) == 3


def test_a_byte_order_mark_that_an_editor_put_there_damages_nothing(folder: Path) -> None:
    file = folder / "mine.json"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())

    store = open_store(folder)

    assert len(store.load("mine").goals) == 2
    assert store.recovery("mine") is None


def test_any_damage_to_archived_history_leaves_entries_alone_and_is_told(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.create("mine")
    for number in range(70):
        goal = Goal(id=f"g{number}", title=f"Goal {number}")
        store.apply("mine", [created(goal, stamp=STAMP)], seen=1, commit_id=str(number))
    (part,) = (tmp_path / "mine.kept").glob("history-*.json")
    whole = part.read_bytes()

    for data in (whole[:-1], whole[: len(whole) // 2], whole.replace(b"Goal 7", b"Gold 7", 1), b"", b"[1]"):
        part.write_bytes(data)
        assert len(open_store(tmp_path).load("mine").goals) == 70
        with pytest.raises(HistoryDamagedError, match="Your entries are safe"):
            list(open_store(tmp_path).history("mine"))
        backup = read_backup(open_store(tmp_path).backup("mine", at=STAMP.at))
        assert (len(backup.content.goals), backup.history_complete) == (70, False)
        assert part.read_bytes() == data
    part.unlink()
    with pytest.raises(HistoryDamagedError):
        list(open_store(tmp_path).history("mine"))


def test_a_backup_with_any_bit_flipped_is_refused_or_holds_the_very_same(
    folder: Path, *, long_form: bool
) -> None:
    store = open_store(folder)
    whole = store.backup("mine", at=STAMP.at)
    same = read_backup(whole).content
    read = 0

    for what, data in mutations(whole, every=3 if long_form else 29).items():
        try:
            content = read_backup(data).content
        except CareerKitError:
            continue
        read += 1
        # Only the name of the checksum itself may be hit: without it a backup counts as opened by hand.
        assert content == same or b'"checksum"' not in data, what
    print(f"{read} of them were read, unchanged")  # noqa: T201 - the count of the proof


def test_the_fixture_is_plain_json_so_that_the_cuts_mean_something(template: Path) -> None:
    assert json.loads((template / "mine.json").read_text())["goals"]
