from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from careerkit.change import Actor, Batch, Change, RandomIds, Stamp, created, updates
from careerkit.goals import (
    Goal,
    GoalStatus,
    Milestone,
    MilestoneKind,
    archive_goal,
    move_goal,
    move_milestone,
    set_goal_due,
)
from careerkit.needs import Strength, StrengthDraft, add_strength
from careerkit.store import MEMORY, open_store
from careerkit.workspace import Workspace, redo, undo
from careerkit.workspace.moved import (
    batches_since,
    goals_dropped,
    goals_met,
    goals_moved,
    milestones_moved,
    strengths_added,
    year_past,
)

ME = Actor(id="me", name="Me")
Deed = Callable[[Workspace, Stamp], list[Change]]


def _at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def _plan(*deeds: tuple[date, Deed]) -> Workspace:
    """Return a workspace after each deed was done on its day."""
    store = open_store(MEMORY)
    plan = store.create("mine")
    for number, (day, deed) in enumerate(deeds):
        changes = deed(plan, Stamp(by=ME, at=_at(day)))
        plan = store.apply("mine", changes, seen=plan.revision, commit_id=str(number))
    return plan


def _new(entity: Milestone | Goal) -> Deed:
    return lambda _plan, stamp: [created(entity, stamp=stamp)]


def _to(year: int, id_: str = "m") -> Deed:
    return lambda plan, stamp: move_milestone(plan.milestones, id_, year, stamp=stamp)


def _undo(plan: Workspace, stamp: Stamp) -> list[Change]:
    return undo(plan, stamp=stamp)


def _redo(plan: Workspace, stamp: Stamp) -> list[Change]:
    return redo(plan, stamp=stamp)


def _due(day: date | None) -> Deed:
    return lambda plan, stamp: set_goal_due(plan.goals, "g", day, stamp=stamp)


def _status(status: GoalStatus, reason: str = "") -> Deed:
    return lambda plan, stamp: move_goal(plan.goals, "g", status, stamp=stamp, reason=reason)


MILESTONE = Milestone(id="m", title="Talk", year=2026, kind=MilestoneKind.NETWORK)
GOAL = Goal(id="g", title="Pass", due=date(2026, 9, 1), status=GoalStatus.DOING)
BEFORE, EARLY, LATE, AFTER = date(2025, 6, 1), date(2026, 2, 1), date(2026, 11, 1), date(2027, 1, 15)


def _moved(*deeds: tuple[date, Deed], year: int = 2026) -> dict[str, tuple[int, int]]:
    return milestones_moved(_plan((BEFORE, _new(MILESTONE)), *deeds).history, year)


def test_a_milestone_that_left_the_year_for_a_later_one_has_moved() -> None:
    assert _moved((LATE, _to(2027))) == {"m": (2026, 2027)}
    assert _moved((EARLY, _to(2028)), (LATE, _to(2027))) == {"m": (2026, 2027)}
    assert _moved((AFTER, _to(2027))) == {"m": (2026, 2027)}
    assert _moved((EARLY, _to(2025)), (LATE, _to(2029))) == {"m": (2026, 2029)}


def test_one_that_is_back_or_went_to_an_earlier_year_has_not_moved() -> None:
    assert _moved((EARLY, _to(2027)), (LATE, _to(2026))) == {}
    assert _moved((EARLY, _to(2025))) == {}
    assert _moved() == {}


def test_one_that_was_never_planned_for_the_year_while_it_lasted_has_not_moved() -> None:
    assert _moved((date(2025, 12, 31), _to(2027))) == {}
    assert _moved((date(2025, 8, 1), _to(2028)), (AFTER, _to(2026)), (AFTER, _to(2029))) == {}
    late = _plan((AFTER, _new(MILESTONE)), (AFTER, _to(2027)))
    assert milestones_moved(late.history, 2026) == {}


def test_what_was_undone_does_not_count_and_what_was_done_again_does() -> None:
    assert _moved((EARLY, _to(2027)), (LATE, _undo)) == {}
    assert _moved((EARLY, _to(2027)), (LATE, _undo), (LATE, _redo)) == {"m": (2026, 2027)}
    taken_back = _plan((BEFORE, _new(MILESTONE)), (EARLY, _to(2027)), (LATE, _undo)).history[-1:]
    assert milestones_moved(taken_back, 2027) == {}


def test_the_year_begins_where_the_person_is() -> None:
    plan = _plan((BEFORE, _new(MILESTONE)), (date(2026, 1, 1), _to(2027)))

    assert milestones_moved(plan.history, 2026) == {"m": (2026, 2027)}
    assert milestones_moved(plan.history, 2026, zone=timezone(-timedelta(hours=13))) == {}


STEPS = st.lists(
    st.tuples(st.integers(1, 200), st.none() | st.booleans() | st.integers(2024, 2029)), max_size=14
)


