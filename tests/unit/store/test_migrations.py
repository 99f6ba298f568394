"""A file of every format that ever landed is read as if it had been written today."""

import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from careerkit.change import Actor, Stamp
from careerkit.store import CopyKind, NewerFormatError, open_store, read_backup
from careerkit.store.migrations import FORMAT
from careerkit.workspace import KINDS, Workspace, edit_profile, last_own_undo, sentence_of

DATA = Path(__file__).parents[2] / "data"
STAMP = Stamp(by=Actor(id="owner", name="You"), at=datetime(2026, 11, 25, tzinfo=UTC))
FORMATS = range(1, FORMAT + 1)


def check(workspace: Workspace) -> None:
    assert workspace.profile.name == "Zoë 🦊"
    assert {kind: len(workspace.collection(kind)) for kind in KINDS} == {
        "profiles": 1,
        "visions": 1,
        "assessments": 1,
        "aspirations": 3,
        "goals": 6,
        "milestones": 10,
        "reviews": 1,
        "applications": 1,
        "answers": 1,
    }
    assert [batch.revision for batch in workspace.history] == [2, 3, 4, 5]
    assert sentence_of(workspace.history[-1], workspace).startswith("Took back: changing the goal")


@pytest.fixture(params=FORMATS)
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    shutil.copy(DATA / f"format-{request.param}.json", tmp_path / "mine.json")
    return tmp_path


def test_there_is_a_file_and_a_backup_of_every_format() -> None:
    for kind in ("format", "backup"):
        found = {int(re.sub(r"\D", "", path.name)) for path in DATA.glob(f"{kind}-*.json")}
        assert found == set(FORMATS)


def test_a_file_of_any_format_is_read_and_not_touched(folder: Path) -> None:
    before = (folder / "mine.json").read_bytes()
    store = open_store(folder)

    check(store.load("mine"))

    assert store.recovery("mine") is None
    assert (folder / "mine.json").read_bytes() == before


def test_a_file_of_any_format_is_changed_and_kept_as_it_was_before(folder: Path) -> None:
    before = (folder / "mine.json").read_bytes()
    store = open_store(folder)
    workspace = store.load("mine")
    undone = last_own_undo(workspace, STAMP.by)
    assert undone is not None

    changes = edit_profile(workspace, name="Zoe", stamp=STAMP)
    saved = store.apply("mine", changes, seen=workspace.revision, commit_id="now")

    assert open_store(folder).load("mine") == saved
    assert len(list(store.history("mine"))) == 5
    old = [copy for copy in store.copies("mine") if copy.kind is CopyKind.FORMAT]
    if f'"format":{FORMAT}'.encode() not in before:
        assert [store.load_copy("mine", copy.name) for copy in old] == [workspace]
        assert (folder / "mine.kept" / f"{old[0].name}.json").read_bytes() == before


def test_a_repeated_save_from_before_the_update_still_lands_once(folder: Path) -> None:
    store = open_store(folder)
    workspace = store.load("mine")

    changes = edit_profile(workspace, name="Twice", stamp=STAMP)

    assert store.apply("mine", changes, seen=5, commit_id="undo") == workspace


@pytest.mark.parametrize("version", FORMATS)
def test_a_backup_of_any_format_is_read(version: int) -> None:
    check(read_backup((DATA / f"backup-{version}.json").read_bytes()).content)


def test_a_newer_backup_is_refused() -> None:
    newer = (DATA / "backup-1.json").read_bytes().replace(b'"format": 1', b'"format": 99')

    with pytest.raises(NewerFormatError):
        read_backup(newer)
