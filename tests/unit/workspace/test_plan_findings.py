from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.aspirations import Aspiration, Vision
from careerkit.content import needs_catalogue
from careerkit.goals import Goal, GoalStatus, Milestone, MilestoneKind
from careerkit.needs import Assessment, OwnNeed, PairAnswer, pair_key
from careerkit.workspace import Workspace
from careerkit.workspace.plan_findings import (
    BALANCE,
    LIMIT,
    LIMIT_WITH_BALANCE,
    PlanFinding,
    PlanFindingKind,
    findings_now,
    plan_findings,
    year_load,
)

TODAY = date(2026, 11, 24)
THEN = datetime(2026, 1, 1, tzinfo=UTC)
DIRECTION = Aspiration(id="a", title="Grow", needs=frozenset({"mastery"}))
GOAL = Goal(
    id="g", title="Pass", due=date(2028, 5, 1), aspirations=frozenset({"a"}), status=GoalStatus.PLANNED
)
STEP = Milestone(id="m", title="Enrol", year=2027, kind=MilestoneKind.ROLE, goals=frozenset({"g"}))


def plan(*entries: Any) -> Workspace:  # noqa: ANN401 - of any kind
    collections: dict[str, Any] = {}
    for entry in entries:
        collections.setdefault(entry.KIND, {})[entry.id] = entry
    return replace(Workspace(id="mine", revision=1), **collections)


def found(
    workspace: Workspace,
    kind: PlanFindingKind,
    *,
    first_needs: tuple[str, ...] = (),
    balance_rank: int | None = None,
) -> list[PlanFinding]:
    findings = plan_findings(workspace, first_needs=first_needs, balance_rank=balance_rank, today=TODAY)
    return [finding for finding in findings if finding.kind is kind]


def years_of(findings: list[PlanFinding]) -> list[int | None]:
    return [finding.year for finding in findings]


def ids_of(findings: list[PlanFinding]) -> list[str]:
    return [finding.entry_id for finding in findings]


def test_a_year_with_no_milestone_and_no_goal_due_is_empty() -> None:
    done = replace(STEP, id="n", year=2029, done=True)
    dropped = replace(GOAL, id="x", due=date(2031, 1, 1), status=GoalStatus.DROPPED)
    away = replace(STEP, id="o", year=2032, archived=True)

    empty = found(plan(GOAL, STEP, done, dropped, away), PlanFindingKind.EMPTY_YEAR)

    assert years_of(empty) == [2026, 2030, 2031, 2032]


@pytest.mark.parametrize(
    ("start", "years"),
    [
        pytest.param(2024, [2026, 2027, 2028, 2029, 2030], id="years-that-are-over-are-left-alone"),
        pytest.param(2028, [2028, 2029, 2030, 2031, 2032, 2033, 2034], id="begins-later"),
        pytest.param(2019, [], id="plan-is-over"),
    ],
)
def test_the_seven_years_are_those_of_the_vision(start: int, years: list[int]) -> None:
    assert years_of(found(plan(Vision(start_year=start)), PlanFindingKind.EMPTY_YEAR)) == years


def test_an_aspiration_that_serves_no_need_is_an_orphan() -> None:
    orphan = Aspiration(id="b", title="Speak")
    away = replace(orphan, id="c", archived=True)

    assert ids_of(found(plan(DIRECTION, orphan, away), PlanFindingKind.ORPHAN_ASPIRATION)) == ["b"]


def test_a_goal_that_serves_neither_an_aspiration_nor_a_need_is_an_orphan() -> None:
    orphan = replace(GOAL, id="o", aspirations=frozenset())
    lost = replace(GOAL, id="l", aspirations=frozenset({"put-away"}))
    goals = [
        GOAL,
        orphan,
        lost,
        replace(orphan, id="needed", needs=frozenset({"income"})),
        replace(orphan, id="done", status=GoalStatus.DONE),
        replace(orphan, id="dropped", status=GoalStatus.DROPPED),
        replace(orphan, id="away", archived=True),
    ]

    workspace = plan(DIRECTION, replace(DIRECTION, id="put-away", archived=True), *goals)

    assert ids_of(found(workspace, PlanFindingKind.ORPHAN_GOAL)) == ["o", "l"]


