"""The facts of a year's goals."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from careerkit.goals import OPEN, Goal, GoalStatus, measure_in_words
from careerkit.review.year_in_plan import Facts, YearInPlan, in_brief, present_in, titled
from careerkit.words import counted, day_in_words

_AS_LISTED: Final = (
    GoalStatus.DONE,
    GoalStatus.DOING,
    GoalStatus.PLANNED,
    GoalStatus.IDEA,
    GoalStatus.DROPPED,
)


def goals_of_year(plan: YearInPlan) -> list[Goal]:
    """Return the goals that were due in the year: those that are, and those that it left to a later one."""
    return [*_due(plan), *_moved(plan)]


def sum_of_goals(plan: YearInPlan) -> str:
    """Return how many goals were due in the year, and what has become of them."""
    due, moved = _due(plan), _moved(plan)
    if not due and not moved:
        return f"No goals due in {plan.year}."
    tally = Counter(goal.status for goal in due)
    parts = [f"{tally[status]} {status.label.lower()}" for status in _AS_LISTED if tally[status]]
    parts += [f"{len(moved)} moved"] if moved else []
    total = counted(len(due) + len(moved), "goal", "goals")
    return f"{total} due in {plan.year}: {', '.join(parts)}."


def met_besides(plan: YearInPlan) -> list[Goal]:
    """Return the goals that were met in the year without being due in it."""
    met = [goal for goal in _not_due(plan) if goal.status is GoalStatus.DONE]
    return [goal for goal in met if goal.id in plan.past.goals_met]


def dropped_besides(plan: YearInPlan) -> list[Goal]:
    """Return the goals that were dropped in the year without being due in it."""
    dropped = [goal for goal in _not_due(plan) if goal.status is GoalStatus.DROPPED]
    return [goal for goal in dropped if goal.id in plan.past.goals_dropped]


def goal_facts(plan: YearInPlan) -> Facts:
    """Return the goals of the year, those still open from other years, and what was settled besides."""
    goals = present_in(plan.goals)
    if not goals:
        return ("There are no goals in your plan yet. What did you set out to do, written down or not?",)
    moved = _moved(plan)
    still = [goal for goal in goals if goal.status in OPEN and goal not in moved]
    dated = [(goal.due.year, goal) for goal in still if goal.due is not None]
    return (
        sum_of_goals(plan),
        *_listed(_due(plan), plan),
        *(f"Moved to {goal.due.year}: {titled(goal.title, goal.mark)}" for goal in moved if goal.due),
        *_section([it for year, it in dated if year < plan.year], "still open from earlier years", plan),
        *_section([it for year, it in dated if year > plan.year], "due later", plan),
        *_section([it for it in still if it.due is None], "without a date", plan, noun=("idea", "ideas")),
        *_section(met_besides(plan), f"met in {plan.year} without being due in it", plan),
        *_section(dropped_besides(plan), f"dropped in {plan.year} without being due in it", plan),
    )


def _section(
    goals: list[Goal], what: str, plan: YearInPlan, *, noun: tuple[str, str] = ("goal", "goals")
) -> Facts:
    return (f"{counted(len(goals), *noun)} {what}:", *_listed(goals, plan)) if goals else ()


def _listed(goals: Iterable[Goal], plan: YearInPlan) -> Iterator[str]:
    ordered = sorted(goals, key=lambda goal: (_AS_LISTED.index(goal.status), goal.due or date.max))
    return (_goal(goal, plan) for goal in ordered)


def _goal(goal: Goal, plan: YearInPlan) -> str:
    parts = [f"{goal.status.label}: {titled(goal.title, goal.mark)}"]
    if goal.measure is not None:
        parts.append(measure_in_words(goal.measure))
    if goal.due is not None:
        parts.append(f"due {day_in_words(goal.due)}")
    reason = plan.past.goals_dropped.get(goal.id)
    if reason and goal.status is GoalStatus.DROPPED:
        parts.append(f"reason: {in_brief(reason)}")
    return " · ".join(parts)


def _due(plan: YearInPlan) -> list[Goal]:
    return [goal for goal in present_in(plan.goals) if goal.due and goal.due.year == plan.year]


def _not_due(plan: YearInPlan) -> list[Goal]:
    return [goal for goal in present_in(plan.goals) if not goal.due or goal.due.year != plan.year]


def _moved(plan: YearInPlan) -> list[Goal]:
    """Return the open goals that the year left to a later one; a settled one counts as what it is."""
    known = [goal for goal in present_in(plan.goals) if goal.id in plan.past.goals_moved]
    return [goal for goal in known if goal.status in OPEN and goal.due and goal.due.year > plan.year]
