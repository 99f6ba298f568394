"""What an entry serves, under the re-filing rule: an id may have moved from one collection to the other.

A goal that is re-filed as an aspiration keeps its id there, and the other way round; the old entry lies in
the archive. Links stay stored as they were made and are resolved here, whenever they are read.
"""

from collections.abc import Iterable
from typing import Literal, NamedTuple, TypeAlias

from careerkit.aspirations import Aspiration
from careerkit.goals import Goal, Milestone
from careerkit.workspace.model import Workspace

TargetKind: TypeAlias = Literal["aspirations", "goals"]


class Served(NamedTuple):
    """The present entries that something serves, by title."""

    aspirations: tuple[Aspiration, ...] = ()
    goals: tuple[Goal, ...] = ()


def present_target(plan: Workspace, kind: TargetKind, entry_id: str) -> Aspiration | Goal | None:
    """Return the present entry that a link to ``entry_id`` means, or ``None`` when there is none.

    It is the one in the collection ``kind``; when that one is archived or absent, the present one with this
    id in the other collection, because the entry was re-filed.
    """
    own, other = (plan.aspirations, plan.goals) if kind == "aspirations" else (plan.goals, plan.aspirations)
    found = (own.get(entry_id), other.get(entry_id))
    return next((entry for entry in found if entry is not None and not entry.archived), None)


def aspirations_served(plan: Workspace, goal: Goal) -> Served:
    """Return the present aspirations a goal serves, and the present goals that were such aspirations."""
    served = _served(plan, "aspirations", goal.aspirations)
    return Served(served.aspirations, tuple(it for it in served.goals if it.id != goal.id))


def goals_served(plan: Workspace, milestone: Milestone) -> Served:
    """Return the present goals a milestone serves, and the present aspirations that were such goals."""
    return _served(plan, "goals", milestone.goals)


def _served(plan: Workspace, kind: TargetKind, ids: Iterable[str]) -> Served:
    found = [present_target(plan, kind, id_) for id_ in ids]
    there = sorted((it for it in found if it), key=lambda it: (it.title.casefold(), it.id))
    return Served(
        tuple(it for it in there if isinstance(it, Aspiration)),
        tuple(it for it in there if isinstance(it, Goal)),
    )
