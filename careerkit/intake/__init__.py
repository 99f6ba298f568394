"""Tables and boards of other programs, read into proposals; nothing is saved by reading."""

from careerkit.intake.csv_plan import read_goals, read_milestones
from careerkit.intake.proposal import Intake, RowProblem, UnreadableFileError, intake_changes
from careerkit.intake.trello import read_trello

__all__ = [
    "Intake",
    "RowProblem",
    "UnreadableFileError",
    "intake_changes",
    "read_goals",
    "read_milestones",
    "read_trello",
]
