"""Directions: the vision of seven years from now, and aspirations."""

from careerkit.aspirations.actions import (
    AspirationDraft,
    add_aspiration,
    archive_aspiration,
    edit_aspiration,
    edit_vision,
    restore_aspiration,
)
from careerkit.aspirations.checks import EntryGoneError, require_known, require_member
from careerkit.aspirations.model import (
    FIRST_YEAR,
    LAST_YEAR,
    VISION_PARTS,
    Aspiration,
    Mark,
    Vision,
    require_year,
)

__all__ = [
    "FIRST_YEAR",
    "LAST_YEAR",
    "VISION_PARTS",
    "Aspiration",
    "AspirationDraft",
    "EntryGoneError",
    "Mark",
    "Vision",
    "add_aspiration",
    "archive_aspiration",
    "edit_aspiration",
    "edit_vision",
    "require_known",
    "require_member",
    "require_year",
    "restore_aspiration",
]
