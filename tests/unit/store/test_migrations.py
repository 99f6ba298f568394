"""A file of every format that ever landed is read as if it had been written today."""

import json
import re
import shutil
from collections.abc import Collection, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from types import MappingProxyType

import pytest

from careerkit.aspirations import Aspiration, LevelDraft, StepKind, change_level
from careerkit.change import Actor, Change, Entity, RandomIds, Stamp, created
from careerkit.content import needs_catalogue
from careerkit.goals import (
    CheckInDraft,
    FitAnswer,
    FitDraft,
    FitSide,
    Goal,
    IfThen,
    Milestone,
    MilestoneKind,
    TrendDirection,
    TrendDraft,
    add_trend,
    answer_fit,
    check_in,
    checkins_of,
    repeat_milestone,
    set_progress_by_hand,
)
from careerkit.interview import (
    Asked,
    AskKind,
    Silence,
    TakeDraft,
    answer_id,
    edit_answer,
    keep_take,
    set_interview_day,
)
from careerkit.labels import Mark
from careerkit.needs import (
    Decision,
    Mode,
    active_needs,
    latest_ratings,
    look_again,
    need_order,
    next_question,
    next_set,
    rate_need,
    repeats,
    show_need,
    start_assessment,
    with_open_comparison,
)
from careerkit.review import (
    About,
    Addendum,
    Alters,
    Choice,
    QuestionDraft,
    Reason,
    Review,
    ReviewStep,
    WinDraft,
    YearPicture,
    add_addendum,
    add_question,
    add_win,
    answer_quarter,
    answer_step,
    set_review_aside,
    start_review,
)
from careerkit.store import MEMORY, CopyKind, NewerFormatError, open_store, read_backup
from careerkit.store.migrations import FORMAT
from careerkit.store.seal import sealed
from careerkit.workspace import (
    KINDS,
    Workspace,
    differences,
    edit_profile,
    last_own_undo,
    sentence_of,
    undo,
)

DATA = Path(__file__).parents[2] / "data"
STAMP = Stamp(by=Actor(id="owner", name="You"), at=datetime(2026, 11, 25, tzinfo=UTC))
FORMATS = range(1, FORMAT + 1)


BEFORE_NEEDS = {
    "profiles": 1,
    "visions": 1,
    "assessments": 1,
    "aspirations": 3,
    "goals": 6,
    "milestones": 10,
    "reviews": 1,
    "applications": 1,
    "answers": 1,
}
WITH_NEEDS = {
    **BEFORE_NEEDS,
    "needs": 4,
    "assessments": 3,
    "satisfactions": 1,
    "standpoints": 1,
    "strengths": 2,
}
ENTRIES = {
    1: BEFORE_NEEDS,
    2: BEFORE_NEEDS,
    3: WITH_NEEDS,
    4: {
        **WITH_NEEDS,
        "milestones": 12,
        "checkins": 3,
        "trends": 2,
        "fits": 1,
        "wins": 2,
        "quarter_checks": 1,
        "own_questions": 1,
        "reviews": 2,
    },
}
ENTRIES[5] = {**ENTRIES[4], "answers": 2, "asks": 3, "takes": 2, "rules_off": 2}
"""By format: how many entries its file holds, of the kinds of which it holds any."""
LAST_REVISION = {1: 5, 2: 5, 3: 8, 4: 42, 5: 60}
LAST_SAVE = {
    1: "changing the goal",
    2: "changing the goal",
    3: "changing the set of ratings",
    4: "changing the goal",
    5: "changing the answer",
}
EXPERT, BALANCE, OWN = (f"{number:032x}" for number in (2, 3, 4))
PAPERS, FIRMS, SAVINGS, FOUR_DAYS = (f"{number:032x}" for number in (6, 7, 8, 9))
LICENCE, TAX_DAY = (f"{number:032x}" for number in (0x10, 0x11))


