"""Which store holds a visitor's workspace."""

from functools import lru_cache
from typing import Final

from careerkit.store import Store, StoreUnavailableError, default_folder, memory_store, open_store
from pages._ui.access import Access, Role
from pages._ui.process import process_facts

_UNAVAILABLE: Final[dict[str, str]] = {}


def store_of(access: Access) -> Store:
    """Return the store of this visitor: files on their own machine for the owner, memory for a guest.

    When the owner's folder cannot be used, memory takes its place; :func:`why_in_memory` says why.
    """
    return _owner_store(str(default_folder())) if access.role is Role.OWNER else _memory_store()


def why_in_memory(access: Access) -> str | None:
    """Return the sentence that says why the owner's data is not being kept, or ``None`` when it is."""
    if access.role is not Role.OWNER:
        return None
    folder = str(default_folder())
    _owner_store(folder)
    return _UNAVAILABLE.get(folder)


@lru_cache(maxsize=8)
def _owner_store(folder: str) -> Store:
    try:
        return open_store(folder)
    except StoreUnavailableError as error:
        _UNAVAILABLE[folder] = str(error)
        return _memory_store()


@lru_cache(maxsize=1)
def _memory_store() -> Store:
    facts = process_facts()
    return memory_store(facts.guests, facts.lock)
