"""The templates of the product: plans to start from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from itertools import count
from types import MappingProxyType
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5

from careerkit.content.demo import demo_entries
from careerkit.content.files import ContentError, entries, parsed, required, text_of_file
from careerkit.content.needs import needs_catalogue
from careerkit.workspace import KINDS, TEMPLATE_ID, Workspace, template_of, with_new_ids

FILE: Final = "templates.toml"

_FIELDS: Final = frozenset({"id", "title", "about"})
_DAY: Final = date(2026, 7, 1)
"""The day on which a template is made: its years are moved anyway when it comes into a plan."""
_IDS: Final = uuid5(NAMESPACE_URL, "careerkit/templates")


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltInTemplate:
    """A template of the product: its ``id``, what it is called and ``about``, and the ``template`` itself."""

    id: str
    title: str
    about: str
    template: Workspace


@cache
def built_in_templates() -> tuple[BuiltInTemplate, ...]:
    """Return every template of the product, in the order in which they are shown.

    Raises :class:`~careerkit.content.files.ContentError`, naming file and entry, when the file is wrong.
    """
    return read_templates(text_of_file(FILE))


def read_templates(text: str) -> tuple[BuiltInTemplate, ...]:
    """Return the templates that the text of such a file describes; see :func:`built_in_templates`."""
    found = entries(parsed(text, file=FILE), "template", file=FILE)
    read = tuple(_template(f"template {at}", entry) for at, entry in enumerate(found, start=1))
    for at, one in enumerate(read, start=1):
        if any(one.id == other.id or one.title == other.title for other in read[: at - 1]):
            rule = f"the id “{one.id}” or the title “{one.title}” is taken"
            raise ContentError(FILE, f"template {at}", rule)
    return read


def _template(where: str, entry: Mapping[str, Any]) -> BuiltInTemplate:
    if set(entry) != _FIELDS:
        raise ContentError(FILE, where, f"it holds exactly {', '.join(sorted(_FIELDS))}")
    texts = {name: required(entry, name, file=FILE, where=where) for name in _FIELDS}
    if texts["id"] not in _PLANS:
        raise ContentError(FILE, where, f"“id” is one of {', '.join(_PLANS)}")
    template = template_of(_PLANS[texts["id"]](), needs=[need.id for need in needs_catalogue()])
    return BuiltInTemplate(**texts, template=_with_lasting_ids(template, texts["id"]))


class _Numbers:
    def __init__(self) -> None:
        self._next = count(1)

    def new(self) -> str:
        return str(next(self._next))


def _demo_plan() -> Workspace:
    collections: dict[str, Any] = {kind: {} for kind in KINDS}
    at = datetime.combine(_DAY, time(12), UTC)
    for entity in demo_entries(ids=_Numbers(), at=at, today=_DAY):
        collections[entity.KIND][entity.id] = entity
    return Workspace(id=TEMPLATE_ID, revision=1, **collections)


def _with_lasting_ids(template: Workspace, template_id: str) -> Workspace:
    """Return a template whose ids follow from what each entry says, not from its place in the file.

    So an entry that is put in between one day takes no other's id in plans that have the template already.
    """
    lasting = {
        it.id: uuid5(_IDS, f"{template_id}/{kind}/{it.title}/{getattr(it, 'year', '')}").hex
        for kind in ("aspirations", "goals", "milestones")
        for it in template.collection(kind).values()
    }
    return with_new_ids(template, template.id, lasting.__getitem__)


_PLANS: Final[Mapping[str, Callable[[], Workspace]]] = MappingProxyType({"tax-accountant": _demo_plan})
"""By id, what makes the plan that a template is taken from."""
