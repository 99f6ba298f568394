"""What a file of another program would add to a plan: shown first, saved only when the person says so."""

from dataclasses import dataclass

from careerkit.change import Change, Stamp, created
from careerkit.errors import CareerKitError
from careerkit.goals import Goal, Milestone


class UnreadableFileError(CareerKitError):
    """A file is not what it should be, as a whole; the message says what it is instead and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowProblem:
    """Why one row of a file stays out.

    ``row`` counts as a spreadsheet does, the header is 1; of a board it is the place of the card, from 1.
    ``column`` is empty when the row as a whole is meant.
    """

    row: int
    column: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What was found in a file.

    ``goals`` and ``milestones`` are new. ``known`` counts entries that the plan has already, ``differing``
    those of them with other values in the file: the plan's stay. ``problems`` are rows that stay out,
    ``notes`` sentences about what came in differently.
    """

    goals: tuple[Goal, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    problems: tuple[RowProblem, ...] = ()
    known: int = 0
    differing: int = 0
    ignored_columns: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def intake_changes(intake: Intake, *, stamp: Stamp, reason: str = "") -> list[Change]:
    """Return the changes that add what is new in a file: goals first, as milestones point at them."""
    entries: list[Goal | Milestone] = [*intake.goals, *intake.milestones]
    return [created(entry, stamp=stamp, reason=reason) for entry in entries]
