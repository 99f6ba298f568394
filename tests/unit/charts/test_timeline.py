from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest

from careerkit.charts import timeline
from careerkit.charts.colours import MUTED, OCHRE, TEAL
from careerkit.charts.layout import text_width
from careerkit.goals import TimelineRow, TimelineTick

Marks = Callable[[dict[str, Any], str], list[dict[str, Any]]]
LONG = (
    "Finish the advanced course in data engineering, with its certificate, and give a talk about it at a "
    "regional meeting"
)


def _row(
    title: str = "Lead", *, due: date = date(2028, 7, 1), status: str = "Doing", overdue: bool = False
) -> TimelineRow:
    return TimelineRow(
        id=title,
        title=title,
        from_day=due - timedelta(days=90),
        due=due,
        status=status,
        closed=status in ("Done", "Dropped"),
        overdue=overdue,
        said=f"{title}: {status.lower()}",
        ticks=(
            TimelineTick(on=date(2028, 5, 1), title="Ask", done=True),
            TimelineTick(on=date(2028, 6, 1), title="Begin", done=False),
        ),
    )


def _draw(*rows: TimelineRow, today: str = "2026-11-22", last: str = "2032-12-31") -> dict[str, Any]:
    return timeline(rows, today, "2026-01-01", last)


def _bars(spec: dict[str, Any], marks: Marks, colour: str) -> list[dict[str, Any]]:
    layers = [layer for layer in marks(spec, "rule") if layer["mark"].get("strokeCap") == "round"]
    return [row for layer in layers if layer["mark"]["color"] == colour for row in layer["data"]["values"]]


def _ends(spec: dict[str, Any], marks: Marks) -> list[tuple[str, str]]:
    """Return colour and shape of what stands at the ends of bars."""
    return [
        (layer["mark"]["color"], row["shape"])
        for layer in marks(spec, "point")
        if "color" in layer["mark"]
        for row in layer["data"]["values"]
    ]


def _spoken(spec: dict[str, Any], marks: Marks) -> list[dict[str, Any]]:
    (ground,) = marks(spec, "rect")
    rows: list[dict[str, Any]] = ground["data"]["values"]
    return rows


def test_a_bar_reaches_from_its_first_day_to_its_date(marks: Marks) -> None:
    (bar,) = _bars(_draw(_row(due=date(2027, 4, 1))), marks, TEAL)

    assert bar["from"] == pytest.approx(2027 + 0 / 365)
    assert bar["due"] == pytest.approx(2027 + 90 / 365)
    (axis,) = {tuple(layer["encoding"]["x"]["scale"]["domain"]) for layer in marks(_draw(_row()), "rule")}
    assert axis == (2026, 2033)


def test_an_overdue_goal_differs_by_colour_word_and_shape(marks: Marks) -> None:
    spec = _draw(_row(due=date(2026, 6, 1), overdue=True), _row("Sail"))

    assert [bar["words"] for bar in _bars(spec, marks, OCHRE)] == ["Overdue · due 1 Jun 2026"]
    assert _ends(spec, marks) == [(OCHRE, "diamond")]
    assert [bar["words"] for bar in _bars(spec, marks, TEAL)] == ["Doing · due 1 Jul 2028"]


@pytest.mark.parametrize("status", ["Done", "Dropped"])
def test_a_closed_goal_stands_back_and_says_why(marks: Marks, status: str) -> None:
    spec = _draw(_row(status=status))

    assert [bar["words"] for bar in _bars(spec, marks, MUTED)] == [f"{status} · due 1 Jul 2028"]
    assert _ends(spec, marks) == []


@pytest.mark.parametrize(
    ("due", "shape", "edge"),
    [(date(2024, 5, 1), "triangle-left", 2026), (date(2040, 5, 1), "triangle-right", 2033)],
)
def test_a_date_outside_of_the_plot_is_pointed_to_and_said_in_full(
    marks: Marks, due: date, shape: str, edge: int
) -> None:
    spec = _draw(_row(due=due))

    assert _ends(spec, marks) == [(TEAL, shape)]
    (bar,) = _bars(spec, marks, TEAL)
    assert bar["from"] == bar["due"] == edge
    assert bar["words"].endswith(f"due 1 May {due.year}")


def test_milestones_stand_below_their_bar_filled_when_they_are_done(marks: Marks) -> None:
    spec = _draw(_row("Lead"))

    ticks = marks(spec, "point")[-1]["data"]["values"]
    assert [(tick["fill"], tick["said"]) for tick in ticks] == [
        (1, "Ask: milestone of “Lead”, 1 May 2028, done"),
        (0, "Begin: milestone of “Lead”, 1 Jun 2028, still to do"),
    ]
    (bar,) = _bars(spec, marks, TEAL)
    assert all(bar["bar"] < tick["level"] < bar["bottom"] for tick in ticks)


