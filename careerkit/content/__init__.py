"""Words and catalogues, kept in files beside the code and loaded into the types of the domain."""

from careerkit.content.demo import demo_changes
from careerkit.content.directions import directions, directions_for
from careerkit.content.frames import answer_frames
from careerkit.content.home import StepWords, next_step_words, start_steps
from careerkit.content.kin import posting_words, word_kin
from careerkit.content.needs import needs_catalogue, needs_words
from careerkit.content.paths import paths
from careerkit.content.questions import interview_questions
from careerkit.content.review import review_checklist

__all__ = [
    "StepWords",
    "answer_frames",
    "demo_changes",
    "directions",
    "directions_for",
    "interview_questions",
    "needs_catalogue",
    "needs_words",
    "next_step_words",
    "paths",
    "posting_words",
    "review_checklist",
    "start_steps",
    "word_kin",
]
