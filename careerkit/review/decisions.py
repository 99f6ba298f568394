"""What a person decides in a review about an entry of the plan, before anything is changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from careerkit.errors import InvalidValueError
from careerkit.labels import Labelled
from careerkit.moments import require_year
from careerkit.text import LINE, NOTE, require_text, require_within

MOST_PARTS: Final = 6
"""Goals that one goal can be split into."""


class Reason(Labelled):
    """Why a plan changes. Values are stored: add, never rename."""

    MARKET = "market", "The market"
    INTERESTS = "interests", "My interests"
    LIFE = "life", "My life"
    HEALTH = "health", "My health"
    EMPLOYER = "employer", "My employer"
    OTHER = "other", "Something else"


class About(Labelled):
    """Which kind of entry is decided about. Values are stored: add, never rename."""

    GOAL = "goals", "Goal"
    ASPIRATION = "aspirations", "Aspiration"
    MILESTONE = "milestones", "Milestone"


class Choice(Labelled):
    """What shall become of an entry. Values are stored: add, never rename."""

    KEEP = "keep", "Keep it"
    DONE = "done", "It is done"
    MOVE = "move", "Give it another date"
    SPLIT = "split", "Split it"
    DROP = "drop", "Drop it"
    RAISE = "raise", "Raise it"
    DOWN = "down", "Step down"
    SIDEWAYS = "sideways", "Step sideways"
    RETIRE = "retire", "Retire it"
    ADD = "add", "Add it"


OFFERED: Final[Mapping[About, tuple[Choice, ...]]] = {
    About.GOAL: (Choice.KEEP, Choice.DONE, Choice.MOVE, Choice.SPLIT, Choice.DROP),
    About.ASPIRATION: (Choice.KEEP, Choice.RAISE, Choice.DOWN, Choice.SIDEWAYS, Choice.RETIRE),
    About.MILESTONE: (Choice.KEEP, Choice.DONE, Choice.MOVE, Choice.DROP, Choice.ADD),
}
"""By kind of entry: what can be chosen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What shall become of one entry, and why.

    ``due`` is the new date of a goal, ``year`` the new year of a milestone or the year of a new one.
    ``level`` and ``next_level`` are those of an aspiration, ``parts`` the titles a goal is split into, or the
    title of a milestone that is added. What a choice has no use for stays empty. ``title`` is what the entry
    was called when the review was finished, and ``private`` whether it was kept private then.
    """

    about: About
    entry_id: str
    choice: Choice
    reason: Reason | None = None
    note: str = ""
    due: date | None = None
    year: int | None = None
    level: str = ""
    next_level: str = ""
    parts: tuple[str, ...] = ()
    title: str = ""
    private: bool = False

    def __post_init__(self) -> None:
        if self.choice not in OFFERED[self.about]:
            raise InvalidValueError(f"“{self.choice.label}” does not go with this entry. Choose again.")
        require_within(self.note, NOTE, name="The note")
        require_within(self.title, LINE, name="The title of the entry")
        require_within(self.level, LINE, name="The level")
        require_within(self.next_level, LINE, name="The next level")
        if len(self.parts) > MOST_PARTS:
            raise InvalidValueError(f"A goal can be split into {MOST_PARTS} parts at most.")
        for part in self.parts:
            require_text(part, ask="Give every part a title.")
            require_within(part, LINE, name="The title of a part")
        for year in (self.year, self.due.year if self.due else None):
            if year is not None:
                require_year(year)

    @property
    def key(self) -> str:
        """The key under which a review keeps the decision: one for each entry."""
        return f"{self.about.value}-{self.entry_id}"
