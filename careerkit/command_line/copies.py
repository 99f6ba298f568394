"""``backup`` and ``restore``: the copies that are kept beside a workspace."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from careerkit.command_line.alter import Asked, asking, change, stamp_now
from careerkit.command_line.command import (
    Command,
    answer,
    folder_option,
    json_option,
    say,
    workspace_argument,
)
from careerkit.command_line.place import opened
from careerkit.words import size_in_words, time_in_words

if TYPE_CHECKING:
    from careerkit.store import Copy, Store


@click.command(cls=Command, short_help="Keep a copy beside the workspace, or list the copies.")
@workspace_argument
@folder_option
@click.option("--list", "listing", is_flag=True, help="List the copies there are, and keep none.")
@json_option
def backup(*, workspace: str, folder: Path, listing: bool, as_json: bool) -> None:
    """Keep a copy of the workspace beside it, as it is now, and print its name."""
    store, _ = opened(folder, workspace)
    if listing:
        _list(store, workspace, as_json=as_json)
        return
    name = store.keep_copy(workspace)
    if as_json:
        answer({"workspace": workspace, "name": name})
    else:
        say(name)


@click.command(cls=Command, short_help="Bring back a copy.")
@click.argument("name")
@asking
def restore(asked: Asked, *, name: str) -> None:
    """Bring back the copy NAME, one of those that “backup --list” names.

    You see what would change and are asked first, and Undo in the app takes it back.
    """
    from careerkit.workspace import differences, differences_in_words  # noqa: PLC0415 - not for --help

    store, plan = opened(asked.folder, asked.workspace)
    content = store.load_copy(plan.id, name)
    changes = differences(plan, content, stamp=stamp_now(), reason=f"Restored the copy {name}")
    lines = differences_in_words(changes) or [
        "The copy holds exactly what is here, so there is nothing to do."
    ]
    change(asked, store, plan, changes, lines=lines)


def _list(store: "Store", workspace: str, *, as_json: bool) -> None:
    copies = store.copies(workspace)
    if as_json:
        answer({"workspace": workspace, "copies": [_as_json(copy) for copy in copies]})
        return
    for copy in copies:
        written = time_in_words(copy.written_at.astimezone())
        say(f"{copy.name}: {copy.kind.label}, {written}, {size_in_words(copy.size)}")
    if not copies:
        say("There are no copies yet.")


def _as_json(copy: "Copy") -> dict[str, object]:
    return {
        "name": copy.name,
        "kind": copy.kind.name.lower(),
        "written_at": copy.written_at.isoformat(),
        "size": copy.size,
    }
