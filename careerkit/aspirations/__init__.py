"""Directions: the vision of seven years from now, and aspirations."""

from careerkit.aspirations.actions import (
    AspirationDraft,
    add_aspiration,
    archive_aspiration,
    edit_aspiration,
    edit_vision,
    restore_aspiration,
)
from careerkit.aspirations.model import (
    LAST_START,
    SPAN,
    VISION_PARTS,
    Aspiration,
    Vision,
)

__all__ = [
    "LAST_START",
    "SPAN",
    "VISION_PARTS",
    "Aspiration",
    "AspirationDraft",
    "Vision",
    "add_aspiration",
    "archive_aspiration",
    "edit_aspiration",
    "edit_vision",
    "restore_aspiration",
]
