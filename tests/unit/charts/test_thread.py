from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest

from careerkit.charts import thread_graph
from careerkit.charts.colours import MUTED, TEAL
from careerkit.charts.thread import MOST
from careerkit.workspace import ThreadKind, ThreadNode

Marks = Callable[[dict[str, Any], str], list[dict[str, Any]]]


def _node(kind: ThreadKind, id_: str, title: str = "", note: str = "") -> ThreadNode:
    return ThreadNode(kind=kind, id=id_, title=title or f"{kind.label} {id_}", note=note)


NEED = _node(ThreadKind.NEED, "m", "Mastery")
ASPIRATION = _node(ThreadKind.ASPIRATION, "a", "Become the expert")
GOAL = _node(ThreadKind.GOAL, "g", "Pass the exam", "Doing")
MILESTONE = _node(ThreadKind.MILESTONE, "x", "Book it", "2027")
NODES = (MILESTONE, GOAL, NEED, ASPIRATION)
EDGES = (
    ("aspiration-a", "need-m"),
    ("goal-g", "aspiration-a"),
    ("goal-g", "need-m"),
    ("milestone-x", "goal-g"),
)


def _rows(spec: dict[str, Any], marks: Marks, kind: str) -> list[dict[str, Any]]:
    return [row for layer in marks(spec, kind) for row in layer["data"]["values"]]


def _down(spec: dict[str, Any], marks: Marks) -> list[str]:
    """Return the words of the chart from the top down."""
    words = sorted(_rows(spec, marks, "text"), key=lambda row: row["place"])
    return [" ".join(row["wide"]) for row in words]


def _lines(spec: dict[str, Any], marks: Marks, colour: str) -> set[tuple[float, float]]:
    """Return the places of the two ends of each line of one colour."""
    (layer,) = [layer for layer in marks(spec, "line") if layer["mark"]["color"] == colour]
    by_edge: dict[int, list[dict[str, Any]]] = {}
    for row in layer["data"]["values"]:
        by_edge.setdefault(row["edge"], []).append(row)
    return {(points[0]["place"], points[-1]["place"]) for points in by_edge.values()}


def test_bands_go_from_needs_down_to_milestones_and_empty_ones_are_left_out(marks: Marks) -> None:
    spec = thread_graph(NODES, EDGES, "goal-g")

    assert _down(spec, marks) == [
        "Needs",
        "Mastery",
        "Aspirations",
        "Become the expert",
        "Goals",
        "Pass the exam · Doing",
        "Milestones",
        "Book it · 2027",
    ]


def test_the_entry_it_is_about_differs_in_shape_and_weight_and_size(marks: Marks) -> None:
    spec = thread_graph(NODES, EDGES, "goal-g")

    own = {layer["mark"]["shape"]: layer["data"]["values"] for layer in marks(spec, "point")}
    bold = [layer for layer in marks(spec, "text") if layer["mark"].get("fontWeight") == "bold"]
    assert [row["said"].split(":")[0] for row in own["diamond"]] == ["Pass the exam"]
    assert len(own["circle"]) == 3
    assert [row["wide"] for row in bold[-1]["data"]["values"]] == [["Pass the exam · Doing"]]


def test_a_line_joins_the_points_of_each_link_and_the_entrys_own_are_stronger(marks: Marks) -> None:
    spec = thread_graph(NODES, EDGES, "goal-g")

    at = {row["said"].split(":")[0]: row["place"] for row in _rows(spec, marks, "point")}
    goal = at["Pass the exam"]
    assert _lines(spec, marks, MUTED) == {(at["Mastery"], at["Become the expert"])}
    assert _lines(spec, marks, TEAL) == {
        (at["Become the expert"], goal),
        (at["Mastery"], goal),
        (goal, at["Book it"]),
    }
    widths = {layer["mark"]["color"]: layer["mark"]["strokeWidth"] for layer in marks(spec, "line")}
    assert widths[TEAL] > widths[MUTED]


def test_a_longer_line_reaches_further_out_and_the_longest_takes_all_the_room(marks: Marks) -> None:
    spec = thread_graph(NODES, EDGES, "goal-g")

    points = _rows(spec, marks, "line")
    lengths: dict[float, float] = {}
    for start, bend, _, end in zip(points[::4], points[1::4], points[2::4], points[3::4], strict=True):
        lengths[end["place"] - start["place"]] = bend["bulge"]
    reaches = [lengths[length] for length in sorted(lengths)]
    assert reaches == sorted(reaches)
    assert reaches[-1] == 1


