"""Earlier texts of an answer: to be compared with the present one, and brought back."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from careerkit.change import Batch, Change, Stamp, present_entry, updates
from careerkit.interview.model import Answer, Origin, Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """The text of an answer as it was saved ``at`` (UTC) by somebody, and what it was composed of.

    ``composed`` is ``None`` where the save changed the text alone: what was composed before it stands.
    """

    at: datetime
    by: str
    text: str
    composed: tuple[Sentence, ...] | None = None


def versions(batches: Iterable[Batch], answer_id: str) -> Iterator[Version]:
    """Yield each text that an answer has had, in the order of ``batches``; empty texts are left out.

    No more of ``batches`` is read than versions are asked for.
    """
    for batch in batches:
        for change in batch.changes:
            text = _text(change, answer_id)
            if text:
                yield Version(at=batch.at, by=batch.by.name, text=text, composed=composed_by(change))


def bring_back(
    answers: Mapping[str, Answer], answer_id: str, version: Version, *, stamp: Stamp
) -> list[Change]:
    """Let an answer have the text of an earlier version again."""
    old = present_entry(answers, answer_id, noun="answer")
    composed = old.composed if version.composed is None else version.composed
    return updates(old, replace(old, text=version.text, composed=composed), stamp=stamp)


def _text(change: Change, answer_id: str) -> str:
    if (change.kind, change.entity_id) != (Answer.KIND, answer_id):
        return ""
    text = change.after.get("text")
    return text if isinstance(text, str) else ""


def composed_by(change: Change) -> tuple[Sentence, ...] | None:
    """Return the sentences that a change composed, ``None`` when it left them as they were."""
    listed: Any = change.after.get("composed")
    if not isinstance(listed, list):
        return None
    return tuple(
        Sentence(
            text=str(it["text"]),
            origin=Origin(it["origin"]),
            source_id=str(it.get("source_id", "")),
            section=str(it.get("section", "")),
        )
        for it in listed
    )
