"""The quarterly check: five minutes between two yearly reviews."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import ClassVar, Final

from careerkit.change import Change, Stamp, created, updates
from careerkit.errors import InvalidValueError
from careerkit.moments import require_year
from careerkit.text import NOTE, clean_text, is_blank, require_within

QUARTERS: Final = range(1, 5)
QUESTIONS: Final = ("moved", "in-the-way", "next", "energy")
"""What is asked, by id: what moved, what is in the way, the next step, and what gave or took energy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarterCheck:
    """The check of one quarter: ``answers`` are texts by the ids in :data:`QUESTIONS`, begun ``on`` a day."""

    KIND: ClassVar[str] = "quarter_checks"

    id: str
    year: int
    quarter: int
    on: date
    answers: Mapping[str, str] = field(default_factory=dict)
    archived: bool = False

    def __post_init__(self) -> None:
        require_year(self.year)
        if self.quarter not in QUARTERS:
            raise InvalidValueError("A year has quarters 1 to 4.")
        if not {*self.answers} <= {*QUESTIONS}:
            raise InvalidValueError("The quarterly check has no such question. Reload the page.")
        for text in self.answers.values():
            require_within(text, NOTE, name="The answer")


def quarter_of(day: date) -> tuple[int, int]:
    """Return the year and the quarter, 1 to 4, that a day lies in."""
    return day.year, (day.month + 2) // 3


def answer_quarter(
    checks: Mapping[str, QuarterCheck], question: str, text: str, today: date, *, stamp: Stamp
) -> list[Change]:
    """Keep the answer to one question of this quarter's check, which is made when there is none.

    The id follows from the quarter, so that two tabs make one check. Raises
    :class:`~careerkit.errors.InvalidValueError` for a question that it does not have.
    """
    if question not in QUESTIONS:
        raise InvalidValueError("The quarterly check has no such question. Reload the page.")
    year, quarter = quarter_of(today)
    id_ = f"quarter-{year}-{quarter}"
    text = clean_text(text).strip()
    old = checks.get(id_)
    answers = {key: value for key, value in (old.answers if old else {}).items() if key != question}
    if not is_blank(text):
        answers[question] = text
    if old is None:
        if not answers:
            return []
        return [
            created(QuarterCheck(id=id_, year=year, quarter=quarter, on=today, answers=answers), stamp=stamp)
        ]
    return updates(old, replace(old, answers=answers, archived=False), stamp=stamp)


def checks_of(checks: Mapping[str, QuarterCheck], year: int) -> list[QuarterCheck]:
    """Return the checks of a year, the earliest first; archived ones are left out."""
    own = [check for check in checks.values() if check.year == year and not check.archived]
    return sorted(own, key=lambda check: check.quarter)
