"""Needs: the pairs that are compared, the order that follows, and how far it can be trusted."""

from careerkit.needs.actions import (
    AssessmentNotFoundError,
    answer_pair,
    drop_assessment,
    start_assessment,
    undo_answer,
)
from careerkit.needs.model import Assessment, Need, PairAnswer, pair_key
from careerkit.needs.pairs import last_answer, next_pair, pair_order
from careerkit.needs.result import (
    Standing,
    circles,
    consistency_in_words,
    latest_result,
    made_at,
    need_order,
    open_assessment,
    results,
)
from careerkit.needs.scoring import circle, circular_triads, consistency, most_circles, wins_matrix

__all__ = [
    "Assessment",
    "AssessmentNotFoundError",
    "Need",
    "PairAnswer",
    "Standing",
    "answer_pair",
    "circle",
    "circles",
    "circular_triads",
    "consistency",
    "consistency_in_words",
    "drop_assessment",
    "last_answer",
    "latest_result",
    "made_at",
    "most_circles",
    "need_order",
    "next_pair",
    "open_assessment",
    "pair_key",
    "pair_order",
    "results",
    "start_assessment",
    "undo_answer",
    "wins_matrix",
]
