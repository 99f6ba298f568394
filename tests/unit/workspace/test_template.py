import json
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.aspirations import LAST_START, VISION_PARTS, Aspiration, LevelStep, StepKind, Vision
from careerkit.change import Action, Actor, Change, Entity, Stamp, archived, created
from careerkit.errors import InvalidValueError
from careerkit.goals import (
    CheckIn,
    Fit,
    FitAnswer,
    FitSide,
    Goal,
    GoalStatus,
    IfThen,
    Measure,
    Milestone,
    MilestoneKind,
    Trend,
    TrendDirection,
)
from careerkit.interview import Answer, Application, Asked, answer_id
from careerkit.labels import Mark
from careerkit.moments import FIRST_YEAR, LAST_YEAR
from careerkit.needs import OwnNeed, Rating, Satisfaction, Standpoint, Strength
from careerkit.store import MEMORY, open_store, read_backup
from careerkit.store.backup import template_file
from careerkit.workspace import KINDS, Profile, Workspace, additions, broken_links, undo
from careerkit.workspace.template import template_changes, template_in_words, template_of

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)
STAMP = Stamp(by=Actor(id="me", name="Me"), at=NOW)
DAY = NOW.date()
NEEDS = ("mastery", "income")
OWN = "5" * 32
QUIET, GROW, DREAM = (f"{number:032x}" for number in (1, 2, 3))
PASS, SPEAK, SAVE, LAW = (f"{number:032x}" for number in (11, 12, 13, 14))
EXAM, FAIR, AGAIN, LATER, PARTY = (f"{number:032x}" for number in (21, 22, 23, 24, 25))
STEP = LevelStep(kind=StepKind.RAISE, before="Trainee", after="Adviser", reason="They asked.", at=NOW)

ENTRIES: tuple[Entity, ...] = (
    Profile(name="Zoë"),
    Vision(start_year=2026, role="Head of audit", growth="Patience"),
    OwnNeed(id=OWN, name="Quiet"),
    Trend(id="t", title="Firms sell abroad", on=DAY, direction=TrendDirection.GROWING),
    Aspiration(
        id=GROW,
        title="Grow",
        why="It is fun",
        needs=frozenset({"mastery", OWN}),
        path="expert",
        level="Adviser",
        next_level="Head",
        steps=(STEP,),
    ),
    Aspiration(id=DREAM, title="Leave", mark=Mark.PRIVATE),
    Aspiration(id=QUIET, title="Put away", archived=True),
    Goal(
        id=PASS,
        title="Pass",
        why="The licence",
        first_step="Book it",
        measure=Measure(start=1, target=4, current=3, unit="papers"),
        due=date(2028, 2, 29),
        aspirations=frozenset({GROW, DREAM, QUIET}),
        needs=frozenset({"income", OWN}),
        status=GoalStatus.DOING,
        if_then=IfThen(obstacle="The busy season", action="Study before work"),
        confidence=7,
        trends=frozenset({"t"}),
        by_hand=40,
    ),
    Goal(id=SPEAK, title="Speak", yes_no=True),
    Goal(id=SAVE, title="Save", mark=Mark.PRIVATE),
    Goal(id=LAW, title="Study law", status=GoalStatus.DROPPED),
    CheckIn(id="c", goal=PASS, on=DAY, value=3, note="Nearly."),
    Fit(id="f", on=DAY, side=FitSide.ME, answer=FitAnswer.YES),
    Milestone(
        id=EXAM,
        title="Exam",
        year=2027,
        kind=MilestoneKind.QUALIFICATION,
        goals=frozenset({PASS, LAW}),
        done=True,
        weight=3,
    ),
    Milestone(id=FAIR, title="Fair", year=2027, kind=MilestoneKind.NETWORK, series=FAIR),
    Milestone(
        id=AGAIN,
        title="Fair",
        year=2028,
        kind=MilestoneKind.NETWORK,
        goals=frozenset({SPEAK}),
        on=date(2028, 2, 29),
        series=FAIR,
    ),
    Milestone(
        id=LATER,
        title="Fair",
        year=2029,
        kind=MilestoneKind.NETWORK,
        goals=frozenset({SPEAK}),
        series=FAIR,
    ),
    Milestone(id=PARTY, title="Party", year=2027, kind=MilestoneKind.ROLE, goals=frozenset({SPEAK, SAVE})),
)


