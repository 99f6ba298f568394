import pytest

from careerkit.errors import InvalidValueError
from careerkit.numbers import require_between


@pytest.mark.parametrize("value", [None, 1, 5, 10])
def test_a_number_between_the_two_ends_passes_and_so_does_none(value: int | None) -> None:
    require_between(value, 1, 10, name="How sure you are")


@pytest.mark.parametrize("value", [0, 11, -5, 10**30])
def test_a_number_beyond_them_is_refused_with_both_ends_named(value: int) -> None:
    with pytest.raises(InvalidValueError, match=r"How sure you are goes from 1 to 10\."):
        require_between(value, 1, 10, name="How sure you are")
