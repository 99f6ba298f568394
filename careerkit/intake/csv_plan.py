"""Tables of goals and of milestones, read into proposals."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Final, Protocol

from careerkit.errors import InvalidValueError
from careerkit.goals import Goal, Milestone
from careerkit.intake.cells import CellError
from careerkit.intake.columns import Column, Columns, Names, known_count, matched
from careerkit.intake.goal_rows import GoalRows, Values
from careerkit.intake.identity import id_here
from careerkit.intake.milestone_rows import MilestoneRows
from careerkit.intake.proposal import Intake, RowProblem
from careerkit.intake.table import Row, read_table
from careerkit.text import is_blank
from careerkit.words import counted
from careerkit.workspace import Workspace

_CHOICES: Final = frozenset(
    {Column.STATUS, Column.MARK, Column.KIND, Column.WEIGHT, Column.DONE, Column.YES_NO, Column.YEAR}
)
"""Columns in which an empty cell leaves the choice to us, and so says nothing else than the plan."""


class _Rows(Protocol):
    """How the rows of one kind of table become entries."""

    noun: ClassVar[str]
    names: ClassVar[Names]
    here: Mapping[str, Any]

    def value(self, column: Column, cell: str) -> Any: ...  # noqa: ANN401 - the column decides
    def key(self, values: Values) -> str: ...
    def entry(self, values: Values, id_: str, *, row: int) -> Any: ...  # noqa: ANN401 - a goal or a milestone
    def stored(self, entry: Any) -> Values: ...  # noqa: ANN401 - a goal or a milestone
    def kept(self, values: Values, entry: Any) -> Values: ...  # noqa: ANN401 - a goal or a milestone
    def notes(self) -> list[str]: ...


@dataclass(slots=True)
class _Found:
    """What has been found so far: the new entries, and the row of every entry by id."""

    new: dict[str, Any] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)
    problems: list[RowProblem] = field(default_factory=list)
    differing: int = 0


def read_goals(data: bytes, plan: Workspace, *, needs: Mapping[str, str]) -> Intake:
    """Return what the table of goals in a CSV file would add to a plan; nothing is saved.

    ``needs`` are the names of the needs by id. A row with an id that the plan has, archived or not, is known;
    so is one without an id that has the title and the date of a goal in the plan. Other rows get ids that
    follow from the workspace and from what they say, so reading twice adds nothing twice. Raises
    :class:`~careerkit.intake.UnreadableFileError` for what is no such table or too large.
    """
    return _read(data, plan, GoalRows(plan, needs))


def read_milestones(data: bytes, plan: Workspace) -> Intake:
    """Return what the table of milestones in a CSV file would add to a plan, as :func:`read_goals` does.

    A row without an id is known by its title and its year.
    """
    return _read(data, plan, MilestoneRows(plan))


def _read(data: bytes, plan: Workspace, kind: _Rows) -> Intake:
    table = read_table(data, known=lambda header: known_count(header, kind.names))
    columns = matched(table.header, kind.names)
    found, ids = _Found(), _Identities(plan, kind)
    for row in table.rows:
        try:
            _take(row, columns, kind, ids, found)
        except InvalidValueError as error:
            column = error.column.value if isinstance(error, CellError) else ""
            found.problems.append(RowProblem(row=row.number, column=column, sentence=str(error)))
    known = [id_ for id_ in found.rows if id_ not in found.new]
    return Intake(
        goals=tuple(it for it in found.new.values() if isinstance(it, Goal)),
        milestones=tuple(it for it in found.new.values() if isinstance(it, Milestone)),
        problems=tuple(found.problems),
        known=len(known),
        differing=found.differing,
        ignored_columns=columns.ignored,
        notes=(*kind.notes(), *_archived(sum(kind.here[id_].archived for id_ in known), kind.noun)),
    )


class _Identities:
    """Which entry a row means: one of the plan, or a new one."""

    def __init__(self, plan: Workspace, kind: _Rows) -> None:
        self._workspace_id = plan.id
        self._kind = kind
        in_plan = sorted(kind.here.items(), key=lambda item: not item[1].archived)
        self._ids = {kind.key(kind.stored(entry)): id_ for id_, entry in in_plan}  # present ones win

    def id_of(self, values: Values) -> str:
        """Return the id of the entry that a row means."""
        given: str = values.get(Column.ID) or ""
        if given in self._kind.here:
            return given
        if given:
            return id_here(self._workspace_id, given)
        key = self._kind.key(values)
        return self._ids.get(key) or id_here(self._workspace_id, f"{self._kind.noun}s\n{key}")


def _take(row: Row, columns: Columns, kind: _Rows, ids: _Identities, found: _Found) -> None:
    """Sort one row in. Raises ``InvalidValueError`` when it stays out."""
    _require_cells(row, columns)
    cells = {it: row.cells[place] if place < len(row.cells) else "" for it, place in columns.places.items()}
    values = {column: kind.value(column, cell) for column, cell in cells.items()}
    id_ = ids.id_of(values)
    if id_ in found.rows:
        message = f"This is the {kind.noun} of row {found.rows[id_]} once more. It counts once."
        raise InvalidValueError(message)
    ours = kind.here.get(id_)
    if ours is None:
        found.new[id_] = kind.entry(values, id_, row=row.number)
    else:
        found.differing += _differs(kind.kept(values, ours), kind.stored(ours))
    found.rows[id_] = row.number


def _require_cells(row: Row, columns: Columns) -> None:
    if row.problem:
        raise InvalidValueError(row.problem)
    if not all(map(is_blank, row.cells[columns.width :])):
        message = (
            f"This row has {len(row.cells)} cells and the header {columns.width}. A text that holds the sign "
            "between the cells stands in quotation marks."
        )
        raise InvalidValueError(message)


def _differs(values: Values, stored: Values) -> bool:
    return any(
        value != stored[column] and not (value is None and column in _CHOICES)
        for column, value in values.items()
        if column in stored
    )


def _archived(count: int, noun: str) -> Iterator[str]:
    if count:
        lie = "lies in the archive and stays there" if count == 1 else "lie in the archive and stay there"
        yield f"{counted(count, noun, f'{noun}s')} of this table {lie}."
