from typing import Any

from careerkit.charts import need_order_chart
from careerkit.charts.needs import TEAL, TEXT

ROWS = [("Balance", 6.5, 7), ("Income", 3, 7), ("Freedom", 0, 7)]


def _marks(spec: dict[str, Any]) -> dict[str, Any]:
    return {layer["mark"]["type"]: layer for layer in spec["layer"]}


def test_bars_stand_in_the_given_order() -> None:
    spec = need_order_chart(ROWS)

    assert [bar["need"] for bar in spec["data"]["values"]] == ["Balance", "Income", "Freedom"]
    assert all(layer["encoding"]["y"]["sort"] is None for layer in spec["layer"])


def test_each_bar_is_labelled_with_its_number() -> None:
    spec = need_order_chart(ROWS)

    assert [bar["label"] for bar in spec["data"]["values"]] == ["6.5 of 7", "3 of 7", "0 of 7"]
    assert _marks(spec)["text"]["encoding"]["text"]["field"] == "label"


def test_even_the_longest_bar_leaves_room_for_its_label() -> None:
    for layer in need_order_chart([("Balance", 7, 7)])["layer"]:
        lowest, highest = layer["encoding"]["x"]["scale"]["domain"]
        assert lowest == 0
        assert highest > 7


def test_every_mark_takes_a_colour_that_holds_on_both_grounds() -> None:
    marks = _marks(need_order_chart([]))

    assert marks["bar"]["mark"]["color"] == TEAL
    assert marks["text"]["mark"]["color"] == TEXT
