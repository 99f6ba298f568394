import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.needs import (
    LARGE,
    Mode,
    Rating,
    large_gaps,
    need_gap,
    need_gaps,
    need_order,
)
from tests.unit.needs.comparing import (
    COUNTS,
    SEEDS,
    START,
    answered,
    begun,
    chosen,
    drawn,
    in_order,
    needs,
    neither,
    some,
)

scale = st.floats(min_value=0, max_value=10)
ratings = st.dictionaries(st.sampled_from(needs(7)), st.integers(0, 10))


def _rated(values: dict[str, int]) -> dict[str, Rating]:
    return {need: Rating(value=value, at=START) for need, value in values.items()}


@pytest.mark.parametrize(
    ("importance", "satisfaction", "gap"),
    [
        pytest.param(10, 0, 10, id="matters-most-and-is-not-met"),
        pytest.param(10, 10, 0, id="met"),
        pytest.param(0, 0, 0, id="does-not-matter"),
        pytest.param(10, 7, 3, id="matters-most-and-is-well-met"),
        pytest.param(5, 4, 3, id="matters-half-as-much"),
        pytest.param(7.5, 6, 3, id="in-between"),
    ],
)
def test_gap_of_known_answers(importance: float, satisfaction: float, gap: float) -> None:
    assert need_gap(importance, satisfaction) == pytest.approx(gap)


@given(scale, scale)
def test_a_gap_is_from_0_to_10_and_never_more_than_the_importance(
    importance: float, satisfaction: float
) -> None:
    assert 0 <= need_gap(importance, satisfaction) <= importance * (1 + 1e-12) <= 10 * (1 + 1e-12)


@given(scale, scale, scale)
def test_a_gap_grows_with_importance_and_shrinks_with_satisfaction(
    one: float, other: float, same: float
) -> None:
    less, more = sorted((one, other))

    assert need_gap(less, same) <= need_gap(more, same)
    assert need_gap(same, less) >= need_gap(same, more)


@some
@given(COUNTS, SEEDS, ratings, st.data())
def test_every_rated_need_has_its_gap_the_largest_first(
    count: int, seed: int, values: dict[str, int], data: st.DataObject
) -> None:
    result, rated = answered(begun(count, seed), keep=drawn(data)), _rated(values)
    importance = {it.need: 10 * it.importance for it in need_order(result)}

    gaps = need_gaps(result, rated)

    assert {gap.need: gap.satisfaction for gap in gaps} == values
    for gap in gaps:
        assert gap.importance == importance[gap.need]
        assert gap.gap == need_gap(gap.importance, gap.satisfaction)
    assert [gap.gap for gap in gaps] == sorted((gap.gap for gap in gaps), reverse=True)
    large = large_gaps(result, rated)
    assert large == tuple(gap for gap in gaps if gap.gap > LARGE)[:3]
    assert large_gaps(result, rated, most=1) == large[:1]


def test_equal_gaps_keep_the_order_of_the_needs() -> None:
    result = answered(begun(7), keep=in_order)

    assert [gap.need for gap in need_gaps(result, _rated(dict.fromkeys(needs(7), 10)))] == [*needs(7)]


def test_what_matters_most_and_is_met_seven_of_ten_is_no_large_gap_and_six_is_one() -> None:
    result = answered(begun(7), keep=in_order)

    for value, large in ((7, []), (6, ["need-0"])):
        assert [gap.need for gap in large_gaps(result, _rated({"need-0": value}))] == large


def test_what_matters_half_as_much_is_a_large_gap_below_four_of_ten() -> None:
    result = answered(begun(7), keep=neither)

    for value, large in ((4, 0), (3, 3)):
        assert len(large_gaps(result, _rated(dict.fromkeys(needs(7), value)))) == large


def test_the_need_that_matters_least_never_asks_for_anything() -> None:
    result, rated = answered(begun(7), keep=in_order), _rated({"need-6": 0})

    assert [(gap.importance, gap.gap) for gap in need_gaps(result, rated)] == [(0, 0)]
    assert large_gaps(result, rated) == ()


def test_nothing_rated_means_no_gaps() -> None:
    assert need_gaps(answered(begun(7)), {}) == large_gaps(answered(begun(7)), {}) == ()


def test_a_need_that_was_rated_and_not_compared_has_no_gap() -> None:
    assert need_gaps(answered(begun(7)), _rated({"need-7": 0})) == ()


def test_in_fours_importance_is_from_never_to_always_kept_first() -> None:
    result = chosen(begun(8, mode=Mode.FOURS), needs(8).index)
    rated = _rated({"need-0": 4, "need-7": 0})

    assert [(it.need, it.importance, it.gap) for it in need_gaps(result, rated)] == [
        ("need-0", 10, 6),
        ("need-7", 0, 0),
    ]
