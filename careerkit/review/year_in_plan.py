"""A plan as the review of one year reads it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, tzinfo
from typing import Final, TypeAlias, TypeVar

from careerkit.aspirations import Aspiration
from careerkit.change import Entity
from careerkit.goals import CheckIn, Fit, Goal, Milestone, Trend
from careerkit.labels import Mark
from careerkit.needs import Assessment, Satisfaction, Strength
from careerkit.review.kept_private import with_mark
from careerkit.review.model import Review
from careerkit.review.quarter import QuarterCheck
from careerkit.review.wins import Win

Facts: TypeAlias = tuple[str, ...]
"""What the plan says about one question, a line each; a line that ends with a colon heads those below."""

E = TypeVar("E", bound=Entity)
_BRIEF: Final = 120
"""So many characters of a longer text stand in a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearPast:
    """What only the history knows of a year, by the ids of the entries.

    ``milestones_moved`` and ``goals_moved`` say from which year to which: they were planned for, or due in,
    the year at some time during it, and are now of a later one. ``goals_met`` and ``goals_dropped`` got that
    status in the year, the latter with the reason that was given (it may be empty). ``strengths_added`` were
    added in it.
    """

    milestones_moved: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    goals_moved: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    goals_met: frozenset[str] = frozenset()
    goals_dropped: Mapping[str, str] = field(default_factory=dict)
    strengths_added: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class YearInPlan:
    """A plan as the review of ``year`` reads it on the day ``today`` (without one: when the year ends).

    Archived entries are left out. ``need_names`` says how each need is called and ``quarter_titles`` what
    each question of the quarterly check is about, by their ids; ``full_years`` how much is open in the years
    that hold a lot; ``past`` is what only the history knows. ``zone`` is where the person is.
    """

    year: int
    today: date | None = None
    zone: tzinfo = UTC
    need_names: Mapping[str, str] = field(default_factory=dict)
    assessments: Mapping[str, Assessment] = field(default_factory=dict)
    satisfactions: Mapping[str, Satisfaction] = field(default_factory=dict)
    strengths: Mapping[str, Strength] = field(default_factory=dict)
    aspirations: Mapping[str, Aspiration] = field(default_factory=dict)
    goals: Mapping[str, Goal] = field(default_factory=dict)
    milestones: Mapping[str, Milestone] = field(default_factory=dict)
    checkins: Mapping[str, CheckIn] = field(default_factory=dict)
    trends: Mapping[str, Trend] = field(default_factory=dict)
    fits: Mapping[str, Fit] = field(default_factory=dict)
    wins: Mapping[str, Win] = field(default_factory=dict)
    quarter_checks: Mapping[str, QuarterCheck] = field(default_factory=dict)
    quarter_titles: Mapping[str, str] = field(default_factory=dict)
    reviews: Mapping[str, Review] = field(default_factory=dict)
    full_years: Mapping[int, int] = field(default_factory=dict)
    past: YearPast = field(default_factory=YearPast)

    @property
    def read_on(self) -> date:
        """The day on which the plan is read."""
        return self.today or date(self.year, 12, 31)

    def called(self, needs: Iterable[str]) -> list[str]:
        """Return the names of needs in the order of ``need_names``; an unknown id stands for itself."""
        order = list(self.need_names)
        known = {need: at for at, need in enumerate(order)}
        ranked = sorted(needs, key=lambda need: (known.get(need, len(order)), need))
        return [self.need_names.get(need, need) for need in ranked]

    def day_of(self, at: datetime) -> date:
        """Return the day that a moment (UTC) has where the person is."""
        return at.astimezone(self.zone).date()


def present_in(collection: Mapping[str, E]) -> list[E]:
    """Return the entries that are not archived, in the same order."""
    return [entity for entity in collection.values() if not entity.archived]


def titled(title: str, mark: Mark) -> str:
    """Return a title as it stands in a line, with a word on its mark when it is kept private."""
    return with_mark(title, private=mark is Mark.PRIVATE)


def in_brief(text: str) -> str:
    """Return a text on one line, cut at a blank when it is long."""
    line = " ".join(text.split())
    if len(line) <= _BRIEF:
        return line
    return f"{line[:_BRIEF].rsplit(' ', 1)[0]} …"
