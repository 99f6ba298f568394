"""Damage: the last good copy takes the place of a damaged file, which is kept aside."""

import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from careerkit.store.advance import State
from careerkit.store.codec import snapshot_of
from careerkit.store.copies import CopyKind, copies_in, name_now
from careerkit.store.document import Document, Recovery, decoded, encoded
from careerkit.store.engine import Engine
from careerkit.store.errors import BrokenRecordError, DamagedFileError, UnreadableError, WorkspaceGoneError

_GOOD: Final = {CopyKind.PREVIOUS, CopyKind.DAY, CopyKind.MONTH, CopyKind.FORMAT, CopyKind.ASKED}
_REVISION: Final = re.compile(rb'"revision": ?([0-9]{1,15})\b')
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


def recover(engine: Engine, workspace_id: str, *, known_revision: int = 0) -> None:
    """Put the last good copy in the place of a document that is damaged, or gone although copies are there.

    Call it under the lock, which has made sure that no one else did. The revision goes on from the damaged
    one, or from ``known_revision``, so that nobody takes the copy for what they saw. Raises
    ``DamagedFileError``, leaving everything as it is, when there is no good copy, and ``WorkspaceGoneError``
    when there is nothing at all.
    """
    version = engine.version(workspace_id)
    damaged, why = _damage(engine, workspace_id)
    found = next(_good_copies(engine, workspace_id), None)
    if found is None:
        if version is None:
            raise WorkspaceGoneError(workspace_id)
        raise DamagedFileError(f"{workspace_id}.json", why)
    name, good = found
    aside = ""
    if version is not None:
        aside = name_now(CopyKind.DAMAGED)
        engine.keep(workspace_id, aside)
    revision = 1 + max(known_revision, good.revision, _legible_revision(damaged, after=good.revision))
    recovery = Recovery(source=name, saved_at=good.saved_at, aside=aside)
    document = replace(good, revision=revision, recovery=recovery)
    # The copy it came from stays until the next save: cut off here, it can be taken again.
    engine.compare_and_set(workspace_id, version, encoded(document), keep_previous=False)
    _LOG.warning("A damaged workspace file was replaced by its copy “%s” and kept aside.", name)


def _damage(engine: Engine, workspace_id: str) -> tuple[bytes, str]:
    data = b""
    try:
        data = engine.load(workspace_id)[1]
        state_of(data, workspace_id)
    except BrokenRecordError as error:
        return data, error.why
    except WorkspaceGoneError:
        return data, "it is gone"
    return data, ""


def _good_copies(engine: Engine, workspace_id: str) -> Iterator[tuple[str, Document]]:
    for copy in copies_in(engine.kept(workspace_id)):
        if copy.kind in _GOOD:
            try:
                yield copy.name, state_of(engine.load_kept(workspace_id, copy.name), workspace_id).document
            except BrokenRecordError:
                continue
            except UnreadableError as error:
                if error.passing:  # an older copy must not take the place of one that is there
                    raise


def _legible_revision(damaged: bytes, *, after: int) -> int:
    """Return the revision that a damaged file says it has, 0 when it says none that can be believed."""
    found = _REVISION.search(damaged[:8192])
    said = int(found[1]) if found else 0
    return said if said - after < _BELIEVABLE else 0
