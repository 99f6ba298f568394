"""How a record tells what is private, so that it can be left out of what is shared."""

from typing import Final

KEPT_PRIVATE: Final = " (kept private)"
"""What follows the title of a private entry, in the facts and in the picture of a year."""


def with_mark(title: str, *, private: bool) -> str:
    """Return the title of an entry as a record keeps it."""
    return title + KEPT_PRIVATE if private else title


def without_mark(title: str) -> str:
    """Return the title of an entry as the person wrote it."""
    return title.removesuffix(KEPT_PRIVATE)


def tells_private(line: str) -> bool:
    """Say whether a line of a record names a private entry."""
    return KEPT_PRIVATE in line
