from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from careerkit.change import Actor, Batch, Change, Entity, Stamp, archived, created, removed, updates
from careerkit.goals import CheckIn, Goal, GoalStatus, Milestone, MilestoneKind
from careerkit.workspace import Workspace
from careerkit.workspace.stale import last_touched, stale_goals

TODAY = date(2026, 6, 1)
GOAL = Goal(id="g", title="Write", due=date(2027, 1, 1), status=GoalStatus.DOING)
OTHER = replace(GOAL, id="h")
CHECK_IN = CheckIn(id="c", goal="g", on=date(2025, 1, 1), note="Went on")


def _ago(days: int) -> date:
    return TODAY - timedelta(days)


def _stamp(days: int) -> Stamp:
    at = datetime(2026, 6, 1, 12, tzinfo=UTC) - timedelta(days)
    return Stamp(by=Actor(id="ada", name="Ada"), at=at)


def _plan(*entities: Any, history: list[Change] | None = None) -> Workspace:  # noqa: ANN401 - of any kind
    collections: dict[str, Any] = {}
    for entity in entities:
        collections.setdefault(entity.KIND, {})[entity.id] = entity
    batches = [
        Batch(revision=at, commit_id=f"{at}", changes=(change,))
        for at, change in enumerate(sorted(history or [], key=lambda change: change.at), start=1)
    ]
    return Workspace(id="mine", revision=1, history=tuple(batches), **collections)


def _noise(days: int) -> Change:
    """A change that is about no goal."""
    step = Milestone(id="m", title="m", year=2027, kind=MilestoneKind.ROLE, goals=frozenset({"g"}))
    return created(step, stamp=_stamp(days))


def test_a_goal_was_last_touched_by_its_newest_change() -> None:
    (moved,) = updates(replace(GOAL, status=GoalStatus.PLANNED), GOAL, stamp=_stamp(40))

    plan = _plan(GOAL, OTHER, history=[created(GOAL, stamp=_stamp(300)), moved, _noise(1)])

    assert last_touched(plan) == {"g": _ago(40), "h": None}


def test_a_check_in_touches_its_goal_when_it_is_made_and_on_its_day() -> None:
    made = created(CHECK_IN, stamp=_stamp(10))

    assert last_touched(_plan(GOAL, CHECK_IN, history=[made]))["g"] == _ago(10)
    assert last_touched(_plan(GOAL, CHECK_IN))["g"] == date(2025, 1, 1)


def test_a_check_in_that_is_changed_archived_or_removed_touches_its_goal() -> None:
    (changed,) = updates(CHECK_IN, replace(CHECK_IN, note="Went well"), stamp=_stamp(9))
    away = replace(CHECK_IN, archived=True)

    assert last_touched(_plan(GOAL, CHECK_IN, history=[changed]))["g"] == _ago(9)
    assert last_touched(_plan(GOAL, away, history=[archived(CHECK_IN, stamp=_stamp(8))]))["g"] == _ago(8)
    assert last_touched(_plan(GOAL, history=[removed(CHECK_IN, stamp=_stamp(7))]))["g"] == _ago(7)


def test_an_archived_check_in_tells_no_day_of_its_own() -> None:
    assert last_touched(_plan(GOAL, replace(CHECK_IN, archived=True)))["g"] is None


def test_archived_and_removed_goals_are_left_out() -> None:
    plan = _plan(
        replace(GOAL, archived=True),
        replace(CHECK_IN, goal="gone"),
        history=[created(OTHER, stamp=_stamp(1))],
    )

    assert last_touched(plan) == {}
    assert stale_goals(plan, TODAY) == []


def test_stale_goals_come_with_the_one_longest_untouched_first() -> None:
    fresh, idea = replace(GOAL, id="f"), replace(GOAL, id="i", status=GoalStatus.PLANNED)
    history = [
        created(GOAL, stamp=_stamp(91)),
        created(OTHER, stamp=_stamp(200)),
        created(fresh, stamp=_stamp(90)),
        created(idea, stamp=_stamp(300)),
    ]

    assert stale_goals(_plan(GOAL, OTHER, fresh, idea, history=history), TODAY) == [OTHER, GOAL]


def test_a_goal_that_the_history_does_not_know_counts_from_its_beginning() -> None:
    assert stale_goals(_plan(GOAL, history=[_noise(91), _noise(1)]), TODAY) == [GOAL]
    assert stale_goals(_plan(GOAL, history=[_noise(90), _noise(1)]), TODAY) == []


def test_without_any_history_nothing_is_said_of_a_goal() -> None:
    assert stale_goals(_plan(GOAL), TODAY) == []


@given(st.lists(st.tuples(st.sampled_from("gh"), st.integers(0, 400)), max_size=8), st.integers(0, 400))
def test_one_more_touch_never_makes_a_goal_stale(touches: list[tuple[str, int]], days: int) -> None:
    entities: dict[str, Entity] = {"g": GOAL, "h": OTHER}
    history = [_noise(500), *(created(entities[id_], stamp=_stamp(ago)) for id_, ago in touches)]

    before = stale_goals(_plan(GOAL, OTHER, history=history), TODAY)
    after = stale_goals(_plan(GOAL, OTHER, history=[*history, created(GOAL, stamp=_stamp(days))]), TODAY)

    assert {goal.id for goal in after} <= {goal.id for goal in before}
