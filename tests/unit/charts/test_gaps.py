from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest

from careerkit.charts import GapRow, need_gap_chart
from careerkit.charts.layout import Box, text_width
from careerkit.needs import LARGE, need_gap

Marks = Callable[[dict[str, Any], str], list[dict[str, Any]]]
ROWS = [
    GapRow(need="Mastery", importance=9, satisfaction=3, gap=5.4),
    GapRow(need="Freedom", importance=8, satisfaction=8, gap=0),
    GapRow(need="Income", importance=7, satisfaction=4, gap=2.1),
]


def _points(spec: dict[str, Any], marks: Marks) -> dict[str, dict[str, Any]]:
    return {row["said"].split(":")[0]: row for row in marks(spec, "point")[0]["data"]["values"]}


def _labels(spec: dict[str, Any], marks: Marks, *, wide: bool) -> list[dict[str, Any]]:
    rows = [row for layer in marks(spec, "text") for row in layer["data"]["values"]]
    return [row for row in rows if row.get("wide") is wide]


def _boxes(spec: dict[str, Any], marks: Marks, *, wide: bool, width: float) -> list[Box]:
    boxes: list[Box] = []
    for label in _labels(spec, marks, wide=wide):
        near = 14 + label["satisfaction"] / 10 * (width - 28) + label["reach"]
        long = max(text_width(line, 13) for line in label["words"])
        middle = 14 + (1 - label["level"] / 10) * (spec["height"] - 28)
        half = 8 * len(label["words"]) - 0.01  # touching is not overlapping
        left = near if label["align"] == "left" else near - long
        boxes.append((left, middle - half, left + long, middle + half))
    return boxes


def test_a_point_stands_where_its_answers_are(marks: Marks) -> None:
    spec = need_gap_chart(ROWS)

    points = _points(spec, marks)
    assert (points["Mastery"]["satisfaction"], points["Mastery"]["importance"]) == (3, 9)
    encoding = marks(spec, "point")[0]["encoding"]
    assert encoding["x"]["axis"]["title"] == "Met today (0 to 10)"
    assert encoding["y"]["axis"]["title"] == "How often you kept it (0 to 10)"
    assert encoding["x"]["scale"]["domain"] == encoding["y"]["scale"]["domain"] == [0, 10]


def test_a_larger_gap_is_a_larger_point_and_none_is_hollow(marks: Marks) -> None:
    points = _points(need_gap_chart(ROWS), marks)

    assert points["Mastery"]["size"] > points["Income"]["size"] > points["Freedom"]["size"]
    assert [points[name]["fill"] for name in ("Mastery", "Income", "Freedom")] == [1, 1, 0]


def test_the_ground_of_large_gaps_is_named_and_ends_where_they_do(marks: Marks) -> None:
    spec = need_gap_chart([])

    assert marks(spec, "text")[0]["data"]["values"] == [{"name": "Matters, and is missing"}]
    edge = marks(spec, "area")[0]["data"]["values"]
    assert all(need_gap(step["from"], step["satisfaction"]) == pytest.approx(LARGE) for step in edge)
    assert (edge[0]["satisfaction"], edge[-1]["from"]) == (0, 10)


@pytest.mark.parametrize(("wide", "width"), [(False, 260), (False, 479), (True, 480), (True, 1100)])
def test_labels_do_not_overlap(
    marks: Marks, overlap: Callable[[Box, Box], bool], hostile_names: list[str], *, wide: bool, width: int
) -> None:
    rows = [
        GapRow(need=name, importance=(0, 5, 10)[at % 3], satisfaction=(0, 5, 10)[at // 3 % 3], gap=at % 4)
        for at, name in enumerate(hostile_names)
    ]

    boxes = _boxes(need_gap_chart(rows), marks, wide=wide, width=width)

    assert len(boxes) == len(rows)
    assert not any(overlap(one, other) for one, other in combinations(boxes, 2))
    assert all(left >= 0 and right <= width for left, _, right, _ in boxes)


def test_equal_answers_are_all_named_and_joined_to_their_point(marks: Marks) -> None:
    names = [f"Need {at}" for at in range(20)]
    spec = need_gap_chart([GapRow(need=name, importance=10, satisfaction=0, gap=10) for name in names])

    labels = _labels(spec, marks, wide=False)
    assert sorted(label["words"][0] for label in labels) == sorted(names)
    joined = [row for row in marks(spec, "rule")[0]["data"]["values"] if row["wide"] is False]
    assert len(joined) == 19  # one label stands right beside the point


def test_a_long_name_is_shortened_beside_its_point_alone(marks: Marks) -> None:
    name = "A name that goes on and on until it is sixty characters long"
    spec = need_gap_chart([GapRow(need=name, importance=5, satisfaction=5, gap=0)])

    assert _labels(spec, marks, wide=False)[0]["words"][-1].endswith("…")
    assert " ".join(_labels(spec, marks, wide=True)[0]["words"]) == name
    assert name in _points(spec, marks)


def test_answers_beyond_the_scale_stand_at_its_end(marks: Marks) -> None:
    point = _points(need_gap_chart([GapRow(need="A", importance=11, satisfaction=-1, gap=12)]), marks)["A"]

    assert (point["importance"], point["satisfaction"]) == (10, 0)
