"""How the measure of a goal moves towards its target, as a chart."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from careerkit.charts.colours import MUTED, OCHRE, TEAL, TEXT
from careerkit.charts.drawing import UNREAD, by_width, down, layer_of, placed, said, specification, worked_out
from careerkit.charts.layout import shortened, text_width, wrapped
from careerkit.charts.pace_plot import HEIGHT, Plot, Spot, plot_of, rounded
from careerkit.goals import CheckIn, Goal
from careerkit.text import clean_line
from careerkit.words import day_in_words

if TYPE_CHECKING:
    import altair as alt

_SIZE: Final = 13
_LINE: Final = 16
_EDGE: Final = 10
"""Pixels between the edge of the plot and its first and last day."""
_WIDE_FROM: Final = 480
_NARROW: Final = 260
"""The least width of the plot."""
_GAP: Final = 13
"""Pixels between a line or a point and the middle of the words above or below it."""
_BESIDE: Final = 8
_CLOSE: Final = 22
_LINES: Final = 2
_MANY: Final = 15
"""With more points than this, they are drawn smaller."""
_STRONG: Final = {"weight": "bold"}
_NOTE: Final = 120
"""Most letters of a note that its point says."""


def trend_line(goal: Goal, checkins: Sequence[CheckIn], today: date) -> dict[str, Any]:
    """Return a line through the values of a goal's check-ins, and a dashed one from the newest to the target.

    The dashed line is what the goal needs, while it is open and there are days left: see
    :func:`~careerkit.goals.pace_of`. Raises :class:`~careerkit.errors.InvalidValueError` for a goal
    without a measure.
    """
    plot = plot_of(goal, checkins, today)
    words = [*_words_of_lines(plot), *_words_of_days(plot), *_words_of_newest(plot), *_words_of_need(plot)]
    layers = [*_rules(plot), _needed(plot), _line(plot), _points(plot), _target(plot), _texts(words)]
    return specification(layers, height=HEIGHT, wide_from=_WIDE_FROM)


def _rules(plot: Plot) -> list["alt.Chart"]:
    """Return the lines that stand still: target, start, today, the due date and the ground."""
    start, target = plot.level(plot.measure.start), plot.level(plot.measure.target)
    today = plot.at(plot.today)
    solid = [_rule(0, 1, target, target), _rule(0, 1, HEIGHT, HEIGHT), _rule(today, today, 0, HEIGHT)]
    dotted = [_rule(0, 1, start, start)]
    dotted += [_rule(plot.at(plot.due), plot.at(plot.due), target, HEIGHT)] if plot.due else []
    marks = [
        layer_of(solid).mark_rule(color=MUTED, strokeWidth=1.25, **UNREAD),
        layer_of(dotted).mark_rule(color=MUTED, strokeWidth=1.25, strokeDash=[2, 4], **UNREAD),
    ]
    return [_ruled(mark) for mark in marks]


def _rule(at: float, to: float, level: float, end: float) -> dict[str, float]:
    return {"at": at, "to": to, "level": level, "end": end}


def _ruled(mark: "alt.Chart") -> "alt.Chart":
    return placed(mark, x=_across(), x2="to:Q", y=down("level:Q", HEIGHT), y2="end:Q")


def _needed(plot: Plot) -> "alt.Chart":
    start, end = plot.newest, plot.goes_to
    rows = [_rule(start.at, end.at, start.level, end.level)] if start and end else []
    return _ruled(
        layer_of(rows).mark_rule(color=OCHRE, opacity=1, strokeWidth=2.5, strokeDash=[7, 5], **UNREAD)
    )


def _line(plot: Plot) -> "alt.Chart":
    import altair as alt  # noqa: PLC0415 - half a second: paid where a chart is drawn

    rows = [{"at": spot.at, "level": spot.level} for spot in plot.spots]
    mark = layer_of(rows).mark_line(color=TEAL, strokeWidth=2.5, strokeJoin="round", **UNREAD)
    return placed(mark, x=_across(), y=down("level:Q", HEIGHT), order=alt.Order("at:Q"))


def _points(plot: Plot) -> "alt.Chart":
    """Return a point per check-in, and a hollow one for a latest value that has none."""
    rows = [
        {"at": spot.at, "level": spot.level, "fill": 1, "said": _said(it, plot)}
        for it, spot in zip(plot.points, plot.spots, strict=True)
    ]
    if plot.newest and plot.latest and plot.newest not in plot.spots:
        said_now = f"Now: {plot.amount(plot.latest[1])}"
        rows.append({"at": plot.newest.at, "level": plot.newest.level, "fill": 0, "said": said_now})
    mark = layer_of(rows).mark_point(
        shape="circle",
        fill=TEAL,
        stroke=TEAL,
        strokeWidth=2,
        opacity=1,
        fillOpacity=worked_out("datum.fill"),
        size=30 if len(rows) > _MANY else 70,
    )
    return placed(mark, x=_across(), y=down("level:Q", HEIGHT), **said())


def _said(it: CheckIn, plot: Plot) -> str:
    note = clean_line(it.note)
    note = f"{note[: _NOTE - 1]}…" if len(note) > _NOTE else note
    words = f"{day_in_words(it.on)}: {plot.amount(it.value or 0.0)}"
    return f"{words}. {note}" if note else words


def _target(plot: Plot) -> "alt.Chart":
    until = f" until {day_in_words(plot.due)}" if plot.due else ""
    row = {
        "at": plot.at(plot.due) if plot.due else 1.0,
        "level": plot.level(plot.measure.target),
        "said": f"Target: {plot.amount(plot.measure.target)}{until}",
    }
    mark = layer_of([row]).mark_point(
        shape="diamond", fill=MUTED, stroke=MUTED, strokeWidth=2, opacity=1, size=90
    )
    return placed(mark, x=_across(), y=down("level:Q", HEIGHT), **said())


def _words_of_lines(plot: Plot) -> Iterator[dict[str, Any]]:
    """Yield the names of target and start, on the side of the line for today that has more room."""
    today = plot.at(plot.today)
    right = today < 0.5  # noqa: PLR2004 - the middle
    room = max(today, 1 - today)
    measure = plot.measure
    for name, value, side in (
        ("Target", measure.target, plot.outwards),
        ("Start", measure.start, -plot.outwards),
    ):
        spot = Spot(at=float(right), level=plot.level(value))
        yield _words(
            f"{name} {plot.amount(value)}",
            spot,
            align="right" if right else "left",
            side=side,
            room=room,
            beside=True,
        )


def _words_of_days(plot: Plot) -> Iterator[dict[str, Any]]:
    """Yield the names of today, above, and of the due date and the first day, below as far as they fit."""
    today = plot.at(plot.today)
    yield _words("Today", Spot(at=today, level=0), align=_kept_inside(today), side=-1)
    first = min((it.on for it in plot.points), default=None)
    free = 1.0
    if plot.due:
        at, words = plot.at(plot.due), f"Due {day_in_words(plot.due)}"
        align = _kept_inside(at)
        free = at - _part(words) * {"left": 0, "center": 0.5, "right": 1}[align]
        yield _words(words, Spot(at=at, level=HEIGHT), align=align, side=1)
    if first and plot.at(first) + _part(day_in_words(first)) < free:
        spot = Spot(at=plot.at(first), level=HEIGHT)
        yield _words(day_in_words(first), spot, align="left", side=1)


def _words_of_newest(plot: Plot) -> Iterator[dict[str, Any]]:
    """Yield the latest value where neither the line that leads to it nor the one from it runs."""
    newest, latest = plot.newest, plot.latest
    if newest is None or latest is None or latest[1] in (plot.measure.start, plot.measure.target):
        return
    words = rounded(latest[1])
    before = [spot for spot in plot.spots if spot.at < newest.at]
    if newest.at < _part(words):
        yield _words(words, newest, align="left", side=-plot.outwards, beside=True) | _STRONG
    else:
        comes_from_above = bool(before) and before[-1].level < newest.level
        side = 1 if comes_from_above else -1
        yield _words(words, newest, align="right", side=side, beside=True) | _STRONG


def _words_of_need(plot: Plot) -> Iterator[dict[str, Any]]:
    """Yield the name of the dashed line: after its middle, or when that is too near to the end, before it."""
    newest, end = plot.newest, plot.goes_to
    if newest is None or end is None:
        return
    words, today = "Needed", max(newest.at, plot.at(plot.today))
    middle = (today + end.at) / 2  # of the part without the line for today
    if end.at - middle > _part(words):
        gone = (middle - newest.at) / (end.at - newest.at)
        spot = Spot(at=middle, level=newest.level + gone * (end.level - newest.level))
        yield _words(words, spot, align="left", side=-plot.outwards, beside=True)
        return
    spot = Spot(at=min(today, (newest.at + end.at) / 2), level=(newest.level + end.level) / 2)
    if abs(spot.level - newest.level) > _CLOSE:  # else there is no line to speak of, nor room for its name
        yield _words(words, spot, align="right", side=plot.outwards, beside=True)


def _words(
    text: str,
    spot: Spot,
    *,
    align: str,
    side: int,
    room: float = 1,
    beside: bool = False,
) -> dict[str, Any]:
    """Return words above (-1) or below (1) a spot; ``room`` is the part of the plot they may take."""
    row: dict[str, Any] = {"at": spot.at, "level": spot.level, "align": align, "weight": "normal"}
    for name, width in (("narrow", _NARROW), ("wide", _WIDE_FROM)):
        lines = shortened(wrapped(text, _SIZE, room * (width - 2 * _EDGE)), _LINES)
        row[name] = lines
        row[f"{name}_lift"] = side * _GAP - (_LINE * (len(lines) - 1) if side < 0 else 0)
    row["reach"] = 0 if not beside else _BESIDE if align == "left" else -_BESIDE
    return row


def _texts(rows: Sequence[Mapping[str, Any]]) -> "alt.Chart":
    mark = layer_of(rows).mark_text(
        text=by_width("datum.wide", "datum.narrow"),
        align=worked_out("datum.align"),
        dx=worked_out("datum.reach"),
        dy=by_width("datum.wide_lift", "datum.narrow_lift"),
        fontWeight=worked_out("datum.weight"),
        baseline="middle",
        **{"color": TEXT, "fontSize": _SIZE, "lineHeight": _LINE, **UNREAD},
    )
    return placed(mark, x=_across(), y=down("level:Q", HEIGHT))


def _across() -> "alt.X":
    import altair as alt  # noqa: PLC0415 - see above

    ends: list[Any] = [_EDGE, worked_out(f"width - {_EDGE}")]
    return alt.X("at:Q", axis=None, scale=alt.Scale(domain=[0, 1], range=ends, nice=False))


def _part(words: str) -> float:
    """Return the part of the least width that words take, with some room beside them."""
    return (text_width(words, _SIZE) * 1.08 + 2 * _BESIDE) / (_NARROW - 2 * _EDGE)


def _kept_inside(at: float) -> str:
    """Return how words align so that they stay in the plot."""
    return "left" if at < 0.25 else "right" if at > 0.75 else "center"  # noqa: PLR2004 - quarters
