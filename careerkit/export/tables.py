"""Goals and milestones as tables (CSV after RFC 4180) that a spreadsheet opens, and that can come back in."""

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Final

from careerkit.export.cells import date_cell, list_cell, number_cell, text_cell, yes_no_cell
from careerkit.export.private import is_private_goal, is_private_milestone, titles_served
from careerkit.goals import Goal, Milestone
from careerkit.workspace import Workspace, aspirations_served, goals_served, present

GOAL_COLUMNS: Final = (
    "Id",
    "Title",
    "Status",
    "Due",
    "Measure start",
    "Measure target",
    "Measure now",
    "Measure unit",
    "Yes or no",
    "First step",
    "Why",
    "If",
    "Then",
    "Confidence",
    "Aspirations",
    "Needs",
    "Mark",
    "Progress by hand",
)
MILESTONE_COLUMNS: Final = ("Id", "Title", "Year", "Date", "Kind", "Weight", "Done", "Goals")


def goals_csv(plan: Workspace, needs: Mapping[str, str], *, include_private: bool = True) -> bytes:
    """Return the goals that are not archived as a CSV file, one a row, in the order of the plan.

    ``needs`` are the names of the needs by id. It is in UTF-8 with a byte order mark, which spreadsheets ask
    for; no cell is taken for a formula. Without ``include_private``, private goals and the titles of private
    aspirations are left out.
    """
    rows = (
        _goal_row(plan, goal, needs, include_private=include_private)
        for goal in present(plan.goals).values()
        if include_private or not is_private_goal(plan, goal)
    )
    return _file(GOAL_COLUMNS, rows)


def milestones_csv(plan: Workspace, *, include_private: bool = True) -> bytes:
    """Return the milestones that are not archived as a CSV file like that of :func:`goals_csv`.

    Without ``include_private``, those that serve only private goals and the titles of such are left out.
    """
    rows = (
        _milestone_row(plan, it, include_private=include_private)
        for it in present(plan.milestones).values()
        if include_private or not is_private_milestone(plan, it)
    )
    return _file(MILESTONE_COLUMNS, rows)


def _goal_row(
    plan: Workspace, goal: Goal, needs: Mapping[str, str], *, include_private: bool
) -> tuple[str, ...]:
    return (
        text_cell(goal.id),
        text_cell(goal.title),
        goal.status.label,
        date_cell(goal.due),
        *_measure_cells(goal),
        yes_no_cell(yes=goal.yes_no),
        text_cell(goal.first_step),
        text_cell(goal.why),
        text_cell(goal.if_then.obstacle if goal.if_then else ""),
        text_cell(goal.if_then.action if goal.if_then else ""),
        number_cell(goal.confidence),
        list_cell(titles_served(aspirations_served(plan, goal), include_private=include_private)),
        list_cell(name for id_, name in needs.items() if id_ in goal.needs),
        goal.mark.label,
        number_cell(goal.by_hand),
    )


def _measure_cells(goal: Goal) -> tuple[str, ...]:
    measure = goal.measure
    if measure is None:
        return ("",) * 4
    numbers = map(number_cell, (measure.start, measure.target, measure.current))
    return (*numbers, text_cell(measure.unit))


def _milestone_row(plan: Workspace, it: Milestone, *, include_private: bool) -> tuple[str, ...]:
    return (
        text_cell(it.id),
        text_cell(it.title),
        number_cell(it.year),
        date_cell(it.on),
        it.kind.label,
        number_cell(it.weight),
        yes_no_cell(yes=it.done),
        list_cell(titles_served(goals_served(plan, it), include_private=include_private)),
    )


def _file(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig")
