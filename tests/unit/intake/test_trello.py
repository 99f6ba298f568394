import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from careerkit.aspirations import Aspiration
from careerkit.goals import Goal, GoalStatus, Milestone, MilestoneKind
from careerkit.intake import Intake, RowProblem, UnreadableFileError, read_trello
from careerkit.workspace import Workspace

TODAY = date(2026, 11, 22)
PLAN = Workspace(id="mine", revision=1, aspirations={"a1": Aspiration(id="a1", title="Become the expert")})
LISTS = [
    {"id": "l1", "name": "In progress", "closed": False},
    {"id": "l2", "name": "Done", "closed": False},
    {"id": "l3", "name": "Old", "closed": True},
    {"id": "l4", "name": "Spring", "closed": False},
]


def board(*cards: Any, checklists: Any = (), **more: Any) -> bytes:  # noqa: ANN401 - anything may be in a file
    return json.dumps({"lists": LISTS, "cards": cards, "checklists": list(checklists), **more}).encode()


def card(**fields: Any) -> dict[str, Any]:  # noqa: ANN401 - as above
    return {"id": "c1", "name": "Speak", "idList": "l1", "due": "2027-05-06T09:00:00.000Z", **fields}


def read(*cards: Any, plan: Workspace = PLAN, checklists: Any = ()) -> Intake:  # noqa: ANN401 - as above
    return read_trello(board(*cards, checklists=checklists), plan, today=TODAY)


def items(*entries: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"id": "k", "idCard": "c1", "checkItems": [{"state": "incomplete", **it} for it in entries]}]


def saved(plan: Workspace, intake: Intake) -> Workspace:
    return replace(
        plan,
        goals={it.id: it for it in intake.goals},
        milestones={it.id: it for it in intake.milestones},
    )


def only_goal(**fields: Any) -> Goal:  # noqa: ANN401 - as above
    [goal] = read(card(**fields)).goals
    return goal


def test_a_card_becomes_a_goal() -> None:
    intake = read(card(desc="For the field\r\nand me", labels=[{"name": "become the EXPERT"}, {"name": ""}]))

    [goal] = intake.goals
    assert replace(goal, id="") == Goal(
        id="",
        title="Speak",
        why="For the field\nand me",
        due=date(2027, 5, 6),
        status=GoalStatus.DOING,
        aspirations=frozenset({"a1"}),
    )
    assert (intake.problems, intake.notes, intake.known) == ((), (), 0)


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"idList": "l1"}, GoalStatus.DOING),
        ({"idList": "l2"}, GoalStatus.DONE),
        ({"idList": "l1", "dueComplete": True}, GoalStatus.DONE),
        ({"idList": "l1", "dueComplete": "yes"}, GoalStatus.DOING),
        ({"idList": "l4"}, GoalStatus.PLANNED),
        ({"idList": "nowhere"}, GoalStatus.PLANNED),
        ({"idList": "l4", "due": None}, GoalStatus.IDEA),
        ({"idList": "l2", "due": None}, GoalStatus.IDEA),
    ],
)
def test_the_list_and_the_tick_make_the_status(fields: dict[str, Any], status: GoalStatus) -> None:
    assert only_goal(**fields).status is status


def test_a_card_whose_status_needs_a_date_waits_as_an_idea() -> None:
    assert read(card(due=None)).notes == ("1 goal comes in as an idea: its status needs a date.",)


@pytest.mark.parametrize(
    ("due", "day"),
    [
        ("2027-05-06T23:59:59.999Z", date(2027, 5, 6)),
        ("2027-05-06T23:30:00-02:00", date(2027, 5, 7)),
        ("2027-05-06T00:30:00+0200", date(2027, 5, 5)),
    ],
)
def test_the_day_of_a_card_is_that_in_utc(due: str, day: date) -> None:
    assert only_goal(due=due).due == day


@pytest.mark.parametrize(
    "due",
    ["2027-05-06", "tomorrow", 1735689600, True, {}, "2027-02-30T00:00:00Z", "0001-01-01T00:00:00+14:00"],
)
def test_a_date_that_cannot_be_read_keeps_its_card_out(due: object) -> None:
    intake = read(card(due=due), card(id="c2", name="Write"))

    assert [goal.title for goal in intake.goals] == ["Write"]
    [problem] = intake.problems
    assert (problem.row, problem.column) == (1, "card")
    assert "cannot be read. Set it again in Trello." in problem.sentence


def test_a_year_out_of_reach_keeps_its_card_out() -> None:
    assert "out of reach" in read(card(due="3027-01-01T00:00:00Z")).problems[0].sentence


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        (5, "This is no card."),
        ({"id": "c"}, "Give the goal a title."),
        ({"id": "c", "name": 5}, "Give the goal a title."),
        ({"name": "Speak"}, "“Speak”: It has no id"),
    ],
)
def test_what_is_no_card_is_told_by_its_place(entry: object, sentence: str) -> None:
    intake = read(card(), entry)

    assert len(intake.goals) == 1
    [problem] = intake.problems
    assert problem.row == 2
    assert problem.sentence.startswith(sentence)


