"""One save with one call to the system answered otherwise, and all that is wrong afterwards."""

import errno
import fcntl
import gc
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from unittest.mock import patch

from careerkit.errors import CareerKitError
from careerkit.store import NotConfirmedError, NotEmptyError, open_store
from tests.faults.kinds import ADOPTING, CANARY, DELETING, ID, RECOVERING, Kind, Seen, plan_in, seen_in
from tests.faults.syscalls import Answer, Call, SystemCalls, failing, writing

_NO_HOPE: Final = {"EIO", "ENOSPC"}
"""What a disk answers that will not do better at the next try."""


@dataclass(frozen=True, slots=True)
class Fault:
    """An answer with its name, and the words that a person must read; ``only`` names the call it is for."""

    name: str
    answer: Answer
    reason: str = ""
    only: str = ""


@dataclass(frozen=True, slots=True)
class Trial:
    """A save that met a fault at one call: what it raised, and how many descriptors it left open."""

    kind: Kind
    fault: Fault
    folder: Path
    call: Call
    error: Exception | None
    leaked: int

    def complaints(self, again: Callable[[], object]) -> Iterator[str]:
        """Yield what is wrong; ``again`` sends the same save once more, with nothing in its way."""
        yield from self._about_the_error()
        if self.leaked:
            yield f"{self.leaked} descriptors stay open"
        if _is_locked(self.folder / f"{ID}.lock"):
            yield "the lock is still held"
            return  # what follows would only wait for it
        if self.call.name != "unlink" and self.kind is not DELETING:
            yield from _left_over(self.folder)
        yield from self._about_the_state()
        yield from (f"after another try: {complaint}" for complaint in self._about_another_try(again))

    def _about_the_error(self) -> Iterator[str]:
        if self.error is not None and not isinstance(self.error, CareerKitError):
            yield f"a bare {self.error!r}"
        elif self.error is not None and self.fault.reason not in str(self.error).lower():
            yield f"the reason is not told: {self.error}"

    def _about_the_state(self) -> Iterator[str]:
        if self.error is None:
            yield from self._about_what_is_saved()
        elif isinstance(self.error, NotConfirmedError) or self.kind is DELETING:
            yield from self._differences(before_and_after(self.kind))
        else:
            yield from self._differences(before_and_after(self.kind)[:1])

    def _about_another_try(self, again: Callable[[], object]) -> Iterator[str]:
        error, leaked = outcome_of(again)
        if error is not None and not (self.kind is ADOPTING and isinstance(error, NotEmptyError)):
            yield f"it raised {error!r}"
        if leaked:
            yield f"{leaked} descriptors stay open"
        yield from _left_over(self.folder)
        yield from self._about_what_is_saved()

    def _about_what_is_saved(self) -> Iterator[str]:
        yield from self._differences(before_and_after(self.kind)[1:])
        if self.kind is DELETING and (rest := _holding(CANARY, self.folder)):
            yield f"what was deleted is still in {rest}"

    def _differences(self, allowed: Sequence[Seen]) -> Iterator[str]:
        """Yield that the folder holds none of what is allowed."""
        try:
            found = _look(self.kind, self.folder)
        except CareerKitError as error:
            yield f"nothing can be read: {error!r}"
            return
        if self._has_an_excuse and found.recovered:
            return
        if found[:3] not in [state[:3] for state in allowed]:
            yield f"revision {found.workspace and found.workspace.revision} is there ({found.recovered=})"
        _, new = before_and_after(self.kind)
        missing = frozenset.intersection(new.copies, *(state.copies for state in allowed)) - found.copies
        if missing:
            yield f"copies are lost: {sorted(missing)}"

    @property
    def _has_an_excuse(self) -> bool:
        """Say whether an older copy may take the place of a newer one: when the disk cannot read that."""
        return self.kind is RECOVERING and self.call.place.endswith(".bak") and self.fault.name in _NO_HOPE


def failure(number: int) -> Fault:
    """Return the fault that the system refuses with an error number."""
    return Fault(errno.errorcode[number], failing(number), os.strerror(number).lower())


DISK_FAULTS: Final = (failure(errno.ENOSPC), failure(errno.EIO))
OTHER_FAULTS: Final = (
    failure(errno.EMFILE),
    failure(errno.EINTR),
    Fault("one byte written", writing(lambda _: 1), only="write"),
    Fault("half written", writing(lambda size: size // 2), only="write"),
)


def trials(kind: Kind, faults: Sequence[Fault], folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Go through each call of a save with each fault; yield what was done, and all complaints about it."""
    calls = _calls_of(kind, folder / "undisturbed")
    for fault in faults:
        for at, call in enumerate(calls):
            if fault.only in ("", call.name):
                yield (
                    f"{kind}, {fault.name} at call {at}, {call}",
                    _tried(kind, fault, at, folder / f"{fault.name}-{at}"),
                )


def _tried(kind: Kind, fault: Fault, at: int, folder: Path) -> list[str]:
    kind.prepare(folder)
    store = open_store(folder)
    # Nothing here asks whether it lasts: a flush that is not refused does nothing, which is fast.
    with patch.object(os, "fsync"), SystemCalls(folder, at=at, answer=fault.answer) as system:
        error, leaked = outcome_of(lambda: kind.save(store))
    if system.answered is None:
        return ["the save made fewer calls than the one before"]
    trial = Trial(kind, fault, folder, system.answered, error, leaked)
    complaints = list(trial.complaints(lambda: kind.save(store)))
    shutil.rmtree(folder)
    return complaints


def _calls_of(kind: Kind, folder: Path) -> list[Call]:
    kind.prepare(folder)
    store = open_store(folder)
    with SystemCalls(folder) as system:
        kind.save(store)
    return system.calls


@cache
def before_and_after(kind: Kind) -> tuple[Seen, Seen]:
    """Return what a folder holds before and after a save of this kind; a damaged one, as it is recovered."""
    with TemporaryDirectory() as name:
        folder = Path(name) / "data"
        kind.prepare(folder)
        before = _look(kind, folder)
        kind.save(open_store(folder))
        return before, _look(kind, folder)


def outcome_of(save: Callable[[], object]) -> tuple[Exception | None, int]:
    """Return what a save raises, and how many descriptors more are open after it."""
    before = _descriptors()
    error = None
    try:
        save()
    except Exception as raised:  # noqa: BLE001 - any other than ours is what we are after
        error = raised
    if _descriptors() != before:
        gc.collect()
    return error, _descriptors() - before


def _descriptors() -> int:
    return sum(1 for _ in Path("/dev/fd").iterdir())


def _is_locked(path: Path) -> bool:
    """Say whether any program holds a lock."""
    if not path.exists():
        return False
    with path.open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def _look(kind: Kind, folder: Path) -> Seen:
    """A deletion that was cut off may have taken copies and history, so only the plan counts there."""
    return Seen(plan_in(folder)) if kind is DELETING else seen_in(folder)


def _left_over(folder: Path) -> Iterator[str]:
    yield from (f"{path.name} is left" for path in folder.rglob(".*"))


def _holding(text: str, folder: Path) -> list[str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return [path.name for path in files if text.encode() in path.read_bytes()]
