from datetime import UTC, datetime, timedelta, timezone

from careerkit.aspirations import Aspiration, LevelStep, StepKind
from careerkit.goals import Goal, Milestone, MilestoneKind
from careerkit.labels import Mark
from careerkit.review import Prefill, YearInPlan, YearPast, facts

NEW_YEAR = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)


def _step(kind: StepKind, at: datetime) -> LevelStep:
    return LevelStep(kind=kind, before="Own cases", after="A team", reason="They asked.", at=at)


def test_levels_of_the_year_and_what_was_retired_in_it_are_told() -> None:
    raised = Aspiration(
        id="a",
        title="Lead",
        steps=(
            _step(StepKind.RAISE, NEW_YEAR - timedelta(days=365)),
            _step(StepKind.SIDEWAYS, NEW_YEAR),
        ),
    )
    retired = Aspiration(
        id="b",
        title="Own a shop",
        mark=Mark.PRIVATE,
        archived=True,
        steps=(_step(StepKind.RETIRE, NEW_YEAR),),
    )
    archived = Aspiration(id="c", title="Put away", archived=True)
    plans = {it.id: it for it in (raised, retired, archived)}

    assert facts(Prefill.ASPIRATIONS, YearInPlan(year=2026, aspirations=plans)) == (
        "Your plan has 1 aspiration.",
        "Lead · no goals · stepped sideways on 31 Dec 2026 to “A team”",
        "Retired in 2026: Own a shop (kept private)",
    )
    east = timezone(timedelta(hours=1))
    assert facts(Prefill.ASPIRATIONS, YearInPlan(year=2026, zone=east, aspirations=plans)) == (
        "Your plan has 1 aspiration.",
        "Lead · no goals · raised on 1 Jan 2026 to “A team”",
    )


def test_milestones_that_moved_stand_between_those_done_and_those_open() -> None:
    milestones = (
        Milestone(id="1", title="Enrol", year=2026, kind=MilestoneKind.QUALIFICATION),
        Milestone(id="2", title="Talk", year=2028, kind=MilestoneKind.NETWORK),
        Milestone(id="3", title="Course", year=2026, kind=MilestoneKind.TRAINING, done=True),
        Milestone(id="4", title="Came back", year=2026, kind=MilestoneKind.ROLE, done=True),
        Milestone(id="5", title="Gone", year=2027, kind=MilestoneKind.ROLE, archived=True),
    )
    plan = YearInPlan(
        year=2026,
        milestones={it.id: it for it in milestones},
        past=YearPast(milestones_moved={"2": (2026, 2028), "4": (2026, 2027), "5": (2026, 2027)}),
    )

    assert facts(Prefill.MILESTONES, plan) == (
        "4 milestones planned for 2026: 2 done, 1 moved, 1 open.",
        "Done: Course (training)",
        "Done: Came back (role)",
        "Moved to 2028: Talk (network)",
        "Open: Enrol (qualification)",
    )


def test_a_milestone_that_serves_only_what_is_private_is_private_too() -> None:
    goals = {
        "g": Goal(id="g", title="Leave", mark=Mark.PRIVATE),
        "h": Goal(id="h", title="Stay"),
    }
    serving = {"1": "g", "2": "gh", "3": "", "4": "?"}
    milestones = {
        id_: Milestone(id=id_, title=f"M{id_}", year=2027, kind=MilestoneKind.ROLE, goals=frozenset(served))
        for id_, served in serving.items()
    }

    told = facts(Prefill.NEXT_MILESTONES, YearInPlan(year=2026, goals=goals, milestones=milestones))

    assert ["(kept private)" in line for line in told[1:]] == [True, False, False, False]
