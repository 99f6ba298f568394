from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest

from careerkit.charts import SlopeRow, need_slope_chart
from careerkit.charts.colours import MUTED, TEAL

Marks = Callable[[dict[str, Any], str], list[dict[str, Any]]]


def _row(need: str, before: float | None, after: float | None, *, moved: bool = False) -> SlopeRow:
    return SlopeRow(need=need, before=before, after=after, moved=moved)


def _draw(*rows: SlopeRow) -> dict[str, Any]:
    return need_slope_chart("3 March 2025", "9 May 2026", rows)


def _names(spec: dict[str, Any], marks: Marks, side: int) -> list[dict[str, Any]]:
    rows = [row for layer in marks(spec, "text") for row in layer["data"]["values"] if "place" in row]
    return sorted((row for row in rows if row["side"] == side), key=lambda row: row["place"])


def _lines(spec: dict[str, Any], marks: Marks, colour: str) -> list[dict[str, Any]]:
    layers = [layer for layer in marks(spec, "rule") if "x2Offset" not in layer["mark"]]
    return [row for layer in layers if layer["mark"]["color"] == colour for row in layer["data"]["values"]]


def test_the_dates_stand_above_the_two_ends(marks: Marks) -> None:
    headings = marks(_draw(), "text")[:2]

    assert [layer["data"]["values"][0]["wide"] for layer in headings] == [["3 March 2025"], ["9 May 2026"]]
    assert [layer["data"]["values"][0]["side"] for layer in headings] == [0, 1]
    assert [layer["mark"]["align"] for layer in headings] == ["right", "left"]
    assert all(layer["encoding"]["y"]["value"] < 0 for layer in headings)


def test_a_need_is_named_at_both_ends(marks: Marks) -> None:
    spec = _draw(_row("Mastery", 0.9, 0.2), _row("Income", 0.1, 0.6))

    assert [row["wide"] for row in _names(spec, marks, 0)] == [["Mastery"], ["Income"]]
    assert [row["wide"] for row in _names(spec, marks, 1)] == [["Income"], ["Mastery"]]


def test_the_largest_moves_are_drawn_and_named_strongly(marks: Marks) -> None:
    spec = _draw(_row("Mastery", 0.9, 0.2, moved=True), _row("Income", 0.5, 0.6))

    assert len(_lines(spec, marks, TEAL)) == len(_lines(spec, marks, MUTED)) == 1
    for layer in marks(spec, "text")[2:]:
        strong = [row["wide"] == ["Mastery"] for row in layer["data"]["values"]]
        assert all(strong) if layer["mark"]["fontWeight"] == "bold" else not any(strong)


@pytest.mark.parametrize(("before", "after", "side"), [(0.5, None, 0), (None, 0.5, 1)])
def test_a_need_compared_once_is_a_hollow_point_at_that_end(
    marks: Marks, before: float | None, after: float | None, side: int
) -> None:
    spec = _draw(_row("Mastery", before, after), _row("Income", 0.5, 0.6))

    points = [row for layer in marks(spec, "point") for row in layer["data"]["values"]]
    mine = [row for row in points if row["said"].startswith("Mastery")]
    assert [(row["side"], row["only"]) for row in mine] == [(side, True)]
    assert [len(_names(spec, marks, end)) for end in (0, 1)] == [2 - side, 1 + side]
    assert len(_lines(spec, marks, MUTED)) == 1


def test_a_need_that_was_never_compared_is_not_drawn(marks: Marks) -> None:
    spec = _draw(_row("Mastery", None, None))

    assert not any(layer["data"]["values"] for layer in marks(spec, "point"))


def test_names_of_equal_shares_move_apart_and_are_joined_to_their_points(
    marks: Marks, hostile_names: list[str]
) -> None:
    spec = _draw(*(_row(name, 0.5, 0.5) for name in hostile_names))

    for side in (0, 1):
        names = _names(spec, marks, side)
        assert len(names) == len(hostile_names)
        for above, below in pairwise(names):
            room = 8 * (len(above["narrow"]) + len(below["narrow"]))
            assert below["place"] - above["place"] > room
            assert len(below["wide"]) <= len(below["narrow"])
        assert all(8 * len(row["narrow"]) <= row["place"] <= spec["height"] for row in names)
    leaders = [layer for layer in marks(spec, "rule") if "x2Offset" in layer["mark"]]
    assert sum(len(layer["data"]["values"]) for layer in leaders) >= 2 * len(hostile_names) - 2


def test_nothing_and_all_stand_at_the_edges(marks: Marks) -> None:
    spec = _draw(_row("Mastery", 0, 1))

    (line,) = _lines(spec, marks, MUTED)
    assert line["level"] == spec["height"] - 8
    assert line["end"] == 8
