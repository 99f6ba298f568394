from calendar import Calendar
from collections.abc import Callable
from typing import Any

import pytest

from careerkit.charts import DayCell, month_grid

Marks = Callable[[dict[str, Any], str], list[dict[str, Any]]]
WIDE, NARROW = {"filter": "wide"}, {"filter": "!wide"}
LONG = "A title that goes on " * 6


def _month(
    year: int, month: int, titles: dict[int, tuple[str, ...]] | None = None, today: int = 0
) -> tuple[DayCell, ...]:
    return tuple(
        DayCell(week, weekday, day, day == today, (titles or {}).get(day, ()), f"Day {day}")
        for week, days in enumerate(Calendar().monthdayscalendar(year, month))
        for weekday, day in enumerate(days)
        if day
    )


def _of(
    spec: dict[str, Any], marks: Marks, kind: str, field: str, look: dict[str, str] | None = None
) -> list[dict[str, Any]]:
    """Return the rows, in one list, of the layers of a kind that show ``field``."""
    return [
        row
        for layer in marks(spec, kind)
        if layer["encoding"].get("text", {}).get("field") == field
        and (look is None or layer["transform"] == [look])
        for row in layer["data"]["values"]
    ]


def _param(spec: dict[str, Any], name: str) -> str:
    (found,) = (param["expr"] for param in spec["params"] if param["name"] == name)
    return str(found)


@pytest.mark.parametrize(("year", "month", "weeks"), [(2027, 2, 4), (2026, 4, 5), (2026, 8, 6)])
def test_the_height_follows_the_weeks_and_the_room(year: int, month: int, weeks: int) -> None:
    spec = month_grid(_month(year, month))

    assert _param(spec, "wide") == "width >= 560"
    assert _param(spec, "height") == f"wide ? {84 * weeks} : {48 * weeks}"
    assert spec["height"] == 48 * weeks
    assert all(
        layer["encoding"]["y"]["scale"]["domain"] == [weeks, 0]
        for layer in spec["layer"]
        if "field" in layer["encoding"]["y"]
    )


def test_each_day_is_numbered_and_speaks_in_its_own_cell(marks: Marks) -> None:
    spec = month_grid(_month(2026, 8))

    numbers = _of(spec, marks, "text", "day")
    assert sorted(int(row["day"]) for row in numbers) == list(range(1, 32))
    assert {(row["day"], row["week"], row["weekday"]) for row in numbers} >= {
        ("1", 0, 5),
        ("3", 1, 0),
        ("31", 5, 0),
    }
    spoken = spec["layer"][-1]
    assert [row["said"] for row in spoken["data"]["values"]] == [f"Day {day}" for day in range(1, 32)]
    assert all(
        (row["right"], row["below"]) == (row["weekday"] + 1, row["week"] + 1)
        for row in spoken["data"]["values"]
    )


def test_the_weekdays_stand_above_their_columns_from_monday_on(marks: Marks) -> None:
    (heading,) = (layer for layer in marks(month_grid(()), "text") if "value" in layer["encoding"]["y"])

    rows = heading["data"]["values"]
    assert [row["wide"] for row in rows] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    assert [row["narrow"] for row in rows] == list("MTWTFSS")
    assert [row["middle"] for row in rows] == [at + 0.5 for at in range(7)]
    assert heading["encoding"]["y"]["value"] < 0


@pytest.mark.parametrize("today", [0, 12])
def test_today_alone_is_bold_and_in_a_ring(marks: Marks, today: int) -> None:
    spec = month_grid(_month(2026, 4, {5: ("a",)}, today))

    bold = [layer for layer in marks(spec, "text") if layer["mark"].get("fontWeight") == "bold"]
    (ring,) = (layer for layer in marks(spec, "point") if layer["mark"].get("filled") is False)
    expected = [str(today)] if today else []
    assert [row["day"] for layer in bold for row in layer["data"]["values"]] == expected
    assert [row["day"] for row in ring["data"]["values"]] == expected


def test_a_wide_cell_has_two_titles_and_counts_the_others(marks: Marks) -> None:
    spec = month_grid(_month(2026, 4, {1: ("a",), 2: ("b", "c"), 3: ("d", "e", "f"), 4: tuple("ghijk")}))

    rows = _of(spec, marks, "text", "title", WIDE)
    assert {row["title"] for row in rows} == set("abcdegh") | {"and 1 more", "and 3 more"}
    places = {row["title"]: (row["weekday"], row["drop"]) for row in rows}
    assert places["g"] == (5, 38)
    assert places["h"] == (5, 55)
    assert places["and 3 more"] == (5, 72)


def test_a_title_is_cut_by_the_width_of_its_cell_and_by_nothing_else(marks: Marks) -> None:
    spec = month_grid(_month(2026, 4, {1: (LONG, LONG, LONG)}))

    limits = {
        row["title"]: layer["mark"].get("limit")
        for layer in marks(spec, "text")
        for row in layer["data"]["values"]
        if "title" in row
    }
    assert limits == {LONG: {"expr": "floor(width / 7) - 14"}, "and 1 more": None}


def test_a_narrow_cell_has_a_dot_and_the_count(marks: Marks) -> None:
    spec = month_grid(_month(2026, 4, {1: ("a",), 4: tuple("ghijk")}))

    (dot,) = (layer for layer in marks(spec, "point") if layer.get("transform") == [NARROW])
    assert [row["day"] for row in dot["data"]["values"]] == ["1", "4"]
    assert [row["count"] for row in _of(spec, marks, "text", "count", NARROW)] == [1, 5]


def test_days_with_a_title_alone_have_a_ground(marks: Marks) -> None:
    spec = month_grid(_month(2026, 4, {1: ("a",), 4: ("b", "c")}))

    ground = marks(spec, "rect")[0]
    assert [row["day"] for row in ground["data"]["values"]] == ["1", "4"]
    assert ground["mark"]["opacity"] < 0.2


def test_each_border_is_drawn_once(marks: Marks) -> None:
    (borders,) = marks(month_grid(_month(2027, 2)), "rule")  # four whole weeks

    lines = [tuple(sorted(row.items())) for row in borders["data"]["values"]]
    assert len(lines) == len(set(lines)) == 5 * 7 + 8 * 4
