import math
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.change import Action, Actor, Change, EntryGoneError, Ids, RandomIds, Stamp, created
from careerkit.errors import InvalidValueError
from careerkit.goals import (
    CheckIn,
    CheckInDraft,
    Goal,
    Measure,
    archive_check_in,
    check_in,
    checkins_of,
    restore_check_in,
)
from careerkit.store import MEMORY, open_store
from careerkit.workspace import Workspace, undo

STAMP = Stamp(by=Actor(id="ada", name="Ada"), at=datetime(2026, 11, 22, 12, tzinfo=UTC))
GOALS = {
    "papers": Goal(id="papers", title="Publish", measure=Measure(start=0, target=4, current=1)),
    "talk": Goal(id="talk", title="Speak at a meetup"),
    "away": Goal(id="away", title="Put away", archived=True),
}
MAY = CheckIn(id="c1", goal="papers", on=date(2026, 5, 1), value=2)
CHECKINS = {
    "c1": MAY,
    "c2": CheckIn(id="c2", goal="papers", on=date(2026, 6, 1), note="Waiting for the second one."),
    "c3": CheckIn(id="c3", goal="papers", on=date(2026, 9, 1), value=9, archived=True),
    "c4": CheckIn(id="c4", goal="talk", on=date(2026, 4, 1), note="Asked Ines."),
    "c5": CheckIn(id="c5", goal="papers", on=date(2026, 4, 1), value=1),
}


def after(draft: CheckInDraft, ids: Ids, stamp: Stamp) -> list[Change]:
    return check_in(GOALS, CHECKINS, "papers", draft, ids=ids, stamp=stamp)


def in_store(*drafts: CheckInDraft) -> Workspace:
    """The plan after one check-in of the goal “papers” for each draft, one after the other."""
    store = open_store(MEMORY)
    store.create("mine")
    plan = store.apply("mine", [created(GOALS["papers"], stamp=STAMP)], seen=1, commit_id="goal")
    for draft in drafts:
        changes = check_in(plan.goals, plan.checkins, "papers", draft, ids=RandomIds(), stamp=STAMP)
        plan = store.apply("mine", changes, seen=plan.revision, commit_id=str(plan.revision))
    return plan


def test_a_check_in_keeps_the_day_the_value_and_the_note(ids: Ids, stamp: Stamp) -> None:
    made, moved = after(CheckInDraft(on=date(2026, 7, 1), value=3, note=" Accepted.\r\n"), ids, stamp)

    assert (made.action, made.kind) == (Action.CREATE, "checkins")
    assert made.after == {
        "id": "new1",
        "goal": "papers",
        "on": "2026-07-01",
        "value": 3,
        "note": "Accepted.",
        "archived": False,
    }
    assert (moved.action, moved.kind, moved.entity_id) == (Action.UPDATE, "goals", "papers")


@pytest.mark.parametrize(
    ("on", "current"),
    [
        pytest.param(date(2026, 5, 2), 3, id="later"),
        pytest.param(date(2026, 5, 1), 3, id="the-same-day"),
        pytest.param(date(2026, 4, 30), None, id="earlier"),
    ],
)
def test_only_the_newest_value_sets_the_measure(
    on: date, current: float | None, ids: Ids, stamp: Stamp
) -> None:
    _, *moved = after(CheckInDraft(on=on, value=3), ids, stamp)

    assert [change.after["measure"]["current"] for change in moved] == ([] if current is None else [current])


def test_a_note_alone_leaves_the_measure_as_it_is(ids: Ids, stamp: Stamp) -> None:
    assert len(after(CheckInDraft(on=date(2026, 7, 1), note="Slow month."), ids, stamp)) == 1


def test_the_value_that_the_measure_has_already_changes_no_goal(ids: Ids, stamp: Stamp) -> None:
    assert len(after(CheckInDraft(on=date(2026, 7, 1), value=1), ids, stamp)) == 1


