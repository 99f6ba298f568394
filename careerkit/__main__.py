"""Run the command line: ``python -m careerkit``."""

import io
import sys

import click

from careerkit.command_line.check import verify
from careerkit.command_line.copies import backup, restore
from careerkit.command_line.export import export
from careerkit.command_line.take_in import take_in

_NAME = "python -m careerkit"


@click.group(commands=[verify, backup, restore, export, take_in])
def careerkit() -> None:
    """Look after your careerkit data without a browser, even while the app runs.

    WORKSPACE is “mine” where none is named. Every command answers with one JSON object when asked with
    --json, and ends with 0 when all is well, 1 when not, and 2 when it was asked in a way it cannot answer.
    """


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that lacks a letter gets another, no traceback
    careerkit(prog_name=_NAME)
