from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from careerkit.aspirations import Aspiration
from careerkit.change import Action, Actor, Stamp
from careerkit.export.tables import goals_csv, milestones_csv
from careerkit.goals import Goal, GoalStatus, IfThen, Measure, Milestone, MilestoneKind
from careerkit.intake import (
    Intake,
    RowProblem,
    UnreadableFileError,
    intake_changes,
    read_goals,
    read_milestones,
)
from careerkit.labels import Mark
from careerkit.workspace import Workspace

NEEDS = {"income": "Income", "mastery": "Mastery"}
PLAN = Workspace(
    id="mine",
    revision=4,
    aspirations={
        "a1": Aspiration(id="a1", title="Become the expert"),
        "a2": Aspiration(id="a2", title="Put away", archived=True),
    },
    goals={
        "g1": Goal(id="g1", title="Pass part 1", due=date(2027, 2, 1), status=GoalStatus.DOING),
        "g2": Goal(id="g2", title="Put away", archived=True),
    },
    milestones={
        "m1": Milestone(
            id="m1",
            title="First exam",
            year=2027,
            kind=MilestoneKind.QUALIFICATION,
            goals=frozenset({"g1"}),
        )
    },
)
STAMP = Stamp(by=Actor(id="ada", name="Ada"), at=datetime(2026, 11, 22, tzinfo=UTC))


def goals_in(text: str, plan: Workspace = PLAN) -> Intake:
    return read_goals(text.encode(), plan, needs=NEEDS)


def milestones_in(text: str, plan: Workspace = PLAN) -> Intake:
    return read_milestones(text.encode(), plan)


def saved(plan: Workspace, intake: Intake) -> Workspace:
    return replace(
        plan,
        goals={**plan.goals, **{it.id: it for it in intake.goals}},
        milestones={**plan.milestones, **{it.id: it for it in intake.milestones}},
    )


def test_a_row_becomes_a_goal_with_all_it_says() -> None:
    intake = goals_in(
        "Goal;Due date;List;Next step;Description;Measure start;Target value;Current;Unit;If;Then;Confidence;"
        "Serves;Needs;Mark;Progress by hand\n"
        "Speak twice;2027-05-06;In progress;Ask Bo;For the field;-3;4.5;0;talks;it rains;take the bus;7;"
        "become the EXPERT;income;Keep it private;40\n"
    )

    [goal] = intake.goals
    assert replace(goal, id="") == Goal(
        id="",
        title="Speak twice",
        why="For the field",
        first_step="Ask Bo",
        measure=Measure(start=-3, target=4.5, current=0, unit="talks"),
        due=date(2027, 5, 6),
        aspirations=frozenset({"a1"}),
        needs=frozenset({"income"}),
        status=GoalStatus.DOING,
        mark=Mark.PRIVATE,
        if_then=IfThen(obstacle="it rains", action="take the bus"),
        confidence=7,
        by_hand=40,
    )
    assert len(goal.id) == 32
    assert (intake.problems, intake.notes, intake.known, intake.ignored_columns) == ((), (), 0, ())


def test_a_title_alone_is_an_idea_and_a_dated_one_is_planned() -> None:
    intake = goals_in("Title,Due\nSpeak,\nWrite,2027-01-01\n")

    assert [goal.status for goal in intake.goals] == [GoalStatus.IDEA, GoalStatus.PLANNED]
    assert intake.notes == ()


def test_a_status_that_needs_a_date_waits_as_an_idea() -> None:
    intake = goals_in("Title,Status\nSpeak,Doing\nWrite,Done\nSing,Dropped\n")

    assert [goal.status for goal in intake.goals] == [GoalStatus.IDEA, GoalStatus.IDEA, GoalStatus.DROPPED]
    assert intake.notes == ("2 goals come in as ideas: their status needs a date.",)


def test_columns_nobody_reads_are_told() -> None:
    assert goals_in("Title,Colour,Owner\nSpeak,red,Bo\n").ignored_columns == ("Colour", "Owner")


