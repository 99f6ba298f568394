"""The thread through a plan as a chart: bands from needs down to answers, with a line for each link."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import fmean
from typing import TYPE_CHECKING, Any, Final

from careerkit.charts.colours import MUTED, TEAL, TEXT
from careerkit.charts.drawing import UNREAD, by_width, down, layer_of, placed, said, specification, worked_out
from careerkit.charts.layout import shortened, text_width, wrapped
from careerkit.words import joined
from careerkit.workspace import ThreadKind, ThreadNode, node_key

if TYPE_CHECKING:
    import altair as alt

Edge = tuple[str, str]
"""The key of what serves, and the key of what it serves."""

MOST: Final = 12
"""Entries of one kind that are drawn; the others are counted."""
_SIZE: Final = 14
_LINE: Final = 17
_BETWEEN: Final = 9
"""Free pixels between two entries."""
_ABOVE_BAND: Final = 12
"""Free pixels more above the heading of a band."""
_WIDE_FROM: Final = 520
_WIDE_ROOM, _NARROW_ROOM = 110, 52
"""Pixels for the lines, to the left of the points."""
_EDGE: Final = 4
"""Pixels between the edge of the chart and the longest line."""
_WIDE_TEXT, _NARROW_TEXT = 370.0, 205.0
_GAP: Final = 14
"""Pixels between the middle of a point and its label."""
_MOST_LINES: Final = 3
_MOST_SAID: Final = 3
"""How many of the things that an entry serves are said with it."""
_LEAST_BULGE: Final = 0.2
"""How far the line between neighbours reaches into the room, as a part of it; the longest takes all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Graph:
    """What is drawn of a thread: its nodes by kind, each with its key, and the links between them."""

    bands: Mapping[ThreadKind, Sequence[tuple[str, ThreadNode]]]
    left_out: Mapping[ThreadKind, int]
    edges: Sequence[Edge]
    of: str


@dataclass(slots=True, kw_only=True)
class _Layout:
    """Where everything stands, in pixels from the top: rows for the layers, and places by key."""

    headings: list[dict[str, Any]] = field(default_factory=list)
    entries: list[dict[str, Any]] = field(default_factory=list)
    counts: list[dict[str, Any]] = field(default_factory=list)
    places: dict[str, float] = field(default_factory=dict)
    height: float = 0.0


def thread_graph(nodes: Sequence[ThreadNode], edges: Sequence[Edge], of: str) -> dict[str, Any]:
    """Return the nodes of a thread in bands by kind, from needs down to answers, and a line for each edge.

    An edge is the key of what serves and the key of what it serves; ``of`` is the key of the entry that the
    thread is about. Past twelve nodes of a kind the others are counted, and their edges are left out.
    """
    graph = _graph(nodes, edges, of)
    layout = _laid_out(graph)
    height = max(layout.height, _LINE)
    layers = [
        _lines(graph, layout, height, own=own) for own in (False, True)
    ]  # those of the entry itself on top
    layers.append(_words(layout.headings, height, fontWeight="bold", fontSize=12, opacity=0.8))
    layers.append(_words(layout.counts, height, speak=True, fontStyle="italic", fontSize=_SIZE))
    for own in (False, True):
        entries = [entry for entry in layout.entries if entry["of"] == own]
        layers.append(_points(entries, height, own=own))
        layers.append(_words(entries, height, fontWeight="bold" if own else "normal", fontSize=_SIZE))
    return specification(layers, height=height, wide_from=_WIDE_FROM)


def _graph(nodes: Sequence[ThreadNode], edges: Sequence[Edge], of: str) -> _Graph:
    by_kind: dict[ThreadKind, list[tuple[str, ThreadNode]]] = {kind: [] for kind in ThreadKind}
    for key, node in {node_key(node): node for node in nodes}.items():
        by_kind[node.kind].append((key, node))
    near = {end for edge in edges if of in edge for end in edge}
    places: dict[str, int] = {}
    bands: dict[ThreadKind, list[tuple[str, ThreadNode]]] = {}
    for kind, all_ in by_kind.items():
        nearest = sorted(all_, key=lambda it: (it[0] != of, it[0] not in near))[:MOST]
        kept = [it for it in all_ if it in nearest]
        bands[kind] = sorted(kept, key=lambda it: _middle(it[0], edges, places))
        places |= {key: len(places) + at for at, (key, _) in enumerate(bands[kind])}
    return _Graph(
        bands=bands,
        left_out={kind: len(by_kind[kind]) - len(band) for kind, band in bands.items()},
        edges=[edge for edge in dict.fromkeys(edges) if set(edge) <= places.keys()],
        of=of,
    )


def _middle(key: str, edges: Sequence[Edge], places: Mapping[str, int]) -> float:
    """Return the mean place of what an entry serves further up, so that few lines cross; last for none."""
    served = [places[high] for low, high in edges if low == key and high in places]
    return fmean(served) if served else len(places)


