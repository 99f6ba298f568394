"""What the store accepts, a backup carries and a restore reads: tried with the largest workspace there is."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from careerkit.change import Actor, Stamp, created, updates
from careerkit.goals import Goal
from careerkit.interview import Answer, Application, Asked
from careerkit.store import MAX_UPLOAD, CannotBeKeptError, Store, TooLargeError, open_store, read_backup
from careerkit.store.limits import MAX_BYTES, MAX_ENTITIES, MAX_FILE
from careerkit.workspace import additions, differences, undo

STAMP = Stamp(by=Actor(id="me", name="Me"), at=datetime(2026, 1, 2, tzinfo=UTC))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """As many entries as are possible, taking nearly as much room as is possible."""
    folder = tmp_path_factory.mktemp("largest")
    store = open_store(folder)
    store.create("mine")
    goals = [Goal(id=f"g{number}", title=f"Goal {number}", why="ü" * 76) for number in range(MAX_ENTITIES)]
    store.apply("mine", [created(goal, stamp=STAMP) for goal in goals], seen=1, commit_id="c")
    return folder


@pytest.fixture
def store(folder: Path) -> Store:
    return open_store(folder)


def test_the_largest_is_nearly_as_large_as_is_possible(folder: Path, store: Store) -> None:
    assert len(store.load("mine").goals) == MAX_ENTITIES
    assert len(store.backup("mine", at=STAMP.at, with_history=False)) > 0.9 * MAX_BYTES
    assert (folder / "mine.json").stat().st_size < MAX_FILE


def test_one_entry_more_is_refused_and_nothing_is_lost(store: Store) -> None:
    with pytest.raises(TooLargeError, match="20,000"):
        store.apply("mine", [created(Goal(id="x", title="X"), stamp=STAMP)], seen=2, commit_id="more")

    assert len(store.load("mine").goals) == MAX_ENTITIES


def test_more_bytes_than_a_backup_carries_are_refused(store: Store) -> None:
    workspace = store.load("mine")
    longer = [
        change
        for goal in list(workspace.goals.values())[:500]
        for change in updates(goal, replace(goal, why="ü" * 4_000), stamp=STAMP)
    ]

    with pytest.raises(TooLargeError, match="8 MB"):
        store.apply("mine", longer, seen=2, commit_id="longer")

    assert open_store(":memory:").ids() == ()
    assert store.load("mine") == workspace


def test_the_largest_goes_out_in_a_backup_and_comes_back_whole(store: Store) -> None:
    whole = store.backup("mine", at=STAMP.at)
    assert len(whole) <= MAX_UPLOAD
    elsewhere = open_store(":memory:")
    elsewhere.create("mine")

    adopted = elsewhere.adopt("mine", read_backup(whole))

    assert adopted == store.load("mine")
    assert additions(adopted, read_backup(whole).content, stamp=STAMP) == []


def test_the_largest_is_replaced_by_the_largest_and_that_is_undone(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.json").write_bytes((folder / "mine.json").read_bytes())
    store = open_store(tmp_path)
    before = store.load("mine")
    others = [replace(goal, id=f"other{goal.id}", why="ö" * 71) for goal in before.goals.values()]
    other = replace(before, goals={goal.id: goal for goal in others})

    after = store.apply("mine", differences(before, other, stamp=STAMP), seen=2, commit_id="other")
    assert open_store(tmp_path).load("mine") == after
    undone = store.apply("mine", undo(after, stamp=STAMP), seen=3, commit_id="undo")

    assert undone.goals == before.goals
    assert len(store.backup("mine", at=STAMP.at)) <= MAX_UPLOAD


def test_history_that_does_not_fit_is_left_out_and_said(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.create("mine")
    changes = [created(Application(id="p", company="Acme", role="Lead"), stamp=STAMP)]
    answer = Answer(id="p-near", application_id="p", asked=Asked.NEAR)
    workspace = store.apply("mine", [*changes, created(answer, stamp=STAMP)], seen=1, commit_id="c")
    for turn in range(600):
        new = replace(answer, text=chr(97 + turn % 26) * 20_000)
        workspace = store.apply("mine", updates(answer, new, stamp=STAMP), seen=1, commit_id=str(turn))
        answer = new

    whole = store.backup("mine", at=STAMP.at)
    backup = read_backup(whole)

    assert len(whole) <= MAX_UPLOAD
    assert not backup.history_complete
    assert backup.content.answers == workspace.answers
    assert 400 < len(backup.content.history) < 601
    assert len(list(store.history("mine"))) == 601
    assert (tmp_path / "mine.json").stat().st_size < 1_000_000


@pytest.mark.parametrize(
    ("value", "says"),
    [
        pytest.param(float("nan"), "not a number", id="nan"),
        pytest.param(float("inf"), "not a number", id="infinity"),
        pytest.param(10**5_000, "not a number", id="endless-number"),
        pytest.param(b"bytes", "holds a bytes", id="bytes"),
        pytest.param({1: "a"}, "only texts", id="number-as-key"),
        pytest.param({"a": 1, "a\x00": 2}, "same name", id="keys-that-become-one"),
        pytest.param(frozenset({1}), "only texts", id="numbers-in-a-set"),
        pytest.param(object(), "holds a object", id="object"),
    ],
)
def test_what_json_cannot_keep_is_refused_with_its_place_before_anything_is_touched(
    tmp_path: Path, value: object, says: str
) -> None:
    store = open_store(tmp_path)
    store.create("mine")
    before = (tmp_path / "mine.json").read_bytes()
    change = created(Goal(id="g", title="Pass"), stamp=STAMP)
    bad = replace(change, after={**change.after, "why": value})

    with pytest.raises(CannotBeKeptError, match=rf"goals\.g\.why.*{says}"):
        store.apply("mine", [change, bad], seen=1, commit_id="c")

    assert (tmp_path / "mine.json").read_bytes() == before
    assert not (tmp_path / "mine.json.bak").exists()


def test_what_json_would_alter_is_altered_before_and_so_is_the_same_when_it_is_read_again(
    tmp_path: Path,
) -> None:
    store = open_store(tmp_path)
    store.create("mine")
    change = created(Goal(id="g", title="Pass"), stamp=STAMP, reason="so\x00 be\r\nit")
    odd = {"why": "half \ud800 and\x00 nothing", "needs": ("mastery", "income"), "title": "e\u0301"}

    saved = store.apply("mine", [replace(change, after={**change.after, **odd})], seen=1, commit_id="c")

    assert open_store(tmp_path).load("mine") == saved
    assert saved.goals["g"].why == "half \ufffd and nothing"
    assert saved.history[0].changes[0].reason == "so be\nit"


def test_an_unknown_kind_of_entry_is_refused_with_its_name(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.create("mine")
    change = replace(created(Goal(id="g", title="Pass"), stamp=STAMP), kind="secrets")

    with pytest.raises(CannotBeKeptError, match=r"secrets\.g"):
        store.apply("mine", [change], seen=1, commit_id="c")
