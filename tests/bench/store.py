"""What a save and a look cost, against plain TinyDB and SQLite in the same run.

Run it with ``python -m tests.bench.store``. It prints medians and ratios and asserts nothing. All three write
to the same disk in turn, with full sync, so that what else the machine does meets them all.
"""

import json
import sqlite3
import statistics
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

from tinydb import TinyDB

from careerkit.change import Actor, Stamp, created, plain_entity, updates
from careerkit.goals import Goal, GoalStatus, Measure
from careerkit.store import Store, open_store
from careerkit.store.limits import HISTORY_LEAST

SIZES = (50, 300, 1_000, 10_000)
TURNS = 60
FEWER = 12
"""Turns for the largest size, where plain TinyDB takes a tenth of a second for each."""
YEARS = 10
CHANGES_A_YEAR = 1_500
ME = Actor(id="me", name="Me")
START = datetime(2026, 1, 1, tzinfo=UTC)


def goal(number: int) -> Goal:
    """An entry of ordinary size: about 400 bytes of JSON."""
    return Goal(
        id=f"goal-{number}",
        title=f"Pass the exam number {number}",
        why="Because it leads where I want to go in the long run, and I like to learn. " * 2,
        first_step="Ask my manager which paper to begin with",
        measure=Measure(start=0, target=4, current=1, unit="papers"),
        due=date(2028, 3, 1),
        needs=frozenset({"mastery", "income"}),
        status=GoalStatus.PLANNED,
    )


class Ours:
    """The store under test, with one workspace of ``size`` entries and an ordinary history."""

    def __init__(self, folder: Path, size: int) -> None:
        self.store: Store = open_store(folder)
        self.store.create("mine")
        self.numbers = count(size)
        self._apply([goal(number) for number in range(size)])
        for _ in range(
            HISTORY_LEAST
        ):  # the change that brought them all leaves the file, as it would on any other day
            self._apply([goal(next(self.numbers))])

    def one(self) -> None:
        """Save one more entry."""
        self._apply([goal(next(self.numbers))])

    def ten(self) -> None:
        """Save ten more entries as one change."""
        self._apply([goal(next(self.numbers)) for _ in range(10)])

    def look(self) -> None:
        """Look one entry up in the newest snapshot."""
        assert self.store.load("mine").goals["goal-7"].title

    def _apply(self, goals: list[Goal]) -> None:
        stamp = Stamp(by=ME, at=START)
        changes = [created(one, stamp=stamp) for one in goals]
        self.store.apply("mine", changes, seen=1, commit_id=goals[0].id)


class Plain:
    """TinyDB as it comes, with the same entries in one table."""

    def __init__(self, folder: Path, size: int) -> None:
        self.table = TinyDB(folder / "plain.json").table("goals")
        self.numbers = count(size)
        self.table.insert_multiple(plain_entity(goal(number)) for number in range(size))

    def one(self) -> None:
        """Insert one more document."""
        self.table.insert(plain_entity(goal(next(self.numbers))))

    def ten(self) -> None:
        """Insert ten more documents, one after the other."""
        for _ in range(10):
            self.one()

    def look(self) -> None:
        """Get one document by its number."""
        assert self.table.get(doc_id=8)


class SQLite:
    """SQLite with a write-ahead log and full sync, a row of JSON for each entry."""

    def __init__(self, folder: Path, size: int) -> None:
        self.connection = sqlite3.connect(folder / "entries.sqlite")
        self.connection.execute("PRAGMA journal_mode=WAL")
        self.connection.execute("PRAGMA synchronous=FULL")
        self.connection.execute("CREATE TABLE entries (id TEXT PRIMARY KEY, entry TEXT)")
        self.numbers = count(size)
        self._insert(range(size))

    def one(self) -> None:
        """Insert one more row."""
        self._insert([next(self.numbers)])

    def ten(self) -> None:
        """Insert ten more rows in one transaction."""
        self._insert([next(self.numbers) for _ in range(10)])

    def look(self) -> None:
        """Select one row by its id."""
        assert self.connection.execute("SELECT entry FROM entries WHERE id = 'goal-7'").fetchone()

    def _insert(self, numbers: Iterator[int] | range | list[int]) -> None:
        rows = [(f"goal-{n}", json.dumps(plain_entity(goal(n)))) for n in numbers]
        with self.connection:
            self.connection.executemany("INSERT INTO entries VALUES (?, ?)", rows)


