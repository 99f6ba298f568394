"""Which goals and milestones a person wants to see: one selection for every view of the board."""

import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from careerkit.goals.due import OPEN, is_overdue
from careerkit.goals.model import Goal, GoalStatus, Milestone
from careerkit.labels import Labelled, Mark

LONGEST_SEARCH: Final = 200
"""Characters of a text that are looked for; what stands behind them is not."""

_MONTHS_OF_A_YEAR: Final = 12
_NEXT: Final = 3
"""Months after this one that count as the next ones."""


class DueGroup(Labelled):
    """When a goal is due, seen from today. Values stand in addresses: add, never rename."""

    OVERDUE = "overdue", "Overdue"
    THIS_MONTH = "this-month", "This month"
    NEXT_MONTHS = "next-months", "The next three months"
    THIS_YEAR = "this-year", "Later this year"
    NEXT_YEAR = "next-year", "Next year"
    LATER = "later", "Later"
    NO_DATE = "no-date", "No date yet"
    CLOSED = "closed", "Done or dropped"


class SortBy(Labelled):
    """What the goals of a list are sorted by. Values stand in addresses: add, never rename."""

    DUE = "due", "Due date"
    TITLE = "title", "Title"
    STATUS = "status", "Status"
    PROGRESS = "progress", "Progress"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalFilter:
    """What a person wants to see of their goals; what is left empty lets every goal pass.

    ``aspiration`` and ``need`` are the ids of what a goal has to serve itself. Of ``text``, each word has to
    occur in the title, the why, the first step or the unit of a goal; the first 200 characters of it count.
    """

    text: str = ""
    statuses: frozenset[GoalStatus] = frozenset()
    aspiration: str = ""
    need: str = ""
    due: DueGroup | None = None
    mark: Mark | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """The words that are looked for, folded as :func:`folded` does."""
        return tuple(folded(self.text[:LONGEST_SEARCH]).split())

    @property
    def is_empty(self) -> bool:
        """Whether every goal passes."""
        return self.has_text_alone and not self.words

    @property
    def has_text_alone(self) -> bool:
        """Whether nothing but the text may hold a goal back."""
        return replace(self, text="") == GoalFilter()


def folded(text: str) -> str:
    """Return ``text`` as it is compared: without accents, in one case, with plain forms of its letters.

    Source: Unicode normalisation form NFKD without combining marks, and Unicode case folding.
    """
    plain = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()


def selected(goals: Iterable[Goal], wanted: GoalFilter, today: date) -> list[Goal]:
    """Return the goals that pass ``wanted``, in the order given; archived ones are left out."""
    words = wanted.words
    return [goal for goal in goals if _passes(goal, wanted, today) and _has(words, _texts(goal))]


def _passes(goal: Goal, wanted: GoalFilter, today: date) -> bool:
    """Say whether everything but the text lets a goal pass."""
    return (
        not goal.archived
        and (not wanted.statuses or goal.status in wanted.statuses)
        and (not wanted.aspiration or wanted.aspiration in goal.aspirations)
        and (not wanted.need or wanted.need in goal.needs)
        and wanted.mark in (None, goal.mark)
        and wanted.due in (None, due_group(goal, today))
    )


def _texts(goal: Goal) -> tuple[str, ...]:
    return (goal.title, goal.why, goal.first_step, goal.measure.unit if goal.measure else "")


def _has(words: Collection[str], texts: Iterable[str]) -> bool:
    if not words:
        return True
    text = folded("\n".join(texts))
    return all(word in text for word in words)


def selected_milestones(
    milestones: Iterable[Milestone], goals_selected: Collection[str], wanted: GoalFilter
) -> list[Milestone]:
    """Return the milestones that belong to a selection of goals, given by their ids, in the order given.

    Without any filter that is every one; with a text alone, also those whose own title has its words.
    Archived ones are left out.
    """
    present = [milestone for milestone in milestones if not milestone.archived]
    if wanted.is_empty:
        return present
    words = wanted.words
    return [
        milestone
        for milestone in present
        if not milestone.goals.isdisjoint(goals_selected)
        or (wanted.has_text_alone and _has(words, [milestone.title]))
    ]


def due_group(goal: Goal, today: date) -> DueGroup:
    """Return the one group a goal belongs to; a goal that is done or dropped is closed, whatever its date.

    Months are those of the calendar: the next three are the three after the one of ``today``, be they of
    this year or of the next.
    """
    if goal.status not in OPEN:
        return DueGroup.CLOSED
    if goal.due is None:
        return DueGroup.NO_DATE
    if is_overdue(goal, today):
        return DueGroup.OVERDUE
    return _group_ahead(goal.due, today)


def _group_ahead(due: date, today: date) -> DueGroup:
    years = due.year - today.year
    months = years * _MONTHS_OF_A_YEAR + due.month - today.month
    if months == 0:
        return DueGroup.THIS_MONTH
    if months <= _NEXT:
        return DueGroup.NEXT_MONTHS
    return {0: DueGroup.THIS_YEAR, 1: DueGroup.NEXT_YEAR}.get(years, DueGroup.LATER)


def grouped(goals: Iterable[Goal], today: date) -> list[tuple[DueGroup, list[Goal]]]:
    """Return the goals by when they are due, the most pressing group first; empty groups are left out.

    Within a group they keep the order given.
    """
    groups: dict[DueGroup, list[Goal]] = {group: [] for group in DueGroup}
    for goal in goals:
        groups[due_group(goal, today)].append(goal)
    return [(group, members) for group, members in groups.items() if members]


def sorted_goals(goals: Iterable[Goal], by: SortBy, progress: Mapping[str, float | None]) -> list[Goal]:
    """Return the goals sorted; those that are equal in it keep the order given.

    By date the earliest comes first and those without one last; by title, case and accents do not count; by
    status in the order of :class:`~careerkit.goals.GoalStatus`; by progress the furthest comes first and
    those without one last. ``progress`` is the share of the way, 0 to 1, by the id of the goal.
    """
    statuses = list(GoalStatus)
    keys: dict[SortBy, Callable[[Goal], Any]] = {  # each gives values of one type
        SortBy.DUE: lambda goal: goal.due or date.max,
        SortBy.TITLE: lambda goal: folded(goal.title),
        SortBy.STATUS: lambda goal: statuses.index(goal.status),
        SortBy.PROGRESS: lambda goal: _left(progress.get(goal.id)),
    }
    return sorted(goals, key=keys[by])


def _left(progress: float | None) -> tuple[bool, float]:
    return progress is None, -(progress or 0.0)
