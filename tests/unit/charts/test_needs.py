from collections.abc import Callable
from itertools import pairwise
from typing import Any

from careerkit.charts import ShareRow, need_order_chart, need_share_chart
from careerkit.charts.colours import TEAL, TEXT

ROWS = [("Balance", 0.9, "5 kept, 1 given up"), ("Income", 0.4, "2 kept, 3 given up"), ("Freedom", 0.0, "")]


def _marks(spec: dict[str, Any]) -> dict[str, Any]:
    return {layer["mark"]["type"]: layer for layer in spec["layer"]}


def test_bars_stand_in_the_given_order() -> None:
    spec = need_order_chart(ROWS)

    assert [bar["need"] for bar in spec["data"]["values"]] == ["Balance", "Income", "Freedom"]
    assert all(layer["encoding"]["y"]["sort"] is None for layer in spec["layer"])


def test_each_bar_has_its_label() -> None:
    spec = need_order_chart(ROWS)

    assert [bar["label"] for bar in spec["data"]["values"]] == [
        "5 kept, 1 given up",
        "2 kept, 3 given up",
        "",
    ]
    assert _marks(spec)["text"]["encoding"]["text"]["field"] == "label"


def test_even_the_longest_bar_leaves_room_for_its_label() -> None:
    for layer in need_order_chart([("Balance", 1.0, "7 kept")])["layer"]:
        lowest, highest = layer["encoding"]["x"]["scale"]["domain"]
        assert lowest <= 0
        assert highest > 1


def test_every_mark_takes_a_colour_that_holds_on_both_grounds() -> None:
    marks = _marks(need_order_chart([]))

    assert marks["bar"]["mark"]["color"] == TEAL
    assert marks["text"]["mark"]["color"] == TEXT


def _share(need: str, share: float, group: int) -> ShareRow:
    return ShareRow(need=need, share=share, low=max(0, share - 0.09), high=min(1, share + 0.12), group=group)


def _shares(spec: dict[str, Any]) -> list[dict[str, Any]]:
    (dots,) = (layer for layer in spec["layer"] if layer["mark"].get("shape") == "circle")
    rows: list[dict[str, Any]] = dots["data"]["values"]
    return rows


def _brackets(spec: dict[str, Any]) -> list[dict[str, Any]]:
    texts = (layer for layer in spec["layer"] if layer["encoding"].get("text", {}).get("field") == "words")
    return [row for layer in texts for row in layer["data"]["values"]]


def test_shares_stand_in_the_given_order_with_their_numbers_behind() -> None:
    rows = _shares(need_share_chart([_share("Mastery", 0.24, 0), _share("Income", 0.11, 1)]))

    assert [row["beside"] for row in rows] == [["Mastery"], ["Income"]]
    assert [row["label"] for row in rows] == ["24 % (15 to 36)", "11 % (2 to 23)"]
    assert rows[0]["y"] < rows[1]["y"]


def test_needs_that_cannot_be_told_apart_are_bracketed_together_in_words() -> None:
    groups = [0, 1, 1, 1, 2, 3, 3]
    spec = need_share_chart([_share(f"Need {at}", 0.2, group) for at, group in enumerate(groups)])

    rows, brackets = _shares(spec), _brackets(spec)
    held = [[row["top"] < b["bottom"] and b["top"] < row["bottom"] for row in rows] for b in brackets]
    assert held == [[group == wanted for group in groups] for wanted in (1, 3)]
    assert {" ".join(bracket["words"]) for bracket in brackets} == {"too close to call"}


def test_needs_that_all_stand_apart_leave_no_bracket_and_no_room_for_one() -> None:
    alone, together = (need_share_chart([_share("A", 0.5, 0), _share("B", 0.4, group)]) for group in (1, 0))

    assert _brackets(alone) == []
    assert len(_brackets(together)) == 1
    ends = [int(_range(spec)[1]["expr"].removeprefix("width - ")) for spec in (alone, together)]
    assert ends[0] < ends[1]


def _range(spec: dict[str, Any]) -> list[dict[str, str]]:
    scales = [layer["encoding"]["x"].get("scale") for layer in spec["layer"]]
    first, *others = [scale for scale in scales if scale]
    assert all(scale == first for scale in others)
    wanted: list[dict[str, str]] = first["range"]
    return wanted


def test_the_scale_of_shares_ends_at_the_next_full_ten_percent() -> None:
    def end(share: float) -> float:
        row = ShareRow(need="Mastery", share=share, low=share, high=share, group=0)
        (domain,) = {
            tuple(layer["encoding"]["x"]["scale"]["domain"])
            for layer in need_share_chart([row])["layer"]
            if "scale" in layer["encoding"]["x"]
        }
        return float(domain[1])

    assert [end(share) for share in (0, 0.1, 0.31, 0.7, 1)] == [0.1, 0.1, 0.4, 0.7, 1]


def test_rows_and_names_of_shares_do_not_overlap(
    hostile_names: list[str], marks: Callable[[dict[str, Any], str], list[dict[str, Any]]]
) -> None:
    spec = need_share_chart([_share(name, at / 19, at) for at, name in enumerate(hostile_names)])

    rows = _shares(spec)
    assert len(rows) == len(hostile_names)
    for above, below in pairwise(rows):
        assert above["bottom"] == below["top"]
    for row in rows:
        tall = row["bottom"] - row["top"]
        assert 18 * len(row["beside"]) < tall
        last_line = row["y"] + row["above_lift"] + 18 * (len(row["above"]) - 1)
        assert row["top"] < row["y"] + row["above_lift"] - 9  # the first line
        assert last_line + 9 < row["y"] + row["drop"] - 5  # the last line, above the interval
        assert row["y"] + row["drop"] + 9 < row["bottom"]  # the label behind it
    assert spec["height"] == rows[-1]["bottom"]
    assert len(marks(spec, "point")) == 3
