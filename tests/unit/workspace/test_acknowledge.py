from dataclasses import replace
from datetime import UTC, date, datetime
from threading import Lock

import pytest

from careerkit.change import Actor, ConflictError, Stamp, created, updates
from careerkit.goals import Goal, GoalStatus
from careerkit.store import memory_store
from careerkit.workspace import Workspace, acknowledged, value_in_words

STAMP = Stamp(by=Actor(id="me", name="Me"), at=datetime(2026, 1, 2, tzinfo=UTC))
GOAL = Goal(id="g", title="Ours", why="old")


def test_after_a_shown_conflict_a_second_press_overwrites_that_field_and_nothing_else() -> None:
    store = memory_store({}, Lock())
    store.create("mine")
    base = store.apply("mine", [created(GOAL, stamp=STAMP)], seen=1, commit_id="1")
    theirs = replace(GOAL, title="Theirs", why="new")
    store.apply("mine", updates(GOAL, theirs, stamp=STAMP), seen=2, commit_id="2")
    draft = replace(GOAL, title="Mine")
    with pytest.raises(ConflictError) as caught:
        store.apply("mine", updates(base.goals["g"], draft, stamp=STAMP), seen=2, commit_id="3")

    base = acknowledged(base, caught.value, store.load("mine"))
    saved = store.apply("mine", updates(base.goals["g"], draft, stamp=STAMP), seen=2, commit_id="4")

    assert saved.goals["g"] == replace(theirs, title="Mine")


def test_a_mixture_that_no_rule_allows_can_still_be_compared_with() -> None:
    idea = Goal(id="g", title="Ours")
    planned = replace(idea, due=date(2027, 1, 1), status=GoalStatus.PLANNED)
    change = updates(planned, replace(planned, status=GoalStatus.DOING), stamp=STAMP)[0]
    conflict = ConflictError("", change=change, field="status")

    shown = acknowledged(of(idea), conflict, of(planned))

    assert (shown.goals["g"].status, shown.goals["g"].due) == (GoalStatus.PLANNED, None)


def of(goal: Goal) -> Workspace:
    return Workspace(id="mine", revision=1, goals={goal.id: goal})


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "nothing"),
        ("", "nothing"),
        ([], "nothing"),
        (False, "no"),
        (0, "0"),
        (2.5, "2.5"),
        ("2026-12-02", "2 Dec 2026"),
        ("2026-13-02", "2026-13-02"),
        (["a", "b"], "a and b"),
        ({"start": 0.0, "unit": "kg"}, "start 0, unit kg"),
    ],
)
def test_stored_values_read_as_words(value: object, words: str) -> None:
    assert value_in_words(value) == words  # type: ignore[arg-type] # a table of plain values
