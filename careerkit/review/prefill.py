"""What the plan already says about the year: the facts that stand above each question."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from careerkit.review.goal_facts import goal_facts
from careerkit.review.model import Prefill, Review
from careerkit.review.person_facts import balance_facts, lesson_facts, need_facts, satisfaction_facts
from careerkit.review.plan_facts import aspiration_facts, milestone_facts, next_milestone_facts
from careerkit.review.year_facts import strength_facts, trend_facts, win_facts, year_facts
from careerkit.review.year_in_plan import Facts, YearInPlan


def facts(shows: Prefill, plan: YearInPlan) -> Facts:
    """Return what the plan says, a line each: first a sum, then the entries it counts, never a guess.

    A plan that says nothing about it yet gives one sentence that says so, and helps to remember.
    """
    return _FACTS[shows](plan)


def facts_by_step(review: Review, plan: YearInPlan) -> dict[str, Facts]:
    """Return the facts of every step that has some, by step id."""
    found = {step.id: facts(step.shows, plan) for step in review.steps}
    return {step_id: lines for step_id, lines in found.items() if lines}


def _nothing(_plan: YearInPlan) -> Facts:
    return ()


_FACTS: Final[Mapping[Prefill, Callable[[YearInPlan], Facts]]] = MappingProxyType(
    {
        Prefill.NOTHING: _nothing,
        Prefill.NEEDS: need_facts,
        Prefill.ASPIRATIONS: aspiration_facts,
        Prefill.GOALS: goal_facts,
        Prefill.MILESTONES: milestone_facts,
        Prefill.NEXT_MILESTONES: next_milestone_facts,
        Prefill.YEAR: year_facts,
        Prefill.WINS: win_facts,
        Prefill.SATISFACTION: satisfaction_facts,
        Prefill.STRENGTHS: strength_facts,
        Prefill.TRENDS: trend_facts,
        Prefill.BALANCE: balance_facts,
        Prefill.LESSONS: lesson_facts,
    }
)
