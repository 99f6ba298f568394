"""What a person can bring beside what a company asks for, with the words that meet."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from careerkit.aspirations import Aspiration
from careerkit.goals import Goal
from careerkit.interview.asks import asks_of
from careerkit.interview.choice import (
    Plan,
    Sayable,
    kept_private,
    said_here,
    sayable_aspirations,
    sayable_goals,
    sayable_strengths,
)
from careerkit.interview.kin import Kin, Shared, shared_words
from careerkit.interview.model import Application, Ask, Origin
from careerkit.needs import Strength

_MOST: Final = 4
"""Entries that are shown for one thing a company asks for, besides those chosen by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bringable:
    """Something a person can bring into an answer: ``words`` are what it is compared by."""

    origin: Origin
    id: str
    title: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """An entry that answers something a company asks for, and why: words that meet, or by hand."""

    entry: Bringable
    shared: tuple[Shared, ...] = ()
    by_hand: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing a company asks for, with what answers it, the best first; perhaps nothing."""

    ask: Ask
    matches: tuple[Match, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """Both sides beside each other.

    ``rows`` are what the company asks for, ``unasked`` is what can be said and meets none of it; ``private``
    is kept private, and ``said_here`` is private and may be said in this one application.
    """

    rows: tuple[Row, ...] = ()
    unasked: tuple[Bringable, ...] = ()
    private: tuple[Sayable, ...] = ()
    said_here: tuple[Sayable, ...] = ()

    @property
    def unmet(self) -> tuple[Ask, ...]:
        """What the company asks for and the plan has nothing for."""
        return tuple(row.ask for row in self.rows if not row.matches)


def bringable(plan: Plan, application: Application, needs: Mapping[str, str]) -> tuple[Bringable, ...]:
    """Return what may be said in this application; ``needs`` are names by id."""
    entries: Iterable[Sayable] = (
        *sayable_aspirations(plan, application).values(),
        *sayable_goals(plan, application).values(),
        *sayable_strengths(plan, application).values(),
    )
    return (*map(_of_entry, entries), *_of_needs(needs))


def aligned(plan: Plan, application: Application, *, needs: Mapping[str, str], kin: Kin) -> Alignment:
    """Return what this application asks for beside what the person can bring.

    ``needs`` are the names of the needs that may be said, by id. No number says how well it fits: words that
    meet are shown, and the person judges. Sentences without a common word stay apart unless the person says
    that they belong together.
    """
    entries = bringable(plan, application, needs)
    rows = tuple(
        Row(ask=ask, matches=tuple(_matches(ask, entries, kin))) for ask in asks_of(plan.asks, application.id)
    )
    met = {match.entry.id for row in rows for match in row.matches}
    return Alignment(
        rows=rows,
        unasked=tuple(entry for entry in entries if entry.id not in met),
        private=kept_private(plan, application),
        said_here=said_here(plan, application),
    )


def _of_entry(entry: Sayable) -> Bringable:
    match entry:
        case Aspiration():
            origin, more = Origin.ASPIRATION, entry.why
        case Goal():
            origin, more = Origin.GOAL, entry.why
        case Strength():
            origin, more = Origin.STRENGTH, entry.evidence
    return Bringable(origin=origin, id=entry.id, title=entry.title, words=f"{entry.title}. {more}")


def _of_needs(needs: Mapping[str, str]) -> Iterator[Bringable]:
    for id_, name in needs.items():
        yield Bringable(origin=Origin.NEED, id=id_, title=name, words=name)


def _matches(ask: Ask, entries: Iterable[Bringable], kin: Kin) -> Iterator[Match]:
    theirs = f"{ask.title}. {ask.quote}" if _is_mostly(ask.title, ask.quote) else ask.title
    chosen = ask.answered_by | ask.needs
    found = [(entry, shared_words(theirs, entry.words, kin)) for entry in entries]
    yield from (
        Match(entry=entry, shared=shared, by_hand=True) for entry, shared in found if entry.id in chosen
    )
    meeting = [(entry, shared) for entry, shared in found if _meets(entry, shared) and entry.id not in chosen]
    meeting.sort(key=lambda it: _nearness(*it), reverse=True)
    yield from (Match(entry=entry, shared=shared) for entry, shared in meeting[:_MOST])


def _is_mostly(title: str, quote: str) -> bool:
    """Say whether a quotation is about what is asked, rather than about other things as well."""
    return len(quote) <= 2 * len(title)


def _meets(entry: Bringable, shared: tuple[Shared, ...]) -> bool:
    """Say whether the words in common are more than chance: one in the title, or two anywhere."""
    return len(shared) > 1 or any(pair.yours in entry.title for pair in shared)


def _nearness(entry: Bringable, shared: tuple[Shared, ...]) -> tuple[int, int]:
    return sum(pair.yours in entry.title for pair in shared), len(shared)
