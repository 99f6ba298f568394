import pytest

from careerkit.intake import UnreadableFileError
from careerkit.intake.columns import GOAL_NAMES, MILESTONE_NAMES, Column, known_count, matched


@pytest.mark.parametrize(
    "name", ["Title", "TITLE", " title ", "Títle", "“Title”:", "Name", "Goal", "Card name", "card_name"]
)
def test_the_column_of_titles_is_found_by_its_names(name: str) -> None:
    assert matched((name,), GOAL_NAMES).places == {Column.TITLE: 0}


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("Due date", Column.DUE),
        ("deadline", Column.DUE),
        ("Target-Date", Column.DUE),
        ("List", Column.STATUS),
        ("state", Column.STATUS),
        ("Next step", Column.FIRST_STEP),
        ("Description", Column.WHY),
        ("Notes", Column.WHY),
    ],
)
def test_other_programs_names_are_known(name: str, column: Column) -> None:
    assert matched(("Title", name), GOAL_NAMES).places[column] == 1


def test_every_column_of_the_export_is_known_by_its_name() -> None:
    assert known_count([column.value for column in GOAL_NAMES], GOAL_NAMES) == len(GOAL_NAMES)
    assert known_count([column.value for column in MILESTONE_NAMES], MILESTONE_NAMES) == len(MILESTONE_NAMES)


def test_of_two_columns_that_fit_the_proper_name_counts_and_the_other_is_told() -> None:
    columns = matched(("Notes", "Name", "Why", "Colour", "", "Title"), GOAL_NAMES)

    assert columns.places == {Column.TITLE: 5, Column.WHY: 2}
    assert columns.ignored == ("Notes", "Name", "Colour")


def test_a_table_without_titles_is_refused_with_what_was_found() -> None:
    with pytest.raises(UnreadableFileError, match="“Title”; there is “Colour” and “Due”"):
        matched(("Colour", "Due", " "), GOAL_NAMES)
    with pytest.raises(UnreadableFileError, match="no name at all"):
        matched(("", ""), GOAL_NAMES)


def test_a_refusal_names_no_more_than_one_can_read() -> None:
    with pytest.raises(UnreadableFileError, match="and 8 more") as refused:
        matched([f"{'x' * 500} {n}" for n in range(20)], GOAL_NAMES)

    assert len(str(refused.value)) < 700
