"""Files and changes that nobody would write by accident: refused in words, or harmless."""

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from careerkit.aspirations import Vision
from careerkit.change import Action, Actor, Change, ConflictError, Stamp, created, updates
from careerkit.goals import Goal
from careerkit.review import Review, ReviewStep
from careerkit.store import (
    BrokenRecordError,
    CannotBeKeptError,
    DamagedFileError,
    NotABackupError,
    Store,
    TooLargeError,
    open_store,
    read_backup,
)
from careerkit.store.document import encoded_entry
from careerkit.store.seal import sealed
from careerkit.workspace import details_of, differences, last_own_batch, take_back, undo

STAMP = Stamp(by=Actor(id="me", name="Me"), at=datetime(2026, 1, 2, tzinfo=UTC))
OTHER = Stamp(by=Actor(id="coach", name="Coach"), at=datetime(2026, 1, 2, tzinfo=UTC))
GOAL = Goal(id="g", title="Pass", needs=frozenset({"income"}))


def filled(store: Store) -> Store:
    store.create("mine")
    store.apply("mine", [created(GOAL, stamp=STAMP)], seen=1, commit_id="1")
    store.apply("mine", updates(GOAL, replace(GOAL, title="Pass it"), stamp=STAMP), seen=2, commit_id="2")
    return store


def opened(alter: Callable[[dict[str, Any]], object]) -> bytes:
    """A backup that was changed by hand, its checksum left out as the format allows."""
    backup = json.loads(filled(open_store(":memory:")).backup("mine", at=STAMP.at))
    del backup["checksum"]
    alter(backup)
    return json.dumps(backup).encode()


def set_revisions(*revisions: int) -> Callable[[dict[str, Any]], object]:
    def alter(backup: dict[str, Any]) -> None:
        for batch, revision in zip(backup["history"], revisions, strict=True):
            batch["revision"] = revision

    return alter


@pytest.mark.parametrize(
    "alter",
    [
        pytest.param(set_revisions(2, 2), id="equal"),
        pytest.param(set_revisions(3, 2), id="falling"),
        pytest.param(set_revisions(2, 9), id="ahead-of-the-backup"),
        pytest.param(set_revisions(0, 2), id="zero"),
        pytest.param(lambda backup: backup.update(revision=10**60), id="endless"),
        pytest.param(lambda backup: backup["history"][0]["changes"].clear(), id="without-changes"),
        pytest.param(lambda backup: backup["history"][0]["changes"][0].update(kind="secrets"), id="kind"),
    ],
)
def test_a_history_that_cannot_have_happened_is_refused(alter: Callable[[dict[str, Any]], object]) -> None:
    with pytest.raises((BrokenRecordError, NotABackupError)):
        read_backup(opened(alter))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param({"title.x": "a"}, {"title.x": "b"}, id="a-part-of-a-text"),
        pytest.param({}, {"needs": ["mastery"]}, id="a-set-from-nothing"),
        pytest.param({"needs": [1]}, {"needs": [2]}, id="numbers-in-a-set"),
        pytest.param({"needs": "income"}, {"needs": "mastery"}, id="a-text-for-a-set"),
        pytest.param({"aspirations": []}, {"aspirations": ["nowhere"]}, id="a-link-to-nothing"),
        pytest.param({"title": "Pass it"}, {"title": {"deep": 1}}, id="a-mapping-for-a-text"),
    ],
)
def test_a_change_that_no_action_writes_is_a_conflict_and_taking_it_back_changes_nothing(
    before: dict[str, Any], after: dict[str, Any]
) -> None:
    store = filled(open_store(":memory:"))
    change = Change(
        action=Action.UPDATE,
        kind="goals",
        entity_id="g",
        before=before,
        after=after,
        by=STAMP.by,
        at=STAMP.at,
    )
    with pytest.raises(ConflictError):
        store.apply("mine", [change], seen=3, commit_id="odd")

    def alter(backup: dict[str, Any]) -> None:
        backup["history"][-1]["changes"][0] |= {"before": before, "after": after}

    adopted = open_store(":memory:")
    adopted.create("mine")
    workspace = adopted.adopt("mine", read_backup(opened(alter)))
    assert list(details_of(workspace.history[-1].changes, workspace))
    with suppress(ConflictError):
        adopted.apply("mine", take_back(workspace, 3, stamp=STAMP), seen=3, commit_id="undo")
    assert adopted.load("mine").goals == workspace.goals


