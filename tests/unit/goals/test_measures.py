import pytest

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
