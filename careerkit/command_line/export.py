"""``export``: a whole workspace as one file."""

import os
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Final
from uuid import uuid4

import click

from careerkit.command_line.command import Command, answer, folder_option, json_option, say, workspace_id
from careerkit.command_line.place import is_folder, opened
from careerkit.words import counted

_STANDARD: Final = "-"


@click.command(cls=Command, short_help="Write everything into one file.")
@click.argument("workspace", metavar="[WORKSPACE]", nargs=-1, callback=workspace_id)
@click.argument("file", type=click.Path(dir_okay=False, allow_dash=True))
@folder_option
@click.option("--without-history", is_flag=True, help="Leave out the history of changes.")
@click.option("--force", is_flag=True, help="Replace a file that is there already.")
@json_option
def export(
    *, workspace: str, file: str, folder: Path, without_history: bool, force: bool, as_json: bool
) -> None:
    """Write everything into FILE as one backup, or to standard output for “-”.

    It is the file that the app downloads and restores on the page Your data, and that “import” brings in.
    """
    standard = file == _STANDARD
    if standard and as_json:
        raise click.UsageError("With “-” the backup is the answer, so --json has no room for another one.")
    target = None if standard else _target(file, folder, force=force)
    store, _ = opened(folder, workspace)
    data = store.backup(workspace, at=datetime.now(UTC), with_history=not without_history)
    if target is None:
        _write_out(data)
        return
    _write(target, data)
    if as_json:
        answer({"workspace": workspace, "file": str(target), "bytes": len(data)})
    else:
        say(f"{file}: {counted(len(data), 'byte', 'bytes')}")


def _target(file: str, folder: Path, *, force: bool) -> Path:
    """Return where the file goes, through every link, so that a link stays one."""
    target = Path(os.path.realpath(file))
    if target.is_relative_to(os.path.realpath(folder)):
        raise click.UsageError("Choose a place outside the data folder: a file in it counts as a workspace.")
    if os.path.lexists(target) and not os.path.isfile(target):  # noqa: PTH113 - Path.is_file may raise
        raise click.UsageError(f"“{file}” is no file that can be replaced.")
    if os.path.lexists(target) and not force:
        raise click.UsageError(f"“{file}” is there already. Add --force to replace it.")
    if not is_folder(target.parent):
        raise click.UsageError(f"There is no folder “{target.parent}”.")
    return target


def _write(target: Path, data: bytes) -> None:
    """Write a file whole or not at all. Raises ``NotSavedError``."""
    from careerkit.store import NotSavedError, disk  # noqa: PLC0415 - not for --help

    new = target.with_name(f".careerkit-{uuid4().hex}.new")
    try:
        disk.write_new(new, data)
        disk.replace(new, target)
        disk.sync_folder(target.parent)
    except OSError as error:
        raise NotSavedError(disk.reason(error)) from error
    finally:
        with suppress(OSError):
            new.unlink(missing_ok=True)


def _write_out(data: bytes) -> None:
    """Write to standard output past its buffer, which would try again, and fail again, at the end."""
    from careerkit.store import NotSavedError, disk  # noqa: PLC0415 - not for --help

    stream: IO[bytes] = getattr(sys.stdout.buffer, "raw", sys.stdout.buffer)
    rest = memoryview(data)
    try:
        while rest:
            rest = rest[stream.write(rest) :]
    except BrokenPipeError:
        raise  # whoever read has had enough: click ends in silence
    except OSError as error:
        raise NotSavedError(disk.reason(error)) from error
