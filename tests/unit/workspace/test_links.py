from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from careerkit.aspirations import Aspiration
from careerkit.change import Actor, ConflictError, Stamp, created, updates
from careerkit.goals import CheckIn, Goal, Milestone, MilestoneKind, Trend, TrendDirection
from careerkit.store import MEMORY, open_store
from careerkit.workspace import KINDS, LINKS, Workspace, broken_links, kinds_linked_to, rekeyed

STAMP = Stamp(by=Actor(id="me", name="Me"), at=datetime(2026, 1, 2, tzinfo=UTC))
DAY = date(2026, 5, 1)
FAIR = Milestone(id="m", title="Fair", year=2027, kind=MilestoneKind.NETWORK)
PLAN = Workspace(
    id="theirs",
    revision=1,
    aspirations={"a": Aspiration(id="a", title="Grow")},
    trends={"t": Trend(id="t", title="Firms sell abroad", on=DAY, direction=TrendDirection.GROWING)},
    goals={"g": Goal(id="g", title="Pass", aspirations=frozenset({"a"}), trends=frozenset({"t"}))},
    checkins={"c": CheckIn(id="c", goal="g", on=DAY, note="Half way.")},
    milestones={
        "m": replace(FAIR, goals=frozenset({"g"}), series="m"),
        "n": replace(FAIR, id="n", year=2028, series="m"),
        "o": replace(FAIR, id="o"),
    },
)


def broken(plan: Workspace) -> list[tuple[str, str]]:
    return [(entity.id, field) for entity, field in broken_links(plan, KINDS)]


def test_every_link_leads_from_a_field_to_a_kind_that_exists() -> None:
    for kind, fields in LINKS.items():
        assert set(fields) <= KINDS[kind].__dataclass_fields__.keys()
        assert set(fields.values()) <= KINDS.keys()


def test_an_empty_id_points_at_nothing_and_is_not_broken() -> None:
    assert broken(PLAN) == []
    assert PLAN.milestones["o"].series == ""


@pytest.mark.parametrize(
    ("without", "left_hanging"),
    [
        ("aspirations", [("g", "aspirations")]),
        ("trends", [("g", "trends")]),
        ("goals", [("m", "goals"), ("c", "goal")]),
        ("milestones", []),
    ],
)
def test_a_link_to_what_is_not_there_is_found(without: str, left_hanging: list[tuple[str, str]]) -> None:
    nothing: Any = {without: {}}

    assert broken(replace(PLAN, **nothing)) == left_hanging


def test_a_series_whose_first_milestone_is_gone_is_found() -> None:
    rest = {id_: it for id_, it in PLAN.milestones.items() if id_ != "m"}

    assert broken(replace(PLAN, milestones=rest)) == [("n", "series")]


def test_what_links_to_a_kind_is_known_from_both_ends() -> None:
    assert kinds_linked_to({"milestones"}) == {"milestones"}
    assert kinds_linked_to({"trends"}) == {"trends", "goals"}
    assert kinds_linked_to({"goals"}) == {"goals", "checkins", "milestones", "answers"}


def test_in_another_workspace_a_series_and_a_check_in_still_lead_to_the_same_entries() -> None:
    moved = rekeyed(PLAN, "mine")

    assert broken(moved) == []
    assert not moved.milestones.keys() & PLAN.milestones.keys()
    first, second, alone = moved.milestones.values()
    assert (first.series, second.series, alone.series) == (first.id, first.id, "")
    [checkin], [goal] = moved.checkins.values(), moved.goals.values()
    assert checkin.goal == goal.id
    assert goal.trends == moved.trends.keys()


def test_a_series_that_begins_with_nothing_is_not_saved() -> None:
    store = open_store(MEMORY)
    store.create("mine")
    store.apply("mine", [created(FAIR, stamp=STAMP)], seen=1, commit_id="fair")
    changes = updates(FAIR, replace(FAIR, series="gone"), stamp=STAMP)

    with pytest.raises(ConflictError, match="“Fair” points at something that is no longer there"):
        store.apply("mine", changes, seen=2, commit_id="series")
