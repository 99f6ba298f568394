"""What all commands have in common: options, answers for people and programs, refusals in one sentence."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, NoReturn

import click

from careerkit.errors import CareerKitError

_MINE: Final = "mine"
"""The workspace of whoever sits at this computer, as the app calls it."""
_JSON: Final = "as_json"


class Command(click.Command):
    """A command that refuses in one sentence on standard error, or as JSON on standard output."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click has it
        """Run the command; refused on purpose, it ends with 1, asked wrongly with 2."""
        try:
            return super().invoke(ctx)
        except CareerKitError as error:
            refuse(ctx, error)
        except click.ClickException as error:
            if not ctx.params.get(_JSON):
                raise
            answer({"error": error.format_message(), "kind": type(error).__name__})
            ctx.exit(error.exit_code)


def refuse(ctx: click.Context, error: CareerKitError, *, code: int = 1) -> NoReturn:
    """End the command with the sentence of an error."""
    if ctx.params.get(_JSON):
        answer({"error": str(error), "kind": type(error).__name__})
    else:
        say(str(error), aside=True)
    ctx.exit(code)


def say(text: str, *, aside: bool = False) -> None:
    """Write a line for a person, ``aside`` to standard error; what would steer the terminal is left out."""
    click.echo("".join(letter if letter.isprintable() else "?" for letter in text), err=aside)


def answer(result: Mapping[str, Any]) -> None:
    """Write the one JSON object that a program asked for."""
    click.echo(json.dumps(result, indent=2))


def _folder(_: click.Context, __: click.Parameter, value: Path | None) -> Path:
    if value is not None:
        return value
    from careerkit.store import default_folder  # noqa: PLC0415 - a third of a second: not for --help

    return default_folder()


def workspace_id(_: click.Context, __: click.Parameter, value: str | tuple[str, ...]) -> str:
    """Return the workspace that was asked for, of an argument that takes one or none."""
    names = (value,) if isinstance(value, str) else value or (_MINE,)
    if len(names) > 1:
        raise click.UsageError(f"There is room for one workspace and one file, not for “{names[1]}” as well.")
    return names[0]


folder_option = click.option(
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    callback=_folder,
    help="The data folder; by default the one the app uses, which CAREERKIT_DATA names.",
)
json_option = click.option("--json", _JSON, is_flag=True, help="Answer with one JSON object.")
workspace_argument = click.argument("workspace", default=_MINE, callback=workspace_id)
