"""What holds for each chart, whatever it shows."""

import json
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

import altair as alt
import pytest

from careerkit.charts import (
    DayCell,
    GapRow,
    ShareRow,
    SlopeRow,
    month_grid,
    need_gap_chart,
    need_share_chart,
    need_slope_chart,
    thread_graph,
    timeline,
    trend_line,
)
from careerkit.charts.colours import MUTED, OCHRE, TEAL, TEXT
from careerkit.goals import CheckIn, Goal, GoalStatus, Measure, Milestone, MilestoneKind, timeline_rows
from careerkit.workspace import ThreadKind, ThreadNode, node_key

Draw = Callable[[Sequence[str]], dict[str, Any]]
SHARES = (0.0, 0.2, 0.2, 0.5, 1.0)
ANSWERS = (0, 3, 5, 5, 10)
GROUNDS = ("#FCFBF8", "#14191D")
DECORATION = 0.2
"""A mark this faint is no more than a ground for others."""


def _shares(names: Sequence[str]) -> dict[str, Any]:
    return need_share_chart(
        [
            ShareRow(need=name, share=SHARES[at % 5], low=0, high=SHARES[at % 5], group=at // 2)
            for at, name in enumerate(names)
        ]
    )


def _gaps(names: Sequence[str]) -> dict[str, Any]:
    return need_gap_chart(
        [
            GapRow(need=name, importance=ANSWERS[at % 5], satisfaction=ANSWERS[at // 2 % 5], gap=at % 4)
            for at, name in enumerate(names)
        ]
    )


def _slopes(names: Sequence[str]) -> dict[str, Any]:
    return need_slope_chart(
        "3 September 2025",
        "14 January 2026",
        [
            SlopeRow(
                need=name,
                before=None if at % 6 == 1 else SHARES[at % 5],
                after=None if at % 6 == 2 else SHARES[at // 2 % 5],
                moved=at % 4 == 0,
            )
            for at, name in enumerate(names)
        ],
    )


def _threads(names: Sequence[str]) -> dict[str, Any]:
    kinds = list(ThreadKind)
    nodes = [
        ThreadNode(kind=kinds[at % 5], id=str(at), title=name, note="Senior" if at % 3 else "")
        for at, name in enumerate(names)
    ]
    keys = [node_key(node) for node in nodes]
    links = [(keys[at], keys[at - 1]) for at in range(len(nodes)) if at % 5]
    return thread_graph(nodes, links, keys[-1] if keys else "")


def _timelines(names: Sequence[str]) -> dict[str, Any]:
    day = date(2026, 11, 22)
    statuses = (GoalStatus.DOING, GoalStatus.DONE, GoalStatus.DROPPED)
    goals = [
        Goal(id=str(at), title=name, due=day.replace(year=2025 + at % 9), status=statuses[at % 3])
        for at, name in enumerate(names)
    ]
    steps = {
        str(at): [Milestone(id=name, title=name, year=2026, on=day, kind=MilestoneKind.ROLE)]
        for at, name in enumerate(names)
    }
    return timeline(
        timeline_rows(goals, steps, day, range(2026, 2033)), "2026-11-22", "2026-01-01", "2032-12-31"
    )


def _days(names: Sequence[str]) -> dict[str, Any]:
    return month_grid(
        tuple(
            DayCell(at // 7, at % 7, at + 1, at == 2, (name,) * (1 + at % 5), f"{name}, day {at + 1}")
            for at, name in enumerate(names)
        )
    )


def _trends(names: Sequence[str]) -> dict[str, Any]:
    """A check-in for each name, in its note, in a unit that is the first of them."""
    checkins = tuple(
        CheckIn(id=f"c{at}", goal="g", on=date(2026, 1, 5) + timedelta(9 * at), value=at % 7, note=name)
        for at, name in enumerate(names)
    )
    measure = Measure(start=0, target=10, current=(len(names) - 1) % 7, unit=names[0] if names else "")
    goal = Goal(id="g", title="Write", measure=measure, due=date(2027, 6, 1), status=GoalStatus.DOING)
    return trend_line(goal, checkins, date(2026, 5, 1))


CHARTS_OF_NAMES = [_shares, _gaps, _slopes, _threads, _timelines, _days]
every_chart = pytest.mark.parametrize("draw", [*CHARTS_OF_NAMES, _trends])
every_chart_of_names = pytest.mark.parametrize("draw", CHARTS_OF_NAMES)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("colour", [TEAL, OCHRE, MUTED])
@pytest.mark.parametrize("ground", GROUNDS)
def test_each_colour_stands_out_from_both_grounds(colour: str, ground: str) -> None:
    darker, lighter = sorted(_luminance(shade) for shade in (colour, ground))

    assert (lighter + 0.05) / (darker + 0.05) >= 3


@every_chart
def test_every_mark_takes_a_colour_that_holds_on_both_grounds(draw: Draw, hostile_names: list[str]) -> None:
    for layer in draw(hostile_names)["layer"]:
        mark = layer["mark"]
        colours = {mark[key] for key in ("color", "fill", "stroke") if key in mark}
        assert colours
        assert colours <= {TEAL, MUTED, OCHRE, TEXT}
        assert OCHRE not in colours or mark["opacity"] < DECORATION or _says_so(layer)


def _says_so(layer: dict[str, Any]) -> bool:
    """Say whether words beside each mark have what its colour says, or the dashes of a line tell it apart."""
    return "strokeDash" in layer["mark"] or all(
        row["words"].startswith("Overdue") for row in layer["data"]["values"]
    )


@every_chart
def test_a_name_stays_data(
    draw: Draw, hostile_names: list[str], without_data: Callable[[dict[str, Any]], dict[str, Any]]
) -> None:
    plain = [f"Need {'x' * len(name)}" for name in hostile_names]

    code, other = (without_data(draw(names)) for names in (hostile_names, plain))

    assert not any(json.dumps(name)[1:-1] in json.dumps(code) for name in hostile_names if len(name) > 4)
    assert _without_numbers(code) == _without_numbers(other)


def _without_numbers(spec: object) -> str:
    """Return a specification without the measures, which follow the widths of the names."""
    return "".join(letter for letter in json.dumps(spec) if not letter.isdigit())


@every_chart_of_names
def test_no_name_is_dropped_or_merged_with_its_like(
    draw: Draw, hostile_names: list[str], rows_of: Callable[[dict[str, Any], str], list[dict[str, Any]]]
) -> None:
    said = [row["said"] for row in rows_of(draw(hostile_names), "said")]

    for name in hostile_names:
        assert sum(text.startswith((f"{name}:", f"{name},")) for text in said) >= hostile_names.count(name)


@every_chart
@pytest.mark.parametrize("count", [0, 1, 8, 20])
def test_a_chart_is_valid_whatever_the_number_of_rows(draw: Draw, count: int) -> None:
    spec = draw([f"Need {at}" for at in range(count)])

    assert alt.LayerChart.from_dict(spec).to_dict()["layer"]
    assert json.loads(json.dumps(spec, allow_nan=False)) == spec
    assert spec["height"] > 0


@every_chart
def test_the_same_values_make_the_same_chart(draw: Draw, hostile_names: list[str]) -> None:
    assert draw(hostile_names) == draw(hostile_names)


@every_chart
def test_only_the_marks_of_data_speak_to_a_pointer_and_a_screen_reader(
    draw: Draw, hostile_names: list[str]
) -> None:
    for layer in draw(hostile_names)["layer"]:
        mark, encoding = layer["mark"], layer["encoding"]
        speaks = (
            encoding.get("tooltip", {}).get("field") == encoding.get("description", {}).get("field") == "said"
        )
        assert speaks or (mark["tooltip"] is None and mark["aria"] is False)


@every_chart
def test_the_height_is_the_one_that_labels_were_laid_out_for(draw: Draw) -> None:
    assert draw(["Mastery"])["autosize"] == {"type": "fit-x", "contains": "padding"}


@every_chart
@pytest.mark.parametrize("count", [0, 1, 8])
def test_rows_stay_in_their_layers_where_streamlit_makes_no_data_frame_of_them(
    draw: Draw, count: int
) -> None:
    spec = draw(["Mastery"] * count)

    assert not {"data", "datasets"} & spec.keys()
    assert all("values" in layer["data"] for layer in spec["layer"])