def test_a_milestone_that_serves_nothing_present_is_an_orphan() -> None:
    milestones = [
        STEP,
        replace(STEP, id="o", goals=frozenset()),
        replace(STEP, id="l", goals=frozenset({"put-away"})),
        replace(STEP, id="done", goals=frozenset(), done=True),
        replace(STEP, id="away", goals=frozenset(), archived=True),
    ]

    workspace = plan(GOAL, replace(GOAL, id="put-away", archived=True), *milestones)

    assert ids_of(found(workspace, PlanFindingKind.ORPHAN_MILESTONE)) == ["o", "l"]


def test_what_serves_a_re_filed_entry_is_no_orphan() -> None:
    was_aspiration = plan(
        replace(DIRECTION, archived=True), Goal(id="a", title="Grow", needs=frozenset({"n"})), GOAL
    )
    was_goal = plan(Aspiration(id="g", title="Pass"), replace(GOAL, archived=True), STEP)

    assert not found(was_aspiration, PlanFindingKind.ORPHAN_GOAL)
    assert not found(was_goal, PlanFindingKind.ORPHAN_MILESTONE)


def test_the_load_of_a_year_adds_weights_of_open_milestones_and_two_for_each_open_goal() -> None:
    workspace = plan(
        replace(STEP, weight=5),
        replace(STEP, id="n", weight=4),
        replace(STEP, id="done", weight=3, done=True),
        replace(STEP, id="away", weight=3, archived=True),
        replace(STEP, id="other-year", year=2028, weight=3),
        replace(GOAL, due=date(2027, 1, 1)),
        replace(GOAL, id="idea", due=date(2027, 12, 31), status=GoalStatus.IDEA),
        replace(GOAL, id="done", due=date(2027, 1, 1), status=GoalStatus.DONE),
        replace(GOAL, id="dropped", due=date(2027, 1, 1), status=GoalStatus.DROPPED),
        Goal(id="undated", title="Some day"),
    )

    assert [year_load(workspace, year) for year in (2026, 2027, 2028)] == [0, 13, 3]


@pytest.mark.parametrize(
    ("load", "balance_rank", "full", "with_balance"),
    [
        pytest.param(12, None, False, False, id="at-the-limit"),
        pytest.param(13, None, True, False, id="above"),
        pytest.param(13, 4, True, False, id="balance-is-not-among-the-first"),
        pytest.param(12, 4, False, False, id="balance-comes-fourth"),
        pytest.param(8, 1, False, False, id="at-the-lower-limit"),
        pytest.param(9, 3, True, True, id="above-the-lower-limit"),
    ],
)
def test_a_year_is_full_above_its_limit_which_is_lower_when_balance_comes_first(
    load: int,
    balance_rank: int | None,
    full: bool,  # noqa: FBT001 - what is expected
    with_balance: bool,  # noqa: FBT001 - what is expected
) -> None:
    workspace = plan(*(replace(STEP, id=str(at)) for at in range(load)))

    overload = found(workspace, PlanFindingKind.OVERLOAD, balance_rank=balance_rank)

    expected = PlanFinding(kind=PlanFindingKind.OVERLOAD, year=2027, count=load, with_balance=with_balance)
    assert overload == ([expected] if full else [])


def test_this_year_and_any_later_one_may_be_full_but_none_that_is_over() -> None:
    years = (2025, 2026, 2040)
    workspace = plan(*(replace(STEP, id=f"{year}-{at}", year=year) for year in years for at in range(13)))

    assert years_of(found(workspace, PlanFindingKind.OVERLOAD)) == [2026, 2040]


def test_a_first_need_that_nothing_open_serves_is_pointed_out() -> None:
    workspace = plan(
        DIRECTION,
        replace(DIRECTION, id="away", needs=frozenset({"income"}), archived=True),
        replace(GOAL, needs=frozenset({"freedom"})),
        replace(GOAL, id="done", needs=frozenset({"security"}), status=GoalStatus.DONE),
    )
    first = ("security", "mastery", "freedom", "income")

    unserved = found(workspace, PlanFindingKind.FIRST_NEED_UNSERVED, first_needs=first)

    assert ids_of(unserved) == ["security", "income"]