def workspace(id_: str, *entities: Entity) -> Workspace:
    store = open_store(MEMORY)
    store.create(id_)
    changes = [created(entity, stamp=STAMP) for entity in entities]
    return store.apply(id_, changes, seen=1, commit_id="c") if changes else store.load(id_)


def begun(plan: Workspace, changes: list[Change]) -> Workspace:
    """The plan with the changes, through a store."""
    store = open_store(MEMORY)
    store.create(plan.id)
    given = [created(it, stamp=STAMP) for kind in KINDS for it in plan.collection(kind).values()]
    revision = store.apply(plan.id, given, seen=1, commit_id="given").revision
    return store.apply(plan.id, changes, seen=revision, commit_id="begun")


def titles(collection: Mapping[str, Any]) -> list[str]:
    return [it.title for it in collection.values()]


PLAN = workspace("theirs", *ENTRIES)
TEMPLATE = template_of(PLAN, needs=NEEDS)
EMPTY = workspace("mine")


def test_a_template_holds_what_may_be_said_and_is_neither_put_away_nor_dropped() -> None:
    assert titles(TEMPLATE.aspirations) == ["Grow"]
    assert titles(TEMPLATE.goals) == ["Pass", "Speak"]
    assert TEMPLATE.vision == PLAN.vision
    assert [(it.title, it.year) for it in TEMPLATE.milestones.values()] == [
        ("Exam", 2027),
        ("Fair", 2028),
        ("Fair", 2029),
    ]


def test_a_template_holds_nothing_else() -> None:
    kept = {"visions", "aspirations", "goals", "milestones"}

    assert {kind for kind in KINDS if TEMPLATE.collection(kind)} == kept
    assert TEMPLATE.history == ()
    assert TEMPLATE.profile == Profile()
    assert TEMPLATE.id != PLAN.id


def test_in_a_template_nothing_has_begun() -> None:
    goal = TEMPLATE.goals[PASS]

    assert goal.measure == Measure(start=1, target=4, current=1, unit="papers")
    assert [it.status for it in TEMPLATE.goals.values()] == [GoalStatus.PLANNED, GoalStatus.IDEA]
    assert (goal.confidence, goal.by_hand, goal.trends) == (None, None, frozenset())
    assert not any(it.done for it in TEMPLATE.milestones.values())
    assert TEMPLATE.aspirations[GROW].steps == ()


def test_a_template_keeps_what_another_person_can_use() -> None:
    goal, aspiration, exam = TEMPLATE.goals[PASS], TEMPLATE.aspirations[GROW], TEMPLATE.milestones[EXAM]

    assert (goal.why, goal.first_step, goal.due) == ("The licence", "Book it", date(2028, 2, 29))
    assert goal.if_then == IfThen(obstacle="The busy season", action="Study before work")
    assert (aspiration.path, aspiration.level, aspiration.next_level) == ("expert", "Adviser", "Head")
    assert (exam.weight, exam.kind) == (3, MilestoneKind.QUALIFICATION)
    assert TEMPLATE.goals[SPEAK].yes_no


def test_links_of_a_template_lead_only_to_what_is_in_it_and_to_needs_of_the_product() -> None:
    assert list(broken_links(TEMPLATE, KINDS)) == []
    assert TEMPLATE.goals[PASS].aspirations == {GROW}
    assert TEMPLATE.goals[PASS].needs == {"income"}
    assert TEMPLATE.aspirations[GROW].needs == {"mastery"}
    assert TEMPLATE.milestones[EXAM].goals == {PASS}


def test_a_series_whose_first_one_stays_behind_begins_with_the_next() -> None:
    assert [TEMPLATE.milestones[id_].series for id_ in (EXAM, AGAIN, LATER)] == ["", AGAIN, AGAIN]


@pytest.mark.parametrize("put_away", [True, False])
def test_a_milestone_of_what_became_a_private_aspiration_stays_behind(put_away: bool) -> None:  # noqa: FBT001 - a case
    goal = Goal(id=SAVE, title="Save", archived=True)
    aspiration = Aspiration(id=SAVE, title="Be free", mark=Mark.PRIVATE, archived=put_away)
    step = Milestone(
        id=EXAM, title="Half", year=2027, kind=MilestoneKind.ROLE, goals=frozenset({SAVE, SPEAK})
    )
    plan = workspace("theirs", goal, aspiration, Goal(id=SPEAK, title="Speak"), step)

    assert template_of(plan, needs=()).milestones == {}


def test_a_template_of_a_template_is_the_same() -> None:
    assert template_of(TEMPLATE, needs=NEEDS) == TEMPLATE


