"""Questions that a person, or their coach, adds to the yearly review."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from careerkit.change import (
    Change,
    Ids,
    Stamp,
    archived,
    created,
    present_entry,
    restored_entry,
    updates,
)
from careerkit.text import LINE, NOTE, clean_line, clean_text, require_text, require_within


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnQuestion:
    """A question of one's own: reviews that are started from now on ask it as well."""

    KIND: ClassVar[str] = "own_questions"

    id: str
    title: str
    asks: str
    archived: bool = False

    def __post_init__(self) -> None:
        require_text(self.title, ask="Give the question a short title.")
        require_within(self.title, LINE, name="The title of the question")
        require_text(self.asks, ask="Write down what the question asks.")
        require_within(self.asks, NOTE, name="The question")


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionDraft:
    """What a person enters for a question."""

    title: str
    asks: str


def add_question(draft: QuestionDraft, *, ids: Ids, stamp: Stamp) -> list[Change]:
    """Return the change that adds a question. Raises ``InvalidValueError`` when a part is missing."""
    new = OwnQuestion(id=ids.new(), title=clean_line(draft.title), asks=clean_text(draft.asks).strip())
    return [created(new, stamp=stamp)]


def edit_question(
    questions: Mapping[str, OwnQuestion], question_id: str, draft: QuestionDraft, *, stamp: Stamp
) -> list[Change]:
    """Return what brings a question in line with ``draft``; reviews keep the words they were started with."""
    old = present_entry(questions, question_id, noun="question")
    new = replace(old, title=clean_line(draft.title), asks=clean_text(draft.asks).strip())
    return updates(old, new, stamp=stamp)


def archive_question(questions: Mapping[str, OwnQuestion], question_id: str, *, stamp: Stamp) -> list[Change]:
    """Return the change that puts a question away: new reviews ask it no more."""
    return [archived(present_entry(questions, question_id, noun="question"), stamp=stamp)]


def restore_question(questions: Mapping[str, OwnQuestion], question_id: str, *, stamp: Stamp) -> list[Change]:
    """Return the change that brings an archived question back; nothing when it is already there."""
    return restored_entry(questions, question_id, noun="question", stamp=stamp)