def check(workspace: Workspace, version: int) -> None:
    assert workspace.profile.name == "Zoë 🦊"
    counts = {kind: len(workspace.collection(kind)) for kind in KINDS}
    assert {kind: count for kind, count in counts.items() if count} == ENTRIES[version]
    assert [batch.revision for batch in workspace.history] == [*range(2, LAST_REVISION[version] + 1)]
    assert sentence_of(workspace.history[-1], workspace).startswith(f"Took back: {LAST_SAVE[version]}")
    check_needs_of_format_1(workspace)
    if version >= 3:
        check_needs_of_format_3(workspace)
    check_plan_of_format_4(workspace) if version >= 4 else check_plan_of_format_1(workspace)
    check_review_of_format_4(workspace) if version >= 4 else check_review_of_format_1(workspace)
    check_interview_of_format_5(workspace) if version >= 5 else check_interview_of_format_1(workspace)


def check_plan_of_format_1(workspace: Workspace) -> None:
    """A plan that was written before there was more to say of it says nothing more."""
    assert all(
        (it.path, it.level, it.next_level, it.steps) == ("", "", "", ())
        for it in workspace.aspirations.values()
    )
    for goal in workspace.goals.values():
        assert (goal.yes_no, goal.if_then, goal.confidence, goal.by_hand) == (False, None, None, None)
        assert goal.trends == frozenset()
    assert {(it.weight, it.on, it.series) for it in workspace.milestones.values()} == {(1, None, "")}
    measure = workspace.goals[FIRMS].measure
    assert measure is not None
    assert (measure.current, measure.target) == (1, 12)


def check_plan_of_format_4(workspace: Workspace) -> None:
    abroad, returns = workspace.trends.values()
    assert (abroad.title, abroad.direction) == ("Small firms sell abroad 🌍", TrendDirection.GROWING)
    assert (abroad.on, abroad.stale_after, returns.archived) == (date(2026, 2, 28), 6, True)
    assert abroad.source == "The chamber's survey,\npage 4"

    firms, papers, days = (workspace.goals[id_] for id_ in (FIRMS, PAPERS, FOUR_DAYS))
    assert firms.trends == {abroad.id}
    assert firms.if_then == IfThen(
        obstacle="A partner keeps the case", action="Ask to sit in on the next call"
    )
    assert (firms.confidence, firms.yes_no, firms.by_hand) == (7, False, None)
    assert (papers.by_hand, days.yes_no, days.confidence) == (75, True, 4)

    older, newer = checkins_of(FIRMS, workspace.checkins)
    assert firms.measure is not None
    assert (older.on, older.value, newer.on) == (date(2026, 5, 1), 1, date(2026, 9, 1))
    assert newer.value == firms.measure.current == 2
    assert newer.note == "Olive oil,\nfrom Jaén."
    [noted] = checkins_of(FOUR_DAYS, workspace.checkins)
    assert (noted.value, noted.note) == (None, "The fifth day went to mail.")

    assert workspace.milestones[LICENCE].weight == 3
    series = [it for it in workspace.milestones.values() if it.series == TAX_DAY]
    assert [it.on for it in series] == [date(2028, 2, 29), date(2029, 2, 28), date(2030, 2, 28)]

    [fit] = workspace.fits.values()
    assert (fit.side, fit.answer, fit.note) == (FitSide.MARKET, FitAnswer.PARTLY, "Fewer plain returns.")
    check_levels_of_format_4(workspace)


def check_levels_of_format_4(workspace: Workspace) -> None:
    expert, balance, own = (workspace.aspirations[id_] for id_ in (EXPERT, BALANCE, OWN))
    assert (expert.path, expert.level, expert.next_level) == (
        "expert",
        "Your own cases",
        "The one colleagues ask",
    )
    [raised], [sideways], [retired] = expert.steps, balance.steps, own.steps
    assert (raised.kind, raised.before, raised.after) == (
        StepKind.RAISE,
        "Learning the trade",
        "Your own cases",
    )
    assert raised.reason == "Nobody checks my returns any more."
    assert raised.at == datetime(2026, 11, 25, 8, 14, tzinfo=UTC)
    assert (sideways.kind, sideways.before) == (StepKind.SIDEWAYS, "")
    assert (retired.kind, retired.reason, own.archived) == (StepKind.RETIRE, "I like my colleagues.", True)


