"""What the plan as a whole lacks, or has too much of. Every number here is a house rule."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from careerkit.aspirations import SPAN
from careerkit.goals import OPEN, Goal, GoalStatus
from careerkit.needs import first_needs as first_needs_of
from careerkit.needs import latest_result, need_order
from careerkit.workspace.model import Workspace, present
from careerkit.workspace.served import aspirations_served, goals_served

LIMIT: Final = 12
"""A year whose load is above this holds a lot: as much as six goals due, or twelve light milestones."""
LIMIT_WITH_BALANCE: Final = 8
"""The same for a person who puts Balance among their first needs: two thirds of it."""
GOAL_WEIGHT: Final = 2
"""What an open goal adds to the year it is due in; a milestone adds its own weight, 1 to 5."""
FIRST_RANKS: Final = 3
"""Up to this rank, a need is among the first."""
BALANCE: Final = "balance"
"""The id of the need for balance, as it is stored and as the catalogue of needs names it."""


class PlanFindingKind(StrEnum):
    """What can be pointed out about a plan, in the order in which it is."""

    FIRST_NEED_UNSERVED = "first-need-unserved"
    OVERLOAD = "overload"
    EMPTY_YEAR = "empty-year"
    ORPHAN_ASPIRATION = "orphan-aspiration"
    ORPHAN_GOAL = "orphan-goal"
    ORPHAN_MILESTONE = "orphan-milestone"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFinding:
    """One thing to point out.

    ``entry_id`` names the aspiration, goal or milestone that serves nothing, or the need that nothing serves;
    ``year`` the year that is empty or too full. ``count`` is the load of a full year, and ``with_balance``
    says that the lower limit was applied to it.
    """

    kind: PlanFindingKind
    entry_id: str = ""
    year: int | None = None
    count: int = 0
    with_balance: bool = False


def plan_findings(
    plan: Workspace, *, first_needs: Sequence[str], balance_rank: int | None, today: date
) -> tuple[PlanFinding, ...]:
    """Return what to point out about a plan, by kind, years in order and entries in the order of the plan.

    ``first_needs`` are the ids of the needs that come first, ``balance_rank`` is the rank of Balance, from 1,
    or ``None`` when it is not known. It takes one pass over each collection. The seven years begin with the
    vision, or with this year while there is none; years that are over are left alone.
    """
    return (
        *_unserved_needs(plan, first_needs),
        *_full_years(plan, balance_rank, today),
        *_empty_years(plan, today),
        *_orphans(plan),
    )


def findings_now(plan: Workspace, today: date) -> tuple[PlanFinding, ...]:
    """Return :func:`plan_findings` with the order of needs that the latest comparison gave, if there is one.

    Needs that are hidden since are left out.
    """
    result = latest_result(plan.assessments)
    if result is None:
        return plan_findings(plan, first_needs=(), balance_rank=None, today=today)
    hidden = {id_ for id_, need in plan.needs.items() if need.hidden or need.archived}
    ranks = {it.need: it.rank for it in need_order(result) if it.need not in hidden}
    first = [need for need in first_needs_of(result, FIRST_RANKS) if need not in hidden]
    return plan_findings(plan, first_needs=first, balance_rank=ranks.get(BALANCE), today=today)


def year_load(plan: Workspace, year: int) -> int:
    """Return how much is still to be done in a year: weights of open milestones, and 2 for each goal due.

    Unit: weight of milestones. Range: 0 (nothing open) upwards. Archived entries, milestones and goals that
    are done, and dropped goals add nothing. Source: house rule.
    """
    return _loads(plan)[year]


def _loads(plan: Workspace) -> Counter[int]:
    loads: Counter[int] = Counter()
    for milestone in present(plan.milestones).values():
        loads[milestone.year] += 0 if milestone.done else milestone.weight
    for goal in present(plan.goals).values():
        if goal.due is not None and goal.status in OPEN:
            loads[goal.due.year] += GOAL_WEIGHT
    return loads


def _full_years(plan: Workspace, balance_rank: int | None, today: date) -> Iterator[PlanFinding]:
    with_balance = balance_rank is not None and 1 <= balance_rank <= FIRST_RANKS
    limit = LIMIT_WITH_BALANCE if with_balance else LIMIT
    for year, load in sorted(_loads(plan).items()):
        if year >= today.year and load > limit:
            yield PlanFinding(kind=PlanFindingKind.OVERLOAD, year=year, count=load, with_balance=with_balance)


def _empty_years(plan: Workspace, today: date) -> Iterator[PlanFinding]:
    start = plan.vision.start_year if plan.vision else today.year
    taken = {milestone.year for milestone in present(plan.milestones).values()}
    taken |= {
        goal.due.year
        for goal in present(plan.goals).values()
        if goal.due is not None and goal.status is not GoalStatus.DROPPED
    }
    for year in range(max(start, today.year), start + SPAN):
        if year not in taken:
            yield PlanFinding(kind=PlanFindingKind.EMPTY_YEAR, year=year)


def _orphans(plan: Workspace) -> Iterator[PlanFinding]:
    for aspiration in present(plan.aspirations).values():
        if not aspiration.needs:
            yield PlanFinding(kind=PlanFindingKind.ORPHAN_ASPIRATION, entry_id=aspiration.id)
    for goal in _open_goals(plan):
        if not goal.needs and not any(aspirations_served(plan, goal)):
            yield PlanFinding(kind=PlanFindingKind.ORPHAN_GOAL, entry_id=goal.id)
    for milestone in present(plan.milestones).values():
        if not milestone.done and not any(goals_served(plan, milestone)):
            yield PlanFinding(kind=PlanFindingKind.ORPHAN_MILESTONE, entry_id=milestone.id)


def _unserved_needs(plan: Workspace, first_needs: Sequence[str]) -> Iterator[PlanFinding]:
    served = {need for entry in present(plan.aspirations).values() for need in entry.needs}
    served |= {need for goal in _open_goals(plan) for need in goal.needs}
    for need in first_needs:
        if need not in served:
            yield PlanFinding(kind=PlanFindingKind.FIRST_NEED_UNSERVED, entry_id=need)


def _open_goals(plan: Workspace) -> Iterator[Goal]:
    return (goal for goal in present(plan.goals).values() if goal.status in OPEN)
