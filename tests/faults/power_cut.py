"""Saves recorded down to the disk, the power cut at any point, and what opening the folder finds then."""

import os
import shutil
import stat
from collections.abc import Container, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from random import Random
from typing import Any, Final, NamedTuple

from careerkit.errors import CareerKitError
from tests.faults.kinds import CANARY, Seen, plan_in, seen_in
from tests.faults.medium import File, Folder, Image, Medium
from tests.faults.scenarios import Scenario
from tests.faults.syscalls import Call, SystemCalls

DATA: Final = "data"
"""The name of the data folder on the disk that is simulated; the folder it lies in is there and lasts."""


class Cut(NamedTuple):
    """What the power left, and after which saves that may be the state; 0 is before the first."""

    image: Image
    allowed: frozenset[int]


class Extent(NamedTuple):
    """How far to go: of how many choices of steps at most, with how many draws of bytes for each."""

    choices: int
    draws: int


class Recorder(SystemCalls):
    """Lets a medium follow the calls, and cuts the power before each flush and each acknowledgement.

    Between two of these, what may be left only becomes more, so no other point has anything to add.
    """

    def __init__(self, home: Path, extent: Extent) -> None:
        super().__init__(home)
        self.medium = Medium(_folder_on_disk(home, {}))
        self.allowed = frozenset({0})
        self.cuts: dict[Cut, None] = {}
        self._handles: dict[int, File | Folder | None] = {}
        self._cut = partial(self.medium.after_power_cuts, Random(1), *extent)  # noqa: S311 - a seed, so that every run is the same

    def cut_the_power(self) -> None:
        """Note everything that may be left if it happens now."""
        self.cuts.update(dict.fromkeys(Cut(image, self.allowed) for image in self._cut()))

    def after(self, call: Call, args: tuple[Any, ...], result: Any) -> None:  # noqa: ANN401 - of any call
        match call.name:
            case "open":
                self._handles[result] = self._opened(call.place, args[1])
            case "write":
                self._wrote(args[0], bytes(args[1][:result]))
            case "fsync":
                self.cut_the_power()
                self.medium.flush(self._node_of(args[0]))
            case "link":
                self.medium.name(call.to, self.medium.node(call.place))
            case "replace" | "rename":
                self.medium.rename(call.place, call.to)
            case "unlink" | "remove" | "rmdir":
                self.medium.name(call.place, None)
            case "mkdir":
                self.medium.name(call.place, Folder())

    def _opened(self, place: str, flags: int) -> File | Folder | None:
        if flags & os.O_TMPFILE == os.O_TMPFILE:
            return None  # it never has a name
        node = self.medium.node(place)
        if node is None:
            node = File()
            self.medium.name(place, node)
        return node

    def _node_of(self, handle: int) -> File | Folder:
        node = self._handles[handle]
        assert node is not None
        return node

    def _wrote(self, handle: int, data: bytes) -> None:
        node = self._node_of(handle)
        assert isinstance(node, File)
        node.written += data


def recorded(
    scenario: Scenario, home: Path, *, extent: Extent, without_flushing: Container[str] = ()
) -> tuple[list[Cut], list[Seen]]:
    """Make the saves of a scenario below ``home``, which is made; return all cuts, and each state in turn.

    ``without_flushing`` files or folders, ``os.fsync`` does nothing for them.
    """
    data = home / DATA
    states = [scenario.first_state(home.with_name("before") / DATA)]
    scenario.prepare(data)
    with Recorder(home, extent) as recorder, _without_flushing(without_flushing):
        for number, save in enumerate(scenario.saves):
            recorder.allowed = frozenset({number, number + 1})
            save(data)
            recorder.cut_the_power()
            recorder.allowed = frozenset({number + 1})
            recorder.cut_the_power()
            states.append(seen_in(data))
    assert all(state.whole or state.recovered for state in states), "a batch is missing in a history"
    assert recorder.medium.now() == Medium(_folder_on_disk(home, {})).now(), "the model is not like the disk"
    return list(recorder.cuts), states


@contextmanager
def _without_flushing(left_out: Container[str]) -> Iterator[None]:
    real = os.fsync

    def fsync(handle: int) -> None:
        if ("folders" if stat.S_ISDIR(os.fstat(handle).st_mode) else "files") not in left_out:
            real(handle)

    os.fsync = fsync  # type: ignore[assignment] # takes a number, as the store gives it
    try:
        yield
    finally:
        os.fsync = real


def violations(cuts: Sequence[Cut], states: Sequence[Seen], home: Path) -> Iterator[str]:
    """Build what each cut has left and open it; yield what is wrong then."""
    found: dict[tuple[Image, bool], Seen | str] = {}
    for image, numbers in cuts:
        allowed = [states[number] for number in numbers]
        only_the_plan = Seen() in allowed
        if (image, only_the_plan) not in found:
            with _without_flushing({"files", "folders"}):  # what opening writes need not last
                found[image, only_the_plan] = _opened(image, home, only_the_plan=only_the_plan)
        wrong = _wrong(found[image, only_the_plan], allowed)
        if allowed == [Seen()] and any(data and CANARY.encode() in data for _, data in image):
            wrong = "something is left of it"
        if wrong:
            names = sorted(name for name, _ in image)
            yield f"{wrong}, allowed were {sorted(numbers)}: {names}"


def _wrong(found: Seen | str, allowed: Sequence[Seen]) -> str:
    if isinstance(found, str):
        return found
    fitting = allowed if Seen() not in allowed else [Seen(state.workspace) for state in allowed]
    if found[:3] not in [state[:3] for state in fitting]:
        return f"revision {found.workspace.revision if found.workspace else 'gone'}"
    missing = frozenset.intersection(*(state.copies for state in fitting)) - found.copies
    return f"without {sorted(missing)}" if missing else ""


def _opened(image: Image, home: Path, *, only_the_plan: bool) -> Seen | str:
    if home.exists():
        shutil.rmtree(home)
    home.mkdir()
    # Folders first; then the copies before the file, so that no copy is newer than it is.
    for name, data in sorted(image, key=lambda entry: (entry[1] is not None, -entry[0].count("/"), entry[0])):
        if data is None:
            (home / name).mkdir(parents=True, exist_ok=True)
        else:
            (home / name).write_bytes(data)
    try:
        return Seen(plan_in(home / DATA)) if only_the_plan else seen_in(home / DATA)
    except CareerKitError as error:
        return repr(error)


def _folder_on_disk(path: Path, files: dict[int, File]) -> Folder:
    """Read a folder as it is; two names of one file stay that."""
    folder = Folder()
    for entry in path.iterdir():
        if entry.is_dir():
            folder.lasting[entry.name] = _folder_on_disk(entry, files)
        else:
            data = entry.read_bytes()
            folder.lasting[entry.name] = files.setdefault(entry.stat().st_ino, File(data, data))
    return folder
