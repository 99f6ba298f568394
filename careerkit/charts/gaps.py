"""What matters to a person and is missing today, as a chart."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from careerkit.charts.colours import MUTED, OCHRE, TEAL, TEXT
from careerkit.charts.drawing import UNREAD, layer_of, placed, said, specification, worked_out
from careerkit.charts.layout import GAP, Anchor, beside, shortened, text_width, wrapped
from careerkit.needs import LARGE

if TYPE_CHECKING:
    import altair as alt

MOST: Final = 10
"""End of both scales, which begin with 0."""

_SIZE: Final = 13
_LINE: Final = 16
_EDGE: Final = 14
"""Pixels between the edge of the plot and a point at the end of a scale: half the largest point and some."""
_HEIGHT: Final = 380
_TALLER: Final = 60
_TRIES: Final = 5
_FAR: Final = 60.0
"""Pixels between a label and its point from which a taller chart is worth trying."""
_LINES: Final = 3
"""Most lines of a label; a longer name ends with an ellipsis, and stands in full in what its point says."""
_WIDE_FROM: Final = 480
_CORNER: Final = "Matters, and is missing"
_MOVED: Final = 6.0
"""A label that stands more pixels than this above or below its point is joined to it by a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GapRow:
    """A need with how much it matters and how far it is met today, both from 0 to 10, and the gap between."""

    need: str
    importance: float
    satisfaction: float
    gap: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Room:
    """The least width of the plot, and the most of a label, in the wide chart or in the narrow one."""

    wide: bool
    plot: int
    label: int


_ROOMS: Final = (_Room(wide=False, plot=260, label=102), _Room(wide=True, plot=_WIDE_FROM, label=185))


def need_gap_chart(rows: Sequence[GapRow]) -> dict[str, Any]:
    """Return a named point per need: the higher the more it matters, the further left the less it is met.

    The larger the gap, the larger the point; without a gap it is hollow.
    """
    height, labels = _laid_out(rows)
    layers = [*_corner(), _leaders(labels), _points(rows), *_texts(labels)]
    return specification(layers, height=height, wide_from=_WIDE_FROM)


def _laid_out(rows: Sequence[GapRow]) -> tuple[int, list[dict[str, Any]]]:
    """Return a height at which the labels stand near their points, and the labels of both widths."""
    height = _least_height(rows)
    tried: list[tuple[float, int, list[dict[str, Any]]]] = []
    while len(tried) < _TRIES:
        rooms = [list(_labels(rows, height, room)) for room in _ROOMS]
        if all(len(labels) == len(rows) for labels in rooms):
            labels = [label for labels in rooms for label in labels]
            farthest = max((label["away"] for label in labels), default=0)
            tried.append((max(farthest, _FAR), height, labels))
            if farthest <= _FAR:
                break
        height += _TALLER
    _, height, labels = min(tried, key=lambda layout: layout[:2])
    return height, labels


