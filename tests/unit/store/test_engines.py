"""One contract for every engine: what the store builds on."""

import threading
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from careerkit.store.engine import PREVIOUS, ChangedMeanwhileError, Engine
from careerkit.store.errors import NoSuchCopyError, WorkspaceGoneError
from careerkit.store.files import FileEngine
from careerkit.store.memory import MemoryEngine


@pytest.fixture(params=["files", "memory"])
def reopen(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], Engine]:
    """Opens the same place anew each time."""
    documents: dict[str, Any] = {}
    lock = threading.RLock()
    if request.param == "memory":
        return lambda: MemoryEngine(documents, lock)
    return lambda: FileEngine(tmp_path)


@pytest.fixture
def engine(reopen: Callable[[], Engine]) -> Engine:
    return reopen()


def test_what_was_set_is_loaded_by_whoever_opens_the_place(reopen: Callable[[], Engine]) -> None:
    version = reopen().compare_and_set("mine", None, b"one")

    assert reopen().load("mine") == (version, b"one")
    assert reopen().version("mine") == version
    assert reopen().ids() == ("mine",)


def test_only_who_knows_the_newest_version_may_set(engine: Engine) -> None:
    first = engine.compare_and_set("mine", None, b"one")
    second = engine.compare_and_set("mine", first, b"two")

    for stale in (None, first):
        with pytest.raises(ChangedMeanwhileError):
            engine.compare_and_set("mine", stale, b"three")

    assert engine.load("mine") == (second, b"two")


def test_every_version_is_told_from_every_other_one_even_of_the_same_bytes(engine: Engine) -> None:
    versions = [engine.compare_and_set("mine", None, b"same")]
    for _ in range(200):
        versions.append(engine.compare_and_set("mine", versions[-1], b"same"))

    assert not any(one == next_one for one, next_one in pairwise(versions))


def test_the_version_before_is_kept_unless_it_is_not_worth_keeping(engine: Engine) -> None:
    first = engine.compare_and_set("mine", None, b"one")
    assert engine.kept("mine") == ()
    second = engine.compare_and_set("mine", first, b"two")
    assert engine.load_kept("mine", PREVIOUS) == b"one"

    engine.compare_and_set("mine", second, b"three", keep_previous=False)

    assert engine.load_kept("mine", PREVIOUS) == b"one"


def test_copies_are_kept_listed_read_replaced_and_dropped(engine: Engine) -> None:
    first = engine.compare_and_set("mine", None, b"one")
    engine.keep("mine", "day-2026-01-02")
    engine.keep("mine", "part", b"history")
    engine.compare_and_set("mine", first, b"two")
    assert [(kept.name, kept.size) for kept in engine.kept("mine")] == [
        ("day-2026-01-02", 3),
        ("part", 7),
        (PREVIOUS, 3),
    ]

    engine.keep("mine", "day-2026-01-02")
    engine.drop("mine", "part")
    engine.drop("mine", "part")

    assert engine.load_kept("mine", "day-2026-01-02") == b"two"
    with pytest.raises(NoSuchCopyError):
        engine.load_kept("mine", "part")


def test_a_copy_stays_as_it_was_when_the_document_changes(engine: Engine) -> None:
    version = engine.compare_and_set("mine", None, b"one")
    engine.keep("mine", "day-2026-01-02")
    for turn in range(5):
        version = engine.compare_and_set("mine", version, b"turn %d" % turn)

    assert engine.load_kept("mine", "day-2026-01-02") == b"one"


def test_what_is_deleted_is_gone_with_its_copies_and_may_be_begun_again(engine: Engine) -> None:
    version = engine.compare_and_set("mine", None, b"one")
    engine.keep("mine", "day-2026-01-02")
    engine.compare_and_set("mine", version, b"two")

    for _ in range(2):
        with engine.locked("mine"):
            engine.delete("mine")

    assert (engine.ids(), engine.version("mine"), engine.kept("mine")) == ((), None, ())
    with pytest.raises(WorkspaceGoneError):
        engine.load("mine")
    engine.compare_and_set("mine", None, b"anew")
    assert engine.load("mine")[1] == b"anew"


def test_nobody_else_enters_while_the_lock_is_held(reopen: Callable[[], Engine]) -> None:
    one, other = reopen(), reopen()
    entered: list[str] = []

    def enter() -> None:
        with other.locked("mine"):
            entered.append("other")

    waiting = threading.Thread(target=enter)
    with one.locked("mine"):
        waiting.start()
        entered.append("one")
    waiting.join(timeout=30)

    assert entered == ["one", "other"]


def test_locks_of_two_workspaces_know_nothing_of_each_other(tmp_path: Path) -> None:
    engine = FileEngine(tmp_path)

    with engine.locked("mine"), engine.locked("theirs"):
        pass


def test_the_lock_is_free_again_after_anything_happened_under_it(engine: Engine) -> None:
    with pytest.raises(KeyboardInterrupt), engine.locked("mine"):
        raise KeyboardInterrupt

    with engine.locked("mine"):
        pass