@pytest.mark.parametrize(
    "particulars",
    [
        {"revision": -1},
        {"revision": 2**60},
        {"commits": "no list"},
        {"archive": 5},
        {"saved_at": None},
        {"recovery": {"source": 5, "saved_at": "", "aside": ""}},
        {"recovery": "odd"},
        {"format": "2"},
        {"format": True},
    ],
)
def test_odd_particulars_are_damage_even_with_the_right_checksum(
    tmp_path: Path, particulars: dict[str, Any]
) -> None:
    rewritten(tmp_path, lambda content: content["_meta"]["1"].update(particulars))

    with pytest.raises(DamagedFileError):
        open_store(tmp_path).load("mine")


@pytest.mark.parametrize("number", ["01", "-1", "x", "", "1" * 5_000, "١"])
def test_odd_document_numbers_are_damage(tmp_path: Path, number: str) -> None:
    rewritten(
        tmp_path, lambda content: content["goals"].update({number: {**content["goals"]["1"], "id": "h"}})
    )

    with pytest.raises(DamagedFileError):
        open_store(tmp_path).load("mine")


@pytest.mark.parametrize("archive", ["../theirs", "history-1-2-3", "mine", "day-2026-01-01"])
def test_an_archive_that_is_not_there_leaves_the_entries_alone(tmp_path: Path, archive: str) -> None:
    rewritten(tmp_path, lambda content: content["_meta"]["1"].update(archive=archive))
    store = open_store(tmp_path)

    assert store.load("mine").goals["g"].title == "Pass it"
    backup = read_backup(store.backup("mine", at=STAMP.at))
    assert not backup.history_complete
    assert len(backup.content.history) == 2


def test_a_table_of_somebody_elses_is_kept_whatever_its_name(tmp_path: Path) -> None:
    rewritten(tmp_path, lambda content: content.update({'my "own" \\ notes': {"1": {"a": 1}}}))
    store = open_store(tmp_path)

    saved = store.apply("mine", [created(Goal(id="h", title="H"), stamp=STAMP)], seen=3, commit_id="3")

    assert open_store(tmp_path).load("mine") == saved
    assert json.loads((tmp_path / "mine.json").read_text())['my "own" \\ notes'] == {"1": {"a": 1}}


@pytest.mark.parametrize(
    "odd",
    [
        {"at": datetime(2026, 1, 2, tzinfo=timezone(timedelta(hours=1, seconds=30)))},
        {"by": Actor(id="me\x00", name="Me \ud800")},
        {"reason": "so\x00 be it"},
    ],
)
def test_whatever_is_acknowledged_is_read_again(tmp_path: Path, odd: dict[str, Any]) -> None:
    store = filled(open_store(tmp_path))
    change = replace(created(Goal(id="h", title="H"), stamp=STAMP), **odd)

    saved = store.apply("mine", [change], seen=3, commit_id="odd")

    assert open_store(tmp_path).load("mine") == saved


@pytest.mark.parametrize("undoes", ["five", 2.5, True])
def test_a_change_that_undoes_no_revision_is_refused(undoes: Any) -> None:  # noqa: ANN401 - wrong on purpose
    change = replace(created(Goal(id="h", title="H"), stamp=STAMP), undoes=undoes)

    with pytest.raises(CannotBeKeptError):
        filled(open_store(":memory:")).apply("mine", [change], seen=3, commit_id="odd")


def test_a_value_without_end_is_refused() -> None:
    endless: list[Any] = []
    endless.append(endless)
    change = created(Goal(id="h", title="H"), stamp=STAMP)

    with pytest.raises(CannotBeKeptError, match="nested too deeply"):
        filled(open_store(":memory:")).apply(
            "mine", [replace(change, after={**change.after, "why": endless})], seen=3, commit_id="odd"
        )