def _least_height(rows: Sequence[GapRow]) -> int:
    lines = max(sum(len(_words(row, room)) for row in rows) for room in _ROOMS)
    return max(_HEIGHT, lines * _LINE * 2 // 3)


def _words(row: GapRow, room: _Room) -> list[str]:
    return shortened(wrapped(row.need, _SIZE, room.label), _LINES)


def _labels(rows: Sequence[GapRow], height: int, room: _Room) -> Iterator[dict[str, Any]]:
    """Yield the label of each need for one width of the plot; none when ``height`` has no room for them."""
    lines = [_words(row, room) for row in rows]
    radii = [math.sqrt(size / math.pi) for size in _sizes(rows)]
    anchors = [
        Anchor(
            x=_EDGE + _on_scale(row.satisfaction) / MOST * (room.plot - 2 * _EDGE),
            y=_EDGE + (1 - _on_scale(row.importance) / MOST) * (height - 2 * _EDGE),
            radius=radius,
            width=max(text_width(line, _SIZE) for line in words),
            height=_LINE * len(words),
        )
        for row, radius, words in zip(rows, radii, lines, strict=True)
    ]
    spots = beside(anchors, room.plot, height) or []
    for row, anchor, spot, words in zip(rows, anchors, spots, lines, strict=False):
        yield {
            "wide": room.wide,
            "words": words,
            "satisfaction": _on_scale(row.satisfaction),
            "importance": _on_scale(row.importance),
            "level": MOST * (1 - (spot.y - _EDGE) / (height - 2 * _EDGE)),
            "reach": spot.side * (anchor.radius + GAP),
            "lift": -_LINE * (len(words) - 1) / 2,
            "align": "left" if spot.side > 0 else "right",
            "away": abs(spot.y - anchor.y),
        }


def _on_scale(answer: float) -> float:
    return max(0, min(answer, MOST))


def _sizes(rows: Sequence[GapRow]) -> list[float]:
    """Return the area of each point, in square pixels."""
    most = max((row.gap for row in rows), default=0)
    return [70 + (210 * max(row.gap, 0) / most if most > 0 else 0) for row in rows]


def _points(rows: Sequence[GapRow]) -> "alt.Chart":
    points = [
        {
            "satisfaction": _on_scale(row.satisfaction),
            "importance": _on_scale(row.importance),
            "size": size,
            "fill": 1 if row.gap > 0 else 0,
            "said": f"{row.need}: kept {row.importance:g}, met {row.satisfaction:g}",
        }
        for row, size in zip(rows, _sizes(rows), strict=True)
    ]
    mark = layer_of(points).mark_point(
        shape="circle",
        fill=TEAL,
        stroke=TEAL,
        strokeWidth=2,
        opacity=1,
        fillOpacity=worked_out("datum.fill"),
        size=worked_out("datum.size"),
    )
    return placed(mark, x=_across(), y=_up("importance:Q"), **said())


def _texts(labels: Sequence[Mapping[str, Any]]) -> list["alt.Chart"]:
    return [
        layer_of([label for label in labels if label["align"] == align])
        .transform_filter("datum.wide == wide")
        .mark_text(
            align=align,
            dx=worked_out("datum.reach"),
            dy=worked_out("datum.lift"),
            **{"color": TEXT, "fontSize": _SIZE, "lineHeight": _LINE, **UNREAD},
        )
        .encode(x=_across(), y=_up("level:Q"), text="words:N")
        for align in ("left", "right")
    ]


def _leaders(labels: Sequence[Mapping[str, Any]]) -> "alt.Chart":
    base = layer_of([label for label in labels if label["away"] > _MOVED]).transform_filter(
        "datum.wide == wide"
    )
    mark = base.mark_rule(color=MUTED, strokeWidth=1, x2Offset=worked_out("datum.reach * 0.9"), **UNREAD)
    return placed(mark, x=_across(), x2="satisfaction:Q", y=_up("importance:Q"), y2="level:Q")


def _corner() -> list["alt.Chart"]:
    """Return a faint ground behind the points whose gap is worth a next step, with its name above it."""
    import altair as alt  # noqa: PLC0415 - half a second: paid where a chart is drawn

    steps = [at / 4 for at in range(int(4 * (MOST - LARGE)) + 1)]
    edge = [{"satisfaction": at, "from": MOST * LARGE / (MOST - at), "to": MOST} for at in steps]
    ground = layer_of(edge).mark_area(color=OCHRE, opacity=0.12, **UNREAD)
    name = layer_of([{"name": _CORNER}]).mark_text(
        color=TEXT, fontSize=_SIZE, fontStyle="italic", align="left", baseline="bottom", **UNREAD
    )
    return [
        placed(ground, x=_across(), y=_up("from:Q"), y2="to:Q"),
        name.encode(x=alt.value(0), y=alt.value(-5), text="name:N"),
    ]


def _across() -> "alt.X":
    import altair as alt  # noqa: PLC0415 - see above

    scale = alt.Scale(domain=[0, MOST], range=[_EDGE, worked_out(f"width - {_EDGE}")], nice=False)
    return alt.X("satisfaction:Q", scale=scale, axis=_axis("Met today"))


def _up(field: str) -> "alt.Y":
    import altair as alt  # noqa: PLC0415 - see above

    scale = alt.Scale(domain=[0, MOST], range=[worked_out(f"height - {_EDGE}"), _EDGE], nice=False)
    return alt.Y(field, scale=scale, axis=_axis("How often you kept it"))


def _axis(title: str) -> "alt.Axis":
    import altair as alt  # noqa: PLC0415 - see above

    return alt.Axis(
        title=f"{title} (0 to {MOST})",
        values=[0, MOST / 2, MOST],
        grid=False,  # it would run through the labels
        domain=True,
        domainColor=MUTED,
        ticks=True,
        tickColor=MUTED,
        tickSize=5,
        labelFlush=False,
        labelColor=TEXT,
        labelFontSize=_SIZE,
        labelPadding=6,
        titleColor=TEXT,
        titleFontSize=_SIZE,
        titleFontWeight="normal",
        titlePadding=8,
    )
