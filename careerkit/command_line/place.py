"""The data folder and the workspaces in it, as the commands open them."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from careerkit.errors import CareerKitError
from careerkit.words import joined

if TYPE_CHECKING:
    from careerkit.store import Store
    from careerkit.workspace import Workspace


class NoSuchWorkspaceError(CareerKitError, LookupError):
    """The data folder has no workspace of this id."""

    def __init__(self, workspace_id: str, ids: tuple[str, ...]) -> None:
        there = f"It has {joined([f'“{id_}”' for id_ in ids])}." if ids else "It has none at all."
        super().__init__(f"There is no workspace “{workspace_id}” in this data folder. {there}")


def require_folder(folder: Path) -> None:
    """Refuse a data folder that is not there: most likely its name is mistyped."""
    if not is_folder(folder):
        raise click.UsageError(f"There is no folder “{folder}”.")


def is_folder(path: Path) -> bool:
    """Say whether there is a folder that can be seen."""
    try:
        return path.is_dir()
    except OSError:
        return False


def opened(folder: Path, workspace_id: str) -> tuple["Store", "Workspace"]:
    """Return the store in ``folder`` and what a workspace holds. Raises :class:`NoSuchWorkspaceError`."""
    from careerkit.store import WorkspaceGoneError, open_store  # noqa: PLC0415 - not for --help

    require_folder(folder)
    store = open_store(folder)
    try:
        return store, store.load(workspace_id)
    except WorkspaceGoneError as error:
        raise NoSuchWorkspaceError(workspace_id, store.ids()) from error
