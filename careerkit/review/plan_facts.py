"""The facts of a year's aspirations and milestones."""

from collections.abc import Iterable, Iterator

from careerkit.aspirations import Aspiration, StepKind
from careerkit.goals import GoalStatus, Milestone
from careerkit.labels import Mark
from careerkit.review.kept_private import with_mark
from careerkit.review.year_in_plan import Facts, YearInPlan, present_in, titled
from careerkit.words import counted, day_in_words, joined


def aspiration_facts(plan: YearInPlan) -> Facts:
    """Return the aspirations with what they serve and what serves them, and those retired in the year."""
    present = present_in(plan.aspirations)
    retired = [it for it in plan.aspirations.values() if it.archived and _retired(it, plan)]
    if not present and not retired:
        return (
            "There is no aspiration in your plan yet. Where would you like to be heading, however vaguely?",
        )
    return (
        f"Your plan has {counted(len(present), 'aspiration', 'aspirations')}.",
        *(_aspiration(aspiration, plan) for aspiration in present),
        *(f"Retired in {plan.year}: {titled(it.title, it.mark)}" for it in retired),
    )


def milestones_of_year(plan: YearInPlan) -> list[Milestone]:
    """Return the milestones planned for the year: those that are, and those that it left to a later one."""
    return [*_of_year(plan, plan.year), *_moved(plan)]


def sum_of_milestones(plan: YearInPlan) -> str:
    """Return how many milestones were planned for the year, and what has become of them."""
    planned, moved = _of_year(plan, plan.year), _moved(plan)
    if not planned and not moved:
        return f"No milestones planned for {plan.year}."
    done = sum(milestone.done for milestone in planned)
    total = counted(len(planned) + len(moved), "milestone", "milestones")
    also = f"{len(moved)} moved, " if moved else ""
    return f"{total} planned for {plan.year}: {done} done, {also}{len(planned) - done} open."


def milestone_facts(plan: YearInPlan) -> Facts:
    """Return the milestones of the year: done, moved to a later one, and open."""
    planned = _of_year(plan, plan.year)
    return (
        sum_of_milestones(plan),
        *milestone_lines((it for it in planned if it.done), plan),
        *(f"Moved to {it.year}: {_titled(it, plan)}" for it in _moved(plan)),
        *milestone_lines((it for it in planned if not it.done), plan),
    )


def next_milestone_facts(plan: YearInPlan) -> Facts:
    """Return what is planned for the year after, and what the year leaves open."""
    following = plan.year + 1
    planned = _of_year(plan, following)
    left = [milestone for milestone in _of_year(plan, plan.year) if not milestone.done]
    head = (
        f"{counted(len(planned), 'milestone', 'milestones')} planned for {following} so far:"
        if planned
        else f"Nothing planned yet for {following}. Two or three things are plenty to begin with."
    )
    still = (f"{counted(len(left), 'milestone', 'milestones')} of {plan.year} still open:",) if left else ()
    return (head, *milestone_lines(planned, plan), *still, *milestone_lines(left, plan))


def milestone_lines(milestones: Iterable[Milestone], plan: YearInPlan) -> Iterator[str]:
    """Yield each milestone as it stands in a list, like: Done: Enrol (qualification).

    One that serves nothing but what is kept private is so itself.
    """
    for it in milestones:
        yield f"{'Done' if it.done else 'Open'}: {_titled(it, plan)}"


def _aspiration(aspiration: Aspiration, plan: YearInPlan) -> str:
    goals = [goal for goal in present_in(plan.goals) if aspiration.id in goal.aspirations]
    done = sum(goal.status is GoalStatus.DONE for goal in goals)
    parts = [titled(aspiration.title, aspiration.mark)]
    if aspiration.needs:
        parts.append(f"serves {joined(plan.called(aspiration.needs))}")
    parts.append(f"{counted(len(goals), 'goal', 'goals')}{f', {done} done' if goals else ''}")
    parts += [
        f"{step.kind.label.lower()} on {day_in_words(plan.day_of(step.at))} to “{step.after}”"
        for step in aspiration.steps
        if plan.day_of(step.at).year == plan.year and step.kind is not StepKind.RETIRE
    ]
    return " · ".join(parts)


def _retired(aspiration: Aspiration, plan: YearInPlan) -> bool:
    last = aspiration.steps[-1] if aspiration.steps else None
    return last is not None and last.kind is StepKind.RETIRE and plan.day_of(last.at).year == plan.year


def _titled(milestone: Milestone, plan: YearInPlan) -> str:
    served = [plan.goals.get(id_) or plan.aspirations.get(id_) for id_ in milestone.goals]
    private = {entry.mark for entry in served if entry} == {Mark.PRIVATE}
    return with_mark(f"{milestone.title} ({milestone.kind.label.lower()})", private=private)


def _of_year(plan: YearInPlan, year: int) -> list[Milestone]:
    return [milestone for milestone in present_in(plan.milestones) if milestone.year == year]


def _moved(plan: YearInPlan) -> list[Milestone]:
    known = [it for it in present_in(plan.milestones) if it.id in plan.past.milestones_moved]
    return [milestone for milestone in known if milestone.year > plan.year]
