"""Out as a table and in again: nothing new, nothing lost, no problems, whatever a plan holds."""

from dataclasses import replace
from datetime import date
from typing import TypeVar

from hypothesis import given
from hypothesis import strategies as st

from careerkit.aspirations import Aspiration
from careerkit.export.tables import goals_csv, milestones_csv
from careerkit.goals import Goal, GoalStatus, IfThen, Measure, Milestone, MilestoneKind
from careerkit.intake import Intake, read_goals, read_milestones
from careerkit.intake.identity import title_key
from careerkit.labels import Mark
from careerkit.text import clean_line, clean_text, is_blank
from careerkit.workspace import Workspace, present

E = TypeVar("E", Aspiration, Goal, Milestone)

NEEDS = {"income": "Income", "mastery": "=Mastery", "own": 'Room; to "breathe"'}
ODD = st.sampled_from(list("=+-@\t\r\n'\";,＝＋－＠ abé\u200b🏔"))

texts = st.one_of(st.text(ODD, max_size=30), st.text(max_size=30))
titles = texts.map(lambda text: clean_line(text)[:120]).filter(lambda text: not is_blank(text))
ids = st.from_regex(r"[A-Za-z0-9_-]{1,12}", fullmatch=True)
days = st.dates(min_value=date(1946, 1, 1), max_value=date(2106, 12, 31))
numbers = st.one_of(st.integers(-1_000, 1_000), st.floats(min_value=-1e12, max_value=1e12))


def subsets(names: list[str]) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(names)) if names else st.just(frozenset())


def several(entries: st.SearchStrategy[E]) -> st.SearchStrategy[list[E]]:
    return st.lists(entries, max_size=4, unique_by=lambda entry: entry.id)


@st.composite
def measured(draw: st.DrawFn) -> Measure:
    start, target = draw(st.tuples(numbers, numbers).filter(lambda pair: pair[0] != pair[1]))
    return Measure(start=start, target=target, current=draw(numbers), unit=draw(texts.map(clean_line)))


@st.composite
def goals(draw: st.DrawFn, known: list[str]) -> Goal:
    yes_no = draw(st.booleans())
    due = draw(st.none() | days)
    undated = [GoalStatus.IDEA, GoalStatus.DROPPED]
    written = texts.map(lambda text: clean_text(text).strip())
    said = written.filter(lambda text: not is_blank(text))
    return Goal(
        id=draw(ids),
        title=draw(titles),
        why=draw(written),
        first_step=draw(written),
        measure=None if yes_no else draw(st.none() | measured()),
        due=due,
        aspirations=draw(subsets(known)),
        needs=draw(subsets([*NEEDS, "gone"])),
        status=draw(st.sampled_from(undated if due is None else list(GoalStatus))),
        mark=draw(st.sampled_from(Mark)),
        archived=draw(st.booleans()),
        yes_no=yes_no,
        if_then=draw(st.none() | st.builds(IfThen, obstacle=said, action=said)),
        confidence=draw(st.none() | st.integers(1, 10)),
        by_hand=draw(st.none() | st.integers(0, 100)),
    )


@st.composite
def milestones(draw: st.DrawFn, known: list[str]) -> Milestone:
    on = draw(st.none() | days)
    return Milestone(
        id=draw(ids),
        title=draw(titles),
        year=on.year if on else draw(st.integers(1946, 2106)),
        on=on,
        kind=draw(st.sampled_from(MilestoneKind)),
        goals=draw(subsets(known)),
        done=draw(st.booleans()),
        archived=draw(st.booleans()),
        weight=draw(st.integers(1, 5)),
    )


@st.composite
def plans(draw: st.DrawFn) -> Workspace:
    directions = draw(several(st.builds(Aspiration, id=ids, title=titles, archived=st.booleans())))
    destinations = draw(several(goals([it.id for it in directions])))
    steps = draw(several(milestones([it.id for it in destinations])))
    return Workspace(
        id="mine",
        revision=1,
        aspirations={it.id: it for it in directions},
        goals={it.id: it for it in destinations},
        milestones={it.id: it for it in steps},
    )


@given(plans())
def test_a_plan_that_comes_back_adds_nothing_and_differs_in_nothing(plan: Workspace) -> None:
    goals_back = read_goals(goals_csv(plan, NEEDS), plan, needs=NEEDS)
    milestones_back = read_milestones(milestones_csv(plan), plan)

    assert goals_back == Intake(known=len(present(plan.goals)))
    assert milestones_back == Intake(known=len(present(plan.milestones)))


@given(plans())
def test_a_plan_that_comes_into_an_empty_one_loses_nothing(plan: Workspace) -> None:
    empty = replace(plan, id="theirs", goals={}, milestones={})

    intake = read_goals(goals_csv(plan, NEEDS), empty, needs=NEEDS)
    again = read_goals(
        goals_csv(plan, NEEDS), replace(empty, goals={it.id: it for it in intake.goals}), needs=NEEDS
    )

    assert intake.problems == ()
    for came, ours in zip(intake.goals, present(plan.goals).values(), strict=True):
        links = {"aspirations": frozenset[str](), "needs": ours.needs - {"gone"}}
        wanted = replace(ours, id=came.id, **links)  # type: ignore[arg-type] # two sets of ids
        assert replace(came, aspirations=frozenset()) == wanted
        present_links = [it for it in map(plan.aspirations.get, ours.aspirations) if it and not it.archived]
        linked = {title_key(plan.aspirations[id_].title) for id_ in came.aspirations}
        assert {title_key(it.title) for it in present_links} <= linked
    assert (again.goals, again.known, again.differing) == ((), len(intake.goals), 0)
