"""What can be brought in from other programs, and how each is read."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from careerkit.export import goals_csv, milestones_csv
from careerkit.intake import Intake, read_goals, read_milestones, read_trello
from careerkit.intake.json_text import MOST_BYTES as MOST_OF_BOARD
from careerkit.intake.table import MOST_BYTES as MOST_OF_TABLE
from careerkit.labels import Labelled
from careerkit.workspace import Workspace
from pages._ui.take_out import need_names_of

_MEGA: Final = 1_000_000
_TABLES: Final = ("csv", "tsv", "txt")


class Source(Labelled):
    """Where goals and milestones can come from."""

    GOALS = "goals", "Goals from a table"
    MILESTONES = "milestones", "Milestones from a table"
    TRELLO = "trello", "A Trello board"


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The form that the file of a source has.

    ``types`` are the ends of its name, ``most`` is its size in MB. ``reason`` says in the history where the
    entries came from; ``row`` and ``column`` name the place of a problem.
    """

    about: str
    reason: str
    types: tuple[str, ...] = _TABLES
    most: int = MOST_OF_TABLE // _MEGA
    row: str = "Row"
    column: str = "Column"


FORMS: Final = {
    Source.GOALS: Form(
        about="A CSV file with one goal a row, from a spreadsheet or another program. Only the title is "
        "needed; dates look like 2027-05-31.",
        reason="Brought in from a table of goals",
    ),
    Source.MILESTONES: Form(
        about="A CSV file with one milestone a row. Each needs a title, and a year or a date like "
        "2027-05-31.",
        reason="Brought in from a table of milestones",
    ),
    Source.TRELLO: Form(
        about="In Trello, open the board’s menu and choose “Print, export, and share”, then “Export as "
        "JSON”. Cards become goals, the items of their checklists milestones.",
        reason="Brought in from a Trello board",
        types=("json",),
        most=MOST_OF_BOARD // _MEGA,
        row="Card",
        column="Part",
    ),
}
"""The form of each source's file."""


def read_source(source: Source, data: bytes, plan: Workspace, *, today: date) -> Intake:
    """Return what a file would add to a plan.

    Raises :class:`~careerkit.intake.UnreadableFileError` for one that is not of the kind, or too large.
    """
    if source is Source.GOALS:
        return read_goals(data, plan, needs=need_names_of(plan))
    if source is Source.MILESTONES:
        return read_milestones(data, plan)
    return read_trello(data, plan, today=today)


def pattern_of(source: Source) -> bytes | None:
    """Return a table with the columns of a source and no rows; ``None`` for a source that is no table."""
    nobodys = Workspace(id="pattern", revision=0)
    if source is Source.GOALS:
        return goals_csv(nobodys, {})
    return milestones_csv(nobodys) if source is Source.MILESTONES else None
