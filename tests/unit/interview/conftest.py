from datetime import UTC, datetime
from itertools import count

import pytest

from careerkit.change import Actor, Ids, Stamp


class _CountingIds:
    def __init__(self) -> None:
        self._numbers = count(1)

    def new(self) -> str:
        return f"new{next(self._numbers)}"


@pytest.fixture
def ids() -> Ids:
    return _CountingIds()


@pytest.fixture
def stamp() -> Stamp:
    return Stamp(by=Actor(id="ada", name="Ada"), at=datetime(2026, 11, 22, 12, tzinfo=UTC))
