"""Where new entities get their ids from."""

from typing import Protocol
from uuid import uuid4


class Ids(Protocol):
    """A source of ids; tests bring one that counts."""

    def new(self) -> str:
        """Return an id that no entity has yet."""


class RandomIds:
    """Ids that need no register: 32 hexadecimal digits of randomness (UUID version 4)."""

    def new(self) -> str:
        """Return an id that no entity has yet."""
        return uuid4().hex
