from datetime import date
from typing import Any

import pytest

from careerkit.aspirations import Aspiration
from careerkit.change import Action, EntryGoneError, Ids, Stamp, updates
from careerkit.errors import InvalidValueError
from careerkit.goals import (
    Goal,
    GoalDraft,
    GoalStatus,
    IfThen,
    Measure,
    Offered,
    Trend,
    TrendDirection,
    add_goal,
    archive_goal,
    edit_goal,
    move_goal,
    restore_goal,
    set_goal_due,
    set_progress_by_hand,
)
from careerkit.goals.actions import drafted_goal
from careerkit.labels import Mark

DUE = date(2026, 12, 12)
NEEDS = ("mastery", "income")
ASPIRATIONS = {
    "a1": Aspiration(id="a1", title="Become the expert"),
    "a2": Aspiration(id="a2", title="Put away", archived=True),
}
TRENDS = {
    "t1": Trend(id="t1", title="Firms sell abroad", on=DUE, direction=TrendDirection.GROWING),
    "t2": Trend(id="t2", title="Put away", on=DUE, direction=TrendDirection.GROWING, archived=True),
}
OFFERED = Offered(aspirations=ASPIRATIONS, needs=NEEDS, trends=TRENDS)
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
        if_then=IfThen(obstacle=" The busy season\r\n", action=" Study before work "),
        confidence=7,
        trends=frozenset({"t1"}),
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
        "if_then": {"obstacle": "The busy season", "action": "Study before work"},
        "confidence": 7,
        "trends": ["t1"],
        "by_hand": None,
    }


def test_a_goal_can_be_met_or_not_with_no_number_between(ids: Ids, stamp: Stamp) -> None:
    [change] = add_goal(GoalDraft(title="Speak", yes_no=True), offered=OFFERED, ids=ids, stamp=stamp)

    assert (change.after["yes_no"], change.after["measure"]) == (True, None)


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
        pytest.param({"trends": frozenset({"t9"})}, "One trend you chose", id="unknown-trend"),
        pytest.param({"trends": frozenset({"t2"})}, "One trend you chose", id="archived-trend"),
        pytest.param({"confidence": 0}, "How sure you are goes from 1 to 10", id="no-confidence"),
        pytest.param({"confidence": 11}, "How sure you are goes from 1 to 10", id="too-confident"),
        pytest.param(
            {"yes_no": True, "measure": Measure(start=0, target=1, current=0)},
            "by a number or by yes and no, not by both",
            id="two-measures",
        ),
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


@pytest.mark.parametrize("confidence", [1, 10, None])
def test_confidence_goes_from_one_to_ten_or_is_left_open(confidence: int | None) -> None:
    assert Goal(id="g", title="G", confidence=confidence).confidence == confidence


@pytest.mark.parametrize(
    ("obstacle", "action", "sentence"),
    [
        pytest.param("", "Study before work", "the “if” of your plan", id="no-if"),
        pytest.param("The busy season", " \u200b", "the “then” of your plan", id="no-then"),
        pytest.param("x" * 4001, "Study", "Please shorten it", id="long-if"),
        pytest.param("The busy season", "x" * 4001, "Please shorten it", id="long-then"),
    ],
)
def test_a_plan_for_an_obstacle_needs_both_of_its_parts(obstacle: str, action: str, sentence: str) -> None:
    with pytest.raises(InvalidValueError, match=sentence):
        IfThen(obstacle=obstacle, action=action)


def test_a_measure_can_be_taken_away(stamp: Stamp) -> None:
    measured = {"g": Goal(id="g", title="G", measure=Measure(start=0, target=1, current=0))}

    [change] = edit_goal(measured, "g", GoalDraft(title="G"), offered=OFFERED, stamp=stamp)

    assert change.after == {"measure": None}


def test_a_link_to_an_archived_aspiration_survives_an_edit(stamp: Stamp) -> None:
    draft = GoalDraft(title="Linked")

    [change] = edit_goal(GOALS, "linked", draft, offered=OFFERED, stamp=stamp)

    assert change.after == {"aspirations": ["a2"]}


def test_a_link_to_an_archived_trend_survives_an_edit(stamp: Stamp) -> None:
    answering = {"g": Goal(id="g", title="G", trends=frozenset({"t1", "t2"}))}

    [change] = edit_goal(answering, "g", GoalDraft(title="G"), offered=OFFERED, stamp=stamp)

    assert change.after == {"trends": ["t2"]}