def check_review_of_format_1(workspace: Workspace) -> None:
    """A record from before there was more to say in it says nothing more."""
    [record] = workspace.reviews.values()
    assert (record.year, record.finished_on) == (2025, date(2025, 12, 12))
    assert (record.decisions, record.applied, record.private) == ({}, frozenset(), frozenset())
    assert (record.picture, record.addenda) == (None, ())
    assert {(step.alters, step.source, step.own) for step in record.steps} == {(Alters.NOTHING, "", False)}


def check_review_of_format_4(workspace: Workspace) -> None:
    win, away = workspace.wins.values()
    assert (win.title, win.on, win.mark) == ("A talk without slides 🎤", date(2026, 2, 28), Mark.PRIVATE)
    assert (win.evidence, away.archived) == ("Forty people,\nand questions.", True)
    assert win.needs == {"mastery"}
    assert win.strengths == {next(iter(workspace.strengths))}
    [check] = workspace.quarter_checks.values()
    assert (check.id, check.on) == ("quarter-2026-4", date(2026, 11, 25))
    assert check.answers == {"moved": "The second paper.\nAt last.", "next": "Ask Tom."}
    [question] = workspace.own_questions.values()
    assert (question.title, question.asks) == ("At home", "What would they say at home?\nAnd why?")

    older, record = workspace.reviews.values()
    assert older.addenda == (Addendum(on=date(2026, 11, 25), text="Tom was right."),)
    assert (record.year, record.finished_on) == (2026, date(2026, 11, 25))
    assert record.private == {"balance"}
    assert [(step.id, step.asks) for step in record.steps if step.own] == [
        (f"own-{question.id}", question.asks)
    ]
    assert {step.alters for step in record.steps} == set(Alters)
    assert all(step.source for step in record.steps if not step.own)
    check_decisions_of_format_4(record)


def check_decisions_of_format_4(record: Review) -> None:
    kept, moved, down, added = record.decisions.values()
    assert (kept.choice, kept.reason) == (Choice.KEEP, None)
    assert (moved.choice, moved.reason, moved.due) == (Choice.MOVE, Reason.LIFE, date(2029, 3, 31))
    assert (moved.note, moved.private) == ("The car,\nonce more.", True)
    assert (down.about, down.reason, down.level) == (About.ASPIRATION, Reason.HEALTH, "Three days")
    assert (added.choice, added.year, added.parts) == (Choice.ADD, 2027, ("Second talk",))
    assert record.applied == {f"goals-{SAVINGS}"}
    assert record.picture == YearPicture(
        needs=("Mastery", "Quiet 🌲", "Balance", "Recognition", "Freedom", "Meaning", "Income"),
        satisfaction={"Mastery": 7, "Quiet 🌲": 0, "Income": 10},
        open=("Pass the last two CPA papers",),
        milestones=(2, 3),
    )
    assert record.facts["year-in-facts"][:2] == (
        "2026 in your plan:",
        "3 milestones planned for 2026: 2 done, 1 open.",
    )


def check_interview_of_format_1(workspace: Workspace) -> None:
    """An answer from before there were five questions is the one to its horizon, and says nothing more."""
    [application], [answer] = workspace.applications.values(), workspace.answers.values()
    assert (application.interview_on, application.posting, application.gives) == (None, "", {})
    assert answer.id == answer_id(application.id, answer.asked)
    assert (answer.asked, answer.seconds, answer.silences) == (Asked.NEAR, 60, ())
    assert {sentence.section for sentence in answer.composed} == {""}