def test_a_row_says_itself_once_wherever_it_is_met(marks: Marks) -> None:
    spec = _draw(_row("Lead"), _row("Sail"))

    assert [row["said"] for row in _spoken(spec, marks)] == ["Lead: doing", "Sail: doing"]
    encoding = marks(spec, "rect")[0]["encoding"]
    assert (encoding["x"]["value"], encoding["x2"]["value"]["expr"]) == (0, "width")
    assert encoding["tooltip"]["field"] == encoding["description"]["field"] == "said"


def _names_of_today(spec: dict[str, Any], marks: Marks) -> list[dict[str, Any]]:
    texts = marks(spec, "text")
    return [layer for layer in texts if any(row.get("name") == "Today" for row in layer["data"]["values"])]


@pytest.mark.parametrize(
    ("today", "align"),
    [("2026-01-01", "left"), ("2026-11-22", "center"), ("2032-12-31", "right")],
)
def test_today_has_its_line_and_its_name_within_the_plot(marks: Marks, today: str, align: str) -> None:
    spec = _draw(_row(), today=today)

    (name,) = _names_of_today(spec, marks)
    assert name["mark"]["align"] == align
    lines = [row for layer in marks(spec, "rule") for row in layer["data"]["values"] if "now" in row]
    assert [line["now"] for line in lines] == [name["data"]["values"][0]["now"]]


@pytest.mark.parametrize("today", ["2025-12-31", "2033-01-01", "0001-01-01", "9999-12-31"])
def test_a_day_outside_of_the_plot_is_not_drawn_as_today(marks: Marks, today: str) -> None:
    assert not _names_of_today(_draw(_row(), today=today), marks)


def _years(spec: dict[str, Any], marks: Marks) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = marks(spec, "text")[0]["data"]["values"]
    return rows


def test_each_year_is_named_above_its_middle(marks: Marks) -> None:
    years = _years(_draw(_row()), marks)

    assert [year["narrow"] for year in years] == [str(year) for year in range(2026, 2033)]
    assert [year["year"] for year in years] == [year + 0.5 for year in range(2026, 2033)]


@pytest.mark.parametrize("last", ["2032-12-31", "2050-06-30", "2106-12-31"])
@pytest.mark.parametrize(("field", "width"), [("narrow", 262), ("wide", 502)])
def test_the_names_of_years_do_not_run_into_each_other(
    marks: Marks, last: str, field: str, width: int
) -> None:
    years = [year["year"] for year in _years(_draw(_row(), last=last), marks) if year[field]]

    per_year = width / (date.fromisoformat(last).year + 1 - 2026)
    assert all((later - year) * per_year > text_width("2026", 13) for year, later in pairwise(years))


def test_years_stand_below_a_long_chart_too(marks: Marks) -> None:
    short, long = (marks(_draw(*[_row()] * count), "text") for count in (5, 6))

    assert len(long) == len(short) + 1


@pytest.mark.parametrize("count", [1, 12, 40])
def test_rows_stand_below_each_other_with_their_title_above_their_bar(marks: Marks, count: int) -> None:
    spec = _draw(
        *(_row(LONG if at % 2 else "Lead", status="Done" if at % 3 else "Doing") for at in range(count))
    )

    rows = _spoken(spec, marks)
    assert len(rows) == count
    assert rows[0]["top"] == 0
    assert all(row["bottom"] == after["top"] for row, after in pairwise(rows))
    assert rows[-1]["bottom"] == spec["height"]
    for row in rows:
        lines = max(len(row["wide"]), len(row["narrow"]))
        assert (
            row["top"] < row["title"] - 17 * lines < row["title"] < row["state"] < row["bar"] < row["bottom"]
        )


def test_a_long_title_is_shortened_and_said_in_full(marks: Marks) -> None:
    (row,) = _spoken(_draw(_row(LONG)), marks)

    assert len(row["narrow"]) == 2
    assert row["narrow"][-1].endswith("…")
    assert " ".join(row["wide"]) == LONG
    assert row["said"].startswith(LONG)
    assert all(text_width(line, 14) * 1.08 <= 251 for line in row["narrow"])


def test_ends_in_the_wrong_order_still_make_a_plot(marks: Marks) -> None:
    spec = timeline([_row()], "2026-11-22", "2028-03-01", "2026-01-01")

    low, high = marks(spec, "rule")[0]["encoding"]["x"]["scale"]["domain"]
    assert low < high


def test_the_first_and_the_last_day_of_the_plot_belong_to_it_and_the_next_day_does_not(marks: Marks) -> None:
    days = (date(2025, 12, 31), date(2026, 1, 1), date(2032, 12, 31), date(2033, 1, 1))

    assert [_ends(_draw(_row(due=day)), marks) for day in days] == [
        [(TEAL, "triangle-left")],
        [],
        [],
        [(TEAL, "triangle-right")],
    ]
