"""Saves in a process of their own: under a tracer, or on a disk that is really full.

Run as ``python -m tests.faults.child traced|full KIND FOLDER``: makes ``FOLDER``, says in JSON what it saw.
"""

import json
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from careerkit.store import open_store
from tests.faults.injection import outcome_of
from tests.faults.kinds import ID, KINDS, Kind, seen_in
from tests.faults.syscalls import SystemCalls

BEGIN: Final = "marker-begin"
END: Final = "marker-end"
"""Names of no file, that are asked for before and after the save: a trace shows it between them."""

_ROOT: Final = Path(__file__).parents[2]


def told_by_child(what: str, kind: Kind, folder: Path, *, through: Sequence[str] = ()) -> Any:  # noqa: ANN401 - JSON
    """Run this module, ``through`` another command if there is one, and return what it tells."""
    command = [*through, sys.executable, "-m", "tests.faults.child", what, kind.name, str(folder)]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, check=False, text=True)  # noqa: S603 - our own interpreter and our own words
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def _traced(kind: Kind, folder: Path) -> list[str]:
    """Return the calls of a save that our own wrapper sees."""
    kind.prepare(folder)
    store = open_store(folder)
    with SystemCalls(folder) as system:
        _ask_for(BEGIN)
        kind.save(store)
        _ask_for(END)
    return [str(call) for call in system.calls]


def _full(kind: Kind, folder: Path) -> dict[str, Any]:
    """Save while no file may become half as long as it is, and again when it may."""
    kind.prepare(folder)
    store, before = open_store(folder), seen_in(folder)
    _, unlimited = resource.getrlimit(resource.RLIMIT_FSIZE)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # else the signal ends the process
    resource.setrlimit(resource.RLIMIT_FSIZE, ((folder / f"{ID}.json").stat().st_size // 2, unlimited))
    with SystemCalls(folder) as system:
        error, leaked = outcome_of(lambda: kind.save(store))
    resource.setrlimit(resource.RLIMIT_FSIZE, (unlimited, unlimited))
    found, left = seen_in(folder), sorted(path.name for path in folder.rglob(".*"))
    kind.save(store)
    return {
        "error": type(error).__name__,
        "message": str(error),
        "writes": [call.name for call in system.calls].count("write"),
        "leaked": leaked,
        "left": left,
        "is_as_before": found == before,
        "revisions": [batch.revision for batch in seen_in(folder).history],
    }


def _ask_for(name: str) -> None:
    with suppress(FileNotFoundError):
        os.stat(name)  # noqa: PTH116 - this very call must stand in the trace


if __name__ == "__main__":
    _what, _name, _folder = sys.argv[1:]
    _kind = next(kind for kind in KINDS if kind.name == _name)
    json.dump((_traced if _what == "traced" else _full)(_kind, Path(_folder)), sys.stdout)
