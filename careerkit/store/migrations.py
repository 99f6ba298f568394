"""How older documents become documents of the present format: one pure function a step."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from careerkit.store.errors import BrokenRecordError, NewerFormatError

FORMAT: Final = 4
"""The format that is written. Raise it with a function in ``_STEPS``, and keep an old file as a test."""
CHECKED_SINCE: Final = 2
"""The first format whose files carry a checksum."""

Content = dict[str, dict[str, Any]]
"""What a TinyDB file holds: by table, by document number, the fields."""


def _from_1(content: Content) -> Content:
    """Format 2 adds particulars to ``_meta`` that have defaults; the entries are the same."""
    return content


def _from_2(content: Content) -> Content:
    """Format 3 adds kinds of entries, and fields of comparisons that have defaults; the rest is the same."""
    return content


def _from_3(content: Content) -> Content:
    """Format 4 adds kinds of entries, and fields of the plan that have defaults; the rest is the same."""
    return content


_STEPS: Final[tuple[Callable[[Content], Content], ...]] = (_from_1, _from_2, _from_3)
"""The function at place n lifts format n + 1 to n + 2."""


def lifted(content: Content, meta: Mapping[str, Any]) -> Content:
    """Return ``content`` in the present format; ``meta`` says the format it has.

    Raises ``NewerFormatError`` and, for what is no format at all, ``BrokenRecordError``.
    """
    written = meta.get("format")
    if type(written) is not int or written < 1:
        raise BrokenRecordError("format", "it names no known version")
    if written > FORMAT:
        raise NewerFormatError
    for step in _STEPS[written - 1 :]:
        content = step(content)
    return content
