"""Where a person stands: their own answer to what they need, why now, and what follows from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import ClassVar

from careerkit.change import Change, Stamp, created, updates
from careerkit.errors import InvalidValueError
from careerkit.labels import Labelled
from careerkit.text import NOTE, clean_text, require_within


class Decision(Labelled):
    """What a person made of a direction. Values are stored: add, never rename."""

    ACCEPTED = "accepted", "In your plan"
    DECLINED = "declined", "Declined"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standpoint:
    """What a person says of their needs in their own words; there is one in a workspace.

    ``answer`` is theirs to what they need from their job, ``why_now`` says why it matters just now. ``said``
    holds, by need, what they would decide once they have said that need aloud; ``directions`` what they made
    of each direction, by its id.
    """

    KIND: ClassVar[str] = "standpoints"
    ID: ClassVar[str] = "standpoint"

    answer: str = ""
    why_now: str = ""
    said: Mapping[str, str] = field(default_factory=dict)
    directions: Mapping[str, Decision] = field(default_factory=dict)
    id: str = ID
    archived: bool = False

    def __post_init__(self) -> None:
        require_within(self.answer, NOTE, name="Your answer")
        require_within(self.why_now, NOTE, name="Your why now")
        for text in self.said.values():
            require_within(text, NOTE, name="What you would decide")


def write_answer(standpoints: Mapping[str, Standpoint], text: str, *, stamp: Stamp) -> list[Change]:
    """Return what brings the person's own answer to what they need up to date."""
    old = _standpoint(standpoints)
    return _changed(standpoints, replace(old, answer=clean_text(text).strip()), stamp)


def write_why_now(standpoints: Mapping[str, Standpoint], text: str, *, stamp: Stamp) -> list[Change]:
    """Return what brings up to date why it matters just now."""
    old = _standpoint(standpoints)
    return _changed(standpoints, replace(old, why_now=clean_text(text).strip()), stamp)


def say_need(standpoints: Mapping[str, Standpoint], need: str, text: str, *, stamp: Stamp) -> list[Change]:
    """Return what brings up to date what the person would decide once ``need`` is said.

    An empty text takes it away.
    """
    old = _standpoint(standpoints)
    said = {id_: words for id_, words in old.said.items() if id_ != need}
    if written := clean_text(text).strip():
        said[need] = written
    return _changed(standpoints, replace(old, said=said), stamp)


def decide_direction(
    standpoints: Mapping[str, Standpoint], direction: str, decision: Decision | None, *, stamp: Stamp
) -> list[Change]:
    """Return the change that accepts or declines a direction; ``None`` leaves it open again.

    Raises :class:`~careerkit.errors.InvalidValueError` for what has been accepted already: it is in the plan.
    """
    old = _standpoint(standpoints)
    if decision is Decision.ACCEPTED and old.directions.get(direction) is Decision.ACCEPTED:
        message = "This direction is in your plan already. Change it there."
        raise InvalidValueError(message)
    directions = {id_: it for id_, it in old.directions.items() if id_ != direction}
    if decision is not None:
        directions[direction] = decision
    return _changed(standpoints, replace(old, directions=directions), stamp)


def _standpoint(standpoints: Mapping[str, Standpoint]) -> Standpoint:
    return standpoints.get(Standpoint.ID, Standpoint())


def _changed(standpoints: Mapping[str, Standpoint], new: Standpoint, stamp: Stamp) -> list[Change]:
    old = standpoints.get(Standpoint.ID)
    if old is not None:
        return updates(old, new, stamp=stamp)
    return [] if new == Standpoint() else [created(new, stamp=stamp)]
