"""One change to a workspace: shown first, confirmed, and made so that the app can undo it."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from careerkit.change import Actor, Change, RandomIds, Stamp
from careerkit.command_line.command import answer, folder_option, json_option, say, workspace_argument
from careerkit.errors import CareerKitError

if TYPE_CHECKING:
    from careerkit.store import Store
    from careerkit.workspace import Workspace

_OWNER: Final = Actor(id="owner", name="You")
"""Who the person at this computer is to the app, so that its Undo takes back what happens here."""


class DeclinedError(CareerKitError):
    """The person was asked, and said no."""

    def __init__(self) -> None:
        super().__init__("Nothing was changed, as you wish.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a change was asked of, and in which way."""

    folder: Path
    workspace: str
    yes: bool
    dry_run: bool
    as_json: bool


def asking(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command what every change can be asked with, handed over as one :class:`Asked`."""

    @workspace_argument
    @folder_option
    @click.option("--yes", is_flag=True, help="Go ahead without asking.")
    @click.option("--dry-run", is_flag=True, help="Only show what would change.")
    @json_option
    @wraps(command)
    def asked_for(**options: Any) -> None:  # noqa: ANN401 - click hands over each option by its name
        asked = Asked(**{one.name: options.pop(one.name) for one in fields(Asked)})
        command(asked, **options)

    return asked_for


def stamp_now() -> Stamp:
    """Return that the owner acts, now."""
    return Stamp(by=_OWNER, at=datetime.now(UTC))


def change(
    asked: Asked, store: "Store", plan: "Workspace", changes: Sequence[Change], *, lines: Sequence[str]
) -> None:
    """Show ``lines``, make ``changes`` of ``plan`` once they are confirmed, and answer."""
    show(asked, lines)
    if not changes or asked.dry_run:
        conclude(asked, lines, plan.revision)
        return
    _confirm(asked)
    workspace = store.apply(plan.id, changes, seen=plan.revision, commit_id=RandomIds().new())
    conclude(asked, lines, workspace.revision, done="Done. Undo in the app takes it back.")


def show(asked: Asked, lines: Sequence[str]) -> None:
    """Say what would change, on standard error where standard output is for a program."""
    for line in lines:
        say(line, aside=asked.as_json)


def conclude(asked: Asked, lines: Sequence[str], revision: int | None, *, done: str = "") -> None:
    """Answer with what is there now; ``done`` stays empty when nothing was changed."""
    if asked.as_json:
        answer(
            {
                "workspace": asked.workspace,
                "changed": bool(done),
                "dry_run": asked.dry_run,
                "revision": revision,
                "lines": list(lines),
            }
        )
    elif done or asked.dry_run:
        say(done or "This was only a look: nothing was changed.")


def _confirm(asked: Asked) -> None:
    if asked.yes:
        return
    if sys.stdin is None or not sys.stdin.isatty():
        raise click.UsageError("There is no terminal to ask at. Add --yes to go ahead, or --dry-run to look.")
    if not click.confirm("Go ahead?", err=True):
        raise DeclinedError
