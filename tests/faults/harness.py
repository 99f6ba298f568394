"""Fault harnesses run in processes of their own: what they do is not for the one that pytest runs in."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).parents[2]


def counts_of(module: str, *options: str) -> dict[str, Any]:
    """Run a harness, print the counts it gives, and return them."""
    command = [sys.executable, "-W", "error", "-m", module, *options]
    done = subprocess.run(command, cwd=_ROOT, stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603 - our own interpreter and our own words
    print(done.stdout)  # noqa: T201 - shown by pytest -rP
    counts: dict[str, Any] = json.loads(done.stdout)
    return counts
