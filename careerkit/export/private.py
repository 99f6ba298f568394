"""What a document may tell of a plan that holds private entries."""

from collections.abc import Iterator

from careerkit.goals import Goal, Milestone
from careerkit.labels import Mark
from careerkit.workspace import Served, Workspace, present_target


def is_private_goal(plan: Workspace, goal: Goal) -> bool:
    """Say whether a goal is private: by its own mark, or by that of the aspiration it was re-filed as."""
    entry = present_target(plan, "goals", goal.id) or goal
    return entry.mark is Mark.PRIVATE


def is_private_milestone(plan: Workspace, milestone: Milestone) -> bool:
    """Say whether a milestone serves something, and nothing but what is private."""
    marks = set(_marks(plan, milestone))
    return marks == {Mark.PRIVATE}


def titles_served(served: Served, *, include_private: bool) -> list[str]:
    """Return the titles of what something serves, in the order of ``served``."""
    titles = [(it.title, it.mark) for it in served.aspirations] + [(it.title, it.mark) for it in served.goals]
    return [title for title, mark in titles if include_private or mark is not Mark.PRIVATE]


def _marks(plan: Workspace, milestone: Milestone) -> Iterator[Mark]:
    for id_ in milestone.goals:
        entry = present_target(plan, "goals", id_) or plan.goals.get(id_) or plan.aspirations.get(id_)
        if entry is not None:
            yield entry.mark
