"""Saves in a row, through which the power is cut."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final, NamedTuple

from careerkit.store import open_store
from tests.faults.kinds import (
    ADOPTING,
    ARCHIVING,
    COPYING,
    CREATING,
    DELETING,
    ID,
    NEXT_DAY,
    NEXT_MONTH,
    ORDINARY,
    RECOVERING,
    WITHOUT_LINKS,
    Kind,
    Seen,
    change,
    seen_in,
)

Save = Callable[[Path], object]


class Scenario(NamedTuple):
    """What a folder is prepared for, ``None`` for one that is not there yet, and saves in it."""

    name: str
    kind: Kind | None
    saves: Sequence[Save]

    def __str__(self) -> str:
        return self.name

    def prepare(self, folder: Path) -> None:
        """Make the folder, or only the one that it will be made in."""
        folder.parent.mkdir()
        if self.kind is not None:
            self.kind.prepare(folder)

    def first_state(self, folder: Path) -> Seen:
        """Return what there is before the first save, prepared in a ``folder`` for that alone."""
        self.prepare(folder)
        return seen_in(folder)


def _stored(save: Callable[[Any], object]) -> Save:
    """Let a store that was just opened make a save: nothing that another one knows helps it."""
    return lambda folder: save(open_store(folder))


def _changed(number: int, *, day: int = 0) -> Save:
    return _stored(partial(change, number=number, day=day))


def _killed_save(folder: Path) -> None:
    """Leave what a save leaves that is killed after its very first step."""
    (folder / f"{ID}.kept").mkdir()


RECOVERY: Final = Scenario("recovery", RECOVERING, (_stored(RECOVERING.save),))
COPY: Final = Scenario("copy", COPYING, (_stored(COPYING.save),))
SCENARIOS: Final = (
    Scenario("ordinary", ORDINARY, (_stored(ORDINARY.save), _changed(4))),
    Scenario("archiving", ARCHIVING, (_stored(ARCHIVING.save), _changed(66))),
    Scenario("next-day", NEXT_DAY, (_stored(NEXT_DAY.save),)),
    Scenario("next-month", NEXT_MONTH, (_stored(NEXT_MONTH.save), _changed(3, day=32))),
    Scenario("without-links", WITHOUT_LINKS, (_stored(WITHOUT_LINKS.save), _changed(3, day=32))),
    Scenario("creation", CREATING, (_stored(CREATING.save), _changed(1))),
    Scenario("creation-of-the-folder", None, (_stored(CREATING.save), _changed(1))),
    COPY,
    Scenario("adoption", ADOPTING, (_stored(ADOPTING.save),)),
    RECOVERY,
    Scenario("deletion", DELETING, (_changed(66, day=1), _stored(DELETING.save))),
    Scenario("after-a-killed-save", ARCHIVING, (_killed_save, _stored(ARCHIVING.save))),
)
