"""Goals and milestones as tables, read by the standard library's reader of CSV."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.aspirations import Aspiration
from careerkit.export.cells import number_cell, text_cell
from careerkit.export.tables import GOAL_COLUMNS, MILESTONE_COLUMNS, goals_csv, milestones_csv
from careerkit.goals import Goal, GoalStatus, IfThen, Measure, Milestone, MilestoneKind
from careerkit.labels import Mark
from careerkit.workspace import Workspace

NEEDS = {"income": "Income", "mastery": "Mastery; depth"}
FULL = Goal(
    id="g1",
    title="Pass part 1",
    why="For the licence,\nand for me",
    first_step="Book the “exam”",
    measure=Measure(start=-3, target=1234.5, current=0, unit="points"),
    due=date(2027, 2, 1),
    aspirations=frozenset({"a1", "a2"}),
    needs=frozenset({"income", "mastery", "gone"}),
    status=GoalStatus.DOING,
    mark=Mark.PRIVATE,
    if_then=IfThen(obstacle="work runs late", action="study at seven"),
    confidence=7,
    by_hand=40,
)
ASPIRATIONS = {
    "a1": Aspiration(id="a1", title="Become the expert"),
    "a2": Aspiration(id="a2", title='Lead; "really"'),
}


def plan_of(*goals: Goal, milestones: tuple[Milestone, ...] = ()) -> Workspace:
    return Workspace(
        id="w",
        revision=3,
        aspirations=ASPIRATIONS,
        goals={it.id: it for it in goals},
        milestones={it.id: it for it in milestones},
    )


def rows_of(data: bytes) -> list[dict[str, str]]:
    text = data.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def goal_row(goal: Goal) -> dict[str, str]:
    [row] = rows_of(goals_csv(plan_of(goal), NEEDS))
    return row


def test_a_goal_stands_in_its_row_with_all_that_was_entered() -> None:
    assert goal_row(FULL) == {
        "Id": "g1",
        "Title": "Pass part 1",
        "Status": "Doing",
        "Due": "2027-02-01",
        "Measure start": "-3",
        "Measure target": "1234.5",
        "Measure now": "0",
        "Measure unit": "points",
        "Yes or no": "no",
        "First step": "Book the “exam”",
        "Why": "For the licence,\nand for me",
        "If": "work runs late",
        "Then": "study at seven",
        "Confidence": "7",
        "Aspirations": 'Become the expert; "Lead; ""really"""',
        "Needs": 'Income; "Mastery; depth"',
        "Mark": "Keep it private",
        "Progress by hand": "40",
    }


def test_what_was_not_entered_is_an_empty_cell() -> None:
    row = goal_row(Goal(id="g", title="Speak"))

    told = {name: cell for name, cell in row.items() if cell}
    assert told == {"Id": "g", "Title": "Speak", "Status": "Idea", "Yes or no": "no", "Mark": "Can be said"}


def test_a_milestone_stands_in_its_row() -> None:
    milestone = Milestone(
        id="m1",
        title="First exam",
        year=2027,
        on=date(2027, 5, 6),
        kind=MilestoneKind.QUALIFICATION,
        goals=frozenset({"g1"}),
        done=True,
        weight=3,
    )

    [row] = rows_of(milestones_csv(plan_of(FULL, milestones=(milestone,))))

    assert list(row.values()) == [
        "m1",
        "First exam",
        "2027",
        "2027-05-06",
        "Qualification",
        "3",
        "yes",
        "Pass part 1",
    ]


def test_the_file_has_a_byte_order_mark_and_ends_its_lines_as_the_standard_says() -> None:
    data = goals_csv(plan_of(Goal(id="g", title="é")), NEEDS)

    assert data.startswith(b"\xef\xbb\xbfId,Title,")
    assert data.endswith(b"\r\n")
    assert data.count(b"\r\n") == 2
    assert "é".encode() in data


def test_an_empty_plan_is_a_table_with_its_header() -> None:
    empty = Workspace(id="w", revision=1)

    assert goals_csv(empty, NEEDS).decode("utf-8-sig") == ",".join(GOAL_COLUMNS) + "\r\n"
    assert milestones_csv(empty).decode("utf-8-sig") == ",".join(MILESTONE_COLUMNS) + "\r\n"


@pytest.mark.parametrize(
    "text",
    ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠x", " =1", "\n=1"],
)
def test_nothing_that_was_written_runs_as_a_formula(text: str) -> None:
    assert text_cell(text).startswith("'")
    assert goal_row(Goal(id="g", title="t", why=text))["Why"].startswith("'")