def test_findings_come_by_kind_with_needs_first() -> None:
    workspace = plan(
        Aspiration(id="b", title="Speak"),
        replace(GOAL, aspirations=frozenset()),
        *(replace(STEP, id=str(at), goals=frozenset(), weight=5) for at in range(3)),
    )
    findings = plan_findings(workspace, first_needs=("income",), balance_rank=None, today=TODAY)

    assert list(dict.fromkeys(finding.kind for finding in findings)) == list(PlanFindingKind)


def compared(*order: str) -> Assessment:
    """Return a finished comparison in which each need was kept against all that follow it."""
    answers = {
        pair_key(one, two): PairAnswer(left=one, right=two, kept=one, at=THEN)
        for one, two in combinations(order, 2)
    }
    return Assessment(id="n", needs=order, seed=1, started_at=THEN, answers=answers, finished_at=THEN)


def test_findings_now_take_the_order_of_needs_from_the_latest_result() -> None:
    milestones = [replace(STEP, id=str(at)) for at in range(9)]
    result = compared("income", "mastery", BALANCE, "meaning")

    findings = findings_now(plan(DIRECTION, GOAL, result, *milestones), TODAY)

    kinds = {PlanFindingKind.FIRST_NEED_UNSERVED, PlanFindingKind.OVERLOAD}
    assert [finding for finding in findings if finding.kind in kinds] == [
        PlanFinding(kind=PlanFindingKind.FIRST_NEED_UNSERVED, entry_id="income"),
        PlanFinding(kind=PlanFindingKind.FIRST_NEED_UNSERVED, entry_id=BALANCE),
        PlanFinding(kind=PlanFindingKind.OVERLOAD, year=2027, count=9, with_balance=True),
    ]


@pytest.mark.parametrize(
    "more",
    [
        pytest.param((), id="never-compared"),
        pytest.param((compared("mastery", "income", "meaning", BALANCE),), id="balance-comes-last"),
        pytest.param(
            (
                compared(BALANCE, "mastery", "income", "meaning"),
                OwnNeed(id=BALANCE, hidden=True),
            ),
            id="balance-is-hidden-since",
        ),
    ],
)
def test_findings_now_know_balance_only_when_it_is_compared_and_comes_first(more: tuple[Any, ...]) -> None:
    milestones = [replace(STEP, id=str(at)) for at in range(9)]

    findings = findings_now(plan(*more, *milestones), TODAY)

    assert PlanFindingKind.OVERLOAD not in {finding.kind for finding in findings}
    assert BALANCE not in {finding.entry_id for finding in findings}


def test_balance_is_the_need_of_the_catalogue() -> None:
    assert [need.name for need in needs_catalogue() if need.id == BALANCE] == ["Balance"]


years = st.integers(2024, 2034)
milestones = st.builds(
    Milestone,
    id=st.uuids().map(str),
    title=st.just("Step"),
    year=years,
    kind=st.just(MilestoneKind.ROLE),
    weight=st.integers(1, 5),
    done=st.booleans(),
    archived=st.booleans(),
)


@given(st.lists(milestones), st.none() | st.integers(1, 8))
def test_a_year_is_never_both_empty_and_full_and_the_load_is_the_one_that_is_told(
    entries: list[Milestone], balance_rank: int | None
) -> None:
    workspace = plan(*entries)
    empty = set(years_of(found(workspace, PlanFindingKind.EMPTY_YEAR)))
    full = found(workspace, PlanFindingKind.OVERLOAD, balance_rank=balance_rank)

    assert empty.isdisjoint(years_of(full))
    for finding in full:
        assert finding.year is not None
        assert finding.count == year_load(workspace, finding.year)
        assert finding.count > (LIMIT_WITH_BALANCE if finding.with_balance else LIMIT)
