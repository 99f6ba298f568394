"""The yearly review: its checklist, the facts it starts from, and the record it becomes."""

from careerkit.review.model import FinishedReviewError, Prefill, Review, ReviewStep

__all__ = ["FinishedReviewError", "Prefill", "Review", "ReviewStep"]
