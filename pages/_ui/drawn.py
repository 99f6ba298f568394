"""Chart specifications, built once for the same values and drawn many times."""

import json
from collections.abc import Callable
from functools import lru_cache
from typing import Any

Make = Callable[..., dict[str, Any]]


def spec_of(make: Make, *values: object) -> dict[str, Any]:
    """Return the specification that ``make`` builds from ``values``, which can be hashed."""
    spec: dict[str, Any] = json.loads(_built(make, *values))  # a copy: Streamlit takes the rows out of it
    return spec


@lru_cache(maxsize=128)
def _built(make: Make, *values: object) -> str:
    return json.dumps(make(*values))
