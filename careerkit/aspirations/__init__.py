"""Directions: the vision of seven years from now, and aspirations."""

from careerkit.aspirations.actions import (
    AspirationDraft,
    add_aspiration,
    archive_aspiration,
    drafted_aspiration,
    edit_aspiration,
    edit_vision,
    restore_aspiration,
)
from careerkit.aspirations.advice import LONGEST_READ, names_date_or_number, plain_title, reads_like_goal
from careerkit.aspirations.ladder import ProposedLevels, proposed_levels
from careerkit.aspirations.levels import LevelDraft, change_level, retire_aspiration
from careerkit.aspirations.model import (
    LAST_START,
    SPAN,
    VISION_PARTS,
    Aspiration,
    LevelStep,
    StepKind,
    Vision,
)
from careerkit.aspirations.path import LONGEST_ASPIRATION, Path, PathGoal, Rung

__all__ = [
    "LAST_START",
    "LONGEST_ASPIRATION",
    "LONGEST_READ",
    "SPAN",
    "VISION_PARTS",
    "Aspiration",
    "AspirationDraft",
    "LevelDraft",
    "LevelStep",
    "Path",
    "PathGoal",
    "ProposedLevels",
    "Rung",
    "StepKind",
    "Vision",
    "add_aspiration",
    "archive_aspiration",
    "change_level",
    "drafted_aspiration",
    "edit_aspiration",
    "edit_vision",
    "names_date_or_number",
    "plain_title",
    "proposed_levels",
    "reads_like_goal",
    "restore_aspiration",
    "retire_aspiration",
]
