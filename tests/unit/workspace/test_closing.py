from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

from careerkit.change import Actor, Batch, Stamp, created, inverse, updates
from careerkit.goals import Goal, GoalStatus, Milestone, MilestoneKind, move_goal
from careerkit.labels import Mark
from careerkit.needs import Assessment, PairAnswer, Rating, Satisfaction
from careerkit.review import (
    About,
    Choice,
    DecidedEntry,
    Decision,
    Prefill,
    Reason,
    Review,
    ReviewStep,
    YearInPlan,
    YearPicture,
)
from careerkit.workspace import Workspace
from careerkit.workspace.closing import closing_of, decided_entries, title_of, year_picture

ACTOR = Actor(id="me", name="Me")
AT = datetime(2026, 6, 1, tzinfo=UTC)
NAMES = {"mastery": "Mastery", "income": "Income", "own": "Income"}
YEAR = YearInPlan(year=2026, need_names=NAMES)


def goal(id_: str, status: GoalStatus, due: date | None = date(2026, 5, 1), **more: Any) -> Goal:  # noqa: ANN401
    return Goal(id=id_, title=id_.title(), status=status, due=due, **more)


def milestone(id_: str, year: int = 2026, **more: Any) -> Milestone:  # noqa: ANN401 - any field
    return Milestone(id=id_, title=id_.title(), year=year, kind=MilestoneKind.ROLE, **more)


def drop(entry_id: str, choice: Choice = Choice.DROP, note: str = "") -> Decision:
    parts = ("One", "Two") if choice is Choice.SPLIT else ()
    return Decision(
        about=About.GOAL, entry_id=entry_id, choice=choice, reason=Reason.LIFE, note=note, parts=parts
    )


def review(*decisions: Decision, year: int = 2026, followed: bool = True) -> Review:
    return Review(
        id=f"review-{year}-1",
        year=year,
        steps=(ReviewStep(id="goals", title="Goals", asks="Still yours?", shows=Prefill.GOALS),),
        started_on=date(year, 12, 1),
        decisions={it.key: it for it in decisions},
        applied=frozenset(it.key for it in decisions if followed),
    )


def plan_of(*entries: Any, batches: tuple[Batch, ...] = ()) -> Workspace:  # noqa: ANN401 - of any kind
    collections: dict[str, dict[str, Any]] = {}
    for entry in entries:
        collections.setdefault(entry.KIND, {})[entry.id] = entry
    return Workspace(id="mine", revision=1, history=batches, **collections)


def dropped_on(at: datetime, id_: str, reason: str, revision: int = 1) -> Batch:
    was = {id_: goal(id_, GoalStatus.DOING)}
    changes = move_goal(was, id_, GoalStatus.DROPPED, stamp=Stamp(by=ACTOR, at=at), reason=reason)
    return Batch(revision=revision, commit_id=str(revision), changes=tuple(changes))


def picture(plan: Workspace, of: Review | None = None, year: YearInPlan = YEAR) -> YearPicture:
    return year_picture(plan, of or review(), year)


def test_an_empty_plan_has_an_empty_picture() -> None:
    assert picture(plan_of()) == YearPicture()


def test_needs_stand_in_the_order_of_the_latest_comparison_by_name() -> None:
    answer = PairAnswer(left="income", right="mastery", kept="mastery", at=AT)
    made = Assessment(
        id="x",
        needs=("income", "mastery"),
        seed=1,
        answers={answer.key: answer},
        started_at=AT,
        finished_at=AT,
    )

    assert picture(plan_of(made)).needs == ("Mastery", "Income")


def test_the_latest_rating_of_each_need_counts_and_equal_names_stay_apart() -> None:
    then = Satisfaction(
        id="a", on=AT.date(), ratings={"mastery": Rating(value=2, at=AT), "income": Rating(value=9, at=AT)}
    )
    later = AT + timedelta(days=9)
    now = Satisfaction(
        id="b",
        on=later.date(),
        ratings={"mastery": Rating(value=6, at=later), "own": Rating(value=1, at=later)},
    )

    assert picture(plan_of(then, now)).satisfaction == {"Mastery": 6, "Income": 9, "Income (2)": 1}


def test_goals_due_in_the_year_are_met_or_open() -> None:
    later = date(2027, 1, 1)
    plan = plan_of(
        goal("met", GoalStatus.DONE),
        goal("doing", GoalStatus.DOING, mark=Mark.PRIVATE),
        goal("idea", GoalStatus.IDEA),
        goal("away", GoalStatus.DONE, archived=True),
        goal("next", GoalStatus.DONE, later),
        goal("dateless", GoalStatus.IDEA, None),
    )

    seen = picture(plan)

    assert seen.met == ("Met",)
    assert seen.open == ("Doing (kept private)", "Idea")


def test_milestones_of_the_year_are_counted_as_done_and_planned() -> None:
    plan = plan_of(
        milestone("a", done=True),
        milestone("b"),
        milestone("c", archived=True),
        milestone("d", year=2027, done=True),
    )

    assert picture(plan).milestones == (1, 2)


