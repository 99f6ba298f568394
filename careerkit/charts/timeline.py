"""The dated goals of a plan, each as a bar over its years, as a chart."""

import math
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Final, Literal

from careerkit.charts.colours import MUTED, OCHRE, TEAL, TEXT
from careerkit.charts.drawing import UNREAD, by_width, down, layer_of, placed, said, specification, worked_out
from careerkit.charts.layout import shortened, wrapped
from careerkit.goals import TimelineRow
from careerkit.words import day_in_words

if TYPE_CHECKING:
    import altair as alt

_SIZE: Final = 14
_LINE: Final = 17
_SMALL: Final = 13
_WIDE_FROM: Final = 520
_NARROW_NAME: Final = 232
_WIDE_NAME: Final = 480
_LINES: Final = 2
"""Most lines of a title; a longer one ends with an ellipsis, and stands in full in what its row says."""
_EDGE: Final = 9
"""Pixels between the edge of the plot and the first and the last day: half a mark and some."""
_ABOVE: Final = 10
"""Pixels above the title of a row."""
_WORDS: Final = 17
"""Height of the line that says how a goal stands."""
_TO_BAR: Final = 19
"""Pixels from that line to the middle of the bar."""
_TO_TICKS: Final = 13
"""Pixels from the middle of the bar to those of the ticks below it."""
_BELOW: Final = 12
_YEARS_BELOW: Final = 6
"""From this many rows on, the years stand below the chart too."""
_CENTRED: Final = 0.1
"""The name of today stands above it, but for this share of the width at either end."""

_Row = dict[str, Any]


def timeline(rows: Sequence[TimelineRow], today: str, first: str, last: str) -> dict[str, Any]:
    """Return a bar per goal, in the order given, with its title above it and its milestones below it.

    The days are ISO dates; the plot reaches from ``first`` to ``last``. An open goal is teal. One that is
    overdue is ochre, says so, and ends in a diamond; one that is done or dropped is grey. A triangle points
    to a due date outside of the plot. Done milestones are filled, the others hollow. A chart is good for some
    forty rows; pages show more of them in parts.
    """
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    ends = (_place(begin), _place(max(begin, end), whole=1))
    laid_out = list(_laid_out(rows, ends))
    height = laid_out[-1]["bottom"] if laid_out else _LINE
    now = _place(date.fromisoformat(today))
    layers = [
        *_years(ends, laid_out, height),
        *(_today(now, ends, laid_out, height) if ends[0] <= now < ends[1] else []),
        *_bars(laid_out, ends, height),
        *_texts(laid_out, height),
        _rows_said(laid_out, height),
        _ticks(rows, laid_out, ends, height),
    ]
    return specification(layers, height=height, wide_from=_WIDE_FROM)


def _place(day: date, *, whole: int = 0) -> float:
    """Return a day as a year with its fraction; with ``whole``, the end of the day."""
    days = (date(day.year, 12, 31) - date(day.year, 1, 1)).days + 1
    return day.year + (day.timetuple().tm_yday - 1 + whole) / days


def _laid_out(rows: Sequence[TimelineRow], ends: tuple[float, float]) -> Iterator[_Row]:
    """Yield each row with its words and its places: across in years, down in pixels from the top."""
    top = 0.0
    for row in rows:
        wide, narrow = (
            shortened(wrapped(row.title, _SIZE, most), _LINES) for most in (_WIDE_NAME, _NARROW_NAME)
        )
        words = top + _ABOVE + _LINE * max(len(wide), len(narrow)) + _WORDS / 2
        due = _place(row.due)
        bar = words + _TO_BAR
        bottom = bar + _BELOW + (_TO_TICKS if row.ticks else 0)
        yield {
            "said": row.said,
            "words": f"{_state(row)} · due {day_in_words(row.due)}",
            "wide": wide,
            "wide_lift": -_LINE * (len(wide) - 1),
            "narrow": narrow,
            "narrow_lift": -_LINE * (len(narrow) - 1),
            "colour": MUTED if row.closed else OCHRE if row.overdue else TEAL,
            "shape": _end_shape(row, due, ends),
            "from": _kept_in(_place(row.from_day), ends),
            "due": _kept_in(due, ends),
            "top": top,
            "title": words - _WORDS / 2,
            "state": words,
            "bar": bar,
            "bottom": bottom,
        }
        top = bottom


def _state(row: TimelineRow) -> str:
    return "Overdue" if row.overdue else row.status


def _end_shape(row: TimelineRow, due: float, ends: tuple[float, float]) -> str:
    """Return the shape in which a bar ends; nothing for one that just ends."""
    if due < ends[0]:
        return "triangle-left"
    if due >= ends[1]:
        return "triangle-right"
    return "diamond" if row.overdue else ""


def _kept_in(place: float, ends: tuple[float, float]) -> float:
    return max(ends[0], min(place, ends[1]))


def _across(field: str, ends: tuple[float, float]) -> "alt.X":
    import altair as alt  # noqa: PLC0415 - half a second: paid where a chart is drawn

    scale = alt.Scale(
        domain=list(ends), range=[_EDGE, worked_out(f"width - {_EDGE}")], nice=False, zero=False
    )
    return alt.X(field, axis=None, scale=scale)