def _laid_out(graph: _Graph) -> _Layout:
    layout = _Layout()
    titles = {key: node.title for band in graph.bands.values() for key, node in band}
    for kind, band in graph.bands.items():
        if not band:
            continue
        layout.height += _ABOVE_BAND if layout.places else 0
        layout.headings.append(_row(layout, kind.many))
        for key, node in band:
            layout.places[key] = layout.height + _LINE / 2
            serves = [titles[high] for low, high in graph.edges if low == key]
            words = {"said": _in_words(node, serves, of=key == graph.of), "of": key == graph.of}
            layout.entries.append(_row(layout, node.title, node.note) | words)
        if more := graph.left_out[kind]:
            words = {"said": f"And {more} more: {kind.many.lower()}"}
            layout.counts.append(_row(layout, f"and {more} more") | words)
    return layout


def _row(layout: _Layout, text: str, note: str = "") -> dict[str, Any]:
    """Return a row with its text, and make room for it."""
    narrow, wide = (_label(text, note, most) for most in (_NARROW_TEXT, _WIDE_TEXT))
    place = layout.height + _LINE / 2
    layout.height += _LINE * max(len(narrow), len(wide)) + _BETWEEN
    return {"place": place, "narrow": narrow, "wide": wide, "bulge": 0}


def _label(text: str, note: str, most: float) -> list[str]:
    """Return a text as lines, and its note behind it: where the text is cut, the note still stands."""
    lines = shortened(wrapped(text, _SIZE, most), _MOST_LINES)
    if not note:
        return lines
    whole = f"{lines[-1]} · {note}"
    if text_width(whole, _SIZE) <= most:
        return [*lines[:-1], whole]
    return [*lines, *shortened(wrapped(note, _SIZE, most), 1)]


def _in_words(node: ThreadNode, serves: Sequence[str], *, of: bool) -> str:
    what = f"this {node.kind.label.lower()}" if of else node.kind.label.lower()
    note = f", {node.note}" if node.note else ""
    more = len(serves) - _MOST_SAID
    named = [*serves[:_MOST_SAID], f"{more} more"] if more > 0 else serves
    return f"{node.title}: {what}{note}" + (f"; serves {joined(named)}" if serves else "")


def _across() -> "alt.X":
    """Return how far something reaches into the room for lines: 0 at its right edge, 1 at its left."""
    import altair as alt  # noqa: PLC0415 - half a second: paid where a chart is drawn

    ends = [by_width(f"{_WIDE_ROOM}", f"{_NARROW_ROOM}"), worked_out(f"{_EDGE}")]
    return alt.X("bulge:Q", axis=None, scale=alt.Scale(domain=[0, 1], range=ends, nice=False))


def _lines(graph: _Graph, layout: _Layout, height: float, *, own: bool) -> "alt.Chart":
    """Return a bent line for each edge of one sort: those of the entry itself, or the others."""
    shown = [edge for edge in graph.edges if (graph.of in edge) == own]
    longest = max((abs(layout.places[low] - layout.places[high]) for low, high in graph.edges), default=1)
    points = [point for at, edge in enumerate(shown) for point in _bent(at, edge, layout.places, longest)]
    mark = layer_of(points).mark_line(
        color=TEAL if own else MUTED,
        strokeWidth=2.25 if own else 1.25,
        interpolate="basis",
        **UNREAD,
    )
    return placed(mark, x=_across(), y=down("place:Q", height), detail="edge:N", order="at:Q")


def _bent(edge_at: int, edge: Edge, places: Mapping[str, float], longest: float) -> Iterator[dict[str, Any]]:
    high, low = (places[key] for key in reversed(edge))
    reach = _LEAST_BULGE + (1 - _LEAST_BULGE) * abs(low - high) / longest
    for at, (bulge, place) in enumerate([(0.0, high), (reach, high), (reach, low), (0.0, low)]):
        yield {"edge": edge_at, "at": at, "bulge": bulge, "place": place}


def _points(entries: Sequence[Mapping[str, Any]], height: float, *, own: bool) -> "alt.Chart":
    mark = layer_of(entries).mark_point(
        shape="diamond" if own else "circle",
        fill=TEAL if own else MUTED,
        stroke=TEAL if own else MUTED,
        size=190 if own else 60,
        opacity=1,
    )
    return placed(mark, x=_across(), y=down("place:Q", height), **said())


def _words(
    rows: Sequence[Mapping[str, Any]],
    height: float,
    *,
    speak: bool = False,
    **looks: Any,  # noqa: ANN401 - as Altair has it
) -> "alt.Chart":
    mark = layer_of(rows).mark_text(
        text=by_width("datum.wide", "datum.narrow"),
        align="left",
        baseline="middle",
        dx=_GAP,
        color=TEXT,
        lineHeight=_LINE,
        **looks,
        **({} if speak else UNREAD),
    )
    return placed(mark, x=_across(), y=down("place:Q", height), **(said() if speak else {}))
