"""The yearly review: its checklist, the facts it starts from, and the record it becomes."""

from careerkit.review.actions import (
    ReviewNotFoundError,
    answer_step,
    finish_review,
    set_review_aside,
    skip_step,
    start_review,
    take_up_review,
)
from careerkit.review.flow import (
    StepState,
    finished_reviews,
    first_open_step,
    minutes_left,
    next_review_on,
    open_review,
    set_aside_reviews,
    startable_years,
    state_of,
    steps_in,
)
from careerkit.review.model import FinishedReviewError, Prefill, Review, ReviewStep
from careerkit.review.prefill import Facts, YearInPlan, facts, facts_by_step
from careerkit.review.record import RecordEntry, record_entries

__all__ = [
    "Facts",
    "FinishedReviewError",
    "Prefill",
    "RecordEntry",
    "Review",
    "ReviewNotFoundError",
    "ReviewStep",
    "StepState",
    "YearInPlan",
    "answer_step",
    "facts",
    "facts_by_step",
    "finish_review",
    "finished_reviews",
    "first_open_step",
    "minutes_left",
    "next_review_on",
    "open_review",
    "record_entries",
    "set_aside_reviews",
    "set_review_aside",
    "skip_step",
    "start_review",
    "startable_years",
    "state_of",
    "steps_in",
    "take_up_review",
]
