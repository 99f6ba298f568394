"""The demo person: an invented plan to look around with."""

from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from typing import Any, Final

from careerkit.aspirations import VISION_PARTS, Vision
from careerkit.change import Change, Entity, Ids, Stamp, created
from careerkit.content.demo_interview import demo_interview
from careerkit.content.demo_needs import demo_needs
from careerkit.content.demo_plan import demo_plan
from careerkit.content.demo_review import demo_review
from careerkit.content.demo_year import demo_year
from careerkit.content.files import parsed, text_of_file
from careerkit.needs import Strength
from careerkit.workspace import Profile

FILE: Final = "demo.toml"


def demo_changes(*, ids: Ids, stamp: Stamp, today: date) -> list[Change]:
    """Return what fills an empty workspace with Amina, a tax accountant on her way to the CPA.

    Her dates and years lie around ``today``. Links point at entries that are created before them.
    """
    return [created(entity, stamp=stamp) for entity in demo_entries(ids=ids, at=stamp.at, today=today)]


def demo_entries(*, ids: Ids, at: datetime, today: date) -> Iterator[Entity]:
    """Yield Amina's entries as of the moment ``at`` (UTC) of the day ``today``; see :func:`demo_changes`."""
    plan = _plan()
    yield Profile(name=plan["person"]["name"], demo=True)
    parts = {name: plan["vision"][name] for name in VISION_PARTS}
    yield Vision(start_year=today.year + plan["vision"]["start_year"], **parts)
    needs = [*demo_needs(plan, ids=ids, at=at)]
    written = demo_plan(plan, ids=ids, at=at, today=today)
    strengths = {it.title: it.id for it in needs if isinstance(it, Strength)}
    entries = [*needs, *written.entries, *demo_year(plan, ids=ids, today=today, strengths=strengths)]
    yield from entries
    yield demo_review(plan["review"], written, entries, today=today)
    yield from demo_interview(plan, {**written.aspirations, **written.goals}, ids=ids, today=today)


@cache
def _plan() -> dict[str, Any]:
    return parsed(text_of_file(FILE), file=FILE)