def test_what_the_review_dropped_has_its_reason_whenever_it_was_due() -> None:
    plan = plan_of(
        goal("one", GoalStatus.DROPPED, date(2029, 1, 1)),
        goal("two", GoalStatus.DROPPED, None),
        batches=(dropped_on(AT, "one", "From the history."),),
    )
    of = review(drop("one", note="Twins."), drop("two", Choice.SPLIT))

    assert picture(plan, of).dropped == {"One": "My life. Twins.", "Two": "My life."}


def test_other_dropped_goals_have_the_reason_of_the_history() -> None:
    plan = plan_of(
        goal("one", GoalStatus.DROPPED, date(2029, 1, 1)),
        goal("two", GoalStatus.DROPPED),
        goal("three", GoalStatus.DROPPED, date(2025, 1, 1)),
        batches=(dropped_on(AT, "one", "No market."),),
    )

    assert picture(plan).dropped == {"One": "No market.", "Two": ""}


def test_what_only_the_past_knows_counts_too() -> None:
    year = replace(YEAR, past=replace(YEAR.past, goals_dropped={"one": "Long ago."}))

    assert picture(plan_of(goal("one", GoalStatus.DROPPED, None)), year=year).dropped == {"One": "Long ago."}


def test_a_goal_is_dropped_in_one_year_only() -> None:
    plan = plan_of(
        goal("earlier", GoalStatus.DROPPED),
        goal("reviewed", GoalStatus.DROPPED),
        replace(review(drop("reviewed"), year=2025), finished_on=date(2026, 1, 5)),
        batches=(dropped_on(AT.replace(year=2025), "earlier", "Then."), dropped_on(AT, "reviewed", "R.", 2)),
    )

    assert picture(plan).dropped == {}


def test_the_year_of_a_drop_is_that_of_the_place() -> None:
    new_year = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    plan = plan_of(goal("one", GoalStatus.DROPPED, None), batches=(dropped_on(new_year, "one", "Late."),))
    east = replace(YEAR, zone=timezone(timedelta(hours=1)))

    assert picture(plan).dropped == {"One": "Late."}
    assert picture(plan, year=east).dropped == {}


def test_a_drop_that_was_taken_back_does_not_count() -> None:
    first = dropped_on(AT, "one", "First.")
    back = Batch(
        revision=2,
        commit_id="2",
        changes=tuple(inverse(it, stamp=Stamp(by=ACTOR, at=AT), undoes=1) for it in first.changes),
    )

    plan = plan_of(goal("one", GoalStatus.DROPPED, date(2027, 1, 1)), batches=(first, back))

    assert picture(plan).dropped == {}


def test_equal_titles_of_dropped_goals_stay_apart() -> None:
    plan = plan_of(goal("one", GoalStatus.DROPPED), replace(goal("two", GoalStatus.DROPPED), title="One"))

    assert picture(plan).dropped == {"One": "", "One (2)": ""}


def test_entries_that_were_decided_about_are_named_and_private_ones_marked() -> None:
    plan = plan_of(
        goal("secret", GoalStatus.DOING, mark=Mark.PRIVATE),
        goal("open", GoalStatus.DOING),
        milestone("hidden", goals=frozenset({"secret"})),
        milestone("shown", goals=frozenset({"secret", "open"})),
    )
    about = [("secret", About.GOAL), ("hidden", About.MILESTONE), ("shown", About.MILESTONE)]
    keep = [Decision(about=kind, entry_id=id_, choice=Choice.KEEP) for id_, kind in about]
    added = Decision(
        about=About.MILESTONE, entry_id="new", choice=Choice.ADD, parts=("Find a mentor",), year=2027
    )

    assert decided_entries(plan, review(*keep, added, drop("gone"))) == {
        "goals-secret": DecidedEntry(title="Secret", private=True),
        "milestones-hidden": DecidedEntry(title="Hidden", private=True),
        "milestones-shown": DecidedEntry(title="Shown"),
        "milestones-new": DecidedEntry(title="Find a mentor"),
    }
    assert title_of(plan, drop("gone")) == ""


def test_a_review_is_closed_with_facts_picture_and_names() -> None:
    plan = plan_of(goal("open", GoalStatus.DOING))
    of = review(drop("open"), followed=False)
    year = replace(YEAR, goals=plan.goals)

    closing = closing_of(plan, of, year, date(2027, 12, 1))

    assert any("Open" in line for line in closing.facts["goals"])
    assert closing.picture == picture(plan, of)
    assert closing.entries == {"goals-open": DecidedEntry(title="Open")}
    assert closing.next_on == date(2027, 12, 1)


def test_a_goal_that_came_in_as_dropped_counts_by_its_date() -> None:
    stamp = Stamp(by=ACTOR, at=AT)
    old = goal("old", GoalStatus.DROPPED, date(2024, 1, 1))
    batch = Batch(revision=1, commit_id="1", changes=(created(old, stamp=stamp),))
    renamed = Batch(
        revision=2, commit_id="2", changes=tuple(updates(old, replace(old, title="Older"), stamp=stamp))
    )

    assert picture(plan_of(old, batches=(batch, renamed))).dropped == {}
