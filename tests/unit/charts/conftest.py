import copy
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from careerkit.charts.layout import Box

HOSTILE = [
    '<b>bold</b> & "quoted"',
    "datum['need'] + signal('x')",
    "a.b[c].d\\'",
    "{{=1}} ${x} %s [link](javascript:x)",
    "__proto__",
    "constructor",
    "null",
    "10",
    "🦄🦄 with 漢字漢字漢字漢字漢字漢字漢字漢字",
    "W" * 60,
    "A name that goes on and on until it is sixty characters long",
    "Mastery",
    "Mastery",
]


@pytest.fixture
def hostile_names() -> list[str]:
    return HOSTILE


@pytest.fixture
def marks() -> Callable[[dict[str, Any], str], list[dict[str, Any]]]:
    """Layers of a specification that draw one kind of mark, each with its own rows."""

    def of_kind(spec: dict[str, Any], kind: str) -> list[dict[str, Any]]:
        return [layer for layer in spec["layer"] if layer["mark"]["type"] == kind]

    return of_kind


@pytest.fixture
def rows_of() -> Callable[[dict[str, Any], str], Iterator[dict[str, Any]]]:
    """Return all rows of a specification that have a field."""

    def having(spec: dict[str, Any], field: str) -> Iterator[dict[str, Any]]:
        return (row for layer in spec["layer"] for row in layer["data"]["values"] if field in row)

    return having


@pytest.fixture
def without_data() -> Callable[[dict[str, Any]], dict[str, Any]]:
    """Return a specification without its rows: what the browser reads as code."""

    def stripped(spec: dict[str, Any]) -> dict[str, Any]:
        code = copy.deepcopy(spec)
        for layer in code["layer"]:
            del layer["data"]
        return code

    return stripped


@pytest.fixture(scope="session")
def overlap() -> Callable[[Box, Box], bool]:
    """Say whether two boxes share any room."""

    def shared(one: Box, other: Box) -> bool:
        return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]

    return shared