def test_each_point_says_what_it_is_and_what_it_serves(marks: Marks) -> None:
    spec = thread_graph(NODES, EDGES, "goal-g")

    assert {row["said"] for row in _rows(spec, marks, "point")} == {
        "Mastery: need",
        "Become the expert: aspiration; serves Mastery",
        "Pass the exam: this goal, Doing; serves Become the expert and Mastery",
        "Book it: milestone, 2027; serves Pass the exam",
    }


def test_of_many_served_things_three_are_said(marks: Marks) -> None:
    needs = [_node(ThreadKind.NEED, str(at)) for at in range(5)]
    spec = thread_graph([*needs, GOAL], [("goal-g", f"need-{at}") for at in range(5)], "goal-g")

    (said,) = [row["said"] for row in _rows(spec, marks, "point") if row["of"]]
    assert said.endswith("; serves Need 0, Need 1, Need 2 and 2 more")


def test_past_twelve_of_a_kind_the_others_are_counted_in_words_that_speak(marks: Marks) -> None:
    milestones = [_node(ThreadKind.MILESTONE, str(at)) for at in range(MOST + 7)]
    spec = thread_graph([GOAL, *milestones], [(f"milestone-{at}", "goal-g") for at in range(19)], "goal-g")

    assert len(_rows(spec, marks, "point")) == MOST + 1
    assert len(_lines(spec, marks, TEAL)) == MOST
    (count,) = [row for row in _rows(spec, marks, "text") if row["wide"] == ["and 7 more"]]
    assert count["said"] == "And 7 more: milestones"
    assert _down(spec, marks)[-1] == "and 7 more"


def test_what_is_left_out_is_neither_the_entry_itself_nor_what_it_is_linked_to(marks: Marks) -> None:
    goals = [_node(ThreadKind.GOAL, str(at)) for at in range(30)]
    links = [("goal-29", "goal-28"), ("goal-5", "need-m")]
    spec = thread_graph([NEED, *goals], links, "goal-29")

    shown = [row["said"].split(":")[0] for row in _rows(spec, marks, "point")]
    assert {"Goal 28", "Goal 29"} <= set(shown)
    assert len(shown) == MOST + 1


def test_lines_cross_less_because_entries_stand_below_what_they_serve(marks: Marks) -> None:
    goals = [_node(ThreadKind.GOAL, id_) for id_ in "ab"]
    milestones = [_node(ThreadKind.MILESTONE, id_) for id_ in "wxyz"]
    links = [
        ("milestone-w", "goal-b"),
        ("milestone-x", "goal-a"),
        ("milestone-y", "goal-b"),
        ("milestone-z", "goal-a"),
    ]

    words = _down(thread_graph([*goals, *milestones], links, "goal-a"), marks)

    assert words[-4:] == ["Milestone x", "Milestone z", "Milestone w", "Milestone y"]


def test_links_to_what_is_not_drawn_and_twins_are_left_out(marks: Marks) -> None:
    spec = thread_graph([GOAL, GOAL, NEED], [*EDGES, ("goal-g", "need-m")], "goal-g")

    assert len(_rows(spec, marks, "point")) == 2
    assert len(_lines(spec, marks, TEAL)) == 1
    assert _lines(spec, marks, MUTED) == set()


@pytest.mark.parametrize("note", ["", "2027", "A level with a name that is as long as a line can be " * 3])
def test_labels_do_not_overlap_and_a_note_stands_even_where_the_title_is_cut(
    marks: Marks, hostile_names: list[str], note: str
) -> None:
    nodes = [_node(ThreadKind.GOAL, str(at), name * 4, note) for at, name in enumerate(hostile_names)]
    spec = thread_graph(nodes, [], "goal-1")

    rows = sorted(_rows(spec, marks, "text"), key=lambda row: row["place"])
    for above, below in pairwise(rows):
        assert below["place"] - above["place"] > 17 * max(len(above["narrow"]), len(above["wide"]))
    assert rows[-1]["place"] + 17 * (len(rows[-1]["narrow"]) - 0.5) <= spec["height"]
    entries = [row for row in rows if "of" in row]
    assert len(entries) == MOST
    assert all(note[:6] in row[width][-1] for row in entries for width in ("narrow", "wide"))


def test_a_thread_without_anything_is_a_chart_still() -> None:
    assert thread_graph([], [], "")["height"] > 0


def test_an_id_never_reaches_the_specification() -> None:
    spec = thread_graph([_node(ThreadKind.GOAL, "secret-id", "Pass")], [], "goal-secret-id")

    assert "secret-id" not in str(spec)
