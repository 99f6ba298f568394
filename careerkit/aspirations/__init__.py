"""Directions: the vision of seven years from now, and aspirations."""

from careerkit.aspirations.actions import (
    AspirationDraft,
    add_aspiration,
    archive_aspiration,
    edit_aspiration,
    edit_vision,
    restore_aspiration,
)
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
from careerkit.aspirations.path import Path, PathGoal, Rung

__all__ = [
    "LAST_START",
    "SPAN",
    "VISION_PARTS",
    "Aspiration",
    "AspirationDraft",
    "LevelDraft",
    "LevelStep",
    "Path",
    "PathGoal",
    "Rung",
    "StepKind",
    "Vision",
    "add_aspiration",
    "archive_aspiration",
    "change_level",
    "edit_aspiration",
    "edit_vision",
    "restore_aspiration",
    "retire_aspiration",
]
