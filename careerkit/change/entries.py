"""What a browser sends is checked again: links must lead somewhere, choices must be among those offered."""

from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import TypeVar

from careerkit.change.make import restored
from careerkit.change.model import Change, Entity, Stamp
from careerkit.errors import CareerKitError, InvalidValueError

E = TypeVar("E", bound=Entity)
M = TypeVar("M", bound=StrEnum)


class EntryGoneError(CareerKitError, LookupError):
    """The entry to change does not exist, or lies in the archive."""

    def __init__(self, noun: str, entry_id: str) -> None:
        super().__init__(f"This {noun} is gone. Was it archived or removed in another tab?")
        self.entry_id = entry_id


def present_entry(entries: Mapping[str, E], entry_id: str, *, noun: str) -> E:
    """Return the entry. Raises :class:`EntryGoneError` when there is none or it lies in the archive."""
    entry = entries.get(entry_id)
    if entry is None or entry.archived:
        raise EntryGoneError(noun, entry_id)
    return entry


def restored_entry(entries: Mapping[str, E], entry_id: str, *, noun: str, stamp: Stamp) -> list[Change]:
    """Return the change that brings an archived entry back; nothing when it is already there.

    Raises :class:`EntryGoneError` when there is none.
    """
    entry = entries.get(entry_id)
    if entry is None:
        raise EntryGoneError(noun, entry_id)
    return [restored(entry, stamp=stamp)] if entry.archived else []


def kept_links(
    chosen: Collection[str], offered: Collection[str], old: Collection[str], *, noun: str
) -> frozenset[str]:
    """Return what an entry points at after ``chosen`` was picked among ``offered``.

    Of the ``old`` links those that were not on offer stay: nobody could untick them. Raises
    :class:`~careerkit.errors.InvalidValueError` for a choice that is neither offered nor old.
    """
    unseen = set(old).difference(offered)
    return require_known(chosen, unseen.union(offered), noun=noun) | unseen


def present_ids(entries: Mapping[str, E]) -> frozenset[str]:
    """Return the ids of the entries that are not in the archive."""
    return frozenset(id_ for id_, entry in entries.items() if not entry.archived)


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
