"""The status of a goal by the word that a table or a board uses for it."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from careerkit.goals import GoalStatus
from careerkit.intake.cells import named
from careerkit.intake.columns import plain_name

_WORDS: Final[Mapping[GoalStatus, str]] = {
    GoalStatus.IDEA: "ideas, someday, maybe, someday maybe, backlog, inbox, wish list",
    GoalStatus.PLANNED: "to do, todo list, next, up next, open, not started, new, ready, scheduled",
    GoalStatus.DOING: "in progress, started, active, ongoing, current, wip, work in progress",
    GoalStatus.DONE: "complete, completed, finished, achieved, met",
    GoalStatus.DROPPED: "cancelled, canceled, abandoned, will not do, wont do",
}
STATUSES: Final[Mapping[str, GoalStatus]] = {
    **named(GoalStatus),
    **{plain_name(word): status for status, words in _WORDS.items() for word in words.split(", ")},
}
"""Every word for a status, as a plain name."""

_WITHOUT_DATE: Final = (GoalStatus.IDEA, GoalStatus.DROPPED)


def status_with(due: date | None, said: GoalStatus | None) -> GoalStatus:
    """Return the status that a goal can have: what was said of it, but an idea as long as it has no date.

    Of a goal that nothing was said of, a date makes a planned one.
    """
    if due is None:
        return said if said in _WITHOUT_DATE else GoalStatus.IDEA
    return said or GoalStatus.PLANNED


def as_ideas(count: int) -> list[str]:
    """Say how many goals came in as ideas for want of a date; nothing for none."""
    if count == 0:
        return []
    if count == 1:
        return ["1 goal comes in as an idea: its status needs a date."]
    return [f"{count:,} goals come in as ideas: their status needs a date."]


def needs_date(due: date | None, said: GoalStatus | None) -> bool:
    """Say whether a goal was said to be further than an idea and has no date."""
    return due is None and said is not None and said not in _WITHOUT_DATE
