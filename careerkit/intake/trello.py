"""A Trello board, read into a proposal: its cards as goals, the items of their checklists as milestones."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final

from careerkit.errors import InvalidValueError
from careerkit.goals import Goal, GoalStatus, Milestone, MilestoneKind
from careerkit.intake.board import Board, board_in, day_at, is_true, labels_of, long_text_at, text_at
from careerkit.intake.columns import plain_name
from careerkit.intake.cutting import cut
from careerkit.intake.identity import id_here
from careerkit.intake.links import Named
from careerkit.intake.proposal import Intake, RowProblem
from careerkit.intake.statuses import STATUSES, as_ideas, needs_date, status_with
from careerkit.text import LINE, NOTE
from careerkit.words import counted
from careerkit.workspace import Workspace, present

_GOAL_FIELDS: Final = ("title", "why", "due", "status")
_MILESTONE_FIELDS: Final = ("title", "year", "on", "done")
_CARD: Final = "card"
_ITEM: Final = "checklist item"


@dataclass(slots=True)
class _Found:
    """What has been found on a board so far; the counts become notes."""

    goals: dict[str, Goal] = field(default_factory=dict)
    milestones: dict[str, Milestone] = field(default_factory=dict)
    problems: list[RowProblem] = field(default_factory=list)
    seen: set[tuple[str, str]] = field(default_factory=set)
    known: int = 0
    differing: int = 0
    archived: int = 0
    closed: int = 0
    ideas: int = 0
    shortened: int = 0


def read_trello(data: bytes, plan: Workspace, *, today: date) -> Intake:
    """Return what the export of a Trello board (JSON) would add to a plan; nothing is saved.

    The name of its list and whether it is complete give a card its status, labels link it to the aspirations
    of that title. The day of a due time is that in UTC. An item of a checklist is a milestone of its day,
    else of the year of its card, else of this year. Cards and lists that are archived there stay out. Ids
    follow from Trello's, so reading twice adds nothing twice. Raises
    :class:`~careerkit.intake.UnreadableFileError` for what is no such file or too large.
    """
    board = board_in(data)
    reading = _Reading(board, plan, today)
    for place, card in enumerate(board.cards, 1):
        reading.take_card(card, place)
    return reading.intake()


class _Reading:
    """One board on its way into one plan."""

    def __init__(self, board: Board, plan: Workspace, today: date) -> None:
        self._board = board
        self._plan = plan
        self._today = today
        self._found = _Found()
        self._labels = Named("aspiration", {id_: it.title for id_, it in present(plan.aspirations).items()})

    def take_card(self, card: object, place: int) -> None:
        """Sort one card in, with the items of its checklists."""
        if not isinstance(card, dict):
            self._found.problems.append(RowProblem(row=place, column=_CARD, sentence="This is no card."))
            return
        column = self._board.lists.get(text_at(card, "idList"), {})
        if is_true(card, "closed") or is_true(column, "closed"):
            self._found.closed += 1
            return
        try:
            goal = self._goal(card, text_at(column, "name"), place)
            self._sort_in(goal, self._plan.goals, self._found.goals, _GOAL_FIELDS)
        except InvalidValueError as error:
            self._problem(place, _CARD, card, error)
            return
        ours = self._plan.goals.get(goal.id)
        if ours is None or not ours.archived:  # steps towards what was put away lead nowhere
            self._take_items(card, goal, place)

    def intake(self) -> Intake:
        """Return everything that was found."""
        found = self._found
        return Intake(
            goals=tuple(found.goals.values()),
            milestones=tuple(found.milestones.values()),
            problems=tuple(found.problems),
            known=found.known,
            differing=found.differing,
            notes=(*_notes(found), *self._labels.notes()),
        )

    def _take_items(self, card: Mapping[str, Any], goal: Goal, place: int) -> None:
        for item in self._board.items.get(text_at(card, "id"), ()):
            try:
                milestone = self._milestone(item, goal)
                self._sort_in(milestone, self._plan.milestones, self._found.milestones, _MILESTONE_FIELDS)
            except InvalidValueError as error:
                self._problem(place, _ITEM, item, error)

    def _goal(self, card: Mapping[str, Any], list_name: str, place: int) -> Goal:
        due = day_at(card, "due")
        said = GoalStatus.DONE if is_true(card, "dueComplete") else STATUSES.get(plain_name(list_name))
        title, why = self._fitted(text_at(card, "name"), long_text_at(card, "desc"))
        goal = Goal(
            id=self._id("cards", card),
            title=title,
            why=why,
            due=due,
            status=status_with(due, said),
        )
        if goal.id not in self._plan.goals:
            self._found.ideas += needs_date(due, said)
            goal = replace(goal, aspirations=self._labels.ids(labels_of(card), row=place))
        return goal

    def _milestone(self, item: Mapping[str, Any], goal: Goal) -> Milestone:
        on = day_at(item, "due")
        title, _ = self._fitted(text_at(item, "name"), "")
        return Milestone(
            id=self._id("items", item),
            title=title,
            year=(on or goal.due or self._today).year,
            on=on,
            kind=MilestoneKind.EXPERIENCE,
            goals=frozenset({goal.id}),
            done=item.get("state") == "complete",
        )

    def _sort_in(
        self, entry: Goal | Milestone, here: Mapping[str, Any], new: dict[str, Any], fields: tuple[str, ...]
    ) -> None:
        if (entry.KIND, entry.id) in self._found.seen:
            raise InvalidValueError("It stands in the file twice, and counts once.")
        self._found.seen.add((entry.KIND, entry.id))
        ours = here.get(entry.id)
        if ours is None:
            new[entry.id] = entry
            return
        self._found.known += 1
        self._found.archived += ours.archived
        self._found.differing += any(getattr(ours, name) != getattr(entry, name) for name in fields)

    def _id(self, part: str, thing: Mapping[str, Any]) -> str:
        given = text_at(thing, "id")
        if not given:
            raise InvalidValueError("It has no id, so it could come in twice. Export the board again.")
        return id_here(self._plan.id, f"trello/{part}/{given}")

    def _fitted(self, title: str, why: str) -> tuple[str, str]:
        """Return a title and a why that fit; the whole of a title that does not begins the why."""
        if len(title) <= LINE and len(why) <= NOTE:
            return title, why
        self._found.shortened += 1
        whole = f"{title}\n\n{why}".strip() if len(title) > LINE else why
        return cut(title, LINE), cut(whole, NOTE)

    def _problem(self, place: int, column: str, thing: Mapping[str, Any], error: InvalidValueError) -> None:
        title = cut(text_at(thing, "name"), LINE)
        sentence = f"“{title}”: {error}" if title else str(error)
        self._found.problems.append(RowProblem(row=place, column=column, sentence=sentence))


def _notes(found: _Found) -> list[str]:
    stay = "stays" if found.closed == 1 else "stay"
    lie = "lies in the archive and stays" if found.archived == 1 else "lie in the archive and stay"
    were = "was" if found.shortened == 1 else "were"
    notes = {
        f"{counted(found.closed, 'card', 'cards')} archived in Trello {stay} out.": found.closed,
        f"{counted(found.archived, 'entry', 'entries')} of this board {lie} there.": found.archived,
        f"{counted(found.shortened, 'long text', 'long texts')} {were} shortened.": found.shortened,
    }
    return [*as_ideas(found.ideas), *(note for note, count in notes.items() if count)]
