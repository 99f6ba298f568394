"""History that has left a workspace's file: parts that never change, each naming the one before it."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from careerkit.change import Batch
from careerkit.store.advance import State
from careerkit.store.codec import batches_of
from careerkit.store.document import HISTORY, Document, decoded, encoded
from careerkit.store.engine import Engine
from careerkit.store.errors import WHOLE, BrokenRecordError, HistoryDamagedError, NoSuchCopyError
from careerkit.store.limits import HISTORY_HIGH, HISTORY_LEAST, HISTORY_LOW, HISTORY_PART

PART: Final = "history-"
"""Begins the name of every part."""


def shortened(state: State) -> tuple[State, list[tuple[str, bytes]]]:
    """Return the state with no more history than the file may hold, and the parts to keep before it is saved.

    The names of the parts follow from their content: written again after a crash, they are the same.
    """
    lengths = [len(entry) for entry in state.document.table(HISTORY).values()]
    if len(lengths) <= HISTORY_HIGH[0] and sum(lengths) <= HISTORY_HIGH[1]:
        return state, []
    document, parts = state.document, []
    rows = list(document.table(HISTORY).items())
    starts = [0, *_cuts(lengths)]
    for start, end in pairwise(starts):
        last = state.snapshot.history[end - 1]
        part = Document(
            workspace=document.workspace,
            revision=last.revision,
            saved_at=last.at.isoformat(),
            archive=document.archive,
            tables={HISTORY: dict(rows[start:end])},
        )
        parts.append((_name(state.snapshot.history[start].revision, part), encoded(part)))
        document = replace(document, archive=parts[-1][0])
    newest = dict(rows[starts[-1] :])
    document = replace(document, tables={**document.tables, HISTORY: newest})
    return State(document, replace(state.snapshot, history=state.snapshot.history[starts[-1] :])), parts


def all_batches(engine: Engine, workspace_id: str, document: Document) -> Iterator[Batch]:
    """Yield every saved batch, the newest first, reading the archive only as far as it is asked for.

    Raises ``HistoryDamagedError`` where a part is missing or damaged; what came after it was yielded.
    """
    for part in all_parts(engine, workspace_id, document):
        yield from reversed(batches_of(part))


def all_parts(engine: Engine, workspace_id: str, document: Document) -> Iterator[Document]:
    """Yield what holds history, the newest first: the document itself, then the parts of the archive.

    Raises ``HistoryDamagedError`` where one is missing or damaged.
    """
    yield document
    name, newer = document.archive, document.revision
    while name:
        try:
            part = decoded(engine.load_kept(workspace_id, name))
            batches_of(part)
            if part.workspace != document.workspace or part.revision >= newer:
                raise BrokenRecordError(WHOLE, "it does not belong here")  # noqa: TRY301 - as damaged as the rest
        except (BrokenRecordError, NoSuchCopyError) as error:
            why = error.why if isinstance(error, BrokenRecordError) else "it is missing"
            raise HistoryDamagedError(f"{name}.json", why) from error
        yield part
        name, newer = part.archive, part.revision


def _cuts(lengths: list[int]) -> list[int]:
    """Return where parts end, the last being where what stays in the file begins."""
    cuts: list[int] = []
    count = size = 0
    for place in range(len(lengths) - 1, -1, -1):
        most_batches, most_bytes = HISTORY_PART if cuts else HISTORY_LOW
        least = 1 if cuts else HISTORY_LEAST
        if count >= least and (count >= most_batches or size + lengths[place] > most_bytes):
            cuts.append(place + 1)
            count = size = 0
        count, size = count + 1, size + lengths[place]
    return cuts[::-1]


def _name(first: int, part: Document) -> str:
    digest = hashlib.sha256(encoded(part)).hexdigest()[:8]
    return f"{PART}{first:08d}-{part.revision:08d}-{digest}"
