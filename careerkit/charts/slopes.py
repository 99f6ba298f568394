"""How the order of a person's needs moved between two dates, as a chart."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from careerkit.charts.colours import MUTED, TEAL, TEXT
from careerkit.charts.drawing import UNREAD, by_width, down, layer_of, placed, said, specification, worked_out
from careerkit.charts.layout import spread, text_width, wrapped

if TYPE_CHECKING:
    import altair as alt

_SIZE: Final = 13
_LINE: Final = 16
_BOLD: Final = 1.08
"""How much wider strong letters are."""
_HEIGHT: Final = 300
_EDGE: Final = 8
"""Pixels between the edge of the plot and a point at 0 or 1."""
_BETWEEN: Final = 3
"""Free pixels between two labels."""
_REACH: Final = 22
"""Pixels between a point and its label: room for the line that joins them."""
_WIDE_FROM: Final = 520
_NARROW_NAME: Final = 105
_WIDE_NAME: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class SlopeRow:
    """A need with the share of its pairs it was kept in, from 0 to 1, on each date it was compared.

    ``moved`` picks out the needs whose share changed most.
    """

    need: str
    before: float | None
    after: float | None
    moved: bool


def need_slope_chart(before_label: str, after_label: str, rows: Sequence[SlopeRow]) -> dict[str, Any]:
    """Return a line per need from its share on the first date to that on the second, named at both ends.

    The needs that moved most are drawn strong. A need without a share on one date is a point on the other.
    """
    height = _height(rows)
    words = (before_label, after_label)
    ends = [end for side, date in enumerate(words) for end in _ends(rows, side, date, height)]
    x = _across(_room(words, ends))
    layers = [_heading(text, side, x) for side, text in enumerate(words)]
    for moved in (False, True):  # the strong ones on top
        layers.append(_lines(rows, height, x, moved=moved))
        layers += _ends_drawn([end for end in ends if end["moved"] == moved], height, x, moved=moved)
    return specification(layers, height=height, wide_from=_WIDE_FROM)


def _shares(row: SlopeRow) -> tuple[float | None, float | None]:
    return row.before, row.after


def _height(rows: Sequence[SlopeRow]) -> float:
    needed = [_tallness(wrapped(row.need, _SIZE, _NARROW_NAME)) for row in rows]
    return max(_HEIGHT, sum(needed))


def _tallness(lines: Sequence[str]) -> float:
    return _LINE * len(lines) + _BETWEEN


def _level(share: float, height: float) -> float:
    """Return how far from the top a share stands."""
    return _EDGE + (1 - share) * (height - 2 * _EDGE)


def _ends(rows: Sequence[SlopeRow], side: int, date: str, height: float) -> Iterator[dict[str, Any]]:
    """Yield what stands at one end: a point and a label for each need that was compared on that date."""
    there = [(row, share) for row in rows if (share := _shares(row)[side]) is not None]
    above = [wrapped(row.need, _SIZE, _NARROW_NAME) for row, _ in there]
    levels = [_level(share, height) for _, share in there]
    places = spread(levels, [_tallness(lines) for lines in above], height)
    for (row, share), narrow, level, place in zip(there, above, levels, places, strict=True):
        wide = wrapped(row.need, _SIZE, _WIDE_NAME)
        yield {
            "side": side,
            "moved": row.moved,
            "only": None in _shares(row),
            "level": level,
            "place": place,
            "narrow": narrow,
            "narrow_lift": -_LINE * (len(narrow) - 1) / 2,
            "wide": wide,
            "wide_lift": -_LINE * (len(wide) - 1) / 2,
            "said": f"{row.need}, {date}: kept in {share * 100:.0f} % of its pairs",
        }


def _room(headings: Sequence[str], ends: Sequence[Mapping[str, Any]]) -> "alt.ExprRef":
    """Return the room that the labels of one end take."""
    rooms = []
    for field, most in (("wide", _WIDE_NAME), ("narrow", _NARROW_NAME)):
        lines = [line for end in ends for line in end[field]]
        lines += [line for text in headings for line in wrapped(text, _SIZE, most)]
        widest = max((text_width(line, _SIZE) for line in lines), default=0)
        rooms.append(f"{math.ceil(widest * _BOLD) + _REACH}")
    return by_width(*rooms)


def _across(room: "alt.ExprRef") -> "alt.X":
    import altair as alt  # noqa: PLC0415 - half a second: paid where a chart is drawn

    ends = [room, worked_out(f"width - ({room.expr})")]
    return alt.X("side:Q", axis=None, scale=alt.Scale(domain=[0, 1], range=ends, nice=False))


def _outwards(side: int, pixels: int) -> int:
    return pixels if side else -pixels


def _heading(text: str, side: int, x: "alt.X") -> "alt.Chart":
    import altair as alt  # noqa: PLC0415 - see above

    narrow, wide = (wrapped(text, _SIZE, most) for most in (_NARROW_NAME, _WIDE_NAME))
    mark = layer_of([{"side": side, "narrow": narrow, "wide": wide}]).mark_text(
        text=by_width("datum.wide", "datum.narrow"),
        align="left" if side else "right",
        dx=_outwards(side, _REACH),
        dy=by_width(f"{-_LINE * (len(wide) - 1)}", f"{-_LINE * (len(narrow) - 1)}"),
        baseline="bottom",
        fontWeight="bold",
        **{"color": TEXT, "fontSize": _SIZE, "lineHeight": _LINE, **UNREAD},
    )
    return placed(mark, x=x, y=alt.value(-12))


def _lines(rows: Sequence[SlopeRow], height: float, x: "alt.X", *, moved: bool) -> "alt.Chart":
    lines = [
        {"side": 0, "other": 1, "level": _level(row.before, height), "end": _level(row.after, height)}
        for row in rows
        if row.moved == moved and row.before is not None and row.after is not None
    ]
    mark = layer_of(lines).mark_rule(
        color=TEAL if moved else MUTED, strokeWidth=3.5 if moved else 1.25, **UNREAD
    )
    return placed(mark, x=x, x2="other:Q", y=down("level:Q", height), y2="end:Q")


def _ends_drawn(
    ends: Sequence[Mapping[str, Any]], height: float, x: "alt.X", *, moved: bool
) -> list["alt.Chart"]:
    """Return the points of one kind of need, their labels, and the lines between those that stand apart."""
    colour = TEAL if moved else MUTED
    apart = [end for end in ends if abs(end["place"] - end["level"]) > 1]
    leader = layer_of(apart).mark_rule(
        color=MUTED,
        strokeWidth=1,
        xOffset=worked_out(_signed(6)),
        x2Offset=worked_out(_signed(_REACH - 4)),
        **UNREAD,
    )
    point = layer_of(ends).mark_point(
        shape="circle",
        stroke=colour,
        fill=colour,
        fillOpacity=worked_out("datum.only ? 0 : 1"),
        strokeWidth=2,
        opacity=1,
        size=90 if moved else 40,
    )
    return [
        leader.encode(x=x, x2="side:Q", y=down("level:Q", height), y2="place:Q"),
        point.encode(x=x, y=down("level:Q", height), **said()),
        *(
            _names([end for end in ends if end["side"] == side], side, height, x, moved=moved)
            for side in (0, 1)
        ),
    ]


def _signed(pixels: int) -> str:
    return f"datum.side == 0 ? {-pixels} : {pixels}"


def _names(
    ends: Sequence[Mapping[str, Any]], side: int, height: float, x: "alt.X", *, moved: bool
) -> "alt.Chart":
    mark = layer_of(ends).mark_text(
        text=by_width("datum.wide", "datum.narrow"),
        align="left" if side else "right",
        dx=_outwards(side, _REACH),
        dy=by_width("datum.wide_lift", "datum.narrow_lift"),
        fontWeight="bold" if moved else "normal",
        opacity=1 if moved else 0.85,
        **{"color": TEXT, "fontSize": _SIZE, "lineHeight": _LINE, **UNREAD},
    )
    return placed(mark, x=x, y=down("place:Q", height))
