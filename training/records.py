"""Labelled interview answers, read from lines of JSON."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from careerkit.interview.rules import IDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A short answer, and the mistakes in it; ``also_ok`` are mistakes one may or may not see in it.

    ``hand`` tells who wrote it: the name of its file without the number.
    """

    text: str
    labels: frozenset[str]
    also_ok: frozenset[str]
    hand: str

    @property
    def is_clean(self) -> bool:
        """Say whether there is no mistake in it."""
        return not self.labels


def labelled(paths: Iterable[Path]) -> list[Labelled]:
    """Return the answers in some files, in their order. Raises ``ValueError`` for an unknown label."""
    return [
        _labelled(json.loads(line), path)
        for path in paths
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]


def _labelled(record: dict[str, Any], path: Path) -> Labelled:
    labels, also_ok = frozenset(record["labels"]), frozenset(record.get("also_ok") or ())
    if unknown := (labels | also_ok) - set(IDS):
        raise ValueError(f"{path.name}: {sorted(unknown)} is no label, in {record['text']!r}")
    return Labelled(
        text=record["text"], labels=labels, also_ok=also_ok - labels, hand=path.stem.rpartition("-")[0]
    )
