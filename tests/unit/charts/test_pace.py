from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from careerkit.charts import trend_line
from careerkit.charts.colours import OCHRE, TEAL
from careerkit.errors import InvalidValueError
from careerkit.goals import CheckIn, Goal, GoalStatus, Measure

Marks = Callable[[dict[str, Any], str], list[dict[str, Any]]]
TODAY = date(2026, 5, 1)
FIRST = date(2026, 1, 1)
DUE = date(2026, 12, 27)  # 360 days after the first
RISING = Goal(
    id="g",
    title="Write",
    measure=Measure(start=0, target=10, current=5, unit="chapters"),
    due=DUE,
    status=GoalStatus.DOING,
)
FALLING = replace(RISING, measure=Measure(start=90, target=75, current=84, unit="kg"))


def _checkins(*values: float, step: int = 30, note: str = "") -> tuple[CheckIn, ...]:
    return tuple(
        CheckIn(id=f"c{at}", goal="g", on=FIRST + timedelta(step * at), value=value, note=note)
        for at, value in enumerate(values)
    )


def _rows(spec: dict[str, Any], marks: Marks, kind: str, colour: str) -> list[dict[str, Any]]:
    layers = [layer for layer in marks(spec, kind) if layer["mark"].get("color") == colour]
    return [row for layer in layers for row in layer["data"]["values"]]


def _words(spec: dict[str, Any], marks: Marks) -> dict[str, dict[str, Any]]:
    (layer,) = marks(spec, "text")
    return {" ".join(row["wide"]): row for row in layer["data"]["values"]}


def _said(spec: dict[str, Any]) -> list[str]:
    return [row["said"] for layer in spec["layer"] for row in layer["data"]["values"] if "said" in row]


def test_a_point_stands_where_its_day_and_its_value_are(marks: Marks) -> None:
    rows = _rows(trend_line(RISING, _checkins(0, 2, 5), TODAY), marks, "line", TEAL)

    assert [row["at"] for row in rows] == pytest.approx([0, 30 / 360, 60 / 360])
    levels = [row["level"] for row in rows]
    assert (levels[0] - levels[1]) / (levels[0] - levels[2]) == pytest.approx(2 / 5)


def test_the_dashed_line_leads_from_the_newest_value_to_the_target_on_the_due_date(marks: Marks) -> None:
    spec = trend_line(RISING, _checkins(0, 2, 5), TODAY)

    (needed,) = _rows(spec, marks, "rule", OCHRE)
    newest = _rows(spec, marks, "line", TEAL)[-1]
    assert (needed["at"], needed["level"]) == (newest["at"], newest["level"])
    assert needed["to"] == 1
    assert needed["end"] == _words(spec, marks)["Target 10 chapters"]["level"]


@pytest.mark.parametrize(
    "goal",
    [
        pytest.param(replace(RISING, due=date(2026, 4, 30)), id="due-past"),
        pytest.param(replace(RISING, status=GoalStatus.DONE), id="done"),
        pytest.param(replace(RISING, status=GoalStatus.IDEA, due=None), id="without-date"),
        pytest.param(replace(RISING, measure=Measure(start=0, target=5, current=5)), id="reached"),
    ],
)
def test_nothing_is_needed_where_no_way_is_left(goal: Goal, marks: Marks) -> None:
    spec = trend_line(goal, _checkins(1, 5), TODAY)

    assert not _rows(spec, marks, "rule", OCHRE)
    assert "Needed" not in _words(spec, marks)
    assert len(_rows(spec, marks, "line", TEAL)) == 2


@pytest.mark.parametrize(("goal", "higher"), [(RISING, "Target 10 chapters"), (FALLING, "Start 90 kg")])
def test_the_names_of_target_and_start_stand_outside_of_the_way_between(
    goal: Goal, higher: str, marks: Marks
) -> None:
    words = _words(trend_line(goal, (), TODAY), marks)
    named = [row for name, row in words.items() if name.startswith(("Target", "Start"))]

    upper, lower = sorted(named, key=lambda row: row["level"])
    assert upper is words[higher]
    assert upper["wide_lift"] < 0 < lower["wide_lift"]


def test_without_a_check_in_the_current_value_of_today_is_a_hollow_point(marks: Marks) -> None:
    spec = trend_line(RISING, (), TODAY)

    (now,) = [row for layer in marks(spec, "point") for row in layer["data"]["values"] if "fill" in row]
    assert (now["fill"], now["said"], now["at"]) == (0, "Now: 5 chapters", 0)
    assert not _rows(spec, marks, "line", TEAL)


def test_each_point_says_its_day_and_value_with_a_short_form_of_its_note() -> None:
    spec = trend_line(RISING, _checkins(0, 5, note="Back\nfrom leave"), TODAY)

    assert _said(spec) == [
        "1 Jan 2026: 0 chapters. Back from leave",
        "31 Jan 2026: 5 chapters. Back from leave",
        "Target: 10 chapters until 27 Dec 2026",
    ]
    assert max(map(len, _said(trend_line(RISING, _checkins(0, 5, note="x" * 4000), TODAY)))) < 150


def test_today_the_first_day_and_the_due_date_are_named_where_they_stand(marks: Marks) -> None:
    words = _words(trend_line(RISING, _checkins(0, 5), TODAY), marks)

    assert words["Today"]["at"] == pytest.approx(120 / 360)
    assert words["1 Jan 2026"]["at"] == 0
    assert words["Due 27 Dec 2026"]["at"] == 1


@pytest.mark.parametrize("days", [0, 3, 30, 90])
def test_the_first_day_gives_way_to_a_due_date_beside_it(days: int, marks: Marks) -> None:
    due = FIRST + timedelta(days)

    words = _words(trend_line(replace(RISING, due=due), _checkins(0, 5), TODAY + timedelta(365)), marks)

    assert "1 Jan 2026" not in words
    assert any(name.startswith("Due") for name in words)


@pytest.mark.parametrize("goal", [RISING, FALLING])
@pytest.mark.parametrize("values", [(), (5,), (-400, 1e6, 3), tuple(range(40))])
def test_everything_stays_within_the_plot(goal: Goal, values: tuple[float, ...]) -> None:
    spec = trend_line(goal, _checkins(*values, step=20), TODAY)

    rows = [row for layer in spec["layer"] for row in layer["data"]["values"]]
    assert all(0 <= row[name] <= 1 for row in rows for name in ("at", "to") if name in row)
    assert all(0 <= row[name] <= spec["height"] for row in rows for name in ("level", "end") if name in row)


def test_a_long_unit_is_broken_and_shortened_on_the_line_and_whole_in_what_is_said(marks: Marks) -> None:
    unit = "thousand euros of savings in the fund that I keep for the years of studying that are to come"
    goal = replace(RISING, measure=Measure(start=0, target=10, current=5, unit=unit))

    spec = trend_line(goal, (), TODAY)

    (name,) = [words for words in _words(spec, marks).values() if words["narrow"][0].startswith("Target")]
    assert len(name["narrow"]) == 2
    assert name["narrow"][-1].endswith("…")
    assert f"Target: 10 {unit} until 27 Dec 2026" in _said(spec)


def test_a_goal_without_a_measure_has_no_trend_line() -> None:
    with pytest.raises(InvalidValueError, match="without a measure"):
        trend_line(replace(RISING, measure=None), (), TODAY)


def test_what_the_chart_is_drawn_from_can_be_kept_by_its_values() -> None:
    assert hash((RISING, _checkins(1, 2), TODAY)) == hash((replace(RISING), _checkins(1, 2), TODAY))
