"""Does the plan still fit: the person, and the market? Two questions, answered from time to time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from careerkit.change import Change, Ids, Stamp, created, require_member
from careerkit.labels import Labelled
from careerkit.moments import require_year
from careerkit.text import NOTE, clean_text, require_within


class FitSide(Labelled):
    """What the plan is held against. Values are stored: add, never rename."""

    ME = "me", "Does it still fit me?"
    MARKET = "market", "Does it still fit the market?"


class FitAnswer(Labelled):
    """How well it fits. Values are stored: add, never rename."""

    YES = "yes", "Yes"
    PARTLY = "partly", "In part"
    NO = "no", "Not any more"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """One answer, ``on`` a day, to whether the plan still fits, with a note."""

    KIND: ClassVar[str] = "fits"

    id: str
    on: date
    side: FitSide
    answer: FitAnswer
    note: str = ""
    archived: bool = False

    def __post_init__(self) -> None:
        require_year(self.on.year)
        require_within(self.note, NOTE, name="The note")


@dataclass(frozen=True, slots=True, kw_only=True)
class FitDraft:
    """What a person answers: on which side, how well, and what they want to add."""

    side: str
    answer: str
    note: str = ""


def answer_fit(draft: FitDraft, today: date, *, ids: Ids, stamp: Stamp) -> list[Change]:
    """Return the change that keeps an answer of ``today``; earlier ones stay.

    Raises :class:`~careerkit.errors.InvalidValueError` for a side or an answer that does not exist.
    """
    answer = Fit(
        id=ids.new(),
        on=today,
        side=require_member(FitSide, draft.side, noun="question"),
        answer=require_member(FitAnswer, draft.answer, noun="answer"),
        note=clean_text(draft.note).strip(),
    )
    return [created(answer, stamp=stamp)]


def answers_of(fits: Mapping[str, Fit], side: FitSide) -> list[Fit]:
    """Return the answers to one question, the newest first; archived ones are left out."""
    own = [fit for fit in fits.values() if fit.side is side and not fit.archived]
    return sorted(own, key=lambda fit: fit.on)[::-1]
