import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.errors import InvalidValueError
from careerkit.needs.best_worst import best_worst_scores

# Seven sets of four out of seven fruits, each in four sets: the data ``fruit`` of the R package support.BWS.
SETS = [
    [number - 1 for number in numbers]
    for numbers in (
        (1, 4, 6, 7),
        (2, 3, 4, 6),
        (2, 4, 5, 7),
        (1, 2, 5, 6),
        (1, 3, 4, 5),
        (3, 5, 6, 7),
        (1, 2, 3, 7),
    )
]


@pytest.mark.parametrize(
    ("positions", "scores"),
    [
        pytest.param((1, 2, 1, 4, 2, 3, 1, 4, 4, 1, 2, 3, 2, 4), [1, 2, 0, 0, 1, -3, -1], id="respondent-1"),
        pytest.param(
            (1, 3, 4, 3, 4, 3, 3, 4, 1, 4, 4, 3, 1, 2), [3, -1, 0, -1, -1, -2, 2], id="respondent-2"
        ),
    ],
)
def test_published_respondents_get_their_published_scores(
    positions: tuple[int, ...], scores: list[int]
) -> None:
    best = [items[at - 1] for items, at in zip(SETS, positions[::2], strict=True)]
    worst = [items[at - 1] for items, at in zip(SETS, positions[1::2], strict=True)]

    assert best_worst_scores(SETS, best, worst, 7) == scores


@given(st.lists(st.lists(st.integers(0, 6), min_size=2, max_size=5, unique=True)))
def test_scores_sum_to_zero_and_stay_within_the_sets_of_the_item(sets: list[list[int]]) -> None:
    scores = best_worst_scores(sets, [items[0] for items in sets], [items[-1] for items in sets], 7)

    assert sum(scores) == 0
    for item, score in enumerate(scores):
        assert abs(score) <= sum(item in items for items in sets)


@given(st.lists(st.lists(st.integers(0, 6), min_size=2, max_size=5, unique=True)))
def test_swapping_best_and_worst_turns_every_score_around(sets: list[list[int]]) -> None:
    best, worst = [items[0] for items in sets], [items[-1] for items in sets]

    assert best_worst_scores(sets, worst, best, 7) == [-it for it in best_worst_scores(sets, best, worst, 7)]


def test_no_sets_leave_every_score_at_zero() -> None:
    assert best_worst_scores([], [], [], 3) == [0, 0, 0]


@pytest.mark.parametrize(
    ("sets", "best", "worst", "sentence"),
    [
        pytest.param([[0, 1]], [0, 1], [1], "one best and one worst", id="too-many-best"),
        pytest.param([[0, 1]], [0], [], "one best and one worst", id="no-worst"),
        pytest.param([[0, 1]], [2], [1], "from the set", id="best-not-shown"),
        pytest.param([[0, 1]], [0], [2], "from the set", id="worst-not-shown"),
        pytest.param([[0, 1]], [1], [1], "two different", id="best-is-worst"),
        pytest.param([[0, 3]], [0], [3], "numbered from 0 to 2", id="unknown-item"),
        pytest.param([[0, -1]], [0], [-1], "numbered from 0 to 2", id="negative-item"),
        pytest.param([[0, 1, 1]], [0], [1], "different items", id="repeated-item"),
    ],
)
def test_choices_that_do_not_fit_their_set_are_refused(
    sets: list[list[int]], best: list[int], worst: list[int], sentence: str
) -> None:
    with pytest.raises(InvalidValueError, match=sentence):
        best_worst_scores(sets, best, worst, 3)
