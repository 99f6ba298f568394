"""A row of a table as a milestone, and a milestone as the values that such a row would have."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar, Final

from careerkit.goals import Milestone, MilestoneKind
from careerkit.intake.cells import (
    CellError,
    cell_text,
    choice_in,
    date_in,
    line_in,
    named,
    title_in,
    titles_in,
    whole_number_in,
    yes_no_in,
)
from careerkit.intake.columns import MILESTONE_NAMES, Column, Names
from careerkit.intake.goal_rows import Values
from careerkit.intake.identity import title_key
from careerkit.intake.links import Named
from careerkit.text import clean_line
from careerkit.words import counted
from careerkit.workspace import Workspace, goals_served, present

if TYPE_CHECKING:
    from datetime import date

_KINDS: Final = named(MilestoneKind)
_READERS: Final[Mapping[Column, Callable[[str, Column], Any]]] = {
    Column.ID: line_in,
    Column.TITLE: lambda text, column: title_in(text, column, ask="Give the milestone a title."),
    Column.YEAR: whole_number_in,
    Column.DATE: date_in,
    Column.KIND: lambda text, column: choice_in(text, column, _KINDS),
    Column.WEIGHT: whole_number_in,
    Column.DONE: yes_no_in,
    Column.GOALS: lambda text, _: titles_in(text),
}


class MilestoneRows:
    """Milestones of a table."""

    noun: ClassVar[str] = "milestone"
    names: ClassVar[Names] = MILESTONE_NAMES

    def __init__(self, plan: Workspace) -> None:
        self._plan = plan
        self._named = Named("goal", {id_: it.title for id_, it in present(plan.goals).items()})
        self._without_kind = 0
        self.here: Mapping[str, Milestone] = plan.milestones

    def value(self, column: Column, cell: str) -> Any:  # noqa: ANN401 - the column decides
        """Return what a cell says. Raises ``CellError``."""
        return _READERS[column](cell_text(cell), column)

    def key(self, values: Values) -> str:
        """Return what two rows without ids have in common when they mean one milestone: title and year.

        Raises ``CellError`` for a row without a year.
        """
        return f"{title_key(values[Column.TITLE])}\n{_year(values)}"

    def entry(self, values: Values, id_: str, *, row: int) -> Milestone:
        """Return the milestone of a row. Raises ``InvalidValueError`` for values that do not go together."""
        kind, weight = values.get(Column.KIND), values.get(Column.WEIGHT)
        milestone = Milestone(
            id=id_,
            title=values[Column.TITLE],
            year=_year(values),
            kind=kind or MilestoneKind.EXPERIENCE,
            done=bool(values.get(Column.DONE)),
            weight=1 if weight is None else weight,
            on=values.get(Column.DATE),
        )
        self._without_kind += kind is None
        goals = self._named.ids(values.get(Column.GOALS) or (), row=row)
        return replace(milestone, goals=goals)

    def stored(self, milestone: Milestone) -> Values:
        """Return what the row of a milestone of the plan says, and for goals the ids they lead to."""
        served = goals_served(self._plan, milestone)
        titles = [it.title for it in served.goals] + [it.title for it in served.aspirations]
        return {
            Column.TITLE: clean_line(milestone.title),
            Column.YEAR: milestone.year,
            Column.DATE: milestone.on,
            Column.KIND: milestone.kind,
            Column.WEIGHT: milestone.weight,
            Column.DONE: milestone.done,
            Column.GOALS: self._named.found(titles),
        }

    def kept(self, values: Values, _: Milestone) -> Values:
        """Return what the plan could take over of what a row says, in the form of :meth:`stored`."""
        titles = values.get(Column.GOALS)
        return values if titles is None else {**values, Column.GOALS: self._named.found(titles)}

    def notes(self) -> list[str]:
        """Say what came in differently from what the table says."""
        come = counted(self._without_kind, "milestone without a kind comes", "milestones without a kind come")
        notes = [f"{come} in as “{MilestoneKind.EXPERIENCE.label}”."] if self._without_kind else []
        return [*notes, *self._named.notes()]


def _year(values: Values) -> int:
    year: int | None = values.get(Column.YEAR)
    day: date | None = values.get(Column.DATE)
    if year is not None:
        return year
    if day is not None:
        return day.year
    raise CellError(Column.YEAR, "Give the milestone a year, like 2027.")