@given(st.lists(st.tuples(st.dates(date(2026, 1, 1), date(2026, 1, 9)), st.integers(0, 5)), min_size=1))
def test_the_measure_is_the_value_of_the_newest_day_in_whatever_order_they_come(
    entered: list[tuple[date, int]],
) -> None:
    plan = in_store(*(CheckInDraft(on=on, value=value) for on, value in entered))

    newest = max(on for on, _ in entered)
    [*_, expected] = (value for on, value in entered if on == newest)
    measure = plan.goals["papers"].measure
    assert measure is not None
    assert measure.current == expected
    assert [it.on for it in checkins_of("papers", plan.checkins)] == sorted(on for on, _ in entered)


def test_undo_takes_the_check_in_and_the_value_of_the_measure_back() -> None:
    plan = in_store(CheckInDraft(on=date(2026, 7, 1), value=3))
    store = open_store(MEMORY)
    store.create("mine")
    store.apply("mine", [created(GOALS["papers"], stamp=STAMP)], seen=1, commit_id="goal")
    checked = store.apply("mine", plan.history[-1].changes, seen=2, commit_id="checked")

    undone = store.apply("mine", undo(checked, stamp=STAMP), seen=3, commit_id="undone")

    assert checked.checkins
    assert undone.checkins == {}
    assert undone.goals["papers"] == GOALS["papers"]


@pytest.mark.parametrize(
    ("goal", "entered", "sentence"),
    [
        pytest.param("papers", {}, "a number or a note", id="nothing"),
        pytest.param("papers", {"note": " \u200b"}, "a number or a note", id="invisible-note"),
        pytest.param("papers", {"on": None, "value": 3}, "Choose the day", id="no-day"),
        pytest.param("papers", {"on": date(1900, 1, 1), "value": 3}, "out of reach", id="far-day"),
        pytest.param("talk", {"value": 3, "note": "Yes"}, "has no measure", id="number-without-a-measure"),
        pytest.param("papers", {"note": "x" * 4001}, "Please shorten it", id="long-note"),
    ],
)
def test_a_check_in_that_says_nothing_or_too_much_is_refused(
    goal: str, entered: dict[str, Any], sentence: str, ids: Ids, stamp: Stamp
) -> None:
    draft = CheckInDraft(**{"on": date(2026, 7, 1), **entered})

    with pytest.raises(InvalidValueError, match=sentence):
        check_in(GOALS, CHECKINS, goal, draft, ids=ids, stamp=stamp)


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, 1e13, -1e13])
def test_a_number_that_no_measure_can_hold_is_refused(value: float, ids: Ids, stamp: Stamp) -> None:
    with pytest.raises(InvalidValueError, match="an ordinary number"):
        after(CheckInDraft(on=date(2026, 7, 1), value=value), ids, stamp)


@pytest.mark.parametrize("gone", ["away", "nowhere"], ids=["archived", "unknown"])
def test_a_goal_that_is_gone_takes_no_check_in(gone: str, ids: Ids, stamp: Stamp) -> None:
    with pytest.raises(EntryGoneError, match="This goal is gone"):
        check_in(GOALS, {}, gone, CheckInDraft(on=date(2026, 7, 1), note="Hm."), ids=ids, stamp=stamp)


def test_the_check_ins_of_a_goal_run_from_the_oldest_and_leave_the_archived_out() -> None:
    assert [it.id for it in checkins_of("papers", CHECKINS)] == ["c5", "c1", "c2"]
    assert checkins_of("nowhere", CHECKINS) == []


def test_archive_and_restore_are_changes_of_their_own(stamp: Stamp) -> None:
    assert [c.action for c in archive_check_in(CHECKINS, "c1", stamp=stamp)] == [Action.ARCHIVE]
    assert [c.action for c in restore_check_in(CHECKINS, "c3", stamp=stamp)] == [Action.RESTORE]
    assert restore_check_in(CHECKINS, "c1", stamp=stamp) == []
    with pytest.raises(EntryGoneError, match="This check-in is gone"):
        archive_check_in(CHECKINS, "c3", stamp=stamp)
