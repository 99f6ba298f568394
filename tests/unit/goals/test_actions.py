from datetime import date
from typing import Any

import pytest

from careerkit.aspirations import Aspiration
from careerkit.change import Action, EntryGoneError, Ids, Stamp
from careerkit.errors import InvalidValueError
from careerkit.goals import (
    Goal,
    GoalDraft,
    GoalStatus,
    Measure,
    Offered,
    add_goal,
    archive_goal,
    edit_goal,
    move_goal,
    restore_goal,
)
from careerkit.labels import Mark

DUE = date(2026, 12, 12)
NEEDS = ("mastery", "income")
ASPIRATIONS = {
    "a1": Aspiration(id="a1", title="Become the expert"),
    "a2": Aspiration(id="a2", title="Put away", archived=True),
}
OFFERED = Offered(aspirations=ASPIRATIONS, needs=NEEDS)
GOALS = {
    "idea": Goal(id="idea", title="Speak at a meetup"),
    "dated": Goal(id="dated", title="Pass part 1", due=DUE, status=GoalStatus.PLANNED),
    "linked": Goal(id="linked", title="Linked", aspirations=frozenset({"a1", "a2"})),
    "away": Goal(id="away", title="Put away", archived=True),
}


def test_an_added_goal_keeps_all_that_was_entered(ids: Ids, stamp: Stamp) -> None:
    draft = GoalDraft(
        title=" Pass part 2 ",
        why="For the licence\r\n",
        first_step=" Book the exam",
        measure=Measure(start=0, target=100, current=20, unit=" chapters "),
        due=DUE,
        aspirations=frozenset({"a1"}),
        needs=frozenset({"mastery"}),
        status=GoalStatus.DOING,
        mark=Mark.PRIVATE,
    )

    [change] = add_goal(draft, offered=OFFERED, ids=ids, stamp=stamp)

    assert change.action is Action.CREATE
    assert change.after == {
        "id": "new1",
        "title": "Pass part 2",
        "why": "For the licence",
        "first_step": "Book the exam",
        "measure": {"start": 0, "target": 100, "current": 20, "unit": "chapters"},
        "due": "2026-12-12",
        "aspirations": ["a1"],
        "needs": ["mastery"],
        "status": "doing",
        "mark": "private",
        "archived": False,
        "yes_no": False,
        "if_then": None,
        "confidence": None,
        "trends": [],
        "by_hand": None,
    }


@pytest.mark.parametrize(
    ("entered", "sentence"),
    [
        pytest.param({"title": " "}, "Give the goal a title", id="no-title"),
        pytest.param({"title": "x" * 121}, "Please shorten it", id="long-title"),
        pytest.param({"status": GoalStatus.DOING}, "Give “A goal” a date first", id="no-date"),
        pytest.param({"status": "won"}, "This status does not exist", id="odd-status"),
        pytest.param({"mark": "loud"}, "This mark does not exist", id="odd-mark"),
        pytest.param({"aspirations": frozenset({"a9"})}, "One aspiration you chose", id="unknown-aspiration"),
        pytest.param(
            {"aspirations": frozenset({"a2"})}, "One aspiration you chose", id="archived-aspiration"
        ),
        pytest.param({"needs": frozenset({"fame"})}, "One need you chose", id="unknown-need"),
        pytest.param({"due": date(9999, 12, 31)}, "out of reach", id="far-date"),
    ],
)
def test_a_goal_that_breaks_a_rule_is_refused_with_a_sentence(
    entered: dict[str, Any], sentence: str, ids: Ids, stamp: Stamp
) -> None:
    with pytest.raises(InvalidValueError, match=sentence):
        add_goal(
            GoalDraft(**{"title": "A goal", **entered}),
            offered=OFFERED,
            ids=ids,
            stamp=stamp,
        )


def test_an_edit_names_only_what_differs(stamp: Stamp) -> None:
    draft = GoalDraft(title="Pass part 1", due=DUE, status=GoalStatus.PLANNED, why="Because")

    [change] = edit_goal(GOALS, "dated", draft, offered=OFFERED, stamp=stamp)

    assert (change.before, change.after) == ({"why": ""}, {"why": "Because"})


def test_a_measure_can_be_taken_away(stamp: Stamp) -> None:
    measured = {"g": Goal(id="g", title="G", measure=Measure(start=0, target=1, current=0))}

    [change] = edit_goal(measured, "g", GoalDraft(title="G"), offered=OFFERED, stamp=stamp)

    assert change.after == {"measure": None}


def test_a_link_to_an_archived_aspiration_survives_an_edit(stamp: Stamp) -> None:
    draft = GoalDraft(title="Linked")

    [change] = edit_goal(GOALS, "linked", draft, offered=OFFERED, stamp=stamp)

    assert change.after == {"aspirations": ["a2"]}


@pytest.mark.parametrize("status", GoalStatus)
def test_a_dated_goal_can_have_every_status(status: GoalStatus, stamp: Stamp) -> None:
    changes = move_goal(GOALS, "dated", status, stamp=stamp)

    assert [change.after for change in changes] == ([] if status == "planned" else [{"status": status.value}])


@pytest.mark.parametrize("status", ["planned", "doing", "done"])
def test_an_idea_without_a_date_stays_an_idea(status: str, stamp: Stamp) -> None:
    with pytest.raises(InvalidValueError, match="a goal without one stays an idea"):
        move_goal(GOALS, "idea", status, stamp=stamp)


def test_an_idea_can_be_dropped_without_a_date(stamp: Stamp) -> None:
    [change] = move_goal(GOALS, "idea", "dropped", stamp=stamp)

    assert change.after == {"status": "dropped"}


def test_a_status_from_elsewhere_is_refused(stamp: Stamp) -> None:
    with pytest.raises(InvalidValueError, match="This status does not exist"):
        move_goal(GOALS, "dated", "__class__", stamp=stamp)


@pytest.mark.parametrize("gone", ["away", "nowhere"], ids=["archived", "unknown"])
def test_what_is_gone_can_neither_move_nor_change(gone: str, stamp: Stamp) -> None:
    with pytest.raises(EntryGoneError, match="This goal is gone"):
        move_goal(GOALS, gone, "idea", stamp=stamp)
    with pytest.raises(EntryGoneError, match="This goal is gone"):
        archive_goal(GOALS, gone, stamp=stamp)
    with pytest.raises(EntryGoneError, match="This goal is gone"):
        edit_goal(GOALS, gone, GoalDraft(title="X"), offered=OFFERED, stamp=stamp)


def test_archive_and_restore_are_changes_of_their_own(stamp: Stamp) -> None:
    assert [c.action for c in archive_goal(GOALS, "idea", stamp=stamp)] == [Action.ARCHIVE]
    assert [c.action for c in restore_goal(GOALS, "away", stamp=stamp)] == [Action.RESTORE]
    assert restore_goal(GOALS, "idea", stamp=stamp) == []
    with pytest.raises(EntryGoneError):
        restore_goal(GOALS, "nowhere", stamp=stamp)
