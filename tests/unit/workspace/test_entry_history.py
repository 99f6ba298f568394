from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from careerkit.aspirations import Aspiration, LevelDraft, change_level, retire_aspiration
from careerkit.change import Actor, Batch, Change, Stamp, archived, created, restored, updates
from careerkit.goals import (
    CheckIn,
    CheckInDraft,
    Goal,
    Measure,
    Milestone,
    MilestoneKind,
    archive_check_in,
    check_in,
)
from careerkit.store import MEMORY, Store, open_store
from careerkit.workspace import Workspace, redo, undo
from careerkit.workspace.entry_history import EntryEvent, history_of
from careerkit.workspace.refile import refile_as_aspiration, refile_as_goal

START = datetime(2026, 1, 2, tzinfo=UTC)
ME = Actor(id="me", name="Me")
GOAL = Goal(id="g", title="Pass", measure=Measure(start=0, target=5, current=1, unit="papers"))
OTHER = Goal(id="h", title="Rest")
ASPIRATION = Aspiration(id="a", title="Grow", level="Senior")


class OneId:
    def __init__(self, id_: str) -> None:
        self._id = id_

    def new(self) -> str:
        return self._id


class Plan:
    """A plan in a store, changed a minute at a time."""

    def __init__(self, *entries: Any) -> None:  # noqa: ANN401 - of any kind
        self.store: Store = open_store(MEMORY)
        self.now: Workspace = self.store.create("mine")
        self.save(*(created(entry, stamp=self.stamp) for entry in entries))

    @property
    def stamp(self) -> Stamp:
        return Stamp(by=ME, at=START + timedelta(minutes=self.now.revision))

    def save(self, *changes: Change) -> None:
        revision = self.now.revision
        self.now = self.store.apply("mine", changes, seen=revision, commit_id=str(revision))

    def check_in(self, id_: str, draft: CheckInDraft) -> None:
        self.save(*check_in(self.now.goals, self.now.checkins, "g", draft, ids=OneId(id_), stamp=self.stamp))

    def events(self, *ids: str, **options: Any) -> list[EntryEvent]:  # noqa: ANN401 - those of the function
        return list(history_of(self.store.history("mine"), self.now, ids, **options))

    def told(self, *ids: str) -> list[tuple[str, tuple[str, ...]]]:
        return [(event.sentence, event.lines) for event in self.events(*ids)]


def test_only_what_concerns_the_entry_is_told_newest_first() -> None:
    plan = Plan(GOAL, OTHER)
    plan.save(*updates(GOAL, replace(GOAL, why="Joy"), stamp=plan.stamp))
    plan.save(*updates(OTHER, replace(OTHER, why="Calm"), stamp=plan.stamp))
    plan.save(archived(plan.now.goals["g"], stamp=plan.stamp))
    plan.save(restored(plan.now.goals["g"], stamp=plan.stamp))

    assert plan.told("g") == [
        ("Brought back", ()),
        ("Archived", ()),
        ("Changed", ("why: nothing → Joy",)),
        ("Added", ()),
    ]


def test_an_event_has_its_time_its_author_and_the_reasons_of_its_own_changes() -> None:
    plan = Plan(GOAL, OTHER)
    plan.save(
        *updates(GOAL, replace(GOAL, why="Joy"), stamp=plan.stamp, reason="Market."),
        *updates(OTHER, replace(OTHER, why="Calm"), stamp=plan.stamp, reason="Life."),
    )

    (event, _) = plan.events("g")

    assert event == EntryEvent(
        revision=3,
        at=START + timedelta(minutes=2),
        by="Me",
        reason="Market.",
        sentence="Changed",
        lines=("why: nothing → Joy",),
    )


def test_a_check_in_belongs_to_its_goal_and_its_value_is_told_once() -> None:
    plan = Plan(GOAL, OTHER)
    plan.check_in("c1", CheckInDraft(on=START.date(), value=2.5))
    plan.check_in("c2", CheckInDraft(on=date(2025, 12, 1), note="So so."))

    assert plan.told("g")[:2] == [
        ("Checked in", ("day: 1 Dec 2025", "note: So so.")),
        ("Checked in: 2.5", ()),
    ]
    assert [event.sentence for event in plan.events("h")] == ["Added"]


def test_a_measure_that_was_changed_otherwise_beside_a_check_in_is_told() -> None:
    plan = Plan(GOAL)
    entry = CheckIn(id="c", goal="g", on=START.date(), value=3)
    further = Measure(start=0, target=9, current=3, unit="papers")
    plan.save(
        created(entry, stamp=plan.stamp), *updates(GOAL, replace(GOAL, measure=further), stamp=plan.stamp)
    )

    assert plan.told("g")[0] == (
        "Checked in: 3",
        ("measure: from 0 to 5 papers, now 1 → from 0 to 9 papers, now 3",),
    )