def main() -> None:
    """Print every table."""
    with tempfile.TemporaryDirectory() as folder:
        sizes(Path(folder))
        among_a_thousand(Path(folder))
        ten_years(Path(folder))
        memory(Path(folder))


def sizes(folder: Path) -> None:
    """Compare one change, ten at once and a look at every size."""
    say(f"{'':>28}{'ours':>9}{'plain':>9}{'SQLite':>9}   ours/plain")
    for size in SIZES:
        place = folder / str(size)
        place.mkdir()
        ours, plain, sqlite = Ours(place / "ours", size), Plain(place, size), SQLite(place, size)
        turns = TURNS if size < SIZES[-1] else FEWER
        for what in ("one", "ten", "look"):
            medians = _medians([getattr(one, what) for one in (ours, plain, sqlite)], turns)
            row = "".join(f"{1000 * median:9.3f}" for median in medians)
            say(f"{size:>8,} entries, {what:>8}: {row}   {medians[0] / medians[1]:8.3f}")


def among_a_thousand(folder: Path) -> None:
    """Compare a save into a folder of one workspace with one into a folder of a thousand."""
    alone, crowded = Ours(folder / "alone", 300), Ours(folder / "crowded", 300)
    for number in range(1_000):
        crowded.store.create(f"client-{number}")
    medians = _medians([alone.one, crowded.one], 2 * TURNS)
    say(f"one workspace alone {1000 * medians[0]:.3f} ms, among 1,000 {1000 * medians[1]:.3f} ms", medians)


def ten_years(folder: Path) -> None:
    """Live through ten years of changes; a save must not cost more for what lies behind."""
    store = open_store(folder / "years")
    store.create("mine")
    goals = [goal(number) for number in range(300)]
    stamp = Stamp(by=ME, at=START)
    store.apply("mine", [created(one, stamp=stamp) for one in goals], seen=1, commit_id="start")
    first = 0.0
    for year in range(YEARS):
        times = []
        for number in range(CHANGES_A_YEAR):
            stamp = Stamp(by=ME, at=START + timedelta(days=365 * year, minutes=350 * number))
            which = number % len(goals)
            new = replace(goals[which], why=f"{goals[which].why[:140]} {year} {number}")
            changes = updates(goals[which], new, stamp=stamp)
            started = time.perf_counter()
            store.apply("mine", changes, seen=1, commit_id=f"{year}-{number}")
            times.append(time.perf_counter() - started)
            goals[which] = new
        median = statistics.median(times)
        first = first or median
        size = (folder / "years" / "mine.json").stat().st_size
        ratio = median / first
        say(f"year {year + 1:>2}: a save {1000 * median:.3f} ms, {ratio:.2f} of year 1, file {size:,} bytes")
    started = time.perf_counter()
    batches = sum(1 for _ in store.history("mine"))
    parts = list((folder / "years" / "mine.kept").glob("history-*"))
    took = time.perf_counter() - started
    say(f"all {batches:,} changes read back from {len(parts)} parts in {took:.2f} s")


def memory(folder: Path) -> None:
    """Say how much memory the largest of the sizes takes when it is loaded."""
    Ours(folder / "memory", SIZES[-1])
    store = open_store(folder / "memory")
    tracemalloc.start()
    store.load("mine")
    kept, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    size = (folder / "memory" / "mine.json").stat().st_size
    say(
        f"{SIZES[-1]:,} entries ({size / 1e6:.1f} MB of JSON) take {kept / 1e6:.0f} MB of memory, "
        f"{most / 1e6:.0f} MB while they are loaded"
    )


def say(line: str, ratio_of: list[float] | None = None) -> None:
    """Print a line, with the ratio of the second to the first of two medians."""
    more = f", ratio {ratio_of[1] / ratio_of[0]:.2f}" if ratio_of else ""
    print(line + more, flush=True)  # noqa: T201 - what it is for


def _medians(deeds: list[Callable[[], None]], turns: int) -> list[float]:
    """Return the median of each deed in seconds, all of them taking turns."""
    times: list[list[float]] = [[] for _ in deeds]
    for _ in range(turns):
        for deed, taken in zip(deeds, times, strict=True):
            started = time.perf_counter()
            deed()
            taken.append(time.perf_counter() - started)
    return [statistics.median(taken) for taken in times]


if __name__ == "__main__":
    main()
