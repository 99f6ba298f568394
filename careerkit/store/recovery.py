"""Damage: the last good copy takes the place of a damaged file, which is kept aside."""

import logging
import re
from collections.abc import Hashable, Iterator
from contextlib import suppress
from dataclasses import replace
from typing import Final

from careerkit.store.advance import State
from careerkit.store.codec import snapshot_of
from careerkit.store.copies import CopyKind, copies_in, name_now
from careerkit.store.document import Document, Recovery, decoded, encoded
from careerkit.store.engine import PREVIOUS, Engine
from careerkit.store.errors import (
    BrokenRecordError,
    DamagedFileError,
    NoSuchCopyError,
    NotRepairedError,
    NotSavedError,
    UnreadableError,
    WorkspaceGoneError,
)

_GOOD: Final = {CopyKind.PREVIOUS, CopyKind.DAY, CopyKind.MONTH, CopyKind.FORMAT, CopyKind.ASKED}
_REVISION: Final = re.compile(rb'"revision": ?([0-9]{1,15})\b')
UNKNOWN_SAVES: Final = 100
"""Revisions that are skipped when nothing says how many saves there were since a copy."""
_BELIEVABLE: Final = 100_000
"""Saves that may lie between a copy and the damaged file; a number beyond that is damage itself."""
_LOG: Final = logging.getLogger(__name__)


def state_of(data: bytes, workspace_id: str) -> State:
    """Return the state that a file holds.

    Raises ``BrokenRecordError`` when it is damaged or another workspace's, and ``NewerFormatError``.
    """
    document = decoded(data)
    if document.workspace != workspace_id:
        raise BrokenRecordError("_meta.workspace", f"it belongs to the workspace “{document.workspace[:80]}”")
    return State(document, snapshot_of(document))


def recover(engine: Engine, workspace_id: str, *, known_revision: int = 0) -> State | None:
    """Put the last good copy in the place of a document that is damaged, or gone although copies are there.

    Call it under the lock. Nothing happens when the document can be read. The revision goes on from the
    damaged one, or from ``known_revision``, so that nobody takes the copy for what they saw. Where nothing
    can be written, the state is only returned. Raises ``DamagedFileError``, leaving everything as it is, when
    there is no good copy, ``WorkspaceGoneError`` when there is nothing at all, and ``ChangedMeanwhileError``.
    """
    version, damaged, why = _damage(engine, workspace_id)
    if not why:
        return None
    best = max(_good_copies(engine, workspace_id), key=_age, default=None)
    if best is None:
        raise DamagedFileError(f"{workspace_id}.json", why)
    name, good = best
    writable = engine.read_only_because is None
    aside = name_now(CopyKind.DAMAGED) if version is not None and writable else ""
    revision = 1 + max(known_revision, next_revision(damaged, after=good.revision))
    recovery = Recovery(source=name, saved_at=good.saved_at, aside=aside)
    document = replace(good, revision=revision, recovery=recovery)
    if writable:
        _put(engine, document, version)
    return State(document, snapshot_of(document))


def _put(engine: Engine, document: Document, version: Hashable | None) -> None:
    """Keep what is damaged aside, and write the good document in its place."""
    recovery = document.recovery
    try:
        if recovery and recovery.aside:
            engine.keep(document.workspace, recovery.aside)
        # The copy it came from stays until the next save: cut off here, it can be taken again.
        engine.compare_and_set(document.workspace, version, encoded(document), keep_previous=False)
    except NotSavedError as error:
        raise NotRepairedError(error.why) from error
    _LOG.warning("A damaged workspace file was replaced by a good copy of it and kept aside.")


def begin_anew(engine: Engine, workspace_id: str) -> None:
    """Put an empty document in the place of one that is damaged in every version, and keep them aside.

    Call it under the lock. Nothing happens when the document can be read. Raises ``ChangedMeanwhileError``.
    """
    version, damaged, why = _damage(engine, workspace_id)
    if not why:
        return
    if version is not None:
        engine.keep(workspace_id, name_now(CopyKind.DAMAGED))
    with suppress(NoSuchCopyError, BrokenRecordError):
        engine.keep(workspace_id, name_now(CopyKind.DAMAGED), engine.load_kept(workspace_id, PREVIOUS))
    document = Document(workspace=workspace_id, revision=1 + next_revision(damaged, after=0))
    engine.compare_and_set(workspace_id, version, encoded(document), keep_previous=False)


def next_revision(damaged: bytes, *, after: int) -> int:
    """Return a revision that nobody has seen: what a damaged file says it has, or some way past ``after``."""
    found = _REVISION.search(damaged[:8192])
    said = int(found[1]) if found else 0
    return said if after <= said < after + _BELIEVABLE else after + UNKNOWN_SAVES


def _damage(engine: Engine, workspace_id: str) -> tuple[Hashable | None, bytes, str]:
    """Return version and bytes of a document, and what is wrong with it; empty when nothing is."""
    version, data = None, b""
    try:
        version, data = engine.load(workspace_id)
        state_of(data, workspace_id)
    except BrokenRecordError as error:
        return version if version is not None else engine.version(workspace_id), data, error.why
    except WorkspaceGoneError:
        if not engine.kept(workspace_id):
            raise
        return None, data, "it is gone"
    return version, data, ""


def _good_copies(engine: Engine, workspace_id: str) -> Iterator[tuple[str, Document]]:
    for copy in copies_in(engine.kept(workspace_id)):
        if copy.kind in _GOOD:
            try:
                yield copy.name, state_of(engine.load_kept(workspace_id, copy.name), workspace_id).document
            except (BrokenRecordError, NoSuchCopyError):
                continue
            except UnreadableError as error:
                if error.passing:  # an older copy must not take the place of one that is there
                    raise


def _age(copy: tuple[str, Document]) -> tuple[int, str]:
    """Return what grows with every save: the time of a file may say anything after a move."""
    return copy[1].revision, copy[1].saved_at
