"""What the demo person's years collected: wins, quarterly checks, and a question of her own."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any, Final

from careerkit.change import Entity, Ids
from careerkit.labels import Mark
from careerkit.review import OwnQuestion, QuarterCheck, Win, quarter_of

_QUARTERS: Final = 4
_INTO_QUARTER: Final = 40
"""So many days after it began, a quarter is looked back on."""


def demo_year(
    plan: Mapping[str, Any], *, ids: Ids, today: date, strengths: Mapping[str, str]
) -> Iterator[Entity]:
    """Yield the entries that the demo file describes; ``strengths`` are the ids of strengths by title."""
    for entry in plan["win"]:
        yield Win(
            id=ids.new(),
            title=entry["title"],
            on=_day(entry, today),
            evidence=entry["evidence"],
            needs=frozenset(entry["needs"]),
            strengths=frozenset(strengths[title] for title in entry.get("strengths", ())),
            mark=Mark[entry["mark"].upper()],
        )
    for entry in plan["quarter_check"]:
        yield _check(entry, today)
    for entry in plan["own_question"]:
        yield OwnQuestion(id=ids.new(), **entry)


def _day(entry: Mapping[str, Any], today: date) -> date:
    if "day" in entry:
        return date(today.year + entry["year"], *entry["day"])
    return today - timedelta(days=entry["days_ago"])


def _check(entry: Mapping[str, Any], today: date) -> QuarterCheck:
    year, quarter = quarter_of(today)
    year, before = divmod(year * _QUARTERS + quarter - 1 - entry["quarters_ago"], _QUARTERS)
    quarter = before + 1
    return QuarterCheck(
        id=f"quarter-{year}-{quarter}",  # as a check has it that is made on its page
        year=year,
        quarter=quarter,
        on=date(year, 3 * before + 1, 1) + timedelta(days=_INTO_QUARTER),
        answers=entry["answers"],
    )
