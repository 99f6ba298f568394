from dataclasses import fields
from datetime import date

from careerkit.goals import Milestone, MilestoneKind
from careerkit.review import YearInPlan, YearPast
from careerkit.workspace import KINDS, Workspace
from careerkit.workspace.reading import year_of

TODAY = date(2026, 11, 22)


def test_a_year_reads_every_collection_that_it_has_a_place_for() -> None:
    marks = {kind: {"x": object()} for kind in ("wins", "checkins", "fits", "reviews", "quarter_checks")}
    plan = Workspace(id="w", revision=1, **marks)  # type: ignore[arg-type] # only handed on

    year = year_of(plan, YearInPlan(year=2026, today=TODAY))

    for name in {field.name for field in fields(YearInPlan)} & KINDS.keys():
        assert getattr(year, name) is plan.collection(name)


def test_what_is_known_already_stays_and_full_years_are_those_that_the_plan_points_out() -> None:
    milestones = {
        str(n): Milestone(id=str(n), title="M", year=2027, kind=MilestoneKind.ROLE, weight=5)
        for n in range(3)
    }
    past = YearPast(goals_met=frozenset({"g"}))
    bare = YearInPlan(year=2025, today=TODAY, need_names={"a": "A"}, past=past)

    year = year_of(Workspace(id="w", revision=1, milestones=milestones), bare)

    assert (year.year, year.today, year.need_names, year.past) == (2025, TODAY, {"a": "A"}, past)
    assert year.full_years == {2027: 15}
