"""Whether the files of a workspace are what they should be: looked at only, never repaired or written."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path
from typing import Any, Final

from tinydb import TinyDB
from tinydb.storages import JSONStorage

from careerkit.errors import CareerKitError
from careerkit.store.codec import snapshot_of
from careerkit.store.copies import Copy, CopyKind, copies_in
from careerkit.store.document import HISTORY, META, Document, decoded
from careerkit.store.engine import BESIDE, Engine, Kept
from careerkit.store.errors import BrokenRecordError, NoSuchCopyError, UnreadableError, WorkspaceGoneError
from careerkit.store.history import PART
from careerkit.store.layout import Layout
from careerkit.store.recovery import UNKNOWN_SAVES
from careerkit.workspace import KINDS, broken_links

_PART: Final = re.compile(PART + r"(\d+)-(\d+)-[0-9a-f]{8}")
_NOT_CHECKED: Final = {
    CopyKind.DAMAGED: "a damaged version that was kept aside",
    CopyKind.BESIDE: "put there by another program",
}
_SKIPPED: Final = {0, 1, 2, UNKNOWN_SAVES + 1}
"""Revisions that a repair skips when it leaves no damaged file, since that was gone."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a file of the data folder, in one sentence."""

    file: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What a file was found to be.

    ``tables`` are those that stock TinyDB finds, ``saves`` the revisions of the history in it, ``archive``
    names the part of the history before that. ``note`` says what is special, or why it was not checked.
    """

    file: str
    revision: int | None = None
    entries: int = 0
    tables: tuple[str, ...] = ()
    saves: tuple[int, ...] = ()
    archive: str = ""
    note: str = ""
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What was found in the files of one workspace: its own, its copies, its archived history."""

    workspace: str
    files: tuple[Checked, ...]

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Everything that is wrong."""
        return tuple(fault for checked in self.files for fault in checked.faults)


class _InMemory(JSONStorage):
    """TinyDB's own storage, reading text in memory, so that no plan is written to yet another place."""

    def __init__(self, text: str) -> None:
        self._handle = StringIO(text)
        self._content = super().read()

    def read(self) -> dict[str, dict[str, Any]] | None:
        return self._content  # asked for anew for each table


def verify(engine: Engine, workspace_id: str) -> Report:
    """Return what is true of every file of a workspace, having changed nothing.

    Each is opened with stock TinyDB and checked against its checksum, entry by entry and link by link, and
    its history is followed through every archived part. Raises ``WorkspaceGoneError`` when there is nothing
    of this id at all.
    """
    shelf, copies = _copies(engine, workspace_id)
    document = _document(engine, workspace_id, anything_else=bool(copies or shelf))
    files = [document, *(one for copy in copies if (one := _copy(engine, workspace_id, copy)))]
    parts = _parts(engine, workspace_id, files)
    repaired = bool(document.note) or any(copy.kind is CopyKind.DAMAGED for copy in copies)
    joined = (_with(one, _seam(one, parts, repaired=repaired)) for one in (*files, *parts.values()))
    return Report(workspace=workspace_id, files=(*joined, *shelf))


def _copies(engine: Engine, workspace_id: str) -> tuple[list[Checked], tuple[Copy, ...]]:
    """Return what is wrong with the places where copies are, and the copies."""
    wrong: list[Checked] = []
    kept: list[Kept] = []
    for look in (engine.kept, engine.beside):
        try:
            kept += look(workspace_id)
        except UnreadableError as error:
            wrong.append(_with(Checked(file=Path(error.path).name), [str(error)]))
    return wrong, copies_in(kept)


def _document(engine: Engine, workspace_id: str, *, anything_else: bool) -> Checked:
    file = Layout(Path()).document(workspace_id).as_posix()
    try:
        return _look(lambda: engine.load(workspace_id)[1], workspace_id, file)
    except WorkspaceGoneError:
        if not anything_else:
            raise
        return _with(Checked(file=file), ["It is missing, though there are copies of it."])


def _copy(engine: Engine, workspace_id: str, copy: Copy) -> Checked | None:
    """Return what a copy was found to be; ``None`` when it made room for a newer one meanwhile."""
    file = _file(workspace_id, copy.name)
    if copy.kind in _NOT_CHECKED:
        return Checked(file=file, note=_NOT_CHECKED[copy.kind])
    try:
        return _look(lambda: engine.load_kept(workspace_id, copy.name), workspace_id, file)
    except NoSuchCopyError:
        return None


