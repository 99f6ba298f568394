from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.aspirations import Aspiration
from careerkit.goals import Goal, GoalStatus, Trend, TrendDirection
from careerkit.needs import Assessment, PairAnswer, Rating, Satisfaction, pair_key
from careerkit.workspace import Workspace
from careerkit.workspace.fit_facts import (
    LOW,
    FitWithMarket,
    FitWithMe,
    fit_with_market,
    fit_with_me,
    goals_answering,
)

TODAY = date(2027, 6, 1)
THEN = datetime(2026, 1, 1, tzinfo=UTC)
NEEDS = ("freedom", "mastery", "income", "meaning", "balance")
FIRST = NEEDS[:3]
GROWS = Trend(id="t1", title="Firms sell abroad", on=date(2027, 5, 1), direction=TrendDirection.GROWING)
SHRINKS = replace(GROWS, id="t2", title="Paper returns", direction=TrendDirection.SHRINKING)
OLD = replace(GROWS, id="t3", title="Remote teams", on=date(2026, 1, 1))
GOAL = Goal(id="g", title="Pass", due=date(2028, 1, 1), status=GoalStatus.DOING)
OPEN = [GoalStatus.IDEA, GoalStatus.PLANNED, GoalStatus.DOING]
CLOSED = [GoalStatus.DONE, GoalStatus.DROPPED]


def compared() -> Assessment:
    """A comparison in which each need was kept against all that come after it."""
    answers = {
        pair_key(one, two): PairAnswer(left=one, right=two, kept=one, at=THEN)
        for one, two in combinations(NEEDS, 2)
    }
    return Assessment(id="n", needs=NEEDS, seed=1, started_at=THEN, answers=answers, finished_at=THEN)


def rated(**values: int) -> Satisfaction:
    ratings = {need: Rating(value=value, at=THEN) for need, value in values.items()}
    return Satisfaction(id="s", on=THEN.date(), ratings=ratings)


def plan(*entities: Any) -> Workspace:  # noqa: ANN401 - of any kind
    collections: dict[str, Any] = {}
    for entity in entities:
        collections.setdefault(entity.KIND, {})[entity.id] = entity
    return replace(Workspace(id="mine", revision=1), **collections)


def test_an_empty_plan_has_no_facts() -> None:
    assert fit_with_me(plan()) == FitWithMe()
    assert fit_with_market(plan(), TODAY) == FitWithMarket()


def test_of_the_first_needs_those_are_named_that_nothing_serves() -> None:
    serving = Aspiration(id="a", title="Know it all", needs=frozenset({"mastery"}))
    goal = replace(GOAL, needs=frozenset({"income", "balance"}))

    facts = fit_with_me(plan(compared(), serving, goal))

    assert facts.first == FIRST
    assert facts.unserved == ("freedom",)


def test_what_is_put_away_serves_no_need() -> None:
    away = Aspiration(id="a", title="Know it all", needs=frozenset(NEEDS), archived=True)
    goal = replace(GOAL, needs=frozenset(NEEDS), archived=True)

    assert fit_with_me(plan(compared(), away, goal)).unserved == FIRST


@pytest.mark.parametrize(
    ("status", "unserved"),
    [*[(status, ("mastery", "income")) for status in OPEN], *[(status, FIRST) for status in CLOSED]],
)
def test_only_an_open_goal_serves_a_need_today(status: GoalStatus, unserved: tuple[str, ...]) -> None:
    goal = replace(GOAL, needs=frozenset({"freedom"}), status=status)

    assert fit_with_me(plan(compared(), goal)).unserved == unserved


def test_needs_rated_below_three_are_named_with_their_number_the_lowest_first() -> None:
    facts = fit_with_me(plan(rated(income=2, freedom=LOW, meaning=0, balance=10)))

    assert facts.unmet == (("meaning", 0), ("income", 2))


def test_trends_that_are_stale_unanswered_or_put_away_are_told_apart() -> None:
    answers = replace(GOAL, trends=frozenset({"t1", "t2"}))

    facts = fit_with_market(plan(GROWS, SHRINKS, OLD, replace(OLD, id="t4", archived=True), answers), TODAY)

    assert facts.trends == (GROWS, SHRINKS, OLD)
    assert facts.stale == (OLD,)
    assert facts.unanswered == (OLD,)
    assert facts.shrinking == (answers,)


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (GoalStatus.IDEA, {"answers", "open"}),
        (GoalStatus.PLANNED, {"answers", "open"}),
        (GoalStatus.DOING, {"answers", "open"}),
        (GoalStatus.DONE, {"answers"}),
        (GoalStatus.DROPPED, set()),
    ],
)
def test_a_goal_answers_a_trend_until_it_is_dropped(status: GoalStatus, told: set[str]) -> None:
    goal = replace(GOAL, trends=frozenset({"t2"}), status=status)
    facts = fit_with_market(plan(SHRINKS, goal), TODAY)

    assert goals_answering(plan(SHRINKS, goal), "t2") == ([goal] if "answers" in told else [])
    assert facts.unanswered == (() if "answers" in told else (SHRINKS,))
    assert facts.shrinking == ((goal,) if "open" in told else ())


def test_an_archived_goal_answers_nothing() -> None:
    goal = replace(GOAL, trends=frozenset({"t1"}), archived=True)

    assert goals_answering(plan(GROWS, goal), "t1") == []


@given(
    linked=st.lists(st.frozensets(st.sampled_from(["t1", "t2", "t3"])), max_size=5),
    statuses=st.lists(st.sampled_from(GoalStatus), min_size=5, max_size=5),
)
def test_every_trend_is_either_answered_or_named_as_unanswered(
    linked: list[frozenset[str]], statuses: list[GoalStatus]
) -> None:
    goals = [
        replace(GOAL, id=f"g{at}", trends=trends, status=statuses[at]) for at, trends in enumerate(linked)
    ]
    drawn = plan(GROWS, SHRINKS, OLD, *goals)
    facts = fit_with_market(drawn, TODAY)

    for trend in (GROWS, SHRINKS, OLD):
        assert (trend in facts.unanswered) is (not goals_answering(drawn, trend.id))
    assert set(facts.shrinking) <= set(goals_answering(drawn, "t2"))
