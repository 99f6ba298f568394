import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.errors import InvalidValueError
from careerkit.goals import Measure, entered_measure, measure_in_words


def test_no_numbers_are_no_measure() -> None:
    assert entered_measure(start=None, target=None, current=None, unit="chapters") is None


def test_a_target_alone_is_measured_from_nothing() -> None:
    assert entered_measure(start=None, target=10, current=None, unit="talks") == Measure(
        start=0, target=10, current=0, unit="talks"
    )


def test_a_current_value_that_was_not_entered_is_the_start() -> None:
    assert entered_measure(start=40, target=30, current=None, unit="h") == Measure(
        start=40, target=30, current=40, unit="h"
    )


@pytest.mark.parametrize(("start", "current"), [(1.0, None), (None, 1.0)])
def test_numbers_without_a_target_are_refused(start: float | None, current: float | None) -> None:
    with pytest.raises(InvalidValueError, match="Give the measure a target"):
        entered_measure(start=start, target=None, current=current, unit="")


@pytest.mark.parametrize("number", [float("nan"), float("inf"), 1e13])
def test_odd_numbers_are_refused(number: float) -> None:
    with pytest.raises(InvalidValueError, match="ordinary numbers"):
        entered_measure(start=0, target=number, current=0, unit="")


def test_a_target_that_equals_the_start_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="the same"):
        entered_measure(start=None, target=0, current=None, unit="")


@pytest.mark.parametrize(
    ("start", "current", "lower", "began"),
    [
        pytest.param(None, 7.0, True, 7.0, id="down-from-where-it-stands"),
        pytest.param(None, None, False, 0.0, id="up-from-nothing"),
        pytest.param(None, 7.0, False, 0.0, id="up-from-nothing-and-under-way"),
        pytest.param(9.0, 7.0, True, 9.0, id="down-from-the-start"),
        pytest.param(9.0, None, True, 9.0, id="down-and-not-begun"),
        pytest.param(9.0, 7.0, None, 9.0, id="the-numbers-tell"),
    ],
)
def test_a_missing_start_follows_from_the_way_that_is_better(
    start: float | None,
    current: float | None,
    lower: bool | None,  # noqa: FBT001 - a table's column
    began: float,
) -> None:
    target = 10.0 if lower is False else 5.0
    measure = entered_measure(start=start, target=target, current=current, unit="h", lower_is_better=lower)

    assert measure == Measure(
        start=began, target=target, current=began if current is None else current, unit="h"
    )


def test_lower_is_better_needs_something_to_come_down_from() -> None:
    with pytest.raises(InvalidValueError, match="say where it starts or stands now"):
        entered_measure(start=None, target=5, current=None, unit="", lower_is_better=True)


def test_lower_is_better_with_only_a_current_value_at_the_target_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="the same"):
        entered_measure(start=None, target=5, current=5, unit="", lower_is_better=True)


@pytest.mark.parametrize(
    ("start", "target", "lower", "sentence"),
    [
        (5.0, 9.0, True, "Lower is better here, but the target 9 lies above the start 5."),
        (9.0, 5.0, False, "Higher is better here, but the target 5 lies below the start 9."),
        (None, -5.0, False, "Higher is better here, but the target -5 lies below the start 0."),
    ],
)
def test_a_target_in_the_other_direction_is_refused_with_both_numbers(
    start: float | None,
    target: float,
    lower: bool,  # noqa: FBT001 - a table's column
    sentence: str,
) -> None:
    with pytest.raises(InvalidValueError) as refused:
        entered_measure(start=start, target=target, current=None, unit="", lower_is_better=lower)

    assert str(refused.value) == f"{sentence} Change one of them."


def test_which_way_is_better_asks_for_no_measure_of_its_own() -> None:
    assert entered_measure(start=None, target=None, current=None, unit="h", lower_is_better=True) is None


@given(
    start=st.none() | st.integers(-9, 9),
    target=st.integers(-9, 9),
    current=st.none() | st.integers(-9, 9),
    lower=st.none() | st.booleans(),
)
def test_an_entered_measure_goes_the_way_that_was_said_and_keeps_every_number_entered(
    start: int | None, target: int, current: int | None, *, lower: bool | None
) -> None:
    try:
        measure = entered_measure(start=start, target=target, current=current, unit="", lower_is_better=lower)
    except InvalidValueError:
        return
    assert measure is not None
    assert measure.target == target
    assert start in (None, measure.start)
    assert current in (None, measure.current)
    assert lower in (None, measure.lower_is_better)


@pytest.mark.parametrize(
    ("measure", "words"),
    [
        pytest.param(
            Measure(start=0, target=4, current=3, unit="papers"), "3 of 4 papers", id="from-nothing"
        ),
        pytest.param(
            Measure(start=90, target=75, current=82.5, unit="kg"), "now 82.5 kg, from 90 to 75", id="down"
        ),
        pytest.param(Measure(start=0, target=12000, current=0.1 + 0.2), "0.3 of 12,000", id="no-unit"),
        pytest.param(Measure(start=0, target=-5, current=-0.0), "now 0, from 0 to -5", id="below-nothing"),
    ],
)
def test_a_measure_in_words(measure: Measure, words: str) -> None:
    assert measure_in_words(measure) == words
