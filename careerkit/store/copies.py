"""Copies that are kept beside a document: one a day, one a month, and what was set aside."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from careerkit.labels import Labelled
from careerkit.store.document import Document
from careerkit.store.engine import BESIDE, PREVIOUS, Engine, Kept
from careerkit.store.limits import DAYS_KEPT, MONTHS_KEPT
from careerkit.store.migrations import FORMAT


class CopyKind(Labelled):
    """Why a copy is kept; the value begins the copy's name."""

    PREVIOUS = PREVIOUS, "Before the last change"
    DAY = "day", "The last of its day"
    MONTH = "month", "The last of its month"
    FORMAT = "format", "Before careerkit was updated"
    ASKED = "asked", "Kept by hand"
    DAMAGED = "damaged", "Damaged, and kept aside"
    BESIDE = BESIDE, "Put there by another program"


_ROTATED: Final = ((CopyKind.DAY, "%Y-%m-%d", DAYS_KEPT), (CopyKind.MONTH, "%Y-%m", MONTHS_KEPT))
_KINDS: Final = {kind.value: kind for kind in CopyKind}
_NAMES: Final = re.compile("|".join(_KINDS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A copy of a workspace as it was: its ``name``, why it is kept, when it was written (UTC), its bytes."""

    name: str
    kind: CopyKind
    written_at: datetime
    size: int


def copies_in(kept: Sequence[Kept]) -> tuple[Copy, ...]:
    """Return those of ``kept`` that hold a whole workspace, the newest first."""
    found = [(one, _NAMES.match(one.name)) for one in kept]
    copies = [
        Copy(
            name=one.name,
            kind=_KINDS[kind[0]],
            written_at=_written_at(one),
            size=one.size,
        )
        for one, kind in found
        if kind
    ]
    return tuple(sorted(copies, key=lambda copy: (copy.written_at, copy.name == PREVIOUS), reverse=True))


def rotate(engine: Engine, old: Document, saved_at: str) -> None:
    """Before ``old`` is replaced: keep it if it is the last of its day, its month or its format.

    ``saved_at`` is when the new document is made. Of days and months the oldest ones make room.
    """
    if old.format < FORMAT:
        engine.keep(old.workspace, f"{CopyKind.FORMAT}-{old.format}")
    was, becomes = _moment(old.saved_at), _moment(saved_at)
    if was is None or becomes is None or was.date() == becomes.date():
        return
    for kind, pattern, most in _ROTATED:
        if was.strftime(pattern) != becomes.strftime(pattern):
            engine.keep(old.workspace, f"{kind}-{was.strftime(pattern)}")
            names = [one.name for one in engine.kept(old.workspace) if one.name.startswith(f"{kind}-")]
            for name in sorted(names)[:-most]:
                engine.drop(old.workspace, name)


def name_now(kind: CopyKind) -> str:
    """Return a name for a copy that is made now."""
    return f"{kind}-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}"


def _written_at(one: Kept) -> datetime:
    try:
        return datetime.fromtimestamp(one.written_at, UTC)
    except (ValueError, OverflowError, OSError):  # a disk may say anything
        return datetime.fromtimestamp(0, UTC)


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