@pytest.mark.parametrize("text", ["", "a=b", "'quoted'", "1-2", "e+1", "“=”"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert text_cell(text) == text


def test_an_apostrophe_before_a_formula_gets_one_more() -> None:
    assert text_cell("'=1") == "''=1"
    assert text_cell("''=1") == "'''=1"


@pytest.mark.parametrize("name", ["title", "first_step", "why"])
def test_every_text_of_a_goal_is_kept_from_running(name: str) -> None:
    column = {"title": "Title", "first_step": "First step", "why": "Why"}[name]

    assert goal_row(Goal(**{"id": "g", "title": "t", name: "=1"}))[column] == "'=1"  # type: ignore[arg-type] # a name each


def test_every_list_unit_and_plan_is_kept_from_running() -> None:
    goal = Goal(
        id="-g",
        title="t",
        measure=Measure(start=0, target=-1, current=-0.5, unit="=u"),
        aspirations=frozenset({"x"}),
        needs=frozenset({"n"}),
        if_then=IfThen(obstacle="@o", action="+a"),
    )
    plan = Workspace(
        id="w", revision=1, goals={"-g": goal}, aspirations={"x": Aspiration(id="x", title="=x")}
    )

    [row] = rows_of(goals_csv(plan, {"n": "-n"}))

    told = {name: cell for name, cell in row.items() if cell.startswith("'")}
    assert told == {
        "Id": "'-g",
        "Measure unit": "'=u",
        "If": "'@o",
        "Then": "'+a",
        "Aspirations": "'=x",
        "Needs": "'-n",
    }
    assert (row["Measure target"], row["Measure now"]) == ("-1", "-0.5")


@pytest.mark.parametrize(
    ("number", "cell"),
    [
        (None, ""),
        (3, "3"),
        (3.0, "3"),
        (-3, "-3"),
        (-0.0, "0"),
        (0.1, "0.1"),
        (1e12, "1000000000000"),
        (1e-7, "0.0000001"),
    ],
)
def test_numbers_are_written_in_digits(number: float | None, cell: str) -> None:
    assert number_cell(number) == cell


@given(st.floats(min_value=-1e12, max_value=1e12))
def test_a_number_is_the_same_when_it_is_read_again(number: float) -> None:
    cell = number_cell(number)

    assert float(cell) == number
    assert set(cell) <= set("-.0123456789")


def test_a_text_too_long_for_a_cell_is_cut_and_says_so() -> None:
    cut = text_cell("=" + "x" * 40_000)

    assert len(cut) == 32_767
    assert cut.startswith("'=xxx")
    assert cut.endswith("x… (the full text is in the backup)")
    assert text_cell("x" * 32_767) == "x" * 32_767


def test_archived_entries_and_titles_stay_out() -> None:
    away = Goal(id="g2", title="Put away", archived=True)
    milestone = Milestone(
        id="m", title="M", year=2027, kind=MilestoneKind.ROLE, goals=frozenset({"g2"}), archived=False
    )
    plan = plan_of(away, milestones=(milestone,))

    assert rows_of(goals_csv(plan, NEEDS)) == []
    assert rows_of(milestones_csv(plan))[0]["Goals"] == ""


def test_private_entries_come_along_unless_they_are_asked_to_stay() -> None:
    said = Goal(id="g2", title="Speak", aspirations=frozenset({"a1", "p"}))
    served = [
        Milestone(id="m1", title="One", year=2027, kind=MilestoneKind.ROLE, goals=frozenset({"g1"})),
        Milestone(id="m2", title="Two", year=2027, kind=MilestoneKind.ROLE, goals=frozenset({"g1", "g2"})),
    ]
    plan = Workspace(
        id="w",
        revision=1,
        aspirations={**ASPIRATIONS, "p": Aspiration(id="p", title="Private", mark=Mark.PRIVATE)},
        goals={"g1": FULL, "g2": said},
        milestones={it.id: it for it in served},
    )

    assert [row["Id"] for row in rows_of(goals_csv(plan, NEEDS))] == ["g1", "g2"]
    assert [row["Id"] for row in rows_of(milestones_csv(plan))] == ["m1", "m2"]
    [row] = rows_of(goals_csv(plan, NEEDS, include_private=False))
    assert (row["Id"], row["Aspirations"]) == ("g2", "Become the expert")
    [row] = rows_of(milestones_csv(plan, include_private=False))
    assert (row["Id"], row["Goals"]) == ("m2", "Speak")