@pytest.mark.parametrize(
    ("row", "column", "sentence"),
    [
        (" ,2027-01-01,,,,", "Title", "Give the goal a title."),
        ("Speak,01/02/2025,,,,", "Due", "Write year-month-day"),
        ("Speak,,won,,,", "Status", "There is no status “won”"),
        ("Speak,,,12 apples,,", "Measure target", "is not a number"),
        ("Speak,,,0,,", "", "Start and target of the measure are the same"),
        ("Speak,,,4,,yes", "", "not by both"),
        ("Speak,,,,11,", "", "goes from 1 to 10"),
        ("Speak,,,,2.5,", "Confidence", "not a whole number"),
        ("Speak,,,,,,,more", "", "This row has 8 cells and the header 6"),
        ('"Speak" up,,,,,', "", "cannot be read"),
    ],
)
def test_a_row_with_a_problem_stays_out_and_the_others_come_in(row: str, column: str, sentence: str) -> None:
    intake = goals_in(f"Title,Due,Status,Measure target,Confidence,Yes or no\nFirst,,,,,\n{row}\nLast,,,,,\n")

    assert [goal.title for goal in intake.goals] == ["First", "Last"]
    [problem] = intake.problems
    assert (problem.row, problem.column) == (3, column)
    assert sentence in problem.sentence


def test_an_if_without_its_then_is_a_problem() -> None:
    [problem] = goals_in("Title,If,Then\nSpeak,it rains,\n").problems

    assert problem.sentence == "Say what you will do then: the “then” of your plan."


def test_a_row_with_fewer_cells_has_empty_ones() -> None:
    assert [goal.title for goal in goals_in("Title,Due,Why\nSpeak\n\nWrite,\n").goals] == ["Speak", "Write"]


def test_a_table_without_titles_is_refused_as_a_whole() -> None:
    with pytest.raises(UnreadableFileError, match="“Title”; there is “Colour” and “Due”"):
        goals_in("Colour,Due\nred,\n")


def test_links_that_lead_nowhere_are_left_out_and_told() -> None:
    intake = goals_in(
        "Title,Aspirations,Needs\nSpeak,Fly; Become the expert,Fame\nWrite,Fly; Put away,Income\n"
    )

    assert [goal.aspirations for goal in intake.goals] == [{"a1"}, frozenset()]
    assert [goal.needs for goal in intake.goals] == [frozenset(), {"income"}]
    assert intake.problems == ()
    assert intake.notes == (
        "There is no aspiration “Fly”: in rows 2 and 3 it is left out.",
        "There is no aspiration “Put away”: in row 3 it is left out.",
        "There is no need “Fame”: in row 2 it is left out.",
    )


def test_a_hundred_links_that_lead_nowhere_are_told_in_few_sentences() -> None:
    names = "; ".join(f"No {n}" for n in range(100))
    rows = [f"G{n},{names}" for n in range(9)]
    notes = goals_in("\n".join(["Title,Aspirations", *rows])).notes

    assert len(notes) == 21
    assert notes[0] == "There is no aspiration “No 0”: in rows 2, 3, 4, 5, 6 and 4 more it is left out."
    assert notes[-1] == "80 more names are those of no aspiration and are left out."


def test_a_row_with_a_problem_tells_nothing_of_its_links() -> None:
    assert goals_in("Title,Confidence,Aspirations\nSpeak,11,Fly\n").notes == ()


def test_reading_again_after_saving_adds_nothing() -> None:
    table = "Title,Due\nSpeak,\nWrite,2027-01-01\nSpeak,2028-01-01\n"
    first = goals_in(table)

    again = goals_in(table, saved(PLAN, first))

    assert goals_in(table) == first
    assert len({goal.id for goal in first.goals}) == 3
    assert (again.goals, again.known, again.differing, again.problems) == ((), 3, 0, ())


def test_what_came_in_differently_does_not_differ_when_it_is_read_again() -> None:
    table = "Title,Status,Aspirations,Needs\nSpeak,Doing,Fly; Become the expert,Fame\n"

    assert goals_in(table, saved(PLAN, goals_in(table))) == Intake(known=1)
    table = "Title,Year,Goals\nTalk,2027,Fly\n"
    assert milestones_in(table, saved(PLAN, milestones_in(table))) == Intake(known=1)


def test_titles_that_read_the_same_are_the_same() -> None:
    first = goals_in("Title\nÉtudier  le droit\n")

    assert goals_in("Title\n  e\u0301tudier le dro\u200bit\n", saved(PLAN, first)).known == 1


