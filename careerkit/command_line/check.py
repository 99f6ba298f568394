"""``verify``: whether the files are what they should be."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from careerkit.command_line.command import Command, answer, folder_option, json_option, refuse, say
from careerkit.command_line.place import NoSuchWorkspaceError, require_folder
from careerkit.errors import CareerKitError
from careerkit.words import counted, joined

if TYPE_CHECKING:
    from careerkit.store import Checked, Report


@click.command(cls=Command, short_help="Check every file, and change nothing.")
@click.argument("workspaces", metavar="[WORKSPACE]...", nargs=-1)
@folder_option
@json_option
@click.pass_context
def verify(ctx: click.Context, *, workspaces: tuple[str, ...], folder: Path, as_json: bool) -> None:
    """Check every file of these workspaces, or of all of them; change nothing.

    Each file is opened with stock TinyDB and checked against its checksum, entry by entry and link by link:
    the present version, the copies beside it, and the archived history. Ends with 0 when all is fine, 1 when
    there are faults, and 2 when the folder or a workspace is not there.
    """
    require_folder(folder)
    try:
        reports = list(_reports(folder, workspaces))
    except CareerKitError as error:
        refuse(ctx, error, code=2)
    if as_json:
        answer(_as_json(folder, reports))
    else:
        _say(folder, reports)
    ctx.exit(1 if any(report.faults for report in reports) else 0)


def _reports(folder: Path, workspaces: tuple[str, ...]) -> Iterator["Report"]:
    from careerkit.store import WorkspaceGoneError, open_store  # noqa: PLC0415 - not for --help

    store = open_store(folder)
    for workspace_id in dict.fromkeys(workspaces):
        try:
            yield store.verify(workspace_id)
        except WorkspaceGoneError as error:
            raise NoSuchWorkspaceError(workspace_id, store.ids()) from error
    if not workspaces:
        for workspace_id in sorted({*store.ids(), *_traces(folder)}):
            with suppress(WorkspaceGoneError):
                yield store.verify(workspace_id)


def _traces(folder: Path) -> Iterator[str]:
    """Yield the ids of workspaces that were here: their file may be gone, or hold another one."""
    for end in (".json.bak", ".kept"):
        yield from (path.name.removesuffix(end) for path in folder.glob(f"*{end}"))
    yield from (path.stem for path in folder.glob("*.lock") if path.with_suffix(".json").exists())


def _say(folder: Path, reports: list["Report"]) -> None:
    files = [checked for report in reports for checked in report.files]
    for checked in files:
        say(f"{checked.file}: {_in_words(checked)}")
        for fault in checked.faults:
            say(f"  {fault.says}")
    faults = sum(len(checked.faults) for checked in files)
    opened = sum(bool(checked.tables) for checked in files)
    if not files:
        say(f"There is no workspace in {folder} yet.")
    elif faults:
        say(f"{counted(faults, 'fault', 'faults')} in {counted(len(files), 'file', 'files')}.")
    else:
        say(f"Everything is fine. Stock TinyDB opens {counted(opened, 'file', 'files')}.")


def _in_words(checked: "Checked") -> str:
    if checked.faults:
        return counted(len(checked.faults), "fault", "faults")
    if checked.revision is None:
        return checked.note
    facts = [
        "fine",
        f"revision {checked.revision}",
        counted(checked.entries, "entry", "entries"),
        counted(len(checked.saves), "save", "saves"),
        f"tables {joined(checked.tables)}",
        checked.note,
    ]
    return ", ".join(filter(None, facts))


def _as_json(folder: Path, reports: list["Report"]) -> dict[str, Any]:
    return {
        "folder": str(folder),
        "fine": not any(report.faults for report in reports),
        "workspaces": [
            {"workspace": report.workspace, "files": [_file_as_json(checked) for checked in report.files]}
            for report in reports
        ],
    }


def _file_as_json(checked: "Checked") -> dict[str, Any]:
    return {
        "file": checked.file,
        "fine": not checked.faults,
        "revision": checked.revision,
        "entries": checked.entries,
        "saves": len(checked.saves),
        "tables": list(checked.tables),
        "note": checked.note,
        "faults": [fault.says for fault in checked.faults],
    }
