from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.errors import InvalidValueError
from careerkit.moments import FIRST_YEAR, LAST_YEAR, in_year, require_moment


@pytest.mark.parametrize(
    "at", [None, datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 1, tzinfo=timezone(timedelta(hours=14)))]
)
def test_a_time_with_its_zone_is_kept(at: datetime | None) -> None:
    require_moment(at)


@pytest.mark.parametrize(
    "at",
    [
        datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None),
        datetime.min.replace(tzinfo=UTC),
        datetime.max.replace(tzinfo=UTC),
    ],
)
def test_a_time_that_cannot_be_compared_or_moved_between_zones_is_refused(at: datetime) -> None:
    with pytest.raises(InvalidValueError):
        require_moment(at)


@pytest.mark.parametrize(
    ("day", "year", "moved"),
    [
        pytest.param(date(2026, 5, 12), 2030, date(2030, 5, 12), id="ordinary"),
        pytest.param(date(2028, 2, 29), 2032, date(2032, 2, 29), id="leap-day-to-leap-year"),
        pytest.param(date(2028, 2, 29), 2029, date(2029, 2, 28), id="leap-day-to-short-year"),
        pytest.param(date(2028, 2, 29), 2100, date(2100, 2, 28), id="leap-day-to-a-century"),
        pytest.param(date(2027, 2, 28), 2028, date(2028, 2, 28), id="into-a-leap-year"),
    ],
)
def test_a_day_keeps_its_place_in_another_year(day: date, year: int, moved: date) -> None:
    assert in_year(day, year) == moved


@given(st.dates(), st.integers(FIRST_YEAR, LAST_YEAR))
def test_only_the_leap_day_ever_gives_way(day: date, year: int) -> None:
    moved = in_year(day, year)

    assert (moved.year, moved.month) == (year, day.month)
    assert moved.day == day.day or (day.month, day.day, moved.day) == (2, 29, 28)
