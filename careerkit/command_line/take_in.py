"""``import``: an exported file becomes a workspace, or goes into one."""

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from careerkit.command_line.alter import Asked, asking, change, conclude, show, stamp_now
from careerkit.command_line.command import Command
from careerkit.command_line.place import NoSuchWorkspaceError, is_folder, opened
from careerkit.words import counted, day_in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerkit.change import Change
    from careerkit.store import Backup
    from careerkit.workspace import Workspace


@click.command("import", cls=Command, short_help="Bring in what was exported.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@click.option("--add", is_flag=True, help="Add what is missing; what is there stays as it is.")
@click.option("--replace", "replacing", is_flag=True, help="Give the workspace exactly what FILE holds.")
@asking
def take_in(asked: Asked, *, file: str, add: bool, replacing: bool) -> None:
    """Bring in FILE, which “export” or the app has written, or standard input for “-”.

    A workspace that never held anything becomes what FILE holds, history included. Another one needs --add or
    --replace: you see what would change and are asked first, and Undo in the app takes it back.
    """
    if add and replacing:
        raise click.UsageError("Choose either --add or --replace.")
    backup = _read(file, asked.workspace)
    plan = _present(asked)
    if plan is None or (plan.is_empty and not plan.history):
        _take_over(asked, plan, backup)
    elif add or replacing:
        _change(asked, backup, add=add)
    else:
        raise click.UsageError(f"“{asked.workspace}” is not empty. Choose --add or --replace.")


def _read(file: str, workspace: str) -> "Backup":
    from careerkit.store import MAX_UPLOAD, disk, read_backup  # noqa: PLC0415 - not for --help
    from careerkit.workspace import as_own  # noqa: PLC0415 - as above

    try:
        with click.open_file(file, "rb") as stream:
            data = stream.read(MAX_UPLOAD + 1)
    except OSError as error:
        raise click.FileError(file, disk.reason(error)) from error
    backup = read_backup(data)
    if backup.content.id == workspace:
        return backup
    return replace(backup, content=as_own(backup.content))


def _present(asked: Asked) -> "Workspace | None":
    """Return what is there already, making neither folder nor workspace."""
    if not is_folder(asked.folder):
        return None
    try:
        return opened(asked.folder, asked.workspace)[1]
    except NoSuchWorkspaceError:
        return None


def _take_over(asked: Asked, plan: "Workspace | None", backup: "Backup") -> None:
    """Make a workspace in which nothing was ever entered what the backup holds: nobody loses anything."""
    from careerkit.store import WorkspaceGoneError, open_store  # noqa: PLC0415 - not for --help
    from careerkit.workspace import Workspace, differences, differences_in_words  # noqa: PLC0415 - as above

    content, empty = backup.content, Workspace(id=asked.workspace, revision=0)
    lines = differences_in_words(differences(empty, content, stamp=stamp_now()))
    if content.history:
        lines.append(f"The history comes along: {counted(len(content.history), 'save', 'saves')}.")
    show(asked, lines or ["There is nothing in this backup."])
    if asked.dry_run or (plan is not None and not lines):
        conclude(asked, lines, plan.revision if plan else None)
        return
    store = open_store(asked.folder)
    try:
        store.create(asked.workspace)
    except WorkspaceGoneError as error:
        what = f"“{asked.workspace}” cannot name a workspace. Use small letters, digits and hyphens."
        raise click.UsageError(what) from error
    conclude(asked, lines, store.adopt(asked.workspace, backup).revision, done="Done.")


def _change(asked: Asked, backup: "Backup", *, add: bool) -> None:
    from careerkit.workspace import additions, differences  # noqa: PLC0415 - not for --help

    store, plan = opened(asked.folder, asked.workspace)
    reason = f"Imported the backup of {day_in_words(backup.made_at.date())}"
    bring = additions if add else differences
    changes = bring(plan, backup.content, stamp=stamp_now(), reason=reason)
    change(asked, store, plan, changes, lines=_lines(plan, backup.content, changes, add=add))


def _lines(plan: "Workspace", content: "Workspace", changes: "Sequence[Change]", *, add: bool) -> list[str]:
    from careerkit.workspace import differences_in_words, differing_in_words  # noqa: PLC0415 - not for --help

    lines = differences_in_words(changes)
    if not add:
        return lines or ["The file holds exactly what is here, so there is nothing to do."]
    stays = [f"{line.removesuffix('.')}: what is here stays." for line in differing_in_words(plan, content)]
    return [*(lines or ["Nothing in the file is new."]), *stays]