def check_interview_of_format_5(workspace: Workspace) -> None:
    [application] = workspace.applications.values()
    assert (application.interview_on, application.culture) == (date(2028, 2, 29), "They eat together 🥨")
    assert application.gives == {EXPERT: "Cases across borders.\nEvery week."}
    assert application.say_here == {SAVINGS}
    assert workspace.goals[SAVINGS].mark is Mark.PRIVATE
    vat, patience, abroad = workspace.asks.values()
    assert (vat.kind, vat.quote) == (AskKind.SKILL, "at home in VAT")
    assert vat.needs == {"mastery"}
    assert vat.answered_by == {EXPERT, next(iter(workspace.strengths))}
    assert (patience.kind, abroad.archived) == (AskKind.VALUE, True)

    near, why = workspace.answers.values()
    assert (near.asked, near.seconds) == (Asked.NEAR, 90)
    assert near.needs == {"mastery"}
    assert near.silences == (Silence(rule="filler", reason="I talk like that."),)
    assert (near.composed[-1].source_id, near.composed[-1].section) == (patience.id, "alignment")
    assert (why.asked, why.text) == (Asked.WHY_US, "Because of the article.\nAnd the bread 🥖.")
    take, away = workspace.takes.values()
    assert (take.asked, take.seconds, take.rating, take.note) == (Asked.NEAR, 71, 4, "Slower,\nat the end.")
    assert (away.on, away.rating, away.archived) == (date(2028, 2, 29), None, True)
    hedge, passive = workspace.rules_off.values()
    assert (hedge.id, hedge.reason, passive.archived) == ("hedge", "Where I come from, we hedge.", True)


def check_needs_of_format_1(workspace: Workspace) -> None:
    """The comparison that every file has was made before there were checks and fours."""
    first = next(iter(workspace.assessments.values()))
    assert (first.mode, first.checks, first.questions, first.is_complete) == (Mode.PAIRS, 0, 28, True)
    assert not any((first.repeats, first.choices, first.again, first.aside, first.choices_aside))
    assert need_order(first)[0].need == "mastery"
    assert next_question(first) is None


def check_needs_of_format_3(workspace: Workspace) -> None:
    active = active_needs(needs_catalogue(), workspace.needs)
    [own] = (need for need in active if need.name == "Quiet 🌲")
    _, pairs, fours = workspace.assessments.values()

    assert len(active) == 7
    assert {id_ for id_, need in workspace.needs.items() if need.hidden} == {"responsibility", "security"}
    assert set(pairs.needs) == set(fours.needs) == {need.id for need in active}

    assert (pairs.is_complete, pairs.answered) == (True, 23)
    assert pairs.again == {"balance+recognition"}
    assert [repeat.same for repeat in repeats(pairs)] == [True, False]
    assert [standing.need for standing in need_order(pairs)[:3]] == ["mastery", own.id, "balance"]
    assert set(pairs.aside) == {"income+security"}

    [rated] = workspace.satisfactions.values()
    assert rated.on == date(2026, 11, 24)
    assert {need: rating.value for need, rating in rated.ratings.items()} == {
        "mastery": 7,
        own.id: 0,
        "income": 10,
    }

    assert (fours.mode, fours.answered, len(fours.choices)) == (Mode.FOURS, 2, 3)
    assert next_set(fours) is not None
    [choice] = fours.choices_aside.values()
    assert (choice.best, choice.worst) == ("income", "security")

    standpoint = workspace.standpoint
    assert standpoint.said == {"recognition": "I would tell the partners.\nAloud."}
    assert standpoint.directions == {
        "mastery-expert": Decision.ACCEPTED,
        "balance-place": Decision.DECLINED,
    }
    assert [strength.mark for strength in workspace.strengths.values()] == [Mark.SAY, Mark.PRIVATE]


@pytest.fixture(params=FORMATS)
def version(request: pytest.FixtureRequest) -> int:
    found: int = request.param
    return found


@pytest.fixture
def folder(version: int, tmp_path: Path) -> Path:
    shutil.copy(DATA / f"format-{version}.json", tmp_path / "mine.json")
    return tmp_path


