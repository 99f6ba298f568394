"""The needs of the person on show, in their words."""

from careerkit.content import needs_catalogue
from careerkit.needs import Need, active_needs, all_needs
from pages._ui.door import current_workspace
from pages._ui.escape import safe

_GONE = "A need that is gone"


def known_needs() -> tuple[Need, ...]:
    """Return every need, hidden ones included."""
    return all_needs(needs_catalogue(), current_workspace().needs)


def compared_needs() -> tuple[Need, ...]:
    """Return the needs that are compared now."""
    return active_needs(needs_catalogue(), current_workspace().needs)


def need_of(need_id: str) -> Need:
    """Return a need; one that nobody knows any more says so in place of its name."""
    known = (need for need in known_needs() if need.id == need_id)
    return next(known, Need(id=need_id, name=_GONE, about=""))


def named(need_id: str) -> str:
    """Return the name of a need as it stands within a sentence, escaped for Markdown."""
    return safe(in_a_sentence(need_of(need_id)))


def in_a_sentence(need: Need) -> str:
    """Return the name of a need as it stands within a sentence, not yet escaped.

    The product's own begin small there; a name that the person chose stays as they wrote it.
    """
    ours = {known.name for known in needs_catalogue()} | {_GONE}
    return need.name[:1].lower() + need.name[1:] if need.name in ours else need.name
