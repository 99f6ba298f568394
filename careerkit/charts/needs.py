"""Needs as charts."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from careerkit.charts.colours import MUTED, TEAL, TEXT
from careerkit.charts.drawing import UNREAD, by_width, down, layer_of, placed, said, specification, worked_out
from careerkit.charts.layout import text_width, wrapped

if TYPE_CHECKING:
    import altair as alt

_NAMES: Final[dict[str, Any]] = {
    "labelColor": TEXT,
    "labelFontSize": 14,
    "labelLimit": 220,
    "labelPadding": 8,
    "ticks": False,
    "domain": False,
}
_ROOM: Final = 0.6
"""Part of the longest bar that is left free for the label behind it."""


def need_order_chart(rows: Sequence[tuple[str, float, str]]) -> dict[str, Any]:
    """Return a bar per need, in the order given, with its name and a label.

    A row is the name, how far the bar reaches (-1 to 1; below 0 to the left), and the label.
    """
    import altair as alt  # noqa: PLC0415 - half a second: paid where a chart is drawn

    bars = [{"need": name, "part": part, "end": max(part, 0.0), "label": label} for name, part, label in rows]
    parts = [0.0, *(part for _, part, _ in rows)]
    scale = alt.Scale(domain=[min(parts), max(parts) + _ROOM * (max(parts) - min(parts) or 1)], nice=False)
    base = alt.Chart(alt.Data(values=bars)).encode(  # type: ignore[no-untyped-call] # Altair left it untyped
        y=alt.Y("need:N", title=None, sort=None, axis=alt.Axis(**_NAMES)),
    )
    labels = base.mark_text(align="left", dx=6, color=TEXT, fontSize=14).encode(
        x=alt.X("end:Q", axis=None, scale=scale), text="label:N"
    )
    drawn = base.mark_bar(color=TEAL, cornerRadiusEnd=4).encode(x=alt.X("part:Q", axis=None, scale=scale))
    chart = (drawn + labels).properties(height=alt.Step(34))
    spec: dict[str, Any] = chart.to_dict()
    return spec


_SIZE: Final = 14
_LINE: Final = 18
_WIDE_FROM: Final = 520
"""From this width on, names stand left of the plot; below it, each stands above its interval."""
_WIDE_NAME: Final = 200
_NARROW_NAME: Final = 250
_ROW: Final = 44
_BEHIND: Final = 126
"""Room for the widest label behind an interval."""
_BRACKET: Final = 36
"""Room for the bracket and its words."""
_TOGETHER: Final = ("too close", "to call")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareRow:
    """A need with its share of what counts, from 0 to 1, and the interval in which the share may lie.

    Needs that follow each other in one ``group`` cannot be told apart.
    """

    need: str
    share: float
    low: float
    high: float
    group: int


def need_share_chart(rows: Sequence[ShareRow]) -> dict[str, Any]:
    """Return a dot and an interval per need, in the order given, with a bracket around each close group."""
    laid_out = list(_share_rows(rows))
    brackets = list(_brackets(rows, laid_out))
    height = laid_out[-1]["bottom"] if laid_out else _ROW
    layers = [
        *(_bracket_layers(brackets, height) if brackets else []),
        *_share_layers(laid_out, height, _BEHIND + (_BRACKET if brackets else 0)),
    ]
    return specification(layers, height=height, wide_from=_WIDE_FROM)


def _share_rows(rows: Sequence[ShareRow]) -> Iterator[dict[str, Any]]:
    """Yield each row with its words and its places, in pixels from the top."""
    top = 0.0
    for row in rows:
        beside, above = wrapped(row.need, _SIZE, _WIDE_NAME), wrapped(row.need, _SIZE, _NARROW_NAME)
        height = max(_ROW, _LINE * len(above) + 28, _LINE * len(beside) + 14)
        label = f"{row.share * 100:.0f} % ({row.low * 100:.0f} to {row.high * 100:.0f})"
        yield {
            "said": f"{row.need}: {label}",
            "share": row.share,
            "low": row.low,
            "high": row.high,
            "label": label,
            "beside": beside,
            "beside_lift": -_LINE * (len(beside) - 1) / 2,
            "above": above,
            "above_lift": 16 - height / 2,
            "top": top,
            "y": top + height / 2,
            "bottom": top + height,
            "drop": height / 2 - 13,
        }
        top += height


def _brackets(rows: Sequence[ShareRow], laid_out: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    for _, members in groupby(range(len(rows)), key=lambda at: rows[at].group):
        first, *others = members
        if others:
            top, bottom = laid_out[first]["top"] + 6, laid_out[others[-1]]["bottom"] - 6
            yield {"top": top, "bottom": bottom, "middle": (top + bottom) / 2, "words": _TOGETHER}


def _bracket_layers(brackets: Sequence[Mapping[str, Any]], height: float) -> list["alt.Chart"]:
    import altair as alt  # noqa: PLC0415 - see above

    line = {"color": MUTED, "strokeWidth": 1.5, **UNREAD}
    words = {"color": TEXT, "fontSize": 12, "lineHeight": 13, "angle": 270, "baseline": "top", **UNREAD}
    tip, spine, beyond = (
        alt.value(worked_out(f"width - {room}")) for room in (_BRACKET, _BRACKET - 6, _BRACKET - 10)
    )
    base = layer_of(brackets)
    return [
        base.mark_rule(**line).encode(x=spine, y=down("top:Q", height), y2="bottom:Q"),
        base.mark_rule(**line).encode(x=tip, x2=spine, y=down("top:Q", height)),
        base.mark_rule(**line).encode(x=tip, x2=spine, y=down("bottom:Q", height)),
        base.mark_text(**words).encode(x=beyond, y=down("middle:Q", height), text="words:N"),
    ]


def _share_layers(rows: Sequence[Mapping[str, Any]], height: float, behind: int) -> list["alt.Chart"]:
    import altair as alt  # noqa: PLC0415 - see above

    scale = _share_scale(rows, behind)
    low, share, high = (alt.X(f"{field}:Q", axis=None, scale=scale) for field in ("low", "share", "high"))
    drop = by_width("0", "datum.drop")
    base = layer_of(rows).encode(y=down("y:Q", height))
    end = base.mark_point(
        shape="stroke", angle=90, size=120, color=TEAL, opacity=1, strokeWidth=2, yOffset=drop, **UNREAD
    )
    return [
        _names(base, rows),
        base.mark_rule(color=TEAL, strokeWidth=2.5, yOffset=drop, **UNREAD).encode(x=low, x2="high:Q"),
        end.encode(x=low),
        end.encode(x=high),
        base.mark_point(shape="circle", filled=True, color=TEAL, opacity=1, size=130, yOffset=drop).encode(
            x=share, **said()
        ),
        base.mark_text(color=TEXT, fontSize=_SIZE, align="left", dx=12, dy=drop, **UNREAD).encode(
            x=high, text="label:N"
        ),
    ]


def _names(base: "alt.Chart", rows: Sequence[Mapping[str, Any]]) -> "alt.Chart":
    import altair as alt  # noqa: PLC0415 - see above

    room = _room_for_names(rows)
    mark = base.mark_text(
        text=by_width("datum.beside", "datum.above"),
        align=by_width("'right'", "'left'"),
        dy=by_width("datum.beside_lift", "datum.above_lift"),
        limit=by_width(f"{room}", f"width - {_BRACKET}"),
        **{"color": TEXT, "fontSize": _SIZE, "lineHeight": _LINE, **UNREAD},
    )
    return placed(mark, x=alt.value(by_width(f"{room}", "0")))


def _room_for_names(rows: Sequence[Mapping[str, Any]]) -> int:
    return math.ceil(max((text_width(line, _SIZE) for row in rows for line in row["beside"]), default=0))


def _share_scale(rows: Sequence[Mapping[str, Any]], behind: int) -> "alt.Scale":
    """Return a scale that begins at nothing and ends at the next full ten percent."""
    import altair as alt  # noqa: PLC0415 - see above

    most = max((row["high"] for row in rows), default=1)
    left = by_width(f"{_room_for_names(rows) + 16}", "7")
    tens = max(1, math.ceil(round(most * 10, 6)))
    return alt.Scale(domain=[0, tens / 10], range=[left, worked_out(f"width - {behind}")], nice=False)