def test_there_is_a_file_and_a_backup_of_every_format() -> None:
    for kind in ("format", "backup"):
        found = {int(re.sub(r"\D", "", path.name)) for path in DATA.glob(f"{kind}-*.json")}
        assert found == set(FORMATS)


def test_a_file_of_any_format_is_read_and_not_touched(folder: Path, version: int) -> None:
    before = (folder / "mine.json").read_bytes()
    store = open_store(folder)

    check(store.load("mine"), version)

    assert store.recovery("mine") is None
    assert (folder / "mine.json").read_bytes() == before


def test_a_file_of_any_format_is_changed_and_kept_as_it_was_before(folder: Path) -> None:
    before = (folder / "mine.json").read_bytes()
    store = open_store(folder)
    workspace = store.load("mine")
    undone = last_own_undo(workspace, STAMP.by)
    assert undone is not None

    changes = edit_profile(workspace, name="Zoe", stamp=STAMP)
    saved = store.apply("mine", changes, seen=workspace.revision, commit_id="now")

    assert open_store(folder).load("mine") == saved
    assert len(list(store.history("mine"))) == len(workspace.history) + 1
    old = [copy for copy in store.copies("mine") if copy.kind is CopyKind.FORMAT]
    if f'"format":{FORMAT}'.encode() not in before:
        assert [store.load_copy("mine", copy.name) for copy in old] == [workspace]
        assert (folder / "mine.kept" / f"{old[0].name}.json").read_bytes() == before


def test_a_repeated_save_from_before_the_update_still_lands_once(folder: Path) -> None:
    store = open_store(folder)
    workspace = store.load("mine")

    changes = edit_profile(workspace, name="Twice", stamp=STAMP)

    assert store.apply("mine", changes, seen=5, commit_id="undo") == workspace


def test_a_backup_of_any_format_is_read(version: int) -> None:
    check(read_backup((DATA / f"backup-{version}.json").read_bytes()).content, version)


def test_a_comparison_from_before_the_update_goes_on_with_everything_that_is_new(folder: Path) -> None:
    store = open_store(folder)
    workspace = store.load("mine")
    first = next(iter(workspace.assessments))

    changes = look_again(workspace.assessments, first, {"balance+income"}, stamp=STAMP)
    workspace = store.apply("mine", changes, seen=workspace.revision, commit_id="later again")
    ids, today = RandomIds(), STAMP.at.date()
    changes = rate_need(workspace.satisfactions, "balance", 4, today=today, ids=ids, stamp=STAMP)
    store.apply("mine", changes, seen=workspace.revision, commit_id="later rated")

    workspace = open_store(folder).load("mine")
    assessment = workspace.assessments[first]
    assert assessment.again == {"balance+income"}
    assert latest_ratings(workspace.satisfactions)["balance"].value == 4
    assert need_order(assessment)[0].need == "mastery"


