from collections.abc import Callable
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.charts.layout import Anchor, Box, beside, box_of, shortened, spread, text_width, wrapped

LIMIT = 400.0
labels = st.lists(
    st.tuples(st.floats(0, LIMIT), st.sampled_from([16.0, 19.0, 35.0, 51.0])), min_size=1, max_size=7
)
points = st.lists(
    st.tuples(st.integers(0, 10), st.integers(0, 10), st.floats(3, 9), st.floats(5, 100)), max_size=12
)


@given(labels)
def test_labels_of_a_column_do_not_overlap(column: list[tuple[float, float]]) -> None:
    wanted, heights = [place for place, _ in column], [height for _, height in column]

    placed = sorted(zip(spread(wanted, heights, LIMIT), heights, strict=True))

    for (above, tall), (below, tall_too) in pairwise(placed):
        assert below - above >= (tall + tall_too) / 2 - 1e-6
    assert placed[0][0] >= placed[0][1] / 2 - 1e-6
    assert placed[-1][0] <= LIMIT - placed[-1][1] / 2 + 1e-6


@given(labels)
def test_a_column_keeps_the_order_of_its_points(column: list[tuple[float, float]]) -> None:
    wanted = [place for place, _ in column]

    placed = spread(wanted, [height for _, height in column], LIMIT)

    by_place = sorted(range(len(wanted)), key=lambda at: placed[at])
    assert by_place == sorted(range(len(wanted)), key=lambda at: wanted[at])


@pytest.mark.parametrize(
    ("wanted", "placed"),
    [
        pytest.param([100, 200], [100, 200], id="far-apart-stay"),
        pytest.param([100, 100], [92, 108], id="equal-part-evenly"),
        pytest.param([100, 100, 120], [90.67, 106.67, 122.67], id="a-third-gives-way"),
        pytest.param([0, 0], [8, 24], id="at-the-top"),
        pytest.param([400, 400], [376, 392], id="at-the-bottom"),
        pytest.param([], [], id="none"),
    ],
)
def test_labels_move_as_little_as_they_must(wanted: list[float], placed: list[float]) -> None:
    assert spread(wanted, [16.0] * len(wanted), LIMIT) == pytest.approx(placed, abs=0.01)


def _anchors(drawn: list[tuple[int, int, float, float]], width: float) -> list[Anchor]:
    return [
        Anchor(x=14 + x / 10 * (width - 28), y=14 + y / 10 * 472, radius=radius, width=wide, height=16)
        for x, y, radius, wide in drawn
    ]


@given(points, st.sampled_from([260.0, 300.0, 480.0, 900.0]))
def test_labels_beside_points_overlap_at_no_width_from_the_least_on(
    overlap: Callable[[Box, Box], bool], drawn: list[tuple[int, int, float, float]], width: float
) -> None:
    spots = beside(_anchors(drawn, 260), 260, 500)
    assert spots is not None

    anchors = _anchors(drawn, width)
    boxes = [box_of(anchor, spot) for anchor, spot in zip(anchors, spots, strict=True)]
    dots = [(a.x - a.radius, a.y - a.radius, a.x + a.radius, a.y + a.radius) for a in anchors]

    assert not any(overlap(one, other) for one, other in combinations(boxes, 2))
    assert not any(overlap(box, dot) for box in boxes for dot in dots)
    assert all(left >= 0 and right <= width for left, _, right, _ in boxes)
    assert all(top >= 0 and bottom <= 500 for _, top, _, bottom in boxes)


def test_too_little_height_is_said() -> None:
    anchors = [Anchor(x=10, y=10, radius=4, width=80, height=16)] * 3

    assert beside(anchors, 200, 40) is None


@given(st.text(max_size=80), st.floats(40, 250))
def test_wrapping_keeps_every_letter_in_lines_that_fit(text: str, most: float) -> None:
    lines = wrapped(text, 13, most)

    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(text_width(line, 13) <= most for line in lines)


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        pytest.param(["one", "two"], ["one", "two"], id="fits"),
        pytest.param(["one", "two", "three"], ["one", "tw…"], id="too-many"),
    ],
)
def test_lines_left_out_leave_an_ellipsis(lines: list[str], kept: list[str]) -> None:
    assert shortened(lines, 2) == kept