def test_a_goal_that_changed_here_stays_as_it_is() -> None:
    [goal] = goals_in("Title,Why\nSpeak,because\n").goals
    plan = replace(PLAN, goals={goal.id: replace(goal, why="for me")})

    again = goals_in("Title,Why\nSpeak,because\n", plan)

    assert (again.goals, again.known, again.differing) == ((), 1, 1)


def test_a_goal_that_was_entered_by_hand_is_known_by_title_and_date() -> None:
    assert goals_in("Title,Due\npass PART 1,2027-02-01\n").known == 1
    assert len(goals_in("Title,Due\nPass part 1,2027-02-02\n").goals) == 1


@pytest.mark.parametrize("table", ["Id,Title\ng2,Put away\n", "Title\nPut away\n"])
def test_what_lies_in_the_archive_is_known_and_stays_there(table: str) -> None:
    intake = goals_in(table)

    assert (intake.goals, intake.known, intake.differing) == ((), 1, 0)
    assert intake.notes == ("1 goal of this table lies in the archive and stays there.",)


@pytest.mark.parametrize("put_away", ["g2", "g3"])
def test_of_two_goals_of_one_title_the_one_that_is_there_is_meant(put_away: str) -> None:
    both = {id_: Goal(id=id_, title="Speak", archived=id_ == put_away) for id_ in ("g2", "g3")}

    assert goals_in("Title\nSpeak\n", replace(PLAN, goals=both)) == Intake(known=1)


def test_an_id_of_this_plan_is_its_entry_whatever_else_the_row_says() -> None:
    intake = goals_in("Id,Title,Due\ng1,Another title,2027-02-01\n")

    assert (intake.goals, intake.known, intake.differing) == ((), 1, 1)


def test_an_id_from_elsewhere_leads_to_an_id_of_this_workspace() -> None:
    table = "Id,Title\nTASK-17 <b>,Speak\n"
    [goal] = goals_in(table).goals
    [other] = goals_in(table, replace(PLAN, id="another")).goals

    assert goal.id != other.id
    assert goal.id.isalnum()
    assert goals_in("Id,Title\nTASK-17 <b>,Speak up\n", saved(PLAN, goals_in(table))).differing == 1


def test_an_entry_that_stands_in_the_table_twice_counts_once() -> None:
    intake = goals_in("Id,Title\n,Speak\n,speak\nx,One\nx,Two\ng1,Pass part 1\ng1,Pass part 1\n")

    assert [goal.title for goal in intake.goals] == ["Speak", "One"]
    assert intake.known == 1
    assert [(it.row, it.sentence) for it in intake.problems] == [
        (3, "This is the goal of row 2 once more. It counts once."),
        (5, "This is the goal of row 4 once more. It counts once."),
        (7, "This is the goal of row 6 once more. It counts once."),
    ]


def test_only_columns_that_the_table_has_can_differ() -> None:
    assert goals_in("Id,Title\ng1,Pass part 1\n").differing == 0
    assert goals_in("Id,Title,Status,Mark\ng1,Pass part 1,,\n").differing == 0
    assert goals_in("Id,Title,Status\ng1,Pass part 1,Done\n").differing == 1
    assert goals_in("Id,Title,Due\ng1,Pass part 1,\n").differing == 1
    assert goals_in("Id,Title,Aspirations\ng1,Pass part 1,Become the expert\n").differing == 1


def test_a_row_becomes_a_milestone_with_all_it_says() -> None:
    intake = milestones_in(
        "Milestone,Year,Day,Type,Weight,Completed,Goal\nFirst talk,2028,2028-05-06,network,3,x,Pass part 1\n"
    )

    [milestone] = intake.milestones
    assert replace(milestone, id="") == Milestone(
        id="",
        title="First talk",
        year=2028,
        on=date(2028, 5, 6),
        kind=MilestoneKind.NETWORK,
        weight=3,
        done=True,
        goals=frozenset({"g1"}),
    )