def _years(ends: tuple[float, float], rows: Sequence[_Row], height: float) -> list["alt.Chart"]:
    """Return the years by name, and lines where they begin; they stay out of the titles."""
    import altair as alt  # noqa: PLC0415 - see above

    years = range(math.floor(ends[0]), math.ceil(ends[1]))
    names = [
        {
            "year": sum(_kept_in(edge, ends) for edge in (year, year + 1)) / 2,
            "wide": "" if at % math.ceil(len(years) / 14) else str(year),
            "narrow": "" if at % math.ceil(len(years) / 7) else str(year),
        }
        for at, year in enumerate(years)
    ]
    lines = [
        {"year": year, "above": row["bar"] - 7, "below": row["bottom"] - 6}
        for row in rows
        for year in range(math.ceil(ends[0]), math.floor(ends[1]) + 1)
    ]
    line = layer_of(lines).mark_rule(color=MUTED, opacity=0.5, strokeWidth=1, **UNREAD)
    name = layer_of(names).mark_text(
        text=by_width("datum.wide", "datum.narrow"), color=TEXT, fontSize=_SMALL, opacity=0.85, **UNREAD
    )
    places = [-6, *([height + 8] if len(rows) >= _YEARS_BELOW else [])]
    return [
        placed(line, x=_across("year:Q", ends), y=down("above:Q", height), y2="below:Q"),
        *(placed(name, x=_across("year:Q", ends), y=alt.value(place)) for place in places),
    ]


def _today(now: float, ends: tuple[float, float], rows: Sequence[_Row], height: float) -> list["alt.Chart"]:
    import altair as alt  # noqa: PLC0415 - see above

    share = (now - ends[0]) / (ends[1] - ends[0])
    align: Literal["left", "center", "right"] = "center"
    if not _CENTRED <= share <= 1 - _CENTRED:
        align = "left" if share < _CENTRED else "right"
    lines = [{"now": now, "above": row["bar"] - 9, "below": row["bottom"] - 3} for row in rows]
    rule = layer_of(lines).mark_rule(color=TEXT, strokeWidth=2, **UNREAD)
    name = layer_of([{"now": now, "name": "Today"}]).mark_text(
        color=TEXT, fontSize=_SMALL, fontWeight="bold", align=align, **UNREAD
    )
    return [
        placed(rule, x=_across("now:Q", ends), y=down("above:Q", height), y2="below:Q"),
        placed(name, x=_across("now:Q", ends), y=alt.value(-24), text="name:N"),
    ]


def _bars(rows: Sequence[_Row], ends: tuple[float, float], height: float) -> list["alt.Chart"]:
    layers = []
    for colour in (MUTED, TEAL, OCHRE):
        alike = [row for row in rows if row["colour"] == colour]
        bar = layer_of(alike).mark_rule(color=colour, strokeWidth=8, strokeCap="round", opacity=1, **UNREAD)
        end = layer_of([row for row in alike if row["shape"]]).mark_point(
            shape=worked_out("datum.shape"), color=colour, filled=True, size=300, opacity=1, **UNREAD
        )
        y = down("bar:Q", height)
        layers.append(placed(bar, x=_across("from:Q", ends), x2="due:Q", y=y))
        layers.append(placed(end, x=_across("due:Q", ends), y=y))
    return layers


def _texts(rows: Sequence[_Row], height: float) -> list["alt.Chart"]:
    import altair as alt  # noqa: PLC0415 - see above

    left = {"color": TEXT, "align": "left", **UNREAD}
    title = layer_of(rows).mark_text(
        text=by_width("datum.wide", "datum.narrow"),
        dy=by_width("datum.wide_lift", "datum.narrow_lift"),
        baseline="bottom",
        **{"fontSize": _SIZE, "fontWeight": "bold", "lineHeight": _LINE, **left},
    )
    words = layer_of(rows).mark_text(fontSize=_SMALL, opacity=0.85, baseline="middle", **left)
    return [
        placed(title, x=alt.value(0), y=down("title:Q", height)),
        placed(words, x=alt.value(0), y=down("state:Q", height), text="words:N"),
    ]


def _rows_said(rows: Sequence[_Row], height: float) -> "alt.Chart":
    """Return what says a row wherever a finger or a pointer meets it, without being seen."""
    import altair as alt  # noqa: PLC0415 - see above

    ground = layer_of(rows).mark_rect(color=MUTED, opacity=0)
    across = {"x": alt.value(0), "x2": alt.value(worked_out("width"))}
    return placed(ground, y=down("top:Q", height), y2="bottom:Q", **across, **said())


def _ticks(
    rows: Sequence[TimelineRow],
    laid_out: Sequence[Mapping[str, Any]],
    ends: tuple[float, float],
    height: float,
) -> "alt.Chart":
    ticks = [
        {
            "on": _kept_in(_place(tick.on), ends),
            "level": place["bar"] + _TO_TICKS,
            "fill": 1 if tick.done else 0,
            "said": (
                f"{tick.title}: milestone of “{row.title}”, {day_in_words(tick.on)}, "
                f"{'done' if tick.done else 'still to do'}"
            ),
        }
        for row, place in zip(rows, laid_out, strict=True)
        for tick in row.ticks
    ]
    mark = layer_of(ticks).mark_point(
        shape="circle",
        stroke=TEXT,
        fill=TEXT,
        fillOpacity=worked_out("datum.fill"),
        strokeWidth=1.5,
        opacity=1,
        size=45,
    )
    return placed(mark, x=_across("on:Q", ends), y=down("level:Q", height), **said())