def test_what_a_template_has_is_said_in_words() -> None:
    assert template_in_words(TEMPLATE) == ["a vision", "1 aspiration", "2 goals", "3 milestones"]
    assert template_in_words(template_of(EMPTY, needs=NEEDS)) == []
    assert template_in_words(template_of(workspace("x", Vision(start_year=2026)), needs=NEEDS)) == []


def test_the_file_of_a_template_gives_the_same_template() -> None:
    read = read_backup(template_file(TEMPLATE, at=NOW))

    assert read.content == TEMPLATE
    assert (read.made_at, read.history_complete) == (NOW, True)


def test_the_file_of_an_empty_template_can_be_read() -> None:
    empty = template_of(EMPTY, needs=NEEDS)

    assert read_backup(template_file(empty, at=NOW)).content == empty


SECRET = "s3cr3t"  # noqa: S105 - no password
PUBLIC = "known"


@st.composite
def plans(draw: st.DrawFn) -> Workspace:
    """Plans in which every text and id that no other person may see holds the secret."""
    marks, away, texts = st.sampled_from(Mark), st.booleans(), st.sampled_from(["", "x", "é 🌲"])

    def said(*, hidden: bool) -> str:
        return f"{SECRET if hidden else PUBLIC} {draw(texts)}"

    def listed(ids: Mapping[str, Any]) -> frozenset[str]:
        return frozenset(draw(st.sets(st.sampled_from(sorted(ids)))) if ids else ())

    aspirations = {}
    for number in range(draw(st.integers(0, 3))):
        mark, archived_ = draw(marks), draw(away)
        hidden = mark is Mark.PRIVATE or archived_
        id_ = f"{SECRET if hidden else PUBLIC}-a{number}"
        step = replace(STEP, before=said(hidden=True), reason=said(hidden=True))
        aspirations[id_] = Aspiration(
            id=id_,
            title=said(hidden=hidden),
            why=said(hidden=hidden),
            needs=frozenset({"mastery", f"{SECRET}-need"}),
            mark=mark,
            archived=archived_,
            level=said(hidden=hidden),
            steps=(step,),
        )
    trend = Trend(id=f"{SECRET}-t", title=SECRET, on=DAY, direction=TrendDirection.GROWING, means=SECRET)
    goals = {}
    for number in range(draw(st.integers(0, 4))):
        mark, archived_, status = draw(marks), draw(away), draw(st.sampled_from(GoalStatus))
        hidden = mark is Mark.PRIVATE or archived_ or status is GoalStatus.DROPPED
        id_ = f"{SECRET if hidden else PUBLIC}-g{number}"
        goals[id_] = Goal(
            id=id_,
            title=said(hidden=hidden),
            why=said(hidden=hidden),
            first_step=said(hidden=hidden),
            due=DAY,
            aspirations=listed(aspirations),
            needs=frozenset({f"{SECRET}-need"}),
            status=status,
            mark=mark,
            archived=archived_,
            if_then=IfThen(obstacle=said(hidden=hidden), action=said(hidden=hidden)),
            trends=frozenset({trend.id}),
        )
    milestones: dict[str, Milestone] = {}
    for number in range(draw(st.integers(0, 5))):
        served, archived_ = listed(goals), draw(away)
        given_ = any(id_.startswith(PUBLIC) for id_ in served)
        private = any(goals[id_].mark is Mark.PRIVATE for id_ in served)
        hidden = archived_ or private or not given_
        id_ = f"{SECRET if hidden else PUBLIC}-m{number}"
        series = draw(st.sampled_from(["", id_, *milestones]))
        milestones[id_] = Milestone(
            id=id_,
            title=said(hidden=hidden),
            year=2027,
            kind=MilestoneKind.ROLE,
            goals=served,
            archived=archived_,
            series=series,
        )
    checkins = [CheckIn(id=f"{SECRET}-{id_}", goal=id_, on=DAY, note=SECRET) for id_ in goals]
    application = Application(id=f"{SECRET}-p", company=SECRET, role=SECRET, notes=SECRET)
    answer = Answer(
        id=answer_id(application.id, Asked.NEAR),
        application_id=application.id,
        asked=Asked.NEAR,
        goals=listed(goals),
        text=SECRET,
    )
    rest: list[Entity] = [
        Profile(name=SECRET),
        Vision(start_year=2026, role=PUBLIC),
        OwnNeed(id=f"{SECRET}-need", name=SECRET, about=SECRET),
        OwnNeed(id="mastery", name=SECRET),
        Satisfaction(id=f"{SECRET}-d", on=DAY, ratings={"mastery": Rating(value=1, note=SECRET, at=NOW)}),
        Standpoint(answer=SECRET, said={"mastery": SECRET}),
        Strength(id=f"{SECRET}-s", title=SECRET, mark=Mark.SAY),
        Fit(id=f"{SECRET}-f", on=DAY, side=FitSide.ME, answer=FitAnswer.NO, note=SECRET),
        application,
    ]
    inner: list[Entity] = [
        *aspirations.values(),
        trend,
        *goals.values(),
        *milestones.values(),
        *checkins,
        answer,
    ]
    return workspace(f"{SECRET}-plan", *rest, *inner)