def test_a_check_in_that_is_archived_or_corrected_is_told_though_its_change_names_no_goal() -> None:
    plan = Plan(GOAL)
    plan.check_in("c", CheckInDraft(on=START.date(), value=2))
    plan.save(*updates(plan.now.checkins["c"], replace(plan.now.checkins["c"], value=4), stamp=plan.stamp))
    plan.save(*archive_check_in(plan.now.checkins, "c", stamp=plan.stamp))

    assert plan.told("g")[:2] == [
        ("Archived a check-in", ()),
        ("Changed a check-in", ("value: 2 → 4",)),
    ]


def test_a_check_in_that_was_taken_back_stays_in_the_history_and_can_be_done_again() -> None:
    plan = Plan(GOAL)
    plan.check_in("c", CheckInDraft(on=START.date(), value=2))
    plan.save(*undo(plan.now, stamp=plan.stamp))
    plan.save(*redo(plan.now, stamp=plan.stamp))
    plan.save(*undo(plan.now, stamp=plan.stamp))

    assert [event.sentence for event in plan.events("g")] == [
        "Took back: adding a check-in",
        "Did again: adding a check-in",
        "Took back: adding a check-in",
        "Checked in: 2",
        "Added",
    ]


def test_a_change_of_level_is_told_by_which_way_it_went() -> None:
    plan = Plan(ASPIRATION)
    draft = LevelDraft(kind="raise", level="Lead", reason="I was asked.")
    plan.save(*change_level(plan.now.aspirations, "a", draft, stamp=plan.stamp))
    plan.save(*undo(plan.now, stamp=plan.stamp))
    plan.save(*retire_aspiration(plan.now.aspirations, "a", reason="Done with it.", stamp=plan.stamp))

    assert [(event.sentence, event.reason) for event in plan.events("a")] == [
        ("Retired", "Done with it."),
        ("Took back: a change of level", ""),
        ("Raised", "I was asked."),
        ("Added", ""),
    ]


def test_a_refiled_entry_has_one_history_across_both_kinds() -> None:
    plan = Plan(GOAL)
    plan.check_in("c", CheckInDraft(on=START.date(), value=2))
    plan.save(*refile_as_aspiration(plan.now, "g", stamp=plan.stamp))
    plan.save(
        *updates(
            plan.now.aspirations["g"], replace(plan.now.aspirations["g"], title="Grow"), stamp=plan.stamp
        )
    )
    plan.save(*refile_as_goal(plan.now, "g", stamp=plan.stamp))
    plan.save(*undo(plan.now, stamp=plan.stamp))

    assert plan.told("g") == [
        ("Took back: re-filing", ("title: Grow → Pass",)),
        ("Re-filed as a goal", ("title: Pass → Grow",)),
        ("Changed", ("title: Pass → Grow",)),
        ("Re-filed as an aspiration", ()),
        ("Checked in: 2", ()),
        ("Added", ()),
    ]


def test_other_kinds_are_asked_for_by_name_and_check_ins_come_only_with_goals() -> None:
    plan = Plan(GOAL, Milestone(id="g", title="Ask", year=2026, kind=MilestoneKind.ROLE))
    plan.check_in("c", CheckInDraft(on=START.date(), value=2))

    assert len(plan.events("g")) == 2
    assert [event.sentence for event in plan.events("g", kinds={"milestones"})] == ["Added"]


def test_needs_are_called_by_their_names() -> None:
    plan = Plan(GOAL)
    plan.save(*updates(GOAL, replace(GOAL, needs=frozenset({"5"})), stamp=plan.stamp))

    assert plan.events("g", needs={"5": "Quiet"})[0].lines == ("needs: nothing → Quiet",)


def test_no_more_is_read_than_is_asked_for() -> None:
    plan = Plan(GOAL)

    def read() -> Iterator[Batch]:
        yield from plan.store.history("mine")
        message = "read too far"
        raise AssertionError(message)

    assert next(history_of(read(), plan.now, {"g"})).sentence == "Added"


@pytest.mark.parametrize("value", [["g"], {"g": 1}, None, 3])
def test_a_history_from_elsewhere_with_odd_values_is_read_all_the_same(value: Any) -> None:  # noqa: ANN401 - any stored value
    plan = Plan(GOAL, ASPIRATION)
    odd = {"goal": value, "value": value, "note": value, "on": value, "steps": value, "measure": value}
    changes = [
        replace(created(entry, stamp=plan.stamp), after=odd)
        for entry in (CheckIn(id="c", goal="g", on=START.date()), GOAL, ASPIRATION)
    ]
    changes += [
        replace(change, before=odd)
        for change in updates(ASPIRATION, replace(ASPIRATION, why="Joy"), stamp=plan.stamp)
    ]
    batch = Batch(revision=9, commit_id="9", changes=tuple(changes))

    assert list(history_of([batch], plan.now, {"g", "a"}))