def test_a_plan_from_before_the_update_goes_on_with_everything_that_is_new(folder: Path) -> None:
    store = open_store(folder)
    plan = before = store.load("mine")
    ids, day = RandomIds(), date(2026, 11, 26)

    def save(changes: list[Change]) -> Workspace:
        return store.apply("mine", changes, seen=plan.revision, commit_id=f"later {plan.revision}")

    draft = LevelDraft(kind="raise", level="Head of tax", reason="They asked me.")
    plan = save(change_level(plan.aspirations, EXPERT, draft, stamp=STAMP))
    checked = CheckInDraft(on=day, value=5)
    plan = save(check_in(plan.goals, plan.checkins, FIRMS, checked, ids=ids, stamp=STAMP))
    plan = save(set_progress_by_hand(plan.goals, PAPERS, 80, stamp=STAMP))
    plan = save(repeat_milestone(plan.milestones, LICENCE, 2028, ids=ids, stamp=STAMP))
    plan = save(add_trend(TrendDraft(title="More audits", on=day), ids=ids, stamp=STAMP))
    plan = save(answer_fit(FitDraft(side="me", answer="yes"), day, ids=ids, stamp=STAMP))
    win = WinDraft(title="A calm week", on=day)
    plan = save(add_win(win, strengths=plan.strengths, needs=(), ids=ids, stamp=STAMP))
    plan = save(answer_quarter(plan.quarter_checks, "energy", "The choir.", day, stamp=STAMP))
    plan = save(add_question(QuestionDraft(title="Odd", asks="What was odd?"), ids=ids, stamp=STAMP))
    [application] = plan.applications
    plan = save(set_interview_day(plan.applications, application, day, stamp=STAMP))
    plan = save(edit_answer(plan, application, Asked.NEAR, "In my own words.", stamp=STAMP))
    taken = TakeDraft(seconds=50)
    answered = (application, Asked.NEAR)
    plan = save(keep_take(plan.applications, answered, taken, today=day, ids=ids, stamp=STAMP))

    again = open_store(folder).load("mine")
    assert again == plan
    measure = again.goals[FIRMS].measure
    assert measure is not None
    assert (measure.current, again.goals[PAPERS].by_hand) == (5, 80)
    assert again.aspirations[EXPERT].steps[-1].after == "Head of tax"
    assert {it.year for it in again.milestones.values() if it.series == LICENCE} == {2027, 2028}
    assert [*again.trends.values()][-1].title == "More audits"
    assert [*again.wins.values()][-1].title == "A calm week"
    for _ in range(12):
        plan = save(undo(plan, stamp=STAMP))
    assert {kind: plan.collection(kind) for kind in KINDS} == {
        kind: before.collection(kind) for kind in KINDS
    }


def test_a_record_from_before_the_update_takes_an_addendum(folder: Path) -> None:
    store = open_store(folder)
    plan = store.load("mine")

    changes = add_addendum(plan.reviews, "review-2025-1", "One more.", date(2026, 11, 26), stamp=STAMP)
    store.apply("mine", changes, seen=plan.revision, commit_id="later added")

    record = open_store(folder).load("mine").reviews["review-2025-1"]
    assert record.addenda[-1].text == "One more."
    assert record.facts == plan.reviews["review-2025-1"].facts


def test_what_was_set_aside_in_a_file_counts_again_when_its_need_is_shown() -> None:
    plan = read_backup((DATA / "backup-3.json").read_bytes()).content
    fours = [*plan.assessments.values()][-1]
    showing = show_need(needs_catalogue(), plan.needs, "security", stamp=STAMP)
    store = open_store(MEMORY)
    empty = store.create("mine")
    store.apply("mine", differences(empty, plan, stamp=STAMP), seen=1, commit_id="plan")

    changes = with_open_comparison(showing, needs_catalogue(), plan.needs, plan.assessments, stamp=STAMP)

    shown = store.apply("mine", changes, seen=2, commit_id="shown").assessments[fours.id]
    assert shown.choices.keys() > fours.choices_aside.keys()
    assert {**shown.choices, **shown.choices_aside} == {**fours.choices, **fours.choices_aside}


