"""Interview answers: composed from the plan, reviewed before they are said."""

from careerkit.interview.actions import (
    Choice,
    add_application,
    answer_to,
    archive_application,
    compose_answer,
    edit_answer,
    edit_application,
    is_edited,
    restore_application,
)
from careerkit.interview.choice import (
    MOST,
    Missing,
    is_sayable,
    missing,
    private_titles,
    sayable_aspirations,
    sayable_goals,
    suggested,
)
from careerkit.interview.compose import Material, answer_text, compose
from careerkit.interview.findings import AnswerReview, Finding, Severity, Stretch, stretches
from careerkit.interview.frames import Frame, FrameSet, Question, Section
from careerkit.interview.grammar import Words
from careerkit.interview.model import Answer, Application, Horizon, Origin, Sentence
from careerkit.interview.origins import origins
from careerkit.interview.pace import Pace, spoken_length
from careerkit.interview.review import review_answer

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
    "Material",
    "Missing",
    "Origin",
    "Pace",
    "Question",
    "Section",
    "Sentence",
    "Severity",
    "Stretch",
    "Words",
    "add_application",
    "answer_text",
    "answer_to",
    "archive_application",
    "compose",
    "compose_answer",
    "edit_answer",
    "edit_application",
    "is_edited",
    "is_sayable",
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
]
