"""What the plan already says about the year: the facts that stand above each question."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, tzinfo
from types import MappingProxyType
from typing import Final, TypeAlias, TypeVar

from careerkit.aspirations import Aspiration
from careerkit.goals import Goal, GoalStatus, Milestone, measure_in_words
from careerkit.labels import Mark
from careerkit.needs import Assessment, latest_result, made_at, need_order
from careerkit.review.model import Prefill, Review
from careerkit.words import counted, day_in_words, joined, number_in_words

Facts: TypeAlias = tuple[str, ...]
E = TypeVar("E", Aspiration, Goal, Milestone)
_UNDER_WAY: Final = (GoalStatus.IDEA, GoalStatus.PLANNED, GoalStatus.DOING)
_AS_LISTED: Final = (
    GoalStatus.DONE,
    GoalStatus.DOING,
    GoalStatus.PLANNED,
    GoalStatus.IDEA,
    GoalStatus.DROPPED,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class YearInPlan:
    """A plan as the review of ``year`` reads it; archived entries are left out.

    ``need_names`` says how each need is called, by its id; ``zone`` is where the person is.
    """

    year: int
    zone: tzinfo = UTC
    need_names: Mapping[str, str] = field(default_factory=dict)
    assessments: Mapping[str, Assessment] = field(default_factory=dict)
    aspirations: Mapping[str, Aspiration] = field(default_factory=dict)
    goals: Mapping[str, Goal] = field(default_factory=dict)
    milestones: Mapping[str, Milestone] = field(default_factory=dict)

    def called(self, needs: Iterable[str]) -> list[str]:
        """Return the names of needs in the order of ``need_names``; an unknown id stands for itself."""
        order = list(self.need_names)
        known = {need: at for at, need in enumerate(order)}
        ranked = sorted(needs, key=lambda need: (known.get(need, len(order)), need))
        return [self.need_names.get(need, need) for need in ranked]


def facts(shows: Prefill, plan: YearInPlan) -> Facts:
    """Return what the plan says, a line each: first a sum, then the entries it counts, never a guess."""
    return _FACTS[shows](plan)


def facts_by_step(review: Review, plan: YearInPlan) -> dict[str, Facts]:
    """Return the facts of every step that has some, by step id."""
    found = {step.id: facts(step.shows, plan) for step in review.steps}
    return {step_id: lines for step_id, lines in found.items() if lines}


def _nothing(_plan: YearInPlan) -> Facts:
    return ()


def _needs(plan: YearInPlan) -> Facts:
    newest = latest_result(plan.assessments)
    if newest is None:
        return ("You have not compared your needs yet.",)
    lines = (
        f"{standing.rank}. {plan.need_names.get(standing.need, standing.need)}, "
        f"kept in {number_in_words(standing.kept)} of {counted(standing.of, 'pair', 'pairs')}"
        for standing in need_order(newest)
    )
    return (f"Your order on {day_in_words(made_at(newest).astimezone(plan.zone).date())}:", *lines)


def _aspirations(plan: YearInPlan) -> Facts:
    present = _present(plan.aspirations)
    if not present:
        return ("There is no aspiration in your plan yet.",)
    return (
        f"Your plan has {counted(len(present), 'aspiration', 'aspirations')}.",
        *(_aspiration(aspiration, plan) for aspiration in present),
    )


def _aspiration(aspiration: Aspiration, plan: YearInPlan) -> str:
    goals = [goal for goal in _present(plan.goals) if aspiration.id in goal.aspirations]
    done = sum(goal.status is GoalStatus.DONE for goal in goals)
    parts = [f"{aspiration.title}{_private(aspiration.mark)}"]
    if aspiration.needs:
        parts.append(f"serves {joined(plan.called(aspiration.needs))}")
    parts.append(f"{counted(len(goals), 'goal', 'goals')}{f', {done} done' if goals else ''}")
    return " · ".join(parts)


def _goals(plan: YearInPlan) -> Facts:
    present = _present(plan.goals)
    dated = [(goal.due.year, goal) for goal in present if goal.due is not None]
    due = [goal for year, goal in dated if year == plan.year]
    earlier = [goal for year, goal in dated if year < plan.year and goal.status in _UNDER_WAY]
    later = [goal for year, goal in dated if year > plan.year and goal.status in _UNDER_WAY]
    undated = [goal for goal in present if goal.due is None and goal.status is GoalStatus.IDEA]
    return (
        _sum_of_goals(due, plan.year),
        *_listed(due),
        *_section(earlier, ("goal", "goals"), "still open from earlier years"),
        *_section(later, ("goal", "goals"), "due later"),
        *_section(undated, ("idea", "ideas"), "without a date"),
    )


def _sum_of_goals(due: list[Goal], year: int) -> str:
    if not due:
        return f"No goals due in {year}."
    tally = Counter(goal.status for goal in due)
    parts = [f"{tally[status]} {status.label.lower()}" for status in _AS_LISTED if tally[status]]
    return f"{counted(len(due), 'goal', 'goals')} due in {year}: {', '.join(parts)}."


def _section(goals: list[Goal], noun: tuple[str, str], what: str) -> Facts:
    return (f"{counted(len(goals), *noun)} {what}:", *_listed(goals)) if goals else ()


def _listed(goals: Iterable[Goal]) -> Facts:
    ordered = sorted(goals, key=lambda goal: (_AS_LISTED.index(goal.status), goal.due or date.max))
    return tuple(_goal(goal) for goal in ordered)


def _goal(goal: Goal) -> str:
    parts = [f"{goal.status.label}: {goal.title}{_private(goal.mark)}"]
    if goal.measure is not None:
        parts.append(measure_in_words(goal.measure))
    if goal.due is not None:
        parts.append(f"due {day_in_words(goal.due)}")
    return " · ".join(parts)


def _milestones(plan: YearInPlan) -> Facts:
    planned = _of_year(plan, plan.year)
    if not planned:
        return (f"No milestones planned for {plan.year}.",)
    done = sum(milestone.done for milestone in planned)
    total = counted(len(planned), "milestone", "milestones")
    head = f"{total} planned for {plan.year}: {done} done, {len(planned) - done} open."
    return (head, *(_milestone(milestone) for milestone in sorted(planned, key=lambda it: not it.done)))


def _next_milestones(plan: YearInPlan) -> Facts:
    following = plan.year + 1
    planned = _of_year(plan, following)
    left = [milestone for milestone in _of_year(plan, plan.year) if not milestone.done]
    head = (
        f"{counted(len(planned), 'milestone', 'milestones')} planned for {following} so far:"
        if planned
        else f"Nothing planned yet for {following}."
    )
    still = (f"{counted(len(left), 'milestone', 'milestones')} of {plan.year} still open:",) if left else ()
    return (head, *map(_milestone, planned), *still, *map(_milestone, left))


def _of_year(plan: YearInPlan, year: int) -> list[Milestone]:
    return [milestone for milestone in _present(plan.milestones) if milestone.year == year]


def _milestone(milestone: Milestone) -> str:
    return f"{'Done' if milestone.done else 'Open'}: {milestone.title} ({milestone.kind.label.lower()})"


def _private(mark: Mark) -> str:
    return " (kept private)" if mark is Mark.PRIVATE else ""


def _present(collection: Mapping[str, E]) -> list[E]:
    return [entity for entity in collection.values() if not entity.archived]


_FACTS: Final[Mapping[Prefill, Callable[[YearInPlan], Facts]]] = MappingProxyType(
    {
        Prefill.NOTHING: _nothing,
        Prefill.NEEDS: _needs,
        Prefill.ASPIRATIONS: _aspirations,
        Prefill.GOALS: _goals,
        Prefill.MILESTONES: _milestones,
        Prefill.NEXT_MILESTONES: _next_milestones,
    }
)
