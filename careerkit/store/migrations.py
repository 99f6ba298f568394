"""How older documents become documents of the present format: one pure function a step."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from careerkit.store.errors import BrokenRecordError, NewerFormatError

FORMAT: Final = 1
"""The format that is written. Raise it with a function in ``_STEPS``, and keep an old file as a test."""

_STEPS: Final[tuple[Callable[[dict[str, Any]], dict[str, Any]], ...]] = ()
"""The function at place n lifts format n + 1 to n + 2."""


def lifted(document: dict[str, Any], meta: Mapping[str, Any]) -> dict[str, Any]:
    """Return ``document`` in the present format; ``meta`` says the format it has.

    Raises ``NewerFormatError`` and, for what is no format at all, ``BrokenRecordError``.
    """
    written = meta.get("format")
    if type(written) is not int or written < 1:
        raise BrokenRecordError("format", "it names no known version")
    if written > FORMAT:
        raise NewerFormatError
    for step in _STEPS[written - 1 :]:
        document = step(document)
    return document