def test_archived_cards_and_lists_stay_out_with_their_items() -> None:
    checked = items({"id": "i", "name": "Step"})
    intake = read(card(closed=True), card(id="c2", idList="l3"), card(id="c3"), checklists=checked)

    assert (len(intake.goals), intake.milestones) == (1, ())
    assert intake.notes == ("2 cards archived in Trello stay out.",)


def test_checklist_items_become_milestones_of_their_card() -> None:
    checked = items(
        {"id": "i1", "name": "Ask Bo", "due": "2028-01-02T10:00:00.000Z", "state": "complete"},
        {"id": "i2", "name": "Write it"},
    )
    intake = read(card(), checklists=checked)

    [goal] = intake.goals
    bare = Milestone(
        id="", title="Write it", year=2027, kind=MilestoneKind.EXPERIENCE, goals=frozenset({goal.id})
    )
    assert [replace(it, id="") for it in intake.milestones] == [
        replace(bare, title="Ask Bo", year=2028, on=date(2028, 1, 2), done=True),
        bare,
    ]


def test_an_item_of_a_card_without_a_date_belongs_to_this_year() -> None:
    [milestone] = read(card(due=None), checklists=items({"id": "i", "name": "Step"})).milestones

    assert milestone.year == 2026


def test_an_item_with_a_problem_is_told_and_its_card_comes_in() -> None:
    intake = read(card(), checklists=items({"id": "i", "name": " "}, {"id": "j", "name": "Step"}))

    assert (len(intake.goals), len(intake.milestones)) == (1, 1)
    assert intake.problems == (
        RowProblem(row=1, column="checklist item", sentence="Give the milestone a title."),
    )


def test_reading_again_after_saving_adds_nothing() -> None:
    checked = items({"id": "i", "name": "Step"})
    first = read(card(), checklists=checked)
    plan = saved(PLAN, first)

    assert read(card(), checklists=checked) == first
    assert read(card(), plan=plan, checklists=checked) == Intake(known=2)
    assert read(card(name="Sing"), plan=plan, checklists=checked) == Intake(known=2, differing=1)


def test_another_workspace_gives_other_ids() -> None:
    assert read(card()).goals[0].id != read(card(), plan=replace(PLAN, id="theirs")).goals[0].id


def test_a_goal_that_was_put_away_stays_there_and_gets_no_new_milestones() -> None:
    first = read(card())
    plan = replace(PLAN, goals={it.id: replace(it, archived=True) for it in first.goals})

    intake = read(card(), plan=plan, checklists=items({"id": "i", "name": "Step"}))

    assert intake == Intake(known=1, notes=("1 entry of this board lies in the archive and stays there.",))


def test_a_card_that_stands_there_twice_counts_once() -> None:
    intake = read(card(), card())

    assert len(intake.goals) == 1
    assert intake.problems[0].sentence == "“Speak”: It stands in the file twice, and counts once."


def test_labels_that_are_no_aspirations_are_told() -> None:
    assert read(card(labels=[{"name": "Urgent"}])).notes == (
        "There is no aspiration “Urgent”: in row 1 it is left out.",
    )


def test_long_texts_are_shortened_and_nothing_of_a_title_is_lost() -> None:
    name = "word " * 60
    intake = read(card(name=name, desc="y" * 5_000), card(id="c2", name="👩‍👩‍👧" * 100))

    first, second = intake.goals
    assert first.title.endswith("word…")
    assert len(first.title) <= 120
    assert first.why.startswith(name.strip() + "\n\nyyy")
    assert len(first.why) == 4_000
    assert second.title == "👩‍👩‍👧" * 23 + "…"
    assert second.why == "👩‍👩‍👧" * 100
    assert intake.notes == ("2 long texts were shortened.",)


@pytest.mark.parametrize(
    "data",
    [b"null", b"[]", b'"x"', b"123", b"{}", b'{"lists": [], "cards": {}}', b'{"kind": "careerkit backup"}'],
)
def test_what_is_no_board_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(UnreadableFileError, match="This file is not the export of a Trello board"):
        read_trello(data, PLAN, today=TODAY)


def test_a_board_with_too_many_cards_is_refused() -> None:
    with pytest.raises(UnreadableFileError, match="more than 10,000 cards"):
        read(*[0] * 10_001)


def test_an_empty_board_proposes_nothing() -> None:
    assert read() == Intake()
    assert read_trello(b'{"lists": [], "cards": []}', PLAN, today=TODAY) == Intake()


def test_texts_are_cleaned_on_their_way_in() -> None:
    assert only_goal(name="  A\x00 \u202eb\n c\ud800 ").title == "A b c\ufffd"
