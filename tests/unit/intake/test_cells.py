import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from careerkit.goals import GoalStatus, MilestoneKind
from careerkit.intake.cells import (
    CellError,
    cell_text,
    choice_in,
    date_in,
    named,
    note_in,
    number_in,
    title_in,
    titles_in,
    whole_number_in,
    yes_no_in,
)
from careerkit.intake.columns import Column
from careerkit.intake.statuses import STATUSES


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("", None),
        ("2027-05-31", date(2027, 5, 31)),
        ("2028-02-29", date(2028, 2, 29)),
        ("1946-01-01", date(1946, 1, 1)),
        ("2106-12-31", date(2106, 12, 31)),
    ],
)
def test_a_date_is_read(text: str, day: date | None) -> None:
    assert date_in(text, Column.DUE) == day


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("2025-02-30", "There is no day 2025-02-30. Write year, month and day, like 2027-05-31."),
        ("20250101", "Write year-month-day, like 2027-05-31."),
        ("2025-W01-1", "Write year-month-day"),
        ("01/02/2025", "“01/02/2025” is no date as it is read here."),
        ("1735689600", "Write year-month-day"),
        ("2027-1-1", "Write year-month-day"),
        ("2027-01-01T00:00:00", "Write year-month-day"),
        ("٢٠٢٧-٠١-٠١", "Write year-month-day"),
        ("2027-01-01\n", "Write year-month-day"),
        ("tomorrow", "Write year-month-day"),
        ("0000-01-01", "There is no day"),
        ("0001-01-01", "The year 1 is out of reach"),
        ("9999-12-31", "out of reach"),
    ],
)
def test_any_other_date_is_refused_with_what_to_write(text: str, sentence: str) -> None:
    with pytest.raises(CellError, match=re.escape(sentence)) as refused:
        date_in(text, Column.DUE)

    assert refused.value.column == Column.DUE


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("", None),
        ("1234.5", 1234.5),
        ("-3", -3),
        ("+3", 3),
        ("0", 0),
        ("1E-7", 1e-7),
        ("1000000000000", 1e12),
    ],
)
def test_a_number_is_read(text: str, number: float | None) -> None:
    assert number_in(text, Column.TARGET) == number


@pytest.mark.parametrize(
    "text",
    [
        "1e999",
        "-1e999",
        "NaN",
        "inf",
        "12 apples",
        "1,5",
        "1,234.5",
        "1_000",
        "0x10",
        "٣",
        "1e13",
        "9" * 5_000,
    ],
)
def test_any_other_number_is_refused_with_what_to_write(text: str) -> None:
    with pytest.raises(CellError, match=r"is not a number|out of reach"):
        number_in(text, Column.TARGET)


def test_a_whole_number_may_be_written_as_spreadsheets_do() -> None:
    assert whole_number_in("3.0", Column.WEIGHT) == 3
    assert whole_number_in("", Column.WEIGHT) is None
    with pytest.raises(CellError, match=r"2\.5 is not a whole number"):
        whole_number_in("2.5", Column.WEIGHT)


@pytest.mark.parametrize(
    ("text", "said"), [("yes", True), ("TRUE", True), ("x", True), ("1", True), ("No", False), ("", None)]
)
def test_yes_and_no_are_read(text: str, said: bool | None) -> None:  # noqa: FBT001 - a table's column
    assert yes_no_in(text, Column.DONE) is said


def test_what_is_neither_yes_nor_no_is_refused() -> None:
    with pytest.raises(CellError, match="“perhaps” is neither yes nor no"):
        yes_no_in("perhaps", Column.DONE)


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("Doing", GoalStatus.DOING),
        ("in progress", GoalStatus.DOING),
        ("TO-DO", GoalStatus.PLANNED),
        ("Completed", GoalStatus.DONE),
        ("cancelled", GoalStatus.DROPPED),
        ("Someday/maybe", GoalStatus.IDEA),
    ],
)
def test_a_status_is_known_by_the_words_of_others(word: str, status: GoalStatus) -> None:
    assert choice_in(word, Column.STATUS, STATUSES) is status


def test_an_unknown_choice_is_refused_with_those_there_are() -> None:
    labels = "Idea, Planned, Doing, Done, Dropped"
    with pytest.raises(CellError, match=rf"There is no status “won”\. Write one of these: {labels}\."):
        choice_in("won", Column.STATUS, STATUSES)
    with pytest.raises(CellError, match=r"There is no kind “…”\. .*: Qualification, Role, Experience"):
        choice_in("…", Column.KIND, named(MilestoneKind))


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("'=1", "=1"),
        ("''=1", "'=1"),
        ("'+1", "+1"),
        ("' -1", "-1"),
        ("'＝1", "＝1"),
        ("'quoted'", "'quoted'"),
        ("-3 kg", "-3 kg"),
        (" text \r\n", "text"),
        ("a\x00b\x1b\u202ec\ufeff", "abc"),
        ("\ud800", "\ufffd"),
    ],
)
def test_a_cell_is_cleaned_and_loses_the_apostrophe_of_the_export(cell: str, text: str) -> None:
    assert cell_text(cell) == text


@pytest.mark.parametrize(
    ("cell", "titles"),
    [
        ("", ()),
        (" ; ;", ()),
        ("One", ("One",)),
        ("One; Two;Three", ("One", "Two", "Three")),
        ('"A; B"; C', ("A; B", "C")),
        ('"say ""hi"""', ('say "hi"',)),
        ('"half', ('"half',)),
        ('"a" b; c', ('"a" b', "c")),
        ('""', ()),
    ],
)
def test_titles_stand_between_semicolons(cell: str, titles: tuple[str, ...]) -> None:
    assert titles_in(cell) == titles


@pytest.mark.parametrize(
    ("read", "sentence"),
    [
        (lambda: title_in("\u200b ", Column.TITLE, ask="Give the goal a title."), "Give the goal a title."),
        (
            lambda: title_in("x" * 121, Column.TITLE, ask=""),
            "The title has 121 characters; 120 are possible.",
        ),
        (lambda: note_in("x" * 4_001, Column.WHY), "4,000 are possible."),
    ],
)
def test_texts_keep_to_the_limits_of_the_plan(read: Callable[[], Any], sentence: str) -> None:
    with pytest.raises(CellError, match=sentence):
        read()
