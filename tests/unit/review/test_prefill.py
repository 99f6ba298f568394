from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TypeVar

from hypothesis import given
from hypothesis import strategies as st

from careerkit.aspirations import Aspiration
from careerkit.goals import Goal, GoalStatus, Measure, Milestone, MilestoneKind
from careerkit.labels import Mark
from careerkit.needs import Assessment, PairAnswer
from careerkit.review import Prefill, Review, YearInPlan, facts, facts_by_step

E = TypeVar("E", Goal, Milestone, Aspiration)
NAMES = {"mastery": "Mastery", "balance": "Balance", "income": "Income"}
YEARS = st.integers(2024, 2029)


def _by_id(*entities: E) -> Mapping[str, E]:
    return {entity.id: entity for entity in entities}


def _goal(title: str, status: GoalStatus, due: date | None, measure: Measure | None = None) -> Goal:
    return Goal(id=title, title=title, status=status, due=due, measure=measure)


def _assessment(*, at: datetime) -> Assessment:
    kept = [("mastery", "balance", "mastery"), ("balance", "income", "balance"), ("mastery", "income", None)]
    answers = [PairAnswer(left=left, right=right, kept=keep, at=at) for left, right, keep in kept]
    return Assessment(
        id="a",
        needs=tuple(NAMES),
        seed=1,
        started_at=at,
        answers={answer.key: answer for answer in answers},
        finished_at=at,
    )


def test_milestones_are_counted_and_named_done_ones_first() -> None:
    plan = YearInPlan(
        year=2026,
        milestones=_by_id(
            Milestone(id="1", title="Enrol", year=2026, kind=MilestoneKind.QUALIFICATION),
            Milestone(id="2", title="Give a talk", year=2026, kind=MilestoneKind.NETWORK, done=True),
            Milestone(id="3", title="Later", year=2027, kind=MilestoneKind.ROLE),
            Milestone(id="4", title="Gone", year=2026, kind=MilestoneKind.ROLE, archived=True),
        ),
    )

    assert facts(Prefill.MILESTONES, plan) == (
        "2 milestones planned for 2026: 1 done, 1 open.",
        "Done: Give a talk (network)",
        "Open: Enrol (qualification)",
    )
    assert facts(Prefill.NEXT_MILESTONES, plan) == (
        "1 milestone planned for 2027 so far:",
        "Open: Later (role)",
        "1 milestone of 2026 still open:",
        "Open: Enrol (qualification)",
    )


def test_goals_of_the_year_come_with_measure_and_date() -> None:
    papers = Measure(start=0, target=4, current=3, unit="papers")
    plan = YearInPlan(
        year=2026,
        goals=_by_id(
            _goal("Pass CPA part 2", GoalStatus.DOING, date(2026, 12, 12), papers),
            _goal("Pass CPA part 1", GoalStatus.DONE, date(2026, 5, 1)),
            _goal("Write the article", GoalStatus.PLANNED, date(2025, 3, 1)),
            _goal("Long done", GoalStatus.DONE, date(2025, 3, 1)),
            _goal("Lead the desk", GoalStatus.PLANNED, date(2029, 1, 31)),
            _goal("Teach", GoalStatus.IDEA, None),
            _goal("Let go", GoalStatus.DROPPED, None),
        ),
    )

    assert facts(Prefill.GOALS, plan) == (
        "2 goals due in 2026: 1 done, 1 doing.",
        "Done: Pass CPA part 1 · due 1 May 2026",
        "Doing: Pass CPA part 2 · 3 of 4 papers · due 12 Dec 2026",
        "1 goal still open from earlier years:",
        "Planned: Write the article · due 1 Mar 2025",
        "1 goal due later:",
        "Planned: Lead the desk · due 31 Jan 2029",
        "1 idea without a date:",
        "Idea: Teach",
    )