def _parts(engine: Engine, workspace_id: str, files: Iterable[Checked]) -> dict[str, Checked]:
    """Return every part of the archive that the files lead to, by name."""
    parts: dict[str, Checked] = {}
    for last in files:
        while last.archive not in parts and (name := _PART.fullmatch(last.archive)):
            parts[name[0]] = last = _part(engine, workspace_id, name)  # noqa: PLW2901 - from part to part
    return parts


def _part(engine: Engine, workspace_id: str, name: re.Match[str]) -> Checked:
    file, first, last = _file(workspace_id, name[0]), int(name[1]), int(name[2])
    try:
        part = _look(lambda: engine.load_kept(workspace_id, name[0]), workspace_id, file)
    except NoSuchCopyError:
        missing = f"It is missing, and with it the history from revision {first} to {last}."
        return _with(Checked(file=file), [missing])
    other = not part.faults and (*part.saves[:1], *part.saves[-1:]) != (first, last)
    return _with(part, ["It does not hold the revisions that its name says."] if other else [])


def _look(load: Callable[[], bytes], workspace_id: str, file: str) -> Checked:
    """Return what a file was found to be. Raises what ``load`` does when there is none."""
    tables: dict[str, int] = {}
    try:
        data = load()
        tables = _tables(data)
        document = decoded(data)
    except (NoSuchCopyError, WorkspaceGoneError):
        raise
    except CareerKitError as error:
        return _with(Checked(file=file, tables=tuple(tables)), [str(error)])
    saves, wrong = _content(document)
    found = Checked(
        file=file,
        revision=document.revision,
        entries=sum(len(document.table(kind)) for kind in KINDS),
        tables=tuple(tables),
        saves=saves,
        archive=document.archive,
        note=f"put together again from the copy “{document.recovery.source}”" if document.recovery else "",
    )
    return _with(found, (*_misfits(document, tables, workspace_id), *wrong))


def _tables(data: bytes) -> dict[str, int]:
    """Return the tables that stock TinyDB finds, and how many entries in each; none if it cannot read it."""
    try:
        with TinyDB(storage=lambda: _InMemory(data.decode())) as db:
            return {name: len({one.doc_id for one in db.table(name)}) for name in sorted(db.tables())}
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError):
        return {}


def _misfits(document: Document, tables: dict[str, int], workspace_id: str) -> Iterator[str]:
    if document.workspace != workspace_id:
        yield f"It belongs to another workspace, “{document.workspace}”."
    if not tables:
        yield "Stock TinyDB cannot open it."
    elif {META: 1, **{name: len(table) for name, table in document.tables.items()}} != tables:
        yield "Stock TinyDB finds other entries in it than careerkit does."
    if document.archive and not _PART.fullmatch(document.archive):
        yield f"It names “{document.archive}” as the history before it, which cannot be one."
    if document.archive and not document.table(HISTORY):
        yield "It holds no history, though it has some before it."


def _content(document: Document) -> tuple[tuple[int, ...], list[str]]:
    """Return the revisions of the saves, and what is wrong: bad fields, or else every dangling link."""
    try:
        snapshot = snapshot_of(document)
    except BrokenRecordError:
        return (), list(dict.fromkeys(_bad_fields(document)))
    return tuple(batch.revision for batch in snapshot.history), [
        f"The entry at {entity.KIND}.{entity.id}.{name} points at something that is not there."
        for entity, name in broken_links(snapshot, KINDS)
    ]


def _bad_fields(document: Document) -> Iterator[str]:
    """Say what is the first bad field in each table."""
    for name in (HISTORY, *KINDS):
        try:
            snapshot_of(replace(document, tables={name: document.table(name)}))
        except BrokenRecordError as error:
            yield str(error)


def _seam(found: Checked, parts: dict[str, Checked], *, repaired: bool) -> Iterator[str]:
    """Say what is wrong where the history in a file meets the part before it.

    Revisions rise, but not always by one: a repair skips those that the damaged file may have reached.
    """
    part = parts.get(found.archive)
    if part is None or part.faults or found.faults:
        return
    last, first = part.saves[-1], found.saves[0]
    if last >= first:
        yield f"Its history begins at revision {first}, but the part before it ends at {last}."
    elif not repaired and first - last - 1 not in _SKIPPED:
        yield f"The history from revision {last + 1} to {first - 1} is missing before it."


def _with(found: Checked, says: Iterable[str]) -> Checked:
    return replace(found, faults=(*found.faults, *(Fault(found.file, sentence) for sentence in says)))


def _file(workspace_id: str, name: str) -> str:
    """Return where a copy lies in the data folder."""
    beside = name.startswith(BESIDE)
    return name.removeprefix(BESIDE) if beside else Layout(Path()).copy(workspace_id, name).as_posix()