@given(plans())
def test_nothing_private_is_anywhere_in_the_file_of_a_template(plan: Workspace) -> None:
    template = template_of(plan, needs=NEEDS)
    written = template_file(template, at=NOW)

    assert SECRET.encode() not in written
    assert read_backup(written).content == template
    kept = {"visions", "aspirations", "goals", "milestones"}
    for kind, entries in json.loads(written)["entries"].items():
        given_ = [it for it in plan.collection(kind).values() if PUBLIC in it.id or kind == "visions"]
        assert len(entries) == (len(given_) if kind in kept else 0)


@given(plans(), st.integers(FIRST_YEAR, LAST_START))
def test_nothing_private_comes_into_another_plan_even_from_a_whole_backup(
    plan: Workspace, start_year: int
) -> None:
    changes = template_changes(EMPTY, plan, start_year=start_year, stamp=STAMP)

    needless = [replace(it, after={**it.after, "needs": []}) for it in changes]
    assert SECRET not in str(needless)
    assert {change.kind for change in changes} <= {"visions", "aspirations", "goals", "milestones"}
    begun(EMPTY, changes)


def test_years_and_dates_move_with_the_start_year() -> None:
    plan = begun(EMPTY, template_changes(EMPTY, TEMPLATE, start_year=2031, stamp=STAMP))

    assert plan.vision == Vision(start_year=2031, role="Head of audit", growth="Patience")
    assert [it.due for it in plan.goals.values()] == [date(2033, 2, 28), None]
    assert [(it.year, it.on) for it in plan.milestones.values()] == [
        (2032, None),
        (2033, date(2033, 2, 28)),
        (2034, None),
    ]
    assert list(broken_links(plan, KINDS)) == []
    _, first, second = plan.milestones.values()
    assert first.series == second.series == first.id


@pytest.mark.parametrize("start_year", [FIRST_YEAR - 1, LAST_START + 1])
def test_a_start_year_out_of_reach_is_refused(start_year: int) -> None:
    with pytest.raises(InvalidValueError, match=r"the latest|out of reach"):
        template_changes(EMPTY, template_of(EMPTY, needs=()), start_year=start_year, stamp=STAMP)


def test_what_would_leave_the_years_of_a_plan_loses_its_date_or_is_left_out() -> None:
    far: list[Entity] = [
        Vision(start_year=2026),
        Goal(id="g", title="Far", due=date(2090, 1, 1), status=GoalStatus.PLANNED),
        Goal(id="h", title="Near", due=date(2027, 1, 1), status=GoalStatus.PLANNED),
        *(
            Milestone(
                id=f"m{year}",
                title="Step",
                year=year,
                kind=MilestoneKind.ROLE,
                goals=frozenset({"g"}),
                series="m2090",
            )
            for year in (2090, 2030)
        ),
    ]

    plan = begun(EMPTY, template_changes(EMPTY, workspace("x", *far), start_year=LAST_START, stamp=STAMP))

    assert [(it.due, it.status) for it in plan.goals.values()] == [
        (None, GoalStatus.IDEA),
        (date(LAST_START + 1, 1, 1), GoalStatus.PLANNED),
    ]
    [milestone] = plan.milestones.values()
    assert (milestone.year, milestone.series) == (LAST_START + 4, milestone.id)


@given(st.integers(FIRST_YEAR, LAST_START))
def test_whatever_the_start_year_dates_keep_their_distance_and_their_day(start_year: int) -> None:
    plan = begun(EMPTY, template_changes(EMPTY, TEMPLATE, start_year=start_year, stamp=STAMP))

    assert [it.year - start_year for it in plan.milestones.values()] == [1, 2, 3]
    [due] = [it.due for it in plan.goals.values() if it.due]
    assert (due.year - start_year, due.month) == (2, 2)
    assert due.day in (28, 29)
    assert due.year <= LAST_YEAR


