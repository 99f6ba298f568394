"""What a browser sends is checked again: links must lead somewhere, choices must be among those offered."""

from collections.abc import Collection
from enum import StrEnum
from typing import TypeVar

from careerkit.errors import CareerKitError, InvalidValueError

M = TypeVar("M", bound=StrEnum)


class EntryGoneError(CareerKitError, LookupError):
    """The entry to change does not exist, or lies in the archive."""

    def __init__(self, noun: str, entry_id: str) -> None:
        super().__init__(f"This {noun} is gone. Was it archived or removed in another tab?")
        self.entry_id = entry_id


def require_known(chosen: Collection[str], known: Collection[str], *, noun: str) -> frozenset[str]:
    """Return ``chosen`` as a set.

    Raises :class:`~careerkit.errors.InvalidValueError` when a member of it is not among ``known``.
    """
    unknown = set(chosen) - set(known)
    if unknown:
        message = f"One {noun} you chose is no longer there. Please choose again."
        raise InvalidValueError(message)
    return frozenset(chosen)


def require_member(choices: type[M], value: str, *, noun: str) -> M:
    """Return ``value`` as the member of ``choices`` that it names.

    Raises :class:`~careerkit.errors.InvalidValueError` when it names none.
    """
    try:
        return choices(value)
    except ValueError:
        message = f"This {noun} does not exist. Please choose one of those offered."
        raise InvalidValueError(message) from None
