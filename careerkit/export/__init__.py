"""Documents that people take with them: domain values in, text or bytes out."""

from careerkit.export.calendar import calendar_file
from careerkit.export.comparison_markdown import comparison_markdown, years_markdown
from careerkit.export.interview_markdown import (
    answer_markdown,
    answers_markdown,
    cues_markdown,
    research_markdown,
)
from careerkit.export.review_markdown import review_markdown
from careerkit.export.tables import goals_csv, milestones_csv

__all__ = [
    "answer_markdown",
    "answers_markdown",
    "calendar_file",
    "comparison_markdown",
    "cues_markdown",
    "goals_csv",
    "milestones_csv",
    "research_markdown",
    "review_markdown",
    "years_markdown",
]
