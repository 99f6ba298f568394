from datetime import UTC, datetime, timedelta, timezone

import pytest

from careerkit.errors import InvalidValueError
from careerkit.moments import require_moment


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
