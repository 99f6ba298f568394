"""Directions: the vision of seven years from now, and aspirations."""

from careerkit.aspirations.model import (
    FIRST_YEAR,
    LAST_YEAR,
    VISION_PARTS,
    Aspiration,
    Mark,
    Vision,
    require_year,
)

__all__ = ["FIRST_YEAR", "LAST_YEAR", "VISION_PARTS", "Aspiration", "Mark", "Vision", "require_year"]
