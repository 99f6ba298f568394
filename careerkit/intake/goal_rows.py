"""A row of a table as a goal, and a goal as the values that such a row would have."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, ClassVar, Final

from careerkit.goals import Goal, IfThen, entered_measure
from careerkit.intake.cells import (
    cell_text,
    choice_in,
    date_in,
    line_in,
    named,
    note_in,
    number_in,
    title_in,
    titles_in,
    whole_number_in,
    yes_no_in,
)
from careerkit.intake.columns import GOAL_NAMES, Column, Names
from careerkit.intake.identity import title_key
from careerkit.intake.links import Named
from careerkit.intake.statuses import STATUSES, as_ideas, needs_date, status_with
from careerkit.labels import Mark
from careerkit.text import clean_line, clean_text
from careerkit.workspace import Workspace, aspirations_served, present

Values = dict[Column, Any]
"""What the cells of a row say, by column; ``None`` where one is empty."""

_MARKS: Final = named(Mark)
_READERS: Final[Mapping[Column, Callable[[str, Column], Any]]] = {
    Column.ID: line_in,
    Column.TITLE: lambda text, column: title_in(text, column, ask="Give the goal a title."),
    Column.STATUS: lambda text, column: choice_in(text, column, STATUSES),
    Column.DUE: date_in,
    Column.START: number_in,
    Column.TARGET: number_in,
    Column.NOW: number_in,
    Column.UNIT: line_in,
    Column.YES_NO: yes_no_in,
    Column.FIRST_STEP: note_in,
    Column.WHY: note_in,
    Column.IF: note_in,
    Column.THEN: note_in,
    Column.CONFIDENCE: whole_number_in,
    Column.ASPIRATIONS: lambda text, _: titles_in(text),
    Column.NEEDS: lambda text, _: titles_in(text),
    Column.MARK: lambda text, column: choice_in(text, column, _MARKS),
    Column.BY_HAND: whole_number_in,
}


class GoalRows:
    """Goals of a table. ``needs`` are the names of the needs by id."""

    noun: ClassVar[str] = "goal"
    names: ClassVar[Names] = GOAL_NAMES

    def __init__(self, plan: Workspace, needs: Mapping[str, str]) -> None:
        aspirations = {id_: it.title for id_, it in present(plan.aspirations).items()}
        self._plan = plan
        self._needs = needs
        self._named = {
            Column.ASPIRATIONS: Named("aspiration", aspirations),
            Column.NEEDS: Named("need", needs),
        }
        self._ideas = 0
        self.here: Mapping[str, Goal] = plan.goals

    def value(self, column: Column, cell: str) -> Any:  # noqa: ANN401 - the column decides
        """Return what a cell says. Raises ``CellError``."""
        return _READERS[column](cell_text(cell), column)

    def key(self, values: Values) -> str:
        """Return what two rows without ids have in common when they mean one goal: title and date."""
        return f"{title_key(values[Column.TITLE])}\n{values.get(Column.DUE) or ''}"

    def entry(self, values: Values, id_: str, *, row: int) -> Goal:
        """Return the goal of a row. Raises ``InvalidValueError`` for values that do not go together."""
        due, said = values.get(Column.DUE), values.get(Column.STATUS)
        obstacle, action = values.get(Column.IF), values.get(Column.THEN)
        goal = Goal(
            id=id_,
            title=values[Column.TITLE],
            why=values.get(Column.WHY) or "",
            first_step=values.get(Column.FIRST_STEP) or "",
            measure=entered_measure(
                start=values.get(Column.START),
                target=values.get(Column.TARGET),
                current=values.get(Column.NOW),
                unit=values.get(Column.UNIT) or "",
            ),
            due=due,
            status=status_with(due, said),
            mark=values.get(Column.MARK) or Mark.SAY,
            yes_no=bool(values.get(Column.YES_NO)),
            if_then=IfThen(obstacle=obstacle or "", action=action or "") if obstacle or action else None,
            confidence=values.get(Column.CONFIDENCE),
            by_hand=values.get(Column.BY_HAND),
        )
        self._ideas += needs_date(due, said)
        return replace(  # links last: a row that stays out has none to tell of
            goal,
            aspirations=self._named[Column.ASPIRATIONS].ids(values.get(Column.ASPIRATIONS) or (), row=row),
            needs=self._named[Column.NEEDS].ids(values.get(Column.NEEDS) or (), row=row),
        )

    def stored(self, goal: Goal) -> Values:
        """Return what the row of a goal of the plan says, and for links the ids they lead to by title."""
        measure, plan = goal.measure, goal.if_then
        served = aspirations_served(self._plan, goal)
        titles = [it.title for it in served.aspirations] + [it.title for it in served.goals]
        names = [name for id_, name in self._needs.items() if id_ in goal.needs]
        return {
            Column.TITLE: clean_line(goal.title),
            Column.STATUS: goal.status,
            Column.DUE: goal.due,
            Column.START: measure and measure.start,
            Column.TARGET: measure and measure.target,
            Column.NOW: measure and measure.current,
            Column.UNIT: clean_line(measure.unit) if measure else "",
            Column.YES_NO: goal.yes_no,
            Column.FIRST_STEP: clean_text(goal.first_step).strip(),
            Column.WHY: clean_text(goal.why).strip(),
            Column.IF: clean_text(plan.obstacle).strip() if plan else "",
            Column.THEN: clean_text(plan.action).strip() if plan else "",
            Column.CONFIDENCE: goal.confidence,
            Column.ASPIRATIONS: self._named[Column.ASPIRATIONS].found(titles),
            Column.NEEDS: self._named[Column.NEEDS].found(names),
            Column.MARK: goal.mark,
            Column.BY_HAND: goal.by_hand,
        }

    def kept(self, values: Values, goal: Goal) -> Values:
        """Return what the plan could take over of what a row says, in the form of :meth:`stored`."""
        links = {column: it.found(values[column]) for column, it in self._named.items() if column in values}
        said = values.get(Column.STATUS)
        if said is None or goal.due is not None:
            return {**values, **links}
        return {**values, **links, Column.STATUS: status_with(values.get(Column.DUE), said)}

    def notes(self) -> list[str]:
        """Say what came in differently from what the table says."""
        links = [note for it in self._named.values() for note in it.notes()]
        return [*as_ideas(self._ideas), *links]
