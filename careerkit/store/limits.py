"""How large a workspace may grow, and how much of its past stays at hand.

They belong together: what :meth:`~careerkit.store.Store.apply` accepts, a backup can carry and a restore can
read.
"""

from typing import Final

MAX_ENTITIES: Final = 20_000
"""Entries a workspace may hold, archived ones included."""
MAX_BYTES: Final = 8_000_000
"""Bytes that the entries of a workspace may take, as JSON in UTF-8."""
MAX_UPLOAD: Final = 20_000_000
"""Bytes that a backup may have: all entries, and history as far as it fits."""
MAX_FILE: Final = 64_000_000
"""Bytes that a workspace's file may reach: its entries, and the few newest changes whatever their size.

What would be larger is not saved; what is larger was not written by careerkit and is not even read.
"""
MAX_REVISION: Final = 2**53
"""Saves that can be counted so that every reader of JSON counts the same."""

COMMITS_KEPT: Final = 64
"""How many commit ids are remembered, so that a repeated save lands once."""
HISTORY_HIGH: Final = (64, 256_000)
"""Batches, and bytes of them, that the file holds at most before older ones move to the archive."""
HISTORY_LOW: Final = (32, 128_000)
"""How much history stays in the file then."""
HISTORY_LEAST: Final = 3
"""Batches that stay in the file whatever their size: an undo and what it takes back among them."""
HISTORY_PART: Final = (256, 1_000_000)
"""How much of the history one part of the archive holds; a single batch may be larger."""

DAYS_KEPT: Final = 7
MONTHS_KEPT: Final = 12
"""How many daily and monthly copies there are before the oldest makes room."""
