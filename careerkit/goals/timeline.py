"""The dated goals of the plan as rows of a timeline."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from careerkit.goals.due import OPEN, is_overdue
from careerkit.goals.model import Goal, GoalStatus, Milestone
from careerkit.words import counted, day_in_words

LEAD: Final = timedelta(days=90)
"""How long before its date the bar of a goal begins that has no milestone on the way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineTick:
    """A milestone on its day."""

    on: date
    title: str
    done: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineRow:
    """A goal with the stretch of time that leads to it, from ``from_day`` to ``due``.

    ``status`` is its label, ``closed`` whether it is done or dropped, ``said`` the row as a sentence, and
    ``ticks`` are its milestones that have a day, by day.
    """

    id: str
    title: str
    from_day: date
    due: date
    status: str
    closed: bool
    overdue: bool
    said: str
    ticks: tuple[TimelineTick, ...] = ()


def timeline_rows(
    goals: Iterable[Goal],
    milestones_by_goal: Mapping[str, Sequence[Milestone]],
    today: date,
    years: range,
    begun: Mapping[str, date] = MappingProxyType({}),
) -> tuple[TimelineRow, ...]:
    """Return a row per goal with a date, the earliest first; goals of one day keep the order given.

    A bar begins with what came first: the day the goal was ``begun`` (its first check-in, by id), its first
    milestone (one without a day counts from the first of January of its year), and today at the latest for a
    goal under way. Where nothing of it lies before the due date, it begins 90 days before that. It never
    begins before the first of ``years``, unless the goal is due before: then its bar is that one day.
    Milestones outside of ``years`` become no ticks. Archived goals and milestones are left out.
    """
    dated = [(goal.due, goal) for goal in goals if goal.due is not None and not goal.archived]
    return tuple(
        _row(
            goal,
            due,
            [m for m in milestones_by_goal.get(goal.id, ()) if not m.archived],
            today,
            years,
            begun.get(goal.id),
        )
        for due, goal in sorted(dated, key=lambda pair: pair[0])
    )


def _row(
    goal: Goal, due: date, milestones: Sequence[Milestone], today: date, years: range, begun: date | None
) -> TimelineRow:
    days = sorted((m for m in milestones if m.on is not None), key=lambda m: m.on or due)
    overdue = is_overdue(goal, today)
    ticks = (TimelineTick(on=m.on, title=m.title, done=m.done) for m in days if m.on and m.year in years)
    starts = [it.on or date(it.year, 1, 1) for it in milestones]
    starts += [begun] if begun is not None else []
    starts += [today] if goal.status is GoalStatus.DOING else []
    return TimelineRow(
        id=goal.id,
        title=goal.title,
        from_day=_from_day(due, starts, years.start),
        due=due,
        status=goal.status.label,
        closed=goal.status not in OPEN,
        overdue=overdue,
        said=_said(goal, due, milestones, overdue=overdue),
        ticks=tuple(ticks),
    )


def _from_day(due: date, starts: Sequence[date], start_year: int) -> date:
    on_the_way = [day for day in starts if day <= due]
    # every due date lies after 1946, so ninety days before it are still a date
    begin = min(on_the_way, default=due - LEAD)
    return min(max(begin, date(start_year, 1, 1)), due)


def _said(goal: Goal, due: date, milestones: Sequence[Milestone], *, overdue: bool) -> str:
    state = "overdue" if overdue else goal.status.label.lower()
    sentence = f"{goal.title}: {state}, due {day_in_words(due)}"
    if not milestones:
        return sentence
    done = sum(m.done for m in milestones)
    return f"{sentence}, {done} of {counted(len(milestones), 'milestone', 'milestones')} done"