def test_aspirations_come_with_needs_and_goals_and_say_when_they_are_private() -> None:
    expert = Aspiration(id="x", title="Be the expert", needs=frozenset({"balance", "mastery", "own"}))
    own = Aspiration(id="y", title="Work for myself", mark=Mark.PRIVATE)
    done = Goal(id="g", title="G", due=date(2026, 1, 1), status=GoalStatus.DONE, aspirations=frozenset({"x"}))

    plan = YearInPlan(year=2026, need_names=NAMES, aspirations=_by_id(expert, own), goals=_by_id(done))

    assert facts(Prefill.ASPIRATIONS, plan) == (
        "Your plan has 2 aspirations.",
        "Be the expert · serves Mastery, Balance and own · 1 goal, 1 done",
        "Work for myself (kept private) · no goals",
    )


def test_needs_come_in_order_with_the_date_where_the_person_is() -> None:
    result = _assessment(at=datetime(2026, 11, 22, 23, 30, tzinfo=UTC))
    plan = YearInPlan(
        year=2026, zone=timezone(timedelta(hours=14)), need_names=NAMES, assessments={"a": result}
    )

    assert facts(Prefill.NEEDS, plan) == (
        "Your order on 23 Nov 2026:",
        "1. Mastery, kept in 1.5 of 2 pairs",
        "2. Balance, kept in 1 of 2 pairs",
        "3. Income, kept in 0.5 of 2 pairs",
    )


def test_an_empty_plan_is_told_as_empty() -> None:
    plan = YearInPlan(year=2026)

    assert {shows: facts(shows, plan) for shows in Prefill} == {
        Prefill.NOTHING: (),
        Prefill.NEEDS: ("You have not compared your needs yet.",),
        Prefill.ASPIRATIONS: ("There is no aspiration in your plan yet.",),
        Prefill.GOALS: ("No goals due in 2026.",),
        Prefill.MILESTONES: ("No milestones planned for 2026.",),
        Prefill.NEXT_MILESTONES: ("Nothing planned yet for 2027.",),
    }


def test_only_steps_that_show_something_have_facts(review_2026: object) -> None:
    review = review_2026() if callable(review_2026) else None
    assert isinstance(review, Review)

    assert set(facts_by_step(review, YearInPlan(year=2026))) == {"facts"}


@given(st.lists(st.tuples(YEARS, st.booleans(), st.booleans()), max_size=30), YEARS)
def test_milestone_numbers_equal_an_independent_count(rows: list[tuple[int, bool, bool]], year: int) -> None:
    milestones = {
        str(n): Milestone(
            id=str(n), title=f"M{n}", year=of, kind=MilestoneKind.ROLE, done=done, archived=archived
        )
        for n, (of, done, archived) in enumerate(rows)
    }
    total = len([row for row in rows if row[0] == year and not row[2]])
    done = len([row for row in rows if row[0] == year and row[1] and not row[2]])

    head, *lines = facts(Prefill.MILESTONES, YearInPlan(year=year, milestones=milestones))

    noun = "milestone" if total == 1 else "milestones"
    assert head == (
        f"{total} {noun} planned for {year}: {done} done, {total - done} open."
        if total
        else f"No milestones planned for {year}."
    )
    assert [line.startswith("Done: ") for line in lines] == [True] * done + [False] * (total - done)


@given(st.lists(st.tuples(YEARS, st.sampled_from(list(GoalStatus)), st.booleans()), max_size=30), YEARS)
def test_goal_numbers_equal_an_independent_count(rows: list[tuple[int, GoalStatus, bool]], year: int) -> None:
    goals = {
        str(n): Goal(id=str(n), title=f"G{n}", due=date(of, 6, 1), status=status, archived=archived)
        for n, (of, status, archived) in enumerate(rows)
    }
    head, *lines = facts(Prefill.GOALS, YearInPlan(year=year, goals=goals))
    present = [(of, status) for of, status, archived in rows if not archived]
    due = [status for of, status in present if of == year]

    for status in GoalStatus:
        told = f" {due.count(status)} {status.value}"
        assert (told in head.partition(":")[2]) is (status in due)
    settled = (GoalStatus.DONE, GoalStatus.DROPPED)
    expected = len(due) + len([1 for of, status in present if of != year and status not in settled])
    assert len([line for line in lines if " · due " in line]) == expected
