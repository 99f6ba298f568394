"""The days of a month with what falls on them, as a chart."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from careerkit.charts.colours import MUTED, TEAL, TEXT
from careerkit.charts.drawing import UNREAD, by_width, down, layer_of, placed, said, specification, worked_out

if TYPE_CHECKING:
    import altair as alt

_WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_SIZE: Final = 13
_WIDE_FROM: Final = 560
_WIDE_CELL: Final = 84
"""Height of a cell with titles: its day and three lines of words."""
_NARROW_CELL: Final = 48
"""Height of a cell with a dot: its day, and the dot with the count."""
_CELL_WIDTH: Final = f"floor(width / {len(_WEEKDAYS)})"
"""Whole pixels, else the borders blur."""
_INSET: Final = 7
"""Pixels between the border of a cell and its words."""
_DAY: Final = 15
"""Pixels from the corner of a cell to the middle of its day."""
_RING: Final = 24
"""Width of the ring around today."""
_TITLES: Final = 2
"""Most titles in a cell; the others are counted below them, and stand in full in what the cell says."""
_FIRST_LINE: Final = 38
"""Pixels from the top of a cell to the middle of its first title."""
_LINE: Final = 17
_DOT_LINE: Final = 36
"""Pixels from the top of a narrow cell to the middle of its dot."""

_Row = dict[str, Any]


class DayCell(NamedTuple):
    """A day of the month: the row and the column it stands in, each from 0 (a Monday), and what falls on it.

    ``said`` is its sentence for a pointer and a screen reader, with all of the ``titles``.
    """

    week: int
    weekday: int
    day: int
    is_today: bool
    titles: tuple[str, ...]
    said: str


def month_grid(cells: tuple[DayCell, ...]) -> dict[str, Any]:
    """Return the days of a month in rows of weeks, Monday first, each with the titles of what falls on it.

    A chart with little room has a dot and the number of titles instead, and is less tall. Days with a title
    have a faint ground. Today is bold and in a ring.
    """
    weeks = max((cell.week for cell in cells), default=0) + 1
    days = [_day(cell) for cell in cells]
    layers = [
        _grounds(days, weeks),
        _borders(cells, weeks),
        _heading(),
        *_numbers(days, weeks),
        *_titles(cells, weeks),
        *_counts(days, weeks),
        _spoken(days, weeks),  # on top, where no words stand between it and the pointer
    ]
    spec = specification(layers, height=weeks * _NARROW_CELL, wide_from=_WIDE_FROM)
    height = by_width(f"{weeks * _WIDE_CELL}", f"{weeks * _NARROW_CELL}")
    # Vega-Lite takes no expression as a height, but passes a parameter of that name on to Vega's own.
    spec["params"].append({"name": "height", "expr": height.expr})
    return spec


def _day(cell: DayCell) -> _Row:
    return {
        "week": cell.week,
        "below": cell.week + 1,
        "weekday": cell.weekday,
        "right": cell.weekday + 1,
        "day": str(cell.day),
        "today": cell.is_today,
        "count": len(cell.titles),
        "said": cell.said,
    }


def _across(field: str) -> "alt.X":
    import altair as alt  # noqa: PLC0415 - half a second: paid where a chart is drawn

    columns = len(_WEEKDAYS)
    ends: list[Any] = [0, worked_out(f"{columns} * {_CELL_WIDTH}")]
    return alt.X(field, axis=None, scale=alt.Scale(domain=[0, columns], range=ends, nice=False))


def _grounds(days: Sequence[_Row], weeks: int) -> "alt.Chart":
    busy = [day for day in days if day["count"]]
    return placed(layer_of(busy).mark_rect(color=TEAL, opacity=0.16, **UNREAD), **_whole(weeks))


def _borders(cells: Sequence[DayCell], weeks: int) -> "alt.Chart":
    """Return each border once: two drawn over each other would be stronger than the others."""
    corners = {(cell.weekday, cell.week) for cell in cells}
    across = {(left, top + side, left + 1, top + side) for left, top in corners for side in (0, 1)}
    upright = {(left + side, top, left + side, top + 1) for left, top in corners for side in (0, 1)}
    fields = ("weekday", "week", "right", "below")
    lines = [dict(zip(fields, ends, strict=True)) for ends in sorted(across | upright)]
    mark = layer_of(lines).mark_rule(color=MUTED, opacity=0.7, strokeWidth=1, **UNREAD)
    return placed(mark, **_whole(weeks))


def _spoken(days: Sequence[_Row], weeks: int) -> "alt.Chart":
    """Return what says a day wherever a finger or a pointer meets its cell, without being seen."""
    return placed(layer_of(days).mark_rect(color=MUTED, opacity=0), **_whole(weeks), **said())


def _whole(weeks: int) -> dict[str, Any]:
    """Return where the four sides of a cell stand, or the two ends of a border."""
    return {"x": _across("weekday:Q"), "x2": "right:Q", "y": down("week:Q", weeks), "y2": "below:Q"}


def _corner(weeks: int) -> dict[str, Any]:
    """Return where the upper left corner of a cell stands."""
    return {"x": _across("weekday:Q"), "y": down("week:Q", weeks)}


def _heading() -> "alt.Chart":
    import altair as alt  # noqa: PLC0415 - see above

    names = [{"middle": at + 0.5, "wide": name, "narrow": name[0]} for at, name in enumerate(_WEEKDAYS)]
    mark = layer_of(names).mark_text(
        text=by_width("datum.wide", "datum.narrow"), color=TEXT, fontSize=_SIZE, opacity=0.85, **UNREAD
    )
    return placed(mark, x=_across("middle:Q"), y=alt.value(-11))


def _numbers(days: Sequence[_Row], weeks: int) -> Iterator["alt.Chart"]:
    """Yield the ring around today, and the number of each day."""
    today = [day for day in days if day["today"]]
    ring = layer_of(today).mark_point(
        shape="circle",
        stroke=TEAL,
        strokeWidth=2,
        size=_RING**2,
        opacity=1,
        xOffset=_DAY,
        yOffset=_DAY,
        filled=False,
        **UNREAD,
    )
    yield placed(ring, **_corner(weeks))
    for strong in (False, True):
        number = layer_of([day for day in days if day["today"] == strong]).mark_text(
            dx=_DAY,
            dy=_DAY,
            baseline="middle",
            fontWeight="bold" if strong else "normal",
            **{"color": TEXT, "fontSize": _SIZE, **UNREAD},
        )
        yield placed(number, text="day:N", **_corner(weeks))


def _titles(cells: Sequence[DayCell], weeks: int) -> Iterator["alt.Chart"]:
    """Yield the words in the cells of a wide chart: titles, and fainter how many more there are."""
    rows = [
        {"week": cell.week, "weekday": cell.weekday, "drop": _FIRST_LINE + _LINE * line, "title": title}
        for cell in cells
        for line, title in enumerate(cell.titles[:_TITLES])
    ]
    more = [
        {
            "week": cell.week,
            "weekday": cell.weekday,
            "drop": _FIRST_LINE + _LINE * _TITLES,
            "title": f"and {len(cell.titles) - _TITLES} more",
        }
        for cell in cells
        if len(cell.titles) > _TITLES
    ]
    cut = {"limit": worked_out(f"{_CELL_WIDTH} - {2 * _INSET}")}
    looks: tuple[tuple[list[_Row], dict[str, Any]], ...] = ((rows, cut), (more, {"opacity": 0.85}))
    for words, look in looks:
        mark = layer_of(words).transform_filter("wide")
        text = mark.mark_text(
            dx=_INSET,
            dy=worked_out("datum.drop"),
            align="left",
            baseline="middle",
            **{"color": TEXT, "fontSize": _SIZE, **look, **UNREAD},
        )
        yield placed(text, text="title:N", **_corner(weeks))


def _counts(days: Sequence[_Row], weeks: int) -> Iterator["alt.Chart"]:
    """Yield a dot in each cell of a narrow chart on which something falls, and how much beside it."""
    busy = layer_of([day for day in days if day["count"]]).transform_filter("!wide")
    dot = busy.mark_point(
        shape="circle", fill=TEAL, stroke=TEAL, size=50, opacity=1, xOffset=_DAY, yOffset=_DOT_LINE, **UNREAD
    )
    count = busy.mark_text(
        dx=_DAY + 8,
        dy=_DOT_LINE,
        align="left",
        baseline="middle",
        **{"color": TEXT, "fontSize": _SIZE, **UNREAD},
    )
    yield placed(dot, **_corner(weeks))
    yield placed(count, text="count:Q", **_corner(weeks))