@given(st.integers(0, 900), STEPS)
def test_moved_milestones_equal_a_count_day_by_day(start: int, steps: list[tuple[int, int | None]]) -> None:
    """Undo (``None``) and redo (a bool) take the newest year back and bring it again."""
    day = date(2024, 9, 1) + timedelta(days=start)
    deeds: list[tuple[date, Deed]] = [(day, _new(MILESTONE))]
    held: list[tuple[date, int]] = [(day, 2026)]
    taken: list[tuple[date, int]] = []
    for gap, step in steps:
        day += timedelta(days=gap)
        if step is None:
            if len(held) > 1:
                taken.append(held.pop())
                deeds.append((day, _undo))
        elif isinstance(step, bool):
            if taken:
                held.append(taken.pop())
                deeds.append((day, _redo))
        elif step != held[-1][1]:
            held.append((day, step))
            taken.clear()
            deeds.append((day, _to(step)))
    history = _plan(*deeds).history

    now = held[-1][1]
    for year in (2025, 2026, 2027):
        days = [date(year, 1, 1) + timedelta(days=n) for n in range(366)]
        seen = {
            to
            for of_day in days
            if of_day.year == year
            for known in ([it for it in held if it[0] < of_day], [it for it in held if it[0] <= of_day])
            for _, to in known[-1:]
        }
        assert milestones_moved(history, year) == ({"m": (year, now)} if year in seen and now > year else {})


def test_goals_move_by_the_year_they_are_due_in() -> None:
    def moved(*deeds: tuple[date, Deed]) -> dict[str, tuple[int, int]]:
        return goals_moved(_plan((BEFORE, _new(GOAL)), *deeds).history, 2026)

    assert moved((LATE, _due(date(2027, 3, 1)))) == {"g": (2026, 2027)}
    assert moved((EARLY, _due(date(2026, 12, 31)))) == {}
    assert moved((BEFORE, _due(date(2026, 12, 31))), (LATE, _due(date(2028, 1, 1)))) == {"g": (2026, 2028)}
    assert moved((LATE, _due(date(2027, 3, 1))), (LATE, _undo)) == {}
    idea = replace(GOAL, status=GoalStatus.IDEA)
    undated = _plan((BEFORE, _new(idea)), (LATE, _due(None)))
    assert goals_moved(undated.history, 2026) == {}


def test_a_goal_dropped_in_the_year_is_told_with_its_reason_unless_it_was_taken_up_again() -> None:
    def dropped(*deeds: tuple[date, Deed], year: int = 2026) -> dict[str, str]:
        return goals_dropped(_plan((BEFORE, _new(GOAL)), *deeds).history, year)

    drop = _status(GoalStatus.DROPPED, "Too far away.")
    assert dropped((LATE, drop)) == {"g": "Too far away."}
    assert dropped((LATE, _status(GoalStatus.DROPPED))) == {"g": ""}
    assert dropped((EARLY, drop), (LATE, _status(GoalStatus.DOING))) == {}
    assert dropped((EARLY, drop), (LATE, _undo)) == {}
    assert dropped((AFTER, drop)) == {}
    assert dropped((AFTER, drop), year=2027) == {"g": "Too far away."}
    archived = (LATE, lambda plan, stamp: archive_goal(plan.goals, "g", stamp=stamp))
    assert dropped((EARLY, drop), archived) == {"g": "Too far away."}


def test_a_goal_is_met_in_the_year_in_which_it_was_marked_as_done() -> None:
    done = _status(GoalStatus.DONE)
    met = _plan((BEFORE, _new(GOAL)), (EARLY, done)).history

    assert goals_met(met, 2026) == {"g"}
    assert goals_met(met, 2025) == frozenset()
    again = _plan((BEFORE, _new(GOAL)), (EARLY, done), (LATE, _status(GoalStatus.DOING))).history
    assert goals_met(again, 2026) == frozenset()
    came_in_done = _plan((EARLY, _new(replace(GOAL, status=GoalStatus.DONE)))).history
    assert goals_met(came_in_done, 2026) == frozenset()


def test_strengths_count_for_the_year_in_which_they_were_added() -> None:
    def add(_plan: Workspace, stamp: Stamp) -> list[Change]:
        return add_strength(StrengthDraft(title="Patience"), ids=RandomIds(), stamp=stamp)

    plan = _plan((BEFORE, add), (EARLY, add), (LATE, add), (LATE, _undo))
    second = [*plan.strengths][1]

    assert strengths_added(plan.history, 2026) == {second}


def test_all_of_it_is_read_together() -> None:
    plan = _plan(
        (BEFORE, _new(MILESTONE)),
        (BEFORE, _new(GOAL)),
        (LATE, _to(2027)),
        (LATE, _status(GoalStatus.DROPPED, "Health.")),
    )

    past = year_past(plan.history, 2026)

    assert past.milestones_moved == {"m": (2026, 2027)}
    assert past.goals_dropped == {"g": "Health."}
    assert (past.goals_moved, past.goals_met, past.strengths_added) == ({}, frozenset(), frozenset())


def _batch(revision: int, day: date) -> Batch:
    strength = Strength(id="s", title="S")
    stamp = Stamp(by=ME, at=_at(day))
    [change] = updates(strength, replace(strength, title=str(revision)), stamp=stamp)
    return Batch(revision=revision, commit_id="", changes=(change,))


def test_no_more_of_the_past_is_read_than_the_year_needs_even_when_a_clock_was_wrong() -> None:
    read: list[int] = []

    def past() -> list[Batch]:
        wrong = {900: date(1970, 1, 1), 901: date(2099, 1, 1)}
        return [_batch(n, wrong.get(n, date(2026 if n >= 800 else 2025, 1, 1))) for n in range(1000, 0, -1)]

    def counting() -> Iterator[Batch]:
        for batch in past():
            read.append(batch.revision)
            yield batch

    found = batches_since(counting(), 2026)

    assert [it.revision for it in found] == [*range(700, 1001)]
    assert min(read) == 700
    assert batches_since([], 2026) == []
