"""A person's own set of needs: the product's, in their words where they like, and their own beside them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Final

from careerkit.change import Change, Ids, Stamp, created, updates
from careerkit.errors import InvalidValueError
from careerkit.needs.model import Need
from careerkit.text import clean_line, require_text, require_within

FEWEST_ACTIVE: Final = 7
"""With fewer needs, hardly any order can be told from chance: of six, only one without a circle."""
MOST_ACTIVE: Final = 10
"""Ten needs make 45 pairs, about as many as a person compares in one sitting."""
NAME: Final = 40
"""Longest name of a need, in characters: it stands on buttons."""
SENTENCE: Final = 300
"""Longest description or example of a need, in characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnNeed:
    """What a person made of a need of the product (the same ``id``), or a need they added.

    An empty ``name``, ``about`` or ``example`` stands for the product's. A ``hidden`` need is not compared.
    """

    KIND: ClassVar[str] = "needs"

    id: str
    name: str = ""
    about: str = ""
    example: str = ""
    hidden: bool = False
    archived: bool = False

    def __post_init__(self) -> None:
        require_within(self.name, NAME, name="The name of the need")
        require_within(self.about, SENTENCE, name="The description of the need")
        require_within(self.example, SENTENCE, name="The example of the need")


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedDraft:
    """What a person enters for a need."""

    name: str
    about: str = ""
    example: str = ""


def all_needs(catalogue: Sequence[Need], own: Mapping[str, OwnNeed]) -> tuple[Need, ...]:
    """Return every need in the person's words, hidden ones included: the product's, then their own."""
    known = {need.id for need in catalogue}
    added = [it for id_, it in own.items() if id_ not in known and not it.archived]
    return (
        *(_in_own_words(need, own.get(need.id)) for need in catalogue),
        *(Need(id=it.id, name=it.name, about=it.about, example=it.example) for it in added),
    )


def active_needs(catalogue: Sequence[Need], own: Mapping[str, OwnNeed]) -> tuple[Need, ...]:
    """Return the needs that are compared, in the person's words."""
    return tuple(need for need in all_needs(catalogue, own) if not _is_hidden(need.id, own))


def hidden_needs(catalogue: Sequence[Need], own: Mapping[str, OwnNeed]) -> tuple[Need, ...]:
    """Return the needs that are not compared, in the person's words."""
    return tuple(need for need in all_needs(catalogue, own) if _is_hidden(need.id, own))


def add_need(
    catalogue: Sequence[Need], own: Mapping[str, OwnNeed], draft: NeedDraft, *, ids: Ids, stamp: Stamp
) -> list[Change]:
    """Return the change that adds a need of the person's own.

    Raises :class:`~careerkit.errors.InvalidValueError` without a name, for a name that is taken, and when ten
    are compared already.
    """
    _require_room(catalogue, own)
    new = _filled(OwnNeed(id=ids.new()), draft)
    require_text(new.name, ask="Give the need a name.")
    _require_free(new.name, all_needs(catalogue, own), new.id)
    return [created(new, stamp=stamp)]


def word_need(
    catalogue: Sequence[Need], own: Mapping[str, OwnNeed], need_id: str, draft: NeedDraft, *, stamp: Stamp
) -> list[Change]:
    """Return what puts a need into the person's own words; its answers stay with it.

    Raises :class:`~careerkit.errors.InvalidValueError` for a need that does not exist, without a name, and
    for a name that is taken.
    """
    _require_known(catalogue, own, need_id)
    require_text(clean_line(draft.name), ask="Give the need a name.")
    _require_free(clean_line(draft.name), all_needs(catalogue, own), need_id)
    product = next((need for need in catalogue if need.id == need_id), Need(id=need_id, name="", about=""))
    differs = NeedDraft(
        name="" if clean_line(draft.name) == product.name else draft.name,
        about="" if clean_line(draft.about) == product.about else draft.about,
        example="" if clean_line(draft.example) == product.example else draft.example,
    )
    return _changed(own, need_id, _filled(own.get(need_id, OwnNeed(id=need_id)), differs), stamp)


def hide_need(
    catalogue: Sequence[Need], own: Mapping[str, OwnNeed], need_id: str, *, stamp: Stamp
) -> list[Change]:
    """Return the change after which a need is not compared any more; what was answered about it is kept.

    Raises :class:`~careerkit.errors.InvalidValueError` for a need that does not exist, and when only seven
    are compared.
    """
    _require_known(catalogue, own, need_id)
    old = own.get(need_id, OwnNeed(id=need_id))
    if not old.hidden and len(active_needs(catalogue, own)) <= FEWEST_ACTIVE:
        message = (
            f"At least {FEWEST_ACTIVE} needs are compared: with fewer, an order is hard to tell from chance. "
            "Show or add another one first."
        )
        raise InvalidValueError(message)
    return _changed(own, need_id, replace(old, hidden=True), stamp)


def show_need(
    catalogue: Sequence[Need], own: Mapping[str, OwnNeed], need_id: str, *, stamp: Stamp
) -> list[Change]:
    """Return the change after which a need is compared again.

    Raises :class:`~careerkit.errors.InvalidValueError` for a need that does not exist, and when ten are
    compared already.
    """
    _require_known(catalogue, own, need_id)
    old = own.get(need_id, OwnNeed(id=need_id))
    if old.hidden:
        _require_room(catalogue, own)
    return _changed(own, need_id, replace(old, hidden=False), stamp)


def _changed(own: Mapping[str, OwnNeed], need_id: str, new: OwnNeed, stamp: Stamp) -> list[Change]:
    old = own.get(need_id)
    if old is not None:
        return updates(old, new, stamp=stamp)
    return [] if new == OwnNeed(id=need_id) else [created(new, stamp=stamp)]


def _filled(need: OwnNeed, draft: NeedDraft) -> OwnNeed:
    return replace(
        need,
        name=clean_line(draft.name),
        about=clean_line(draft.about),
        example=clean_line(draft.example),
    )


def _in_own_words(need: Need, own: OwnNeed | None) -> Need:
    if own is None:
        return need
    reworded = bool(own.name or own.about)  # what the product says beside it may no longer fit
    return replace(
        need,
        name=own.name or need.name,
        about=own.about or need.about,
        example=own.example or need.example,
        ordinary="" if reworded else need.ordinary,
        once_said="" if own.name else need.once_said,
    )


def _is_hidden(need_id: str, own: Mapping[str, OwnNeed]) -> bool:
    return need_id in own and own[need_id].hidden


def _require_known(catalogue: Sequence[Need], own: Mapping[str, OwnNeed], need_id: str) -> None:
    if need_id not in {need.id for need in all_needs(catalogue, own)}:
        message = "This need is gone. Was it removed in another tab?"
        raise InvalidValueError(message)


def _require_room(catalogue: Sequence[Need], own: Mapping[str, OwnNeed]) -> None:
    if len(active_needs(catalogue, own)) >= MOST_ACTIVE:
        message = (
            f"You compare {MOST_ACTIVE} needs already, and more pairs would tire anyone. Hide one first."
        )
        raise InvalidValueError(message)


def _require_free(name: str, needs: Sequence[Need], need_id: str) -> None:
    if any(need.name.casefold() == name.casefold() and need.id != need_id for need in needs):
        message = f"There is a need called “{name}” already. Choose another name."
        raise InvalidValueError(message)