def test_without_a_vision_the_years_count_from_the_earliest_that_is_named() -> None:
    template = replace(TEMPLATE, visions={})

    plan = begun(EMPTY, template_changes(EMPTY, template, start_year=2040, stamp=STAMP))

    assert plan.vision is None
    assert [it.year for it in plan.milestones.values()] == [2040, 2041, 2042]
    assert plan.goals
    assert template_changes(plan, template, start_year=2040, stamp=STAMP) == []


OWN_PLAN: tuple[Entity, ...] = (Vision(start_year=2024, role="Mine"), Goal(id=PASS[:8], title="My own"))


@pytest.mark.parametrize("later", [2031, 2045])
@pytest.mark.parametrize("own", [(), OWN_PLAN], ids=["into-nothing", "into-a-plan"])
def test_a_template_added_twice_adds_nothing(own: tuple[Entity, ...], later: int) -> None:
    before = workspace("mine", *own)
    once = begun(before, template_changes(before, TEMPLATE, start_year=2031, stamp=STAMP))

    assert len(once.goals) == len(before.goals) + 2
    assert template_changes(once, TEMPLATE, start_year=later, stamp=STAMP) == []


def test_ones_own_template_adds_nothing_to_ones_own_plan() -> None:
    assert template_changes(PLAN, TEMPLATE, start_year=2031, stamp=STAMP) == []


def test_a_template_never_takes_the_place_of_ones_own_entries() -> None:
    own = workspace("mine", Goal(id="g", title="My own"), Vision(start_year=2024, role="My role"))
    template = workspace("x", Goal(id="g", title="Planted"), Vision(start_year=2020, role="R", skills="S"))

    plan = begun(own, template_changes(own, template, start_year=2030, stamp=STAMP))

    assert titles(plan.goals) == ["My own", "Planted"]
    assert plan.vision == Vision(start_year=2024, role="My role", skills="S")


def test_a_vision_that_says_everything_already_stays_as_it_is() -> None:
    parts: dict[str, Any] = dict.fromkeys(VISION_PARTS, "Mine")
    own = workspace("mine", Vision(start_year=2024, **parts))

    changes = template_changes(own, TEMPLATE, start_year=2030, stamp=STAMP)

    assert "visions" not in {change.kind for change in changes}


def test_what_a_template_brought_can_be_put_away_and_stays_away() -> None:
    once = begun(EMPTY, template_changes(EMPTY, TEMPLATE, start_year=2031, stamp=STAMP))
    [goal, _] = once.goals.values()
    after = begun(once, [archived(goal, stamp=STAMP)])

    assert template_changes(after, TEMPLATE, start_year=2031, stamp=STAMP) == []


def test_a_template_is_added_in_one_go_with_its_reason_and_taken_back_in_one() -> None:
    store = open_store(MEMORY)
    empty = store.create("mine")
    changes = template_changes(empty, TEMPLATE, start_year=2031, stamp=STAMP, reason="Template: audit")
    plan = store.apply("mine", changes, seen=1, commit_id="begun")

    assert {(it.action, it.reason) for it in changes} == {(Action.CREATE, "Template: audit")}
    assert store.apply("mine", undo(plan, stamp=STAMP), seen=2, commit_id="undone").is_empty


def test_a_template_brings_in_what_a_backup_of_it_would() -> None:
    same_year = begun(EMPTY, template_changes(EMPTY, TEMPLATE, start_year=2026, stamp=STAMP))

    assert same_year.goals == begun(EMPTY, additions(EMPTY, TEMPLATE, stamp=STAMP)).goals


@pytest.mark.parametrize(
    ("kind", "decided"),
    [
        (
            Aspiration,
            {"id", "title", "why", "needs", "mark", "archived", "path", "level", "next_level", "steps"},
        ),
        (
            Goal,
            {
                *("id", "title", "why", "first_step", "measure", "due", "aspirations", "needs", "status"),
                *("mark", "archived", "yes_no", "if_then", "confidence", "trends", "by_hand"),
            },
        ),
        (
            Milestone,
            {"id", "title", "year", "kind", "goals", "done", "archived", "weight", "on", "series"},
        ),
        (Vision, {"id", "start_year", "archived", *VISION_PARTS}),
    ],
)
def test_of_every_field_somebody_decided_whether_a_template_takes_it_along(
    kind: type[Any], decided: set[str]
) -> None:
    assert {field.name for field in fields(kind)} == decided
