"""What a company asks for: noted, and answered from the plan."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from careerkit.change import (
    Change,
    Ids,
    Stamp,
    archived,
    created,
    present_entry,
    require_member,
    restored_entry,
    updates,
)
from careerkit.interview.model import Application, Ask, AskKind
from careerkit.text import clean_line, clean_text


@dataclass(frozen=True, slots=True, kw_only=True)
class AskDraft:
    """What a person notes of what a company asks for; ``quote`` is how the posting says it."""

    title: str
    kind: str = AskKind.SKILL
    quote: str = ""


def asks_of(asks: Mapping[str, Ask], application_id: str) -> tuple[Ask, ...]:
    """Return what one application asks for, archived ones left out, in the order it was noted."""
    return tuple(ask for ask in asks.values() if ask.application_id == application_id and not ask.archived)


def add_asks(
    applications: Mapping[str, Application],
    asks: Mapping[str, Ask],
    application_id: str,
    drafts: Sequence[AskDraft],
    *,
    ids: Ids,
    stamp: Stamp,
) -> list[Change]:
    """Note what a company asks for; what is noted already is left out.

    Raises ``EntryGoneError`` when the application is gone, ``InvalidValueError`` for a draft that says
    nothing or is of no known kind.
    """
    present_entry(applications, application_id, noun="application")
    known = {ask.title.lower() for ask in asks_of(asks, application_id)}
    changes = []
    for draft in drafts:
        new = Ask(
            id=ids.new(),
            application_id=application_id,
            title=clean_line(draft.title),
            kind=require_member(AskKind, draft.kind, noun="kind"),
            quote=clean_text(draft.quote).strip(),
        )
        if new.title.lower() not in known:
            known.add(new.title.lower())
            changes.append(created(new, stamp=stamp))
    return changes


def edit_ask(asks: Mapping[str, Ask], ask_id: str, draft: AskDraft, *, stamp: Stamp) -> list[Change]:
    """Return what brings a noted ask in line with ``draft``; nothing when they are alike."""
    old = present_entry(asks, ask_id, noun="thing the company asks for")
    new = replace(
        old,
        title=clean_line(draft.title),
        kind=require_member(AskKind, draft.kind, noun="kind"),
        quote=clean_text(draft.quote).strip(),
    )
    return updates(old, new, stamp=stamp)


def answer_ask(
    asks: Mapping[str, Ask],
    ask_id: str,
    *,
    answered_by: Collection[str],
    needs: Collection[str] = (),
    stamp: Stamp,
) -> list[Change]:
    """Note which entries of the plan, and which needs, answer what the company asks for."""
    old = present_entry(asks, ask_id, noun="thing the company asks for")
    new = replace(old, answered_by=frozenset(answered_by), needs=frozenset(needs))
    return updates(old, new, stamp=stamp)


def archive_ask(asks: Mapping[str, Ask], ask_id: str, *, stamp: Stamp) -> list[Change]:
    """Put away something a company asks for."""
    return [archived(present_entry(asks, ask_id, noun="thing the company asks for"), stamp=stamp)]


def restore_ask(asks: Mapping[str, Ask], ask_id: str, *, stamp: Stamp) -> list[Change]:
    """Bring it back; nothing when it is already there."""
    return restored_entry(asks, ask_id, noun="thing the company asks for", stamp=stamp)
