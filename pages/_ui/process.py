"""What belongs to the whole process: kept where neither cleared caches nor reloaded code replace it."""

import secrets
import sys
from dataclasses import dataclass
from threading import RLock
from types import ModuleType
from typing import Any, Final

# Streamlit's file watcher throws out modules that have a file in the app's folder, and whatever is named
# below them; any visitor may empty the caches of Streamlit. A module of our own making is neither.
_HOLDER: Final = "_careerkit_process"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessFacts:
    """Plain data that lives exactly as long as the process.

    ``guests`` holds the guests' encoded documents, ``secret`` signs visit cookies, ``lock`` guards whoever
    needs several steps on the rest to be one.
    """

    guests: dict[str, Any]
    secret: bytes
    lock: "RLock"


def process_facts() -> ProcessFacts:
    """Return the facts of this process: the same objects on every call."""
    kept = sys.modules.setdefault(_HOLDER, ModuleType(_HOLDER)).__dict__
    return ProcessFacts(
        guests=kept.setdefault("guests", {}),
        secret=kept.setdefault("secret", secrets.token_bytes(32)),
        lock=kept.setdefault("lock", RLock()),
    )