def test_a_comparison_that_was_begun_before_the_update_can_still_be_taken_back(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.create("mine")
    needs = [need.id for need in needs_catalogue()]
    started = start_assessment({}, needs, ids=RandomIds(), stamp=STAMP)
    store.apply("mine", started, seen=1, commit_id="started")
    make_it_a_file_of_format(2, tmp_path / "mine.json", ADDED_TO_COMPARISONS)

    updated = open_store(tmp_path)
    workspace = updated.load("mine")
    assert workspace.assessments
    undone = updated.apply("mine", undo(workspace, stamp=STAMP), seen=workspace.revision, commit_id="undone")

    assert undone.assessments == {}


PLANNED = (
    Aspiration(id="a", title="Grow"),
    Goal(id="g", title="Pass", aspirations=frozenset({"a"})),
    Milestone(id="m", title="Exam", year=2027, kind=MilestoneKind.ROLE, goals=frozenset({"g"})),
)
ADDED_TO_THE_PLAN = {
    "aspirations": ("path", "level", "next_level", "steps"),
    "goals": ("yes_no", "if_then", "confidence", "trends", "by_hand"),
    "milestones": ("weight", "on", "series"),
}


@pytest.mark.parametrize("entry", PLANNED, ids=lambda entry: str(entry.KIND))
def test_a_plan_that_was_begun_before_the_update_can_still_be_taken_back(
    entry: Entity, tmp_path: Path
) -> None:
    store = open_store(tmp_path)
    store.create("mine")
    for it in PLANNED:
        revision = store.load("mine").revision
        store.apply("mine", [created(it, stamp=STAMP)], seen=revision, commit_id=f"added {it.id}")
        if it == entry:
            break
    make_it_a_file_of_format(3, tmp_path / "mine.json", ADDED_TO_THE_PLAN)

    updated = open_store(tmp_path)
    workspace = updated.load("mine")
    assert workspace.collection(entry.KIND) == {entry.id: entry}
    undone = updated.apply("mine", undo(workspace, stamp=STAMP), seen=workspace.revision, commit_id="undone")

    assert undone.collection(entry.KIND) == {}


@pytest.mark.parametrize("archived", [False, True])
def test_a_review_that_was_begun_before_the_update_goes_on_and_can_be_taken_back(
    tmp_path: Path, *, archived: bool
) -> None:
    store = open_store(tmp_path)
    store.create("mine")
    step = ReviewStep(id="s", title="Lessons", asks="What?")
    store.apply("mine", start_review({}, 2026, [step], date(2026, 11, 1), stamp=STAMP), seen=1, commit_id="a")
    make_it_a_file_of_format(3, tmp_path / "mine.json", ADDED_TO_REVIEWS, {"steps": ADDED_TO_STEPS})

    updated = open_store(tmp_path)
    workspace = updated.load("mine")
    [review] = workspace.reviews.values()
    assert review.steps == (step,)
    if archived:
        changes = set_review_aside(workspace.reviews, review.id, stamp=STAMP)
    else:
        changes = answer_step(workspace.reviews, review.id, "s", "Ask early.", stamp=STAMP)
    workspace = updated.apply("mine", changes, seen=workspace.revision, commit_id="b")
    for commit in "cd":
        changes = undo(workspace, stamp=STAMP)
        workspace = updated.apply("mine", changes, seen=workspace.revision, commit_id=commit)

    assert workspace.reviews == {}


ADDED_TO_REVIEWS = {"reviews": ("decisions", "applied", "private", "picture", "addenda")}
ADDED_TO_STEPS = ("alters", "source", "own")
ADDED_TO_COMPARISONS = {
    "assessments": ("mode", "checks", "repeats", "choices", "again", "aside", "choices_aside")
}


def make_it_a_file_of_format(
    version: int,
    path: Path,
    added: Mapping[str, Collection[str]],
    within: Mapping[str, Collection[str]] = MappingProxyType({}),
) -> None:
    """Take out what was ``added`` to each kind since, and ``within`` lists, in entries and history."""
    content = json.loads(path.read_text())
    stored = [(kind, fields) for kind in added for fields in content.get(kind, {}).values()]
    changes = [change for batch in content["history"].values() for change in batch["changes"]]
    for kind, fields in [*stored, *((change["kind"], change["after"]) for change in changes)]:
        for name in added[kind]:
            del fields[name]
        for item, name in ((it, name) for part in within for it in fields[part] for name in within[part]):
            del item[name]
    meta = {name: value for name, value in content["_meta"]["1"].items() if name != "checksum"}
    content["_meta"] = {"1": {**meta, "format": version}}
    rest = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    start = b'{"_meta":{"1":{'
    path.write_bytes(sealed(start + b'"checksum":"', b'",' + rest.removeprefix(start)))


def test_a_newer_backup_is_refused() -> None:
    newer = (DATA / "backup-1.json").read_bytes().replace(b'"format": 1', b'"format": 99')

    with pytest.raises(NewerFormatError):
        read_backup(newer)
