from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TypeVar

from hypothesis import given
from hypothesis import strategies as st

from careerkit.aspirations import Aspiration
from careerkit.goals import Goal, GoalStatus, Measure, Milestone, MilestoneKind
from careerkit.labels import Mark
from careerkit.needs import Assessment, PairAnswer
from careerkit.review import Prefill, Review, YearInPlan, YearPast, facts, facts_by_step

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


def test_a_plan_that_says_nothing_yet_says_so_in_one_sentence_and_helps_to_remember() -> None:
    told = {shows: facts(shows, YearInPlan(year=2026, need_names=NAMES)) for shows in Prefill}

    assert told.pop(Prefill.NOTHING) == ()
    assert told == {
        Prefill.NEEDS: (
            "You have not compared your needs yet. For today, name the two or three you would not give up.",
        ),
        Prefill.ASPIRATIONS: (
            "There is no aspiration in your plan yet. Where would you like to be heading, however vaguely?",
        ),
        Prefill.GOALS: (
            "There are no goals in your plan yet. What did you set out to do, written down or not?",
        ),
        Prefill.MILESTONES: ("No milestones planned for 2026.",),
        Prefill.NEXT_MILESTONES: (
            "Nothing planned yet for 2027. Two or three things are plenty to begin with.",
        ),
        Prefill.YEAR: ("Nothing of 2026 is in your plan yet. Your calendar and your photos may help.",),
        Prefill.WINS: (
            "No wins noted for 2026 yet. Think of a day you were glad about, and of thanks you got.",
        ),
        Prefill.SATISFACTION: (
            "You have not said yet how well your needs are met. For today, think of an ordinary week.",
        ),
        Prefill.STRENGTHS: ("No strengths noted yet. Think of what others come to you for.",),
        Prefill.TRENDS: ("No trends noted yet. What did people in your field talk about this year?",),
        Prefill.BALANCE: ("You have not rated Balance yet. For today, think of your last free evening.",),
        Prefill.LESSONS: (
            "This is your first review. What you write here will stand beside the question next time.",
        ),
    }
    assert not any("!" in line for lines in told.values() for line in lines)


def test_only_steps_that_show_something_have_facts(review_2026: object) -> None:
    review = review_2026() if callable(review_2026) else None
    assert isinstance(review, Review)

    assert set(facts_by_step(review, YearInPlan(year=2026))) == {"facts"}


ROWS = st.lists(st.tuples(YEARS, st.booleans(), st.booleans(), st.booleans()), max_size=30)


@given(ROWS, YEARS)
def test_milestone_numbers_equal_an_independent_count(
    rows: list[tuple[int, bool, bool, bool]], year: int
) -> None:
    milestones = {
        str(n): Milestone(
            id=str(n), title=f"M{n}", year=of, kind=MilestoneKind.ROLE, done=done, archived=archived
        )
        for n, (of, done, archived, _) in enumerate(rows)
    }
    left = {str(n): (year, of) for n, (of, _, _, moved) in enumerate(rows) if moved and of > year}
    here = [done for of, done, archived, _ in rows if of == year and not archived]
    moved = len([of for of, _, archived, was_here in rows if was_here and of > year and not archived])
    total, done = len(here) + moved, here.count(True)

    plan = YearInPlan(year=year, milestones=milestones, past=YearPast(milestones_moved=left))
    head, *lines = facts(Prefill.MILESTONES, plan)

    noun = "milestone" if total == 1 else "milestones"
    also = f"{moved} moved, " if moved else ""
    assert head == (
        f"{total} {noun} planned for {year}: {done} done, {also}{len(here) - done} open."
        if total
        else f"No milestones planned for {year}."
    )
    assert [line.split(": ")[0].split(" to ")[0] for line in lines] == [
        *["Done"] * done,
        *["Moved"] * moved,
        *["Open"] * (len(here) - done),
    ]
    assert (head in facts(Prefill.YEAR, plan)) is (total > 0)


GOAL_ROWS = st.lists(
    st.tuples(st.none() | YEARS, st.sampled_from(list(GoalStatus)), st.booleans(), st.booleans()), max_size=30
)


@given(GOAL_ROWS, YEARS)
def test_goal_numbers_equal_an_independent_count(
    rows: list[tuple[int | None, GoalStatus, bool, bool]], year: int
) -> None:
    undated = (GoalStatus.IDEA, GoalStatus.DROPPED)
    rows = [row for row in rows if row[0] is not None or row[1] in undated]
    goals = {
        str(n): Goal(
            id=str(n), title=f"G{n}", due=date(of, 6, 1) if of else None, status=status, archived=archived
        )
        for n, (of, status, archived, _) in enumerate(rows)
    }
    touched = {str(n) for n, row in enumerate(rows) if row[3]}
    past = YearPast(
        goals_moved=dict.fromkeys(touched, (year, 2030)),
        goals_met=frozenset(touched),
        goals_dropped=dict.fromkeys(touched, "Why not"),
    )
    lines = facts(Prefill.GOALS, YearInPlan(year=year, goals=goals, past=past))
    present = [(of, status, hit) for of, status, archived, hit in rows if not archived]
    due = [status for of, status, _ in present if of == year]
    closed = {GoalStatus.DONE, GoalStatus.DROPPED}
    moved = [of for of, status, hit in present if hit and of and of > year and status not in closed]

    told = next((line for line in lines if f" due in {year}: " in line), "").partition(": ")[2].rstrip(".")
    counts = {what: int(number) for number, what in (part.split() for part in told.split(", ") if part)}
    wanted = {status.value: due.count(status) for status in set(due)}
    assert counts == {**wanted, **({"moved": len(moved)} if moved else {})}
    assert len([line for line in lines if line.startswith("Moved to ")]) == len(moved)
    for what, status in (("met", GoalStatus.DONE), ("dropped", GoalStatus.DROPPED)):
        besides = len([1 for of, found, hit in present if hit and of != year and found is status])
        head = f"{besides} goal{'' if besides == 1 else 's'} {what} in {year} without being due in it:"
        assert (head in lines) is (besides > 0)
    listed = [line for line in lines if not line.endswith((":", ".")) and ": G" in line]
    settled_elsewhere = [1 for of, status, hit in present if of != year and status in closed and not hit]
    assert len(listed) == len(present) - len(settled_elsewhere)
