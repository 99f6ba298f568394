from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import RLock
from typing import Any

import pytest

from careerkit.change import Actor, Stamp, created
from careerkit.goals import Goal
from careerkit.store import CopyKind, NoSuchCopyError, Store, memory_store, open_store

ME = Actor(id="me", name="Me")
START = datetime(2026, 1, 30, 12, tzinfo=UTC)


@pytest.fixture(params=["files", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    documents: dict[str, Any] = {}
    store = memory_store(documents, RLock()) if request.param == "memory" else open_store(tmp_path)
    store.create("mine")
    return store


def save(store: Store, at: datetime, title: str) -> None:
    goal = Goal(id=title.replace(" ", "-"), title=title)
    store.apply("mine", [created(goal, stamp=Stamp(by=ME, at=at))], seen=1, commit_id=title)


def named(store: Store, kind: CopyKind) -> list[str]:
    return sorted(copy.name for copy in store.copies("mine") if copy.kind is kind)


def titles(store: Store, name: str) -> list[str]:
    return [goal.title for goal in store.load_copy("mine", name).goals.values()]


def test_the_last_version_of_a_day_is_kept_when_the_next_day_begins(store: Store) -> None:
    save(store, START, "morning")
    save(store, START + timedelta(hours=5), "evening")
    assert named(store, CopyKind.DAY) == []

    save(store, START + timedelta(days=1), "tomorrow")

    assert named(store, CopyKind.DAY) == ["day-2026-01-30"]
    assert titles(store, "day-2026-01-30") == ["morning", "evening"]


def test_the_last_version_of_a_month_is_kept_too(store: Store) -> None:
    save(store, START, "january")
    save(store, START + timedelta(days=5), "february")

    assert named(store, CopyKind.MONTH) == ["month-2026-01"]
    assert titles(store, "month-2026-01") == ["january"]


def test_seven_days_and_twelve_months_are_kept_and_the_oldest_make_room(store: Store) -> None:
    for day in range(0, 800, 3):
        save(store, START + timedelta(days=day), str(day))

    assert len(named(store, CopyKind.DAY)) == 7
    assert len(named(store, CopyKind.MONTH)) == 12
    assert named(store, CopyKind.MONTH)[-1] == "month-2028-03"


@pytest.mark.parametrize("jump", [timedelta(days=-1), timedelta(days=-400), timedelta(days=20_000)])
def test_a_clock_that_jumps_loses_neither_save_nor_copy(store: Store, jump: timedelta) -> None:
    save(store, START, "before")
    save(store, START + jump, "jumped")
    save(store, START + timedelta(days=1), "back")

    assert [goal.title for goal in store.load("mine").goals.values()] == ["before", "jumped", "back"]
    assert "day-2026-01-30" in named(store, CopyKind.DAY)


def test_a_copy_kept_by_hand_stays(store: Store) -> None:
    save(store, START, "worth keeping")
    name = store.keep_copy("mine")
    for day in range(30):
        save(store, START + timedelta(days=day + 1), f"later {day}")

    assert titles(store, name) == ["worth keeping"]


def test_the_newest_copy_comes_first(store: Store) -> None:
    save(store, START, "one")
    save(store, START + timedelta(days=1), "two")

    assert store.copies("mine")[0].kind is CopyKind.PREVIOUS


@pytest.mark.parametrize("name", ["day-1999-01-01", "../mine", "beside:mine.json", "beside:../../etc/passwd"])
def test_a_copy_that_is_not_there_is_refused_in_words(store: Store, name: str) -> None:
    with pytest.raises(NoSuchCopyError, match="look again"):
        store.load_copy("mine", name)


def test_copies_of_one_workspace_are_nobody_elses(store: Store) -> None:
    store.create("theirs")
    save(store, START, "mine alone")
    save(store, START + timedelta(days=1), "mine again")

    assert store.copies("theirs") == ()
