import copy
from collections.abc import Callable, Iterator
from typing import Any

import pytest

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
        parts = [part for part in (spec, *spec["layer"]) if "data" in part]  # Altair shares equal data
        return (row for part in parts for row in part["data"]["values"] if field in row)

    return having


@pytest.fixture
def without_data() -> Callable[[dict[str, Any]], dict[str, Any]]:
    """Return a specification without its rows: what the browser reads as code."""

    def stripped(spec: dict[str, Any]) -> dict[str, Any]:
        code = copy.deepcopy(spec)
        for part in (code, *code["layer"]):
            part.pop("data", None)
        return code

    return stripped
