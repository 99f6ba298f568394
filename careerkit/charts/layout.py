"""Where labels stand: how wide a text is, where its lines break, and how labels move out of each other's way.

The width of a chart is known in the browser alone. What is laid out here holds for the width it was laid out
for and for every larger one: a label has a fixed width and stays beside its point, so a wider chart only
draws the points further apart.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

GAP: Final = 7.0
"""Free pixels between a point and its label."""

_SLIM: Final = frozenset(" !'(),.:;I[]`fijlrt|")
_BROAD: Final = frozenset("%@MWmw")
_STEP: Final = 3
_OTHER_SIDE: Final = 9.0
"""Moving a label by more pixels than this is worse than writing it on the other side of its point."""


def text_width(text: str, size: float) -> float:
    """Return how wide ``text`` is at most in letters of ``size`` pixels, near enough to keep labels apart."""
    return size * sum(_width(letter) for letter in text)


def _width(letter: str) -> float:
    if unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
        return 0.0
    if unicodedata.east_asian_width(letter) in {"W", "F"}:
        return 1.25
    if letter in _SLIM:
        return 0.34
    if letter in _BROAD:
        return 0.88
    return 0.6 if letter.isupper() else 0.53


def wrapped(text: str, size: float, most: float) -> list[str]:
    """Break ``text`` into lines no wider than ``most``; a word that is too long is broken too."""
    lines: list[str] = []
    line = ""
    for piece in (piece for word in text.split() for piece in _pieces(word, size, most)):
        longer = f"{line} {piece}" if line else piece
        if line and text_width(longer, size) > most:
            lines.append(line)
            longer = piece
        line = longer
    return [*lines, line]


def _pieces(word: str, size: float, most: float) -> Iterator[str]:
    piece = ""
    for letter in word:
        if piece and text_width(piece + letter, size) > most:
            yield piece
            piece = ""
        piece += letter
    yield piece


def shortened(lines: Sequence[str], most: int) -> list[str]:
    """Return the first ``most`` lines, with an ellipsis where some are left out."""
    kept = list(lines[:most])
    return kept if len(lines) <= most else [*kept[:-1], f"{kept[-1][:-1]}…"]


def spread(wanted: Sequence[float], heights: Sequence[float], limit: float) -> list[float]:
    """Return the middles of labels in one column, as near to where they are wanted as ``limit`` allows.

    No two overlap, and their order is that of ``wanted``. They stay between 0 and ``limit`` when that has
    room for all.
    """
    order = sorted(range(len(wanted)), key=lambda at: wanted[at])
    blocks: list[tuple[float, list[int]]] = []  # the top of each run of labels that touch, and its labels
    for label in order:
        blocks.append((_kept_in(wanted[label] - heights[label] / 2, heights[label], limit), [label]))
        while len(blocks) > 1 and _end(blocks[-2], heights) > blocks[-1][0]:
            labels = blocks.pop(-2)[1] + blocks.pop()[1]
            blocks.append((_top(labels, wanted, heights, limit), labels))
    placed = [0.0] * len(wanted)
    for top, labels in blocks:
        below = top
        for label in labels:
            placed[label] = below + heights[label] / 2
            below += heights[label]
    return placed


def _end(block: tuple[float, list[int]], heights: Sequence[float]) -> float:
    top, labels = block
    return top + sum(heights[label] for label in labels)


def _top(labels: Sequence[int], wanted: Sequence[float], heights: Sequence[float], limit: float) -> float:
    """Return the top of a run of labels that moves them least on average."""
    total, tops = 0.0, 0.0
    for label in labels:
        tops += wanted[label] - heights[label] / 2 - total
        total += heights[label]
    return _kept_in(tops / len(labels), total, limit)


def _kept_in(top: float, height: float, limit: float) -> float:
    return max(0.0, min(top, limit - height))


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A point that wants a label beside it, all in pixels from the top left."""

    x: float
    y: float
    radius: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where the label of a point stands: to the right of it (1) or to the left (-1), its middle at ``y``."""

    side: int
    y: float


Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""


def beside(anchors: Sequence[Anchor], width: float, height: float) -> list[Spot] | None:
    """Place a label beside each point so that it covers no point and no other label.

    ``None`` says that ``height`` is too little for that.
    """
    taken = [(_dot(anchor), anchor.x) for anchor in anchors]
    spots: dict[int, Spot] = {}
    for at in sorted(range(len(anchors)), key=lambda at: (anchors[at].y, anchors[at].x)):
        anchor = anchors[at]
        for spot in _spots(anchor, width, height):
            box = box_of(anchor, spot)
            if box[0] >= 0 and box[2] <= width and all(_apart(box, anchor.x, *other) for other in taken):
                taken.append((box, anchor.x))
                spots[at] = spot
                break
        else:
            return None
    return [spots[at] for at in range(len(anchors))]


def _spots(anchor: Anchor, width: float, height: float) -> list[Spot]:
    """Return every place for a label, the best first."""
    liked = 1 if anchor.x <= width / 2 else -1
    half = anchor.height / 2
    level = max(half, min(anchor.y, height - half))
    ways = [
        Spot(side=side, y=level + way) for way in range(-int(height), int(height), _STEP) for side in (1, -1)
    ]
    return sorted(
        (spot for spot in ways if half <= spot.y <= height - half),
        key=lambda spot: (abs(spot.y - anchor.y) + _OTHER_SIDE * (spot.side != liked), spot.y),
    )


def _dot(anchor: Anchor) -> Box:
    reach = anchor.radius + 1
    return anchor.x - reach, anchor.y - reach, anchor.x + reach, anchor.y + reach


def box_of(anchor: Anchor, spot: Spot) -> Box:
    """Return the room that a label takes."""
    near = anchor.x + spot.side * (anchor.radius + GAP)
    far = near + spot.side * anchor.width
    return min(near, far), spot.y - anchor.height / 2, max(near, far), spot.y + anchor.height / 2


def _apart(box: Box, x: float, other: Box, other_x: float) -> bool:
    """Say whether two boxes share no room, however far a wider chart draws their points apart.

    Beside each other they must stand in the order of their points, else they would run into each other.
    """
    if box[1] >= other[3] or other[1] >= box[3]:
        return True
    return (box[2] <= other[0] and x <= other_x) or (other[2] <= box[0] and other_x <= x)
