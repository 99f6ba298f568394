"""What the demo person found out about her needs: two comparisons, her own words, and what she is good at."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import combinations
from typing import Any, Final

from careerkit.change import Entity, Ids
from careerkit.content.needs import needs_catalogue
from careerkit.labels import Mark
from careerkit.needs import (
    CHECKS,
    Assessment,
    Decision,
    OwnNeed,
    PairAnswer,
    Rating,
    Satisfaction,
    Standpoint,
    Strength,
    pair_key,
    pair_order,
    repeated_pairs,
)

_SEED: Final = 7


def demo_needs(plan: Mapping[str, Any], *, ids: Ids, at: datetime) -> Iterator[Entity]:
    """Yield the entries about needs that the demo file describes, as of the moment ``at`` (UTC)."""
    yield from (OwnNeed(id=id_, **words) for id_, words in plan["need"].items())
    for entry in plan["assessment"]:
        result = _assessment(entry, ids.new(), at)
        yield result
        yield _satisfaction(entry, ids.new(), result)
    standpoint = plan["standpoint"]
    yield Standpoint(
        answer=standpoint["answer"],
        why_now=standpoint["why_now"],
        said=standpoint["said"],
        directions={id_: Decision[made.upper()] for id_, made in standpoint["directions"].items()},
    )
    for entry in plan["strength"]:
        yield Strength(
            id=ids.new(), title=entry["title"], evidence=entry["evidence"], mark=Mark[entry["mark"].upper()]
        )


def _assessment(entry: Mapping[str, Any], id_: str, at: datetime) -> Assessment:
    needs = tuple(need.id for need in needs_catalogue())
    kept = _kept(entry)
    started = at - timedelta(days=entry["days_ago"])
    answers = [
        PairAnswer(
            left=left,
            right=right,
            kept=kept[pair_key(left, right)],
            at=started + timedelta(seconds=entry["seconds_each"] * turn),
        )
        for turn, (left, right) in enumerate(pair_order(needs, _SEED), start=1)
    ]
    last = answers[-1].at
    bare = Assessment(id=id_, needs=needs, seed=_SEED, started_at=started, checks=CHECKS)
    repeated = [
        PairAnswer(left=right, right=left, kept=kept[pair_key(left, right)], at=last)
        for left, right in repeated_pairs(bare)
    ]
    return replace(
        bare,
        answers={answer.key: answer for answer in answers},
        repeats={answer.key: answer for answer in repeated},
        finished_at=last,
    )


def _satisfaction(entry: Mapping[str, Any], id_: str, result: Assessment) -> Satisfaction:
    at = result.finished_at or result.started_at
    ratings = {
        need: Rating(value=value, note=note, at=at) for need, (value, note) in entry["satisfaction"].items()
    }
    return Satisfaction(id=id_, on=at.date(), ratings=ratings)


def _kept(entry: Mapping[str, Any]) -> dict[str, str | None]:
    kept: dict[str, str | None] = {pair_key(*pair): pair[0] for pair in combinations(entry["order"], 2)}
    kept |= {pair_key(*pair): pair[1] for pair in entry["against"]}
    return kept | {pair_key(*pair): None for pair in entry["undecided"]}
