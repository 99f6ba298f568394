"""The store against a model of a few lines: after any steps, and opened anew, they hold the same."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import RLock
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from careerkit.change import Actor, Change, ConflictError, Stamp, archived, created, restored, updates
from careerkit.goals import Goal
from careerkit.store import CopyKind, Store, memory_store, open_store, read_backup
from careerkit.workspace import (
    NothingToUndoError,
    Workspace,
    additions,
    differences,
    redo,
    take_back,
    undo,
)

ACTORS = [Actor(id="me", name="Me"), Actor(id="coach", name="Coach")]
NEEDS = ["income", "mastery", "balance"]
START = datetime(2026, 1, 1, tzinfo=UTC)
Fields = dict[str, Any]
Edit = tuple[str, str, Any, Any]
"""Which goal, which field (empty for the whole goal), what it was and what it becomes."""


class RefusedError(Exception):
    """The model says that the store has to refuse."""


@dataclass
class Saved:
    revision: int
    by: str
    edits: list[Edit]
    undoes: int | None = None


@dataclass
class Model:
    goals: dict[str, Fields] = field(default_factory=dict)
    log: list[Saved] = field(default_factory=list)
    revision: int = 1
    in_view: int = 0
    """How many of the latest saves are still in the file: only those can be taken back."""

    def save(self, by: str, edits: list[Edit], undoes: int | None = None) -> None:
        goals = {id_: dict(fields) for id_, fields in self.goals.items()}
        edits = [did for edit in edits if (did := self._done(goals, edit))] or edits
        if goals != self.goals or undoes is not None:
            self.revision += 1
            self.log.append(Saved(self.revision, by, edits, undoes))
        self.goals = goals

    def standing(self) -> list[Saved]:
        gone: set[int | None] = set()
        kept = []
        for saved in reversed(self._in_view()):
            if saved.revision not in gone:
                kept.append(saved)
                gone |= {saved.undoes} - {None}
        return kept

    def undo(self, by: str) -> None:
        self.take_back(by, next(s for s in self.standing() if s.by == by and s.undoes is None))

    def redo(self, by: str) -> None:
        for saved in (saved for saved in self.standing() if saved.by == by):
            undone = next((one for one in self._in_view() if one.revision == saved.undoes), None)
            if undone is None:
                break
            if undone.undoes is None:
                self.take_back(by, saved)
                return
        raise StopIteration

    def take_back(self, by: str, saved: Saved) -> None:
        inverse = [(id_, name, after, before) for id_, name, before, after in reversed(saved.edits)]
        self.save(by, inverse, saved.revision)

    def _in_view(self) -> list[Saved]:
        return self.log[len(self.log) - self.in_view :]

    def _done(self, goals: dict[str, Fields], edit: Edit) -> Edit | None:
        """Make an edit, and return what of it made a difference."""
        id_, name, *_ = edit
        was = goals.get(id_) if not name else goals.get(id_, {}).get(name)
        self._edit(goals, edit)
        becomes = goals.get(id_) if not name else goals[id_][name]
        return None if was == becomes else (id_, name, was, becomes)

    @staticmethod
    def _edit(goals: dict[str, Fields], edit: Edit) -> None:
        id_, name, before, after = edit
        if not name:
            if goals.get(id_) not in ((before,) if after is None else (before, after)):
                raise RefusedError
            goals.pop(id_, None)
            if after is not None:
                goals[id_] = dict(after)
            return
        if id_ not in goals:
            raise RefusedError
        current = goals[id_][name]
        if name == "needs":
            goals[id_][name] = (current - (before - after)) | (after - before)
        elif current in (before, after):
            goals[id_][name] = after
        else:
            raise RefusedError


def fields_of(workspace: Workspace) -> dict[str, Fields]:
    return {
        goal.id: {"title": goal.title, "needs": set(goal.needs), "archived": goal.archived}
        for goal in workspace.goals.values()
    }


actors = st.sampled_from(ACTORS)
titles = st.sampled_from(["A", "B", "C"])


class Stored(RuleBasedStateMachine):
    reopen: Callable[[], Store]

    def __init__(self) -> None:
        super().__init__()
        self.prepare()
        self.store = self.reopen()
        self.old = self.new = self.store.create("mine")
        self.model = Model()
        self.before: dict[str, Fields] = {}
        self.count = 0

    def prepare(self) -> None:
        raise NotImplementedError

    def stamp(self, by: Actor) -> Stamp:
        self.count += 1
        return Stamp(by=by, at=START + timedelta(hours=5 * self.count))

    def both(self, deed: Callable[[], list[Change]], model: Callable[[], None], seen: int = 0) -> None:
        """Let store and model do the same; they must refuse together and save together."""
        was = {id_: dict(fields) for id_, fields in self.model.goals.items()}
        revision = self.model.revision
        try:
            model()
        except (RefusedError, StopIteration) as refusal:
            with pytest.raises(NothingToUndoError if isinstance(refusal, StopIteration) else ConflictError):
                self.apply(deed(), seen)
            return
        self.new = self.apply(deed(), seen)
        if self.model.revision > revision:
            self.before = was

    def apply(self, changes: list[Change], seen: int) -> Workspace:
        seen = seen or self.new.revision
        saved = self.store.apply("mine", changes, seen=seen, commit_id=f"c{self.count}")
        assert (
            self.store.apply("mine", changes, seen=seen, commit_id=f"c{self.count}") == saved or not changes
        )
        return saved

    def some_goal(self, at: int, plan: Workspace) -> Goal:
        goals = list(plan.goals.values())
        return goals[at % len(goals)]

    @rule(by=actors, first=titles, second=st.none() | titles)
    def create(self, by: Actor, first: str, second: str | None) -> None:
        stamp = self.stamp(by)
        goals = [Goal(id=f"{title}{self.count}", title=title) for title in (first, second) if title]
        goals = list({goal.id: goal for goal in goals}.values())
        edits: list[Edit] = [
            (goal.id, "", None, {"title": goal.title, "needs": set(), "archived": False}) for goal in goals
        ]
        self.both(
            lambda: [created(goal, stamp=stamp) for goal in goals], lambda: self.model.save(by.id, edits)
        )

    @precondition(lambda self: self.old.goals)
    @rule(by=actors, at=st.integers(0, 9), title=titles)
    def rename_from_an_older_page(self, by: Actor, at: int, title: str) -> None:
        goal, stamp = self.some_goal(at, self.old), self.stamp(by)
        edits: list[Edit] = [(goal.id, "title", goal.title, title)] if goal.title != title else []
        self.both(
            lambda: updates(goal, replace(goal, title=title), stamp=stamp),
            lambda: self.model.save(by.id, edits),
            self.old.revision,
        )

    @precondition(lambda self: self.old.goals)
    @rule(by=actors, at=st.integers(0, 9), needs=st.frozensets(st.sampled_from(NEEDS)))
    def choose_needs_on_an_older_page(self, by: Actor, at: int, needs: frozenset[str]) -> None:
        goal, stamp = self.some_goal(at, self.old), self.stamp(by)
        edits: list[Edit] = [(goal.id, "needs", set(goal.needs), set(needs))] if goal.needs != needs else []
        self.both(
            lambda: updates(goal, replace(goal, needs=needs), stamp=stamp),
            lambda: self.model.save(by.id, edits),
            self.old.revision,
        )

    @precondition(lambda self: self.new.goals)
    @rule(by=actors, at=st.integers(0, 9))
    def archive_or_restore(self, by: Actor, at: int) -> None:
        goal, stamp = self.some_goal(at, self.new), self.stamp(by)
        turn = restored if goal.archived else archived
        edits: list[Edit] = [(goal.id, "archived", goal.archived, not goal.archived)]
        self.both(lambda: [turn(goal, stamp=stamp)], lambda: self.model.save(by.id, edits))

    @rule()
    def look(self) -> None:
        self.old = self.new

    @rule(by=actors)
    def undo(self, by: Actor) -> None:
        stamp = self.stamp(by)
        self.both(lambda: undo(self.new, stamp=stamp), lambda: self.model.undo(by.id))

    @rule(by=actors)
    def redo(self, by: Actor) -> None:
        stamp = self.stamp(by)
        self.both(lambda: redo(self.new, stamp=stamp), lambda: self.model.redo(by.id))

    @precondition(lambda self: self.model.standing())
    @rule(by=actors, at=st.integers(0, 9))
    def take_one_back(self, by: Actor, at: int) -> None:
        standing, stamp = self.model.standing(), self.stamp(by)
        saved = standing[at % len(standing)]
        self.both(
            lambda: take_back(self.new, saved.revision, stamp=stamp),
            lambda: self.model.take_back(by.id, saved),
        )

    @precondition(lambda self: len(self.model.log) > 0)
    @rule(by=actors)
    def go_back_to_the_version_before(self, by: Actor) -> None:
        content = self.store.load_copy("mine", CopyKind.PREVIOUS)
        assert fields_of(content) == self.before
        stamp = self.stamp(by)
        edits = self._edits_to(self.before)
        self.both(lambda: differences(self.new, content, stamp=stamp), lambda: self.model.save(by.id, edits))

    @rule()
    def a_backup_carries_everything_and_adds_nothing_twice(self) -> None:
        backup = read_backup(self.store.backup("mine", at=START))
        assert additions(self.new, backup.content, stamp=self.stamp(ACTORS[0])) == []
        elsewhere = open_store(":memory:")
        elsewhere.create("mine")
        if not self.new.is_empty:
            adopted = elsewhere.adopt("mine", backup)
            assert replace(adopted, history=()) == replace(self.new, history=())
            assert list(elsewhere.history("mine")) == list(self.store.history("mine"))

    @rule()
    def open_anew(self) -> None:
        self.store = self.reopen()

    @invariant()
    def both_hold_the_same(self) -> None:
        workspace = self.store.load("mine")
        self.model.in_view = len(workspace.history)
        assert workspace == self.new
        assert fields_of(workspace) == self.model.goals
        assert workspace.revision == self.model.revision
        assert [batch.revision for batch in self.store.history("mine")] == [
            saved.revision for saved in reversed(self.model.log)
        ]

    def _edits_to(self, target: dict[str, Fields]) -> list[Edit]:
        edits: list[Edit] = []
        for id_, fields in self.model.goals.items():
            if id_ not in target:
                edits.append((id_, "", fields, None))
            else:
                edits += [(id_, n, fields[n], target[id_][n]) for n in fields if fields[n] != target[id_][n]]
        return [*edits, *((id_, "", None, f) for id_, f in target.items() if id_ not in self.model.goals)]


class InFiles(Stored):
    def prepare(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.reopen = lambda: open_store(self.folder)

    def teardown(self) -> None:
        shutil.rmtree(self.folder)


class InMemory(Stored):
    def prepare(self) -> None:
        documents: dict[str, Any] = {}
        lock = RLock()
        self.reopen = lambda: memory_store(documents, lock)


@pytest.mark.parametrize("machine", [InFiles, InMemory])
@pytest.mark.parametrize("in_view", [None, 6], ids=["", "most-history-archived"])
def test_any_sequence_of_steps_leaves_the_store_and_the_model_equal(
    machine: type[Stored], in_view: int | None, monkeypatch: pytest.MonkeyPatch, *, long_form: bool
) -> None:
    if in_view:
        monkeypatch.setattr("careerkit.store.history.HISTORY_HIGH", (in_view, 10_000))
        monkeypatch.setattr("careerkit.store.history.HISTORY_LOW", (in_view // 2, 5_000))
    examples = 500 if long_form else 25
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=40,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )
