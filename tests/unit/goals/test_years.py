from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from careerkit.goals import (
    Goal,
    GoalStatus,
    Milestone,
    MilestoneKind,
    goals_due_in,
    lanes,
)
from careerkit.goals.years import goals_outside


def _step(id_: str, year: int, *, archived: bool = False) -> Milestone:
    return Milestone(id=id_, title=id_, year=year, kind=MilestoneKind.ROLE, archived=archived)


def _by_id(*milestones: Milestone) -> dict[str, Milestone]:
    return {milestone.id: milestone for milestone in milestones}


def test_each_of_the_seven_years_has_its_lane_even_when_it_is_empty() -> None:
    sorted_ = lanes(_by_id(_step("b", 2027), _step("a", 2027), _step("c", 2032)), 2026)

    assert list(sorted_.years) == [2026, 2027, 2028, 2029, 2030, 2031, 2032]
    assert [step.id for step in sorted_.years[2027]] == ["b", "a"]
    assert sorted_.years[2026] == ()


def test_milestones_outside_of_the_seven_years_are_not_lost() -> None:
    sorted_ = lanes(_by_id(_step("late", 2033), _step("old", 2025), _step("older", 2020)), 2026)

    assert [step.id for step in sorted_.earlier] == ["older", "old"]
    assert [step.id for step in sorted_.later] == ["late"]


@given(st.lists(st.tuples(st.integers(1950, 2100), st.booleans())), st.integers(1950, 2100))
def test_each_milestone_out_of_the_archive_stands_in_exactly_one_place(
    years: list[tuple[int, bool]], start_year: int
) -> None:
    steps = _by_id(*(_step(f"m{at}", year, archived=away) for at, (year, away) in enumerate(years)))

    sorted_ = lanes(steps, start_year)

    places = [*sorted_.earlier, *(step for lane in sorted_.years.values() for step in lane), *sorted_.later]
    assert sorted(step.id for step in places) == sorted(s.id for s in steps.values() if not s.archived)


def test_goals_due_in_a_year_come_by_date_without_dropped_and_archived_ones() -> None:
    def goal(id_: str, due: date, status: GoalStatus = GoalStatus.DONE, *, archived: bool = False) -> Goal:
        return Goal(id=id_, title=id_, due=due, status=status, archived=archived)

    goals = {
        "b": goal("b", date(2027, 12, 31)),
        "a": goal("a", date(2027, 1, 1)),
        "c": goal("c", date(2027, 5, 5), GoalStatus.DROPPED),
        "d": goal("d", date(2027, 5, 5), archived=True),
        "e": goal("e", date(2028, 1, 1)),
    }

    assert [g.id for g in goals_due_in(goals, 2027)] == ["a", "b"]


def test_goals_outside_of_the_seven_years_stand_before_or_after_them_by_date() -> None:
    def goal(id_: str, due: date | None, *, archived: bool = False) -> Goal:
        return Goal(id=id_, title=id_, due=due, archived=archived)

    goals = {
        "late": goal("late", date(2106, 12, 31)),
        "next": goal("next", date(2033, 1, 1)),
        "last": goal("last", date(2032, 12, 31)),
        "first": goal("first", date(2026, 1, 1)),
        "old": goal("old", date(2025, 12, 31)),
        "oldest": goal("oldest", date(1946, 1, 1)),
        "away": goal("away", date(2040, 1, 1), archived=True),
        "some day": goal("some day", None),
    }

    earlier, later = goals_outside(goals, 2026)

    assert [it.id for it in earlier] == ["oldest", "old"]
    assert [it.id for it in later] == ["next", "late"]
