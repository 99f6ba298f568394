"""Let processes and threads save into one workspace at once, and count what is there in the end.

``python -m tests.faults.race --processes 4 --threads 4 --changes 250`` prints the counts as JSON;
``--only plain`` lets plain TinyDB run instead, with one thread a process.
"""

import argparse
import json
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from threading import Barrier
from typing import Final

from careerkit.store import open_store
from careerkit.workspace import Workspace
from tests.faults.plain_race import found_in, insert
from tests.faults.racers import (
    ID,
    Looks,
    Writing,
    begin,
    counted,
    flaws_after,
    names_of,
    read_on_and_on,
    write,
)

_PATIENCE: Final = 120.0
"""Seconds for all processes to have started; they begin together."""


def race(folder: Path, *, processes: int, threads: int, changes: int) -> dict[str, object]:
    """Let all change one workspace while somebody reads it, and return the counts."""
    names = [name for process in range(processes) for name in names_of(process, threads)]
    data, done = folder / "data", folder / "done"
    base = begin(data, names)
    started = time.monotonic()
    with _together(processes + 1) as pool:
        reader = pool.submit(read_on_and_on, data, done, base)
        try:
            writers = [pool.submit(write, data, at, threads, changes) for at in range(processes)]
            written = [writing for writer in writers for writing in writer.result()]
        finally:
            done.touch()
        seen = reader.result()
    seconds = round(time.monotonic() - started, 1)
    store = open_store(data)
    flaws = flaws_after(store, base, names, changes)
    return {"seconds": seconds, **_counts(store.load(ID), base, written, seen, flaws)}


def _counts(
    workspace: Workspace, base: int, written: list[Writing], seen: Looks, flaws: list[str]
) -> dict[str, object]:
    acknowledged, found = sum(one.acknowledged for one in written), counted(workspace)
    violations = [violation for one in written for violation in one.violations]
    return {
        "acknowledged": acknowledged,
        "found": found,
        "lost": acknowledged - found,
        "base_revision": base,
        "final_revision": workspace.revision,
        "reader_looks": seen.looks,
        "reader_revisions": len(seen.met),
        "violations": [*violations[:20], *seen.violations[:20], *flaws],
        "slowest_save": round(max(one.slowest for one in written), 1),
    }


def plain_race(folder: Path, *, processes: int, inserts: int) -> dict[str, object]:
    """Let all insert into one plain TinyDB file, and return the counts."""
    path = folder / "plain.json"
    with _together(processes) as pool:
        writers = [pool.submit(insert, path, at, inserts) for at in range(processes)]
        results = [writer.result() for writer in writers]
    acknowledged, (found, unreadable) = sum(count for count, _ in results), found_in(path)
    return {
        "acknowledged": acknowledged,
        "found": found,
        "lost": acknowledged - found,
        "errors": [error for error in (*(error for _, error in results), unreadable) if error],
    }


def _together(processes: int) -> ProcessPoolExecutor:
    """Return processes that all wait until each of them has imported everything."""
    spawned = get_context("spawn")
    barrier = spawned.Barrier(processes, timeout=_PATIENCE)
    return ProcessPoolExecutor(processes, mp_context=spawned, initializer=_meet, initargs=(barrier,))


def _meet(barrier: Barrier) -> None:
    barrier.wait()


def main() -> None:
    """Print the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--processes", type=int, default=4)
    parser.add_argument("--threads", type=int, default=4)
    parser.add_argument("--changes", type=int, default=250)
    parser.add_argument("--only", choices=("ours", "plain"), default="ours")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        counts = (
            race(Path(name), processes=asked.processes, threads=asked.threads, changes=asked.changes)
            if asked.only == "ours"
            else plain_race(Path(name), processes=asked.processes, inserts=asked.changes)
        )
    print(json.dumps(counts, indent=2))  # noqa: T201 - the harness reports on its standard output


if __name__ == "__main__":
    main()
