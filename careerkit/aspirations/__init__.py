"""Directions: the vision of seven years from now, and aspirations."""

from careerkit.aspirations.actions import (
    AspirationDraft,
    add_aspiration,
    archive_aspiration,
    edit_aspiration,
    edit_vision,
    restore_aspiration,
)
from careerkit.aspirations.checks import (
    EntryGoneError,
    kept_links,
    present_entry,
    present_ids,
    require_member,
    restored_entry,
)
from careerkit.aspirations.model import (
    LAST_START,
    SPAN,
    VISION_PARTS,
    Aspiration,
    Mark,
    Vision,
)

__all__ = [
    "LAST_START",
    "SPAN",
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
    "kept_links",
    "present_entry",
    "present_ids",
    "require_member",
    "restore_aspiration",
    "restored_entry",
]