def test_a_goal_as_drafted_is_what_the_edit_saves(stamp: Stamp) -> None:
    draft = GoalDraft(title=" Pass\nit ", why="For the licence")

    new = drafted_goal(GOALS, "linked", draft, offered=OFFERED)

    edited = edit_goal(GOALS, "linked", draft, offered=OFFERED, stamp=stamp)
    assert edited == updates(GOALS["linked"], new, stamp=stamp)
    assert (new.title, new.why) == ("Pass it", "For the licence")


def test_an_edit_leaves_progress_set_by_hand_as_it_is(stamp: Stamp) -> None:
    by_hand = {"g": Goal(id="g", title="G", by_hand=40)}

    [change] = edit_goal(by_hand, "g", GoalDraft(title="H"), offered=OFFERED, stamp=stamp)

    assert change.after == {"title": "H"}


def test_the_reason_for_an_edit_and_for_a_move_goes_into_the_history(stamp: Stamp) -> None:
    draft = GoalDraft(title="Pass part one", due=DUE, status=GoalStatus.PLANNED)

    [edit] = edit_goal(GOALS, "dated", draft, offered=OFFERED, stamp=stamp, reason=" Clearer\nso ")
    [move] = move_goal(GOALS, "dated", "dropped", stamp=stamp, reason=" My interests ")

    assert (edit.reason, move.reason) == ("Clearer so", "My interests")


def test_a_due_date_moves_alone(stamp: Stamp) -> None:
    [change] = set_goal_due(GOALS, "dated", date(2027, 2, 28), stamp=stamp)

    assert (change.before, change.after) == ({"due": "2026-12-12"}, {"due": "2027-02-28"})
    assert set_goal_due(GOALS, "dated", DUE, stamp=stamp) == []


def test_an_idea_can_get_a_date_and_lose_it_again(stamp: Stamp) -> None:
    [change] = set_goal_due(GOALS, "idea", DUE, stamp=stamp)
    dated_idea = {"idea": Goal(id="idea", title="Speak", due=DUE)}

    assert change.after == {"due": "2026-12-12"}
    assert [it.after for it in set_goal_due(dated_idea, "idea", None, stamp=stamp)] == [{"due": None}]


def test_a_goal_that_is_more_than_an_idea_keeps_a_date_within_reach(stamp: Stamp) -> None:
    with pytest.raises(InvalidValueError, match="Give “Pass part 1” a date first"):
        set_goal_due(GOALS, "dated", None, stamp=stamp)
    with pytest.raises(InvalidValueError, match="out of reach"):
        set_goal_due(GOALS, "dated", date(1900, 1, 1), stamp=stamp)


@pytest.mark.parametrize("percent", [0, 55, 100])
def test_progress_can_be_set_by_hand_and_let_go(percent: int, stamp: Stamp) -> None:
    [change] = set_progress_by_hand(GOALS, "dated", percent, stamp=stamp)
    by_hand = {"g": Goal(id="g", title="G", by_hand=percent)}

    assert change.after == {"by_hand": percent}
    assert set_progress_by_hand(by_hand, "g", percent, stamp=stamp) == []
    assert [it.after for it in set_progress_by_hand(by_hand, "g", None, stamp=stamp)] == [{"by_hand": None}]


@pytest.mark.parametrize("percent", [-1, 101])
def test_progress_set_by_hand_goes_from_none_of_it_to_all_of_it(percent: int, stamp: Stamp) -> None:
    with pytest.raises(InvalidValueError, match="Progress set by hand goes from 0 to 100"):
        set_progress_by_hand(GOALS, "dated", percent, stamp=stamp)


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
    with pytest.raises(EntryGoneError, match="This goal is gone"):
        set_goal_due(GOALS, gone, DUE, stamp=stamp)
    with pytest.raises(EntryGoneError, match="This goal is gone"):
        set_progress_by_hand(GOALS, gone, 50, stamp=stamp)


def test_archive_and_restore_are_changes_of_their_own(stamp: Stamp) -> None:
    assert [c.action for c in archive_goal(GOALS, "idea", stamp=stamp)] == [Action.ARCHIVE]
    assert [c.action for c in restore_goal(GOALS, "away", stamp=stamp)] == [Action.RESTORE]
    assert restore_goal(GOALS, "idea", stamp=stamp) == []
    with pytest.raises(EntryGoneError):
        restore_goal(GOALS, "nowhere", stamp=stamp)


def test_a_new_date_and_an_archived_goal_have_their_reason(stamp: Stamp) -> None:
    [dated] = set_goal_due(GOALS, "dated", date(2027, 2, 28), stamp=stamp, reason=" The market\nfell. ")
    [away] = archive_goal(GOALS, "dated", stamp=stamp, reason="No longer mine.")

    assert (dated.reason, away.reason) == ("The market fell.", "No longer mine.")
