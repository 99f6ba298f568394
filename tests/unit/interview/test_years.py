from datetime import date, timedelta

import pytest

from careerkit.interview.years import years_ahead

TODAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (-1, ""),
        (0, "within the next year or two"),
        (400, "within the next year or two"),
        (731, "within the next two to three years"),
        (1_200, "within the next three to four years"),
        (3_500, "within the next nine to ten years"),
        (4_500, "in the longer run"),
    ],
)
def test_dates_become_ranges_of_years(days: int, said: str) -> None:
    assert years_ahead(TODAY + timedelta(days=days), TODAY) == said


def test_no_date_says_nothing() -> None:
    assert years_ahead(None, TODAY) == ""
