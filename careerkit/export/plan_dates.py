"""The days of a plan: what falls on which, and how long before one wants to hear of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from careerkit.export.private import is_private_goal, is_private_milestone, titles_served
from careerkit.goals import Goal, GoalStatus, Milestone, measure_in_words
from careerkit.review import next_review_on, open_review
from careerkit.text import clean_line, clean_text
from careerkit.words import joined
from careerkit.workspace import Workspace, aspirations_served, goals_served

BEFORE_GOAL: Final = (14, 1)
BEFORE_MILESTONE: Final = (30,)
BEFORE_REVIEW: Final = (7,)
"""Days before a goal, a milestone and a review on which a calendar reminds of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDate:
    """Something that takes up one whole day.

    ``uid`` stays the same for ever; ``reminders`` are days before it, none when there is nothing left to do.
    A ``cancelled`` one is named so that a calendar that has it lets it go.
    """

    uid: str
    on: date
    title: str
    text: str
    reminders: tuple[int, ...] = ()
    cancelled: bool = False
    private: bool = False


def plan_dates(plan: Workspace, *, include_private: bool) -> Iterator[PlanDate]:
    """Yield the dated goals, the milestones and the next yearly review, in the order of the plan.

    Private ones come only with ``include_private``. What is not private never names what is: a calendar may
    be shared.
    """
    for goal in plan.goals.values():
        private = is_private_goal(plan, goal)
        if goal.due is not None and (include_private or not private):
            yield _of_goal(plan, goal, goal.due, private=private)
    for milestone in plan.milestones.values():
        private = is_private_milestone(plan, milestone)
        if include_private or not private:
            yield _of_milestone(plan, milestone, private=private)
    yield from _of_review(plan)


def _of_goal(plan: Workspace, goal: Goal, due: date, *, private: bool) -> PlanDate:
    done = goal.status is GoalStatus.DONE
    cancelled = goal.archived or goal.status is GoalStatus.DROPPED
    served = titles_served(aspirations_served(plan, goal), include_private=private)
    return PlanDate(
        uid=f"goal-{goal.id}@careerkit",
        on=due,
        title=_titled(goal.title, done=done),
        text=_lines(
            "A goal of your career plan.",
            _named("First step", clean_text(goal.first_step).strip()),
            _named("Measure", measure_in_words(goal.measure) if goal.measure else ""),
            _named("Serves", joined(served)),
        ),
        reminders=() if done or cancelled else BEFORE_GOAL,
        cancelled=cancelled,
        private=private,
    )


def _of_milestone(plan: Workspace, milestone: Milestone, *, private: bool) -> PlanDate:
    served = titles_served(goals_served(plan, milestone), include_private=private)
    whole_year = f"It belongs to {milestone.year}, to no day of it." if milestone.on is None else ""
    return PlanDate(
        uid=f"milestone-{milestone.id}@careerkit",
        on=milestone.on or date(milestone.year, 12, 31),
        title=_titled(milestone.title, done=milestone.done),
        text=_lines(
            "A milestone of your career plan.",
            whole_year,
            _named("Kind", milestone.kind.label),
            _named("Serves", joined(served)),
        ),
        reminders=() if milestone.done or milestone.archived else BEFORE_MILESTONE,
        cancelled=milestone.archived,
        private=private,
    )


def _of_review(plan: Workspace) -> Iterator[PlanDate]:
    on = next_review_on(plan.reviews)
    if on is not None:
        yield PlanDate(
            # One for all years: when the next date is set, the event moves, and no old one stays behind.
            uid=f"review-{plan.id}@careerkit",
            on=on,
            title="Yearly review of the career plan",
            text="Look back on the year, and bring the plan up to date. It takes 30 to 45 minutes.",
            reminders=() if open_review(plan.reviews) else BEFORE_REVIEW,  # under way: due no more
        )


def _titled(title: str, *, done: bool) -> str:
    return f"Done: {clean_line(title)}" if done else clean_line(title)


def _named(name: str, text: str) -> str:
    return f"{name}: {text}" if text else ""


def _lines(*lines: str) -> str:
    return clean_text("\n".join(line for line in lines if line))
