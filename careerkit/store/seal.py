"""The checksum that stands first in every file: SHA-256 of its compact form with the checksum left empty.

A file is compact when it is JSON in UTF-8 without blanks, with nothing escaped that need not be and its keys
in their order.
"""

import hashlib
from collections.abc import Callable
from typing import Final

_DIGITS: Final = 64


def sealed(start: bytes, rest: bytes) -> bytes:
    """Return a compact file: ``start``, which ends where the checksum belongs, the checksum, and ``rest``."""
    return start + checksum(start, rest) + rest


def is_intact(data: bytes, start: bytes, stated: object, compact: Callable[[], bytes]) -> bool:
    """Say whether ``data`` has the checksum that it ``stated``.

    ``compact`` makes the compact form with an empty checksum; it is asked when the file does not stand as it
    was written, since a program that only lays it out differently damages nothing.
    """
    if not isinstance(stated, str):
        return False
    wanted, end = stated.encode(), len(start) + _DIGITS
    if data.startswith(start) and data[len(start) : end] == wanted == checksum(start, data[end:]):
        return True
    try:
        return checksum(start, compact()[len(start) :]) == wanted
    except (ValueError, RecursionError):
        return False


def checksum(start: bytes, rest: bytes) -> bytes:
    """Return the checksum as hexadecimal digits."""
    digest = hashlib.sha256(start)
    digest.update(rest)
    return digest.hexdigest().encode()
