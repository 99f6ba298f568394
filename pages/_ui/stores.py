"""Which store holds a visitor's workspace."""

from functools import lru_cache
from typing import Final

from careerkit.store import Store, StoreUnavailableError, default_folder, memory_store, open_store
from pages._ui.access import Access, Role
from pages._ui.process import process_facts

_UNAVAILABLE: Final[dict[str, str]] = {}


def store_of(access: Access) -> Store:
    """Return the store of this visitor: files on their own machine for the owner, memory for a guest.

    When the owner's folder cannot be used, memory takes its place; :func:`why_not_kept` says why.
    """
    return _owner_store(str(default_folder())) if access.role is Role.OWNER else _memory_store()


def why_in_memory(access: Access) -> str | None:
    """Return the sentence that says why the owner's data is only in memory, or ``None`` when it is not."""
    if access.role is not Role.OWNER:
        return None
    folder = str(default_folder())
    _owner_store(folder)
    return _UNAVAILABLE.get(folder)


def why_not_kept(access: Access) -> str | None:
    """Return why what the owner enters is not being kept on their machine, or ``None`` when it is."""
    why = why_in_memory(access)
    if why is not None:
        return f"Nothing is being kept on this machine. {why}"
    refused = store_of(access).read_only_because
    if refused is None:
        return None
    return (
        f"Your data can be read, but not changed ({refused}). What you see is safe; nothing new is saved. "
        "Make the data folder writable, then restart careerkit."
    )


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