def test_a_backup_of_more_than_a_workspace_holds_is_not_taken_over() -> None:
    def alter(backup: dict[str, Any]) -> None:
        goal = {"title": "G"}
        backup["entries"]["goals"] = [{**goal, "id": f"g{number}"} for number in range(20_001)]

    store = open_store(":memory:")
    store.create("mine")

    with pytest.raises(TooLargeError, match="20,000"):
        store.adopt("mine", read_backup(opened(alter)))

    assert store.load("mine").is_empty


def test_undo_takes_back_only_what_one_did_oneself() -> None:
    store = open_store(":memory:")
    store.create("mine")
    mine = Vision(start_year=2026, role="Lead")
    store.apply("mine", [created(mine, stamp=STAMP)], seen=1, commit_id="mine")
    theirs = created(replace(mine, skills="Tax"), stamp=OTHER)
    workspace = store.apply("mine", [theirs], seen=1, commit_id="theirs")
    assert workspace.history[-1].changes[0].action is Action.UPDATE

    workspace = store.apply("mine", undo(workspace, stamp=OTHER), seen=3, commit_id="undo")
    assert workspace.vision == mine

    workspace = store.apply("mine", undo(workspace, stamp=STAMP), seen=4, commit_id="undo-mine")
    assert workspace.vision is None


def test_members_that_others_had_added_before_stay_when_ones_own_are_taken_back() -> None:
    store = filled(open_store(":memory:"))
    seen = store.load("mine").goals["g"]
    one, both = frozenset({"income", "mastery"}), frozenset({"income", "mastery", "balance"})
    store.apply("mine", updates(seen, replace(seen, needs=one), stamp=OTHER), seen=3, commit_id="o")
    workspace = store.apply(
        "mine", updates(seen, replace(seen, needs=both), stamp=STAMP), seen=3, commit_id="m"
    )
    assert workspace.goals["g"].needs == both

    workspace = store.apply("mine", undo(workspace, stamp=STAMP), seen=5, commit_id="u")

    assert workspace.goals["g"].needs == one


def test_a_restore_that_finishes_a_review_can_be_undone() -> None:
    steps = (ReviewStep(id="s", title="Lessons", asks="What?"),)
    begun = Review(id="r", year=2026, steps=steps, started_on=date(2026, 12, 1))
    store = filled(open_store(":memory:"))
    before = store.apply("mine", [created(begun, stamp=STAMP)], seen=3, commit_id="begun")
    finished = replace(before, reviews={"r": replace(begun, finished_on=date(2026, 12, 2))}, goals={})

    changes = differences(before, finished, stamp=STAMP)
    after = store.apply("mine", changes, seen=4, commit_id="restored")
    assert last_own_batch(after, STAMP.by) is not None
    undone = store.apply("mine", undo(after, stamp=STAMP), seen=5, commit_id="undo")

    assert (undone.reviews, undone.goals) == (before.reviews, before.goals)


def test_a_backup_says_whether_its_history_goes_back_to_the_beginning_even_after_it_was_taken_over() -> None:
    store = filled(open_store(":memory:"))
    declined = read_backup(store.backup("mine", at=STAMP.at, with_history=False))
    assert not declined.history_complete

    elsewhere = open_store(":memory:")
    elsewhere.create("mine")
    elsewhere.adopt("mine", declined)

    assert not read_backup(elsewhere.backup("mine", at=STAMP.at)).history_complete


def rewritten(folder: Path, alter: Callable[[dict[str, Any]], object]) -> None:
    """Leave one file with a right checksum and odd content, and nothing beside it."""
    filled(open_store(folder))
    (folder / "mine.json.bak").unlink()
    content = json.loads((folder / "mine.json").read_text())
    alter(content)
    meta = {name: value for name, value in content["_meta"]["1"].items() if name != "checksum"}
    compact = encoded_entry({**content, "_meta": {"1": {"checksum": "", **meta}}})
    start = b'{"_meta":{"1":{"checksum":"'
    (folder / "mine.json").write_bytes(sealed(start, compact[len(start) :]))
