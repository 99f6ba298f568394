"""Interview answers: composed from the plan, reviewed before they are said."""

from careerkit.interview.actions import Choice, answer_to, compose_answer, edit_answer, is_edited
from careerkit.interview.applications import (
    add_application,
    archive_application,
    edit_application,
    restore_application,
)
from careerkit.interview.choice import (
    MOST,
    Missing,
    missing,
    private_titles,
    sayable_aspirations,
    sayable_goals,
    suggested,
)
from careerkit.interview.findings import AnswerReview, Finding, Severity, Stretch, stretches
from careerkit.interview.frames import Frame, FrameSet, Question, Section
from careerkit.interview.grammar import Words
from careerkit.interview.model import Answer, Application, Horizon, Origin, Sentence, answer_id
from careerkit.interview.origins import origins
from careerkit.interview.pace import Pace, spoken_length
from careerkit.interview.review import review_answer
from careerkit.interview.withdrawn import Withdrawn, take_out, withdrawn

__all__ = [
    "MOST",
    "Answer",
    "AnswerReview",
    "Application",
    "Choice",
    "Finding",
    "Frame",
    "FrameSet",
    "Horizon",
    "Missing",
    "Origin",
    "Pace",
    "Question",
    "Section",
    "Sentence",
    "Severity",
    "Stretch",
    "Withdrawn",
    "Words",
    "add_application",
    "answer_id",
    "answer_to",
    "archive_application",
    "compose_answer",
    "edit_answer",
    "edit_application",
    "is_edited",
    "missing",
    "origins",
    "private_titles",
    "restore_application",
    "review_answer",
    "sayable_aspirations",
    "sayable_goals",
    "spoken_length",
    "stretches",
    "suggested",
    "take_out",
    "withdrawn",
]
