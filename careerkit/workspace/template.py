"""Templates: what of one person's plan another person could start from, and how it comes into a plan.

What a template keeps of an entry is named here field by field, so that whatever an entry may hold one day
stays behind until somebody decides otherwise.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Final, TypeVar

from careerkit.aspirations import VISION_PARTS, Aspiration, Vision
from careerkit.change import Change, Stamp, created, updates
from careerkit.goals import Goal, GoalStatus, Milestone
from careerkit.labels import Mark
from careerkit.moments import FIRST_YEAR, LAST_YEAR, in_year
from careerkit.text import is_blank
from careerkit.workspace.additions import additions
from careerkit.workspace.model import Workspace, present
from careerkit.workspace.nouns import entries_in_words

E = TypeVar("E", Aspiration, Goal)

TEMPLATE_ID: Final = "template"
"""The id of the workspace that a template is: it says nothing of the one it was made of."""


def template_of(plan: Workspace, *, needs: Collection[str]) -> Workspace:
    """Return what another person could start from: as if nothing of it had begun, and nothing private in it.

    It has the vision, and those aspirations and goals that may be said and are neither archived nor dropped.
    A milestone is in it when it serves one of these goals and nothing private. ``needs`` are the ids of the
    product's needs: links to others are left out. So is all that tells how the person is doing.
    """
    aspirations = {it.id: _bare_aspiration(it, needs) for it in _sayable(plan.aspirations)}
    goals = {
        it.id: _bare_goal(it, aspirations, needs)
        for it in _sayable(plan.goals)
        if it.status is not GoalStatus.DROPPED
    }
    milestones = [_bare_milestone(it, goals) for it in _milestones_to_give(plan, goals)]
    vision = plan.vision
    return Workspace(
        id=TEMPLATE_ID,
        revision=1,
        visions={vision.id: vision} if vision else {},
        aspirations=aspirations,
        goals=goals,
        milestones=_with_whole_series(milestones),
    )


def template_changes(
    plan: Workspace, template: Workspace, *, start_year: int, stamp: Stamp, reason: str = ""
) -> list[Change]:
    """Return the changes that add a template to a plan, with its first year moved to ``start_year``.

    Entries get ids that follow from those of the template and of the plan, so that a template that is added
    twice adds nothing. Of the vision only parts that are empty are filled in. What would leave the years a
    plan can speak of loses its date, and a milestone is left out. Anything that a file holds beyond a
    template is left out as well. Raises :class:`~careerkit.errors.InvalidValueError` for a start year out of
    reach.
    """
    first = Vision(start_year=start_year)  # refuses a year out of reach
    bare = template_of(template, needs=_needs_named(template))
    moved = _moved(bare, start_year - _first_year(bare, start_year))
    return [
        *_vision_changes(plan.vision, bare.vision, first, stamp, reason),
        *additions(plan, moved, stamp=stamp, reason=reason),
    ]


def template_in_words(template: Workspace) -> list[str]:
    """Return what a template has, a part each, like: a vision, 3 aspirations, 6 goals, 10 milestones."""
    vision = template.vision
    says_something = vision is not None and any(getattr(vision, part) for part in VISION_PARTS)
    kinds = (Aspiration.KIND, Goal.KIND, Milestone.KIND)
    counts = {kind: len(template.collection(kind)) for kind in kinds}
    return [
        *(["a vision"] if says_something else []),
        *(entries_in_words(kind, count) for kind, count in counts.items() if count),
    ]


def _needs_named(template: Workspace) -> set[str]:
    entries: list[Aspiration | Goal] = [*template.aspirations.values(), *template.goals.values()]
    return {need for it in entries for need in it.needs}


def _sayable(collection: Mapping[str, E]) -> list[E]:
    return [it for it in present(collection).values() if it.mark is Mark.SAY]


def _bare_aspiration(it: Aspiration, needs: Collection[str]) -> Aspiration:
    return Aspiration(
        id=it.id,
        title=it.title,
        why=it.why,
        needs=it.needs & frozenset(needs),
        path=it.path,
        level=it.level,
        next_level=it.next_level,
    )


def _bare_goal(it: Goal, aspirations: Collection[str], needs: Collection[str]) -> Goal:
    return Goal(
        id=it.id,
        title=it.title,
        why=it.why,
        first_step=it.first_step,
        measure=it.measure and replace(it.measure, current=it.measure.start),
        due=it.due,
        aspirations=it.aspirations & frozenset(aspirations),
        needs=it.needs & frozenset(needs),
        status=_status(it.due),
        yes_no=it.yes_no,
        if_then=it.if_then,
    )


def _status(due: date | None) -> GoalStatus:
    return GoalStatus.IDEA if due is None else GoalStatus.PLANNED


def _milestones_to_give(plan: Workspace, goals: Mapping[str, Goal]) -> list[Milestone]:
    """Return the present milestones that serve one of ``goals`` and nothing private.

    An id of a private entry is private in whichever collection it is, as goals and aspirations swap places.
    """
    entries: list[Aspiration | Goal] = [*plan.goals.values(), *plan.aspirations.values()]
    private = {it.id for it in entries if it.mark is Mark.PRIVATE} - goals.keys()
    shown = present(plan.milestones).values()
    return [it for it in shown if it.goals & goals.keys() and not it.goals & private]


def _bare_milestone(it: Milestone, goals: Collection[str]) -> Milestone:
    return Milestone(
        id=it.id,
        title=it.title,
        year=it.year,
        kind=it.kind,
        goals=it.goals & frozenset(goals),
        weight=it.weight,
        on=it.on,
        series=it.series,
    )


def _with_whole_series(milestones: Iterable[Milestone]) -> dict[str, Milestone]:
    """Return milestones by id; a series whose first one is not among them begins with the next that is."""
    kept = {it.id: it for it in milestones}
    begins: dict[str, str] = {}
    for it in kept.values():
        if it.series:
            begins.setdefault(it.series, it.series if it.series in kept else it.id)
    return {id_: replace(it, series=begins.get(it.series, "")) for id_, it in kept.items()}


def _first_year(template: Workspace, otherwise: int) -> int:
    """Return the year that a template counts from: that of its vision, else the earliest it names."""
    if template.vision is not None:
        return template.vision.start_year
    years = [it.year for it in template.milestones.values()]
    years += [it.due.year for it in template.goals.values() if it.due is not None]
    return min(years, default=otherwise)


def _moved(template: Workspace, by: int) -> Workspace:
    """Return the aspirations, goals and milestones of a template, each so many years later."""
    goals = {}
    for it in template.goals.values():
        due = _later(it.due, by)
        goals[it.id] = replace(it, due=due, status=_status(due))
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    milestones = [
        replace(it, year=it.year + by, on=_later(it.on, by))
        for it in template.milestones.values()
        if it.year + by in years
    ]
    return replace(template, visions={}, goals=goals, milestones=_with_whole_series(milestones))


def _later(day: date | None, by: int) -> date | None:
    if day is None or not FIRST_YEAR <= day.year + by <= LAST_YEAR:
        return None
    return in_year(day, day.year + by)


def _vision_changes(
    ours: Vision | None, theirs: Vision | None, first: Vision, stamp: Stamp, reason: str
) -> list[Change]:
    if theirs is None:
        return []
    old = first if ours is None else ours
    empty = [part for part in VISION_PARTS if is_blank(getattr(old, part))]
    new = replace(old, **{part: getattr(theirs, part) for part in empty})
    if ours is None:
        return [created(new, stamp=stamp, reason=reason)]
    return updates(ours, new, stamp=stamp, reason=reason)
