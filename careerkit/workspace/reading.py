"""A plan as the review of one year reads it."""

from dataclasses import replace

from careerkit.review import YearInPlan
from careerkit.workspace.model import Workspace
from careerkit.workspace.plan_findings import PlanFindingKind, findings_now


def year_of(plan: Workspace, bare: YearInPlan) -> YearInPlan:
    """Return ``bare``, which has its year, day, zone, names and past, with all that ``plan`` says."""
    found = findings_now(plan, bare.read_on)
    full = {it.year: it.count for it in found if it.kind is PlanFindingKind.OVERLOAD and it.year}
    return replace(
        bare,
        assessments=plan.assessments,
        satisfactions=plan.satisfactions,
        strengths=plan.strengths,
        aspirations=plan.aspirations,
        goals=plan.goals,
        milestones=plan.milestones,
        checkins=plan.checkins,
        trends=plan.trends,
        fits=plan.fits,
        wins=plan.wins,
        quarter_checks=plan.quarter_checks,
        reviews=plan.reviews,
        full_years=full,
    )