def test_a_milestone_takes_its_year_from_its_day_and_its_kind_is_told() -> None:
    intake = milestones_in("Title,Date\nFirst talk,2028-05-06\n")

    assert (intake.milestones[0].year, intake.milestones[0].kind) == (2028, MilestoneKind.EXPERIENCE)
    assert intake.notes == ("1 milestone without a kind comes in as “Experience”.",)


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("Talk,,,", RowProblem(row=2, column="Year", sentence="Give the milestone a year, like 2027.")),
        (
            "Talk,2027,2028-01-01,",
            RowProblem(row=2, column="", sentence="The day of “Talk” lies in 2028, and its year is 2027."),
        ),
        (
            "Talk,3000,,",
            RowProblem(
                row=2,
                column="",
                sentence="The year 3000 is out of reach. Choose one from 1946 to 2106.",
            ),
        ),
        (
            "Talk,2027,,9",
            RowProblem(
                row=2,
                column="",
                sentence="The weight of the milestone goes from 1 to 5. Please choose a number between.",
            ),
        ),
    ],
)
def test_a_milestone_that_breaks_a_rule_is_told(row: str, problem: RowProblem) -> None:
    intake = milestones_in(f"Title,Year,Date,Weight\n{row}\n")

    assert (intake.milestones, intake.problems) == ((), (problem,))


def test_milestones_are_known_by_title_and_year() -> None:
    assert milestones_in("Title,Year\nfirst exam,2027\n").known == 1
    assert len(milestones_in("Title,Year\nfirst exam,2028\n").milestones) == 1


def test_a_milestone_of_an_unknown_goal_comes_in_without_it() -> None:
    intake = milestones_in("Title,Year,Kind,Goals\nTalk,2027,role,Put away; Fly\n")

    assert intake.milestones[0].goals == frozenset()
    assert len(intake.notes) == 2


def test_what_is_new_becomes_creations_that_say_why() -> None:
    changes = intake_changes(goals_in("Title\nSpeak\nWrite\n"), stamp=STAMP, reason="From a table")

    assert [(it.action, it.kind, it.after["title"], it.reason) for it in changes] == [
        (Action.CREATE, "goals", "Speak", "From a table"),
        (Action.CREATE, "goals", "Write", "From a table"),
    ]


def test_the_tables_of_the_export_come_back_as_known() -> None:
    goals = read_goals(goals_csv(PLAN, NEEDS), PLAN, needs=NEEDS)
    milestones = read_milestones(milestones_csv(PLAN), PLAN)

    assert goals == Intake(known=1)
    assert milestones == Intake(known=1)


def test_a_table_of_another_workspace_comes_in_once() -> None:
    there = replace(PLAN, id="theirs")
    here = Workspace(id="mine", revision=1)
    first = read_goals(goals_csv(there, NEEDS), here, needs=NEEDS)

    assert [goal.title for goal in first.goals] == ["Pass part 1"]
    assert read_goals(goals_csv(there, NEEDS), saved(here, first), needs=NEEDS) == Intake(known=1)


def test_ten_thousand_rows_come_in() -> None:
    rows = "".join(
        f"Goal {n},2027-05-06,Doing,Ask Bo,For the field,0,{n + 1},0,talks,Become the expert\n"
        for n in range(10_000)
    )
    intake = goals_in(
        "Title,Due,Status,First step,Why,Measure start,Measure target,Measure now,Unit,Serves\n" + rows
    )

    assert len(intake.goals) == 10_000


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "'=1+1", "''+x", "-3", "@x", "＝1", "'", "a; b", '"', "  x", "x\ny", "null\x00", "🏔️" * 30],
)
def test_any_text_comes_back_as_it_was(cell: str) -> None:
    entered: dict[str, Any] = {"title": cell.strip(), "why": cell, "first_step": cell}
    plan = Workspace(
        id="mine",
        revision=1,
        goals={"g": Goal(id="g", aspirations=frozenset({"a"}), **entered)},
        aspirations={"a": Aspiration(id="a", title=cell.strip())},
    )

    assert read_goals(goals_csv(plan, NEEDS), plan, needs=NEEDS) == Intake(known=1)
    away = replace(plan, goals={}, id="theirs")
    [goal] = read_goals(goals_csv(plan, NEEDS), away, needs=NEEDS).goals
    assert goal.why == cell.replace("\x00", "").strip()
    assert goal.aspirations == {"a"}
