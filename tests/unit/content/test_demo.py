from datetime import UTC, date, datetime, time
from itertools import combinations

import pytest

from careerkit.aspirations import StepKind
from careerkit.change import Actor, RandomIds, Stamp
from careerkit.content import demo_changes, directions, needs_catalogue, paths, review_checklist
from careerkit.goals import FitSide, GoalStatus, answers_of, checkins_of, goals_due_in, is_stale, lanes
from careerkit.labels import Mark
from careerkit.needs import (
    CHECKS,
    Decision,
    all_needs,
    circles,
    large_gaps,
    largest_moves,
    latest_ratings,
    latest_result,
    made_at,
    need_order,
    next_question,
    pair_key,
    ratings_near,
    repeats,
    results,
)
from careerkit.review import (
    QUESTIONS,
    Choice,
    Reason,
    checklist_with,
    finished_reviews,
    open_review,
    quarter_of,
)
from careerkit.store import MEMORY, open_store
from careerkit.workspace import KINDS, Workspace, broken_links

TODAY = date(2026, 11, 22)
DAYS = [TODAY, date(2028, 2, 29), date(2027, 1, 1), date(2026, 12, 31)]


def _demo(today: date) -> Workspace:
    store = open_store(MEMORY)
    empty = store.create("demo")
    stamp = Stamp(by=Actor(id="c", name="c"), at=datetime.combine(today, time(12), UTC))
    changes = demo_changes(ids=RandomIds(), stamp=stamp, today=today)
    return store.apply("demo", changes, seen=empty.revision, commit_id="demo")


@pytest.fixture
def demo() -> Workspace:
    return _demo(TODAY)


@pytest.mark.parametrize("today", DAYS)
def test_the_demo_fills_an_empty_workspace_on_any_day(today: date) -> None:
    demo = _demo(today)

    assert all(demo.collection(kind) for kind in KINDS)
    assert list(broken_links(demo, KINDS)) == []
    assert all(review.finished_on <= today for review in demo.reviews.values() if review.finished_on)


def test_the_demo_person_is_marked_as_one(demo: Workspace) -> None:
    assert (demo.profile.name, demo.profile.demo) == ("Amina", True)


def test_every_pair_of_needs_is_answered_and_mastery_comes_first(demo: Workspace) -> None:
    needs = [need.id for need in needs_catalogue()]

    for result in results(demo.assessments):
        assert set(result.answers) == {pair_key(*pair) for pair in combinations(needs, 2)}
        assert len(repeats(result)) == CHECKS
        assert next_question(result) is None
        assert result.answers.keys() >= result.repeats.keys()
        assert [it.rank for it in need_order(result)][:2] == [1, 2]
        assert need_order(result)[0].need == "mastery"


def test_the_latest_comparison_shows_a_circle_and_the_three_of_it_share_the_second_place(
    demo: Workspace,
) -> None:
    latest = latest_result(demo.assessments)
    assert latest is not None
    second = {standing.need for standing in need_order(latest) if standing.rank == 2}

    assert second == {"balance", "recognition", "meaning"}
    assert [set(circle) for circle in circles(latest)] == [second]


def test_two_comparisons_lie_a_year_apart_and_show_what_moved(demo: Workspace) -> None:
    newer, older = results(demo.assessments)

    assert (made_at(newer).date() - made_at(older).date()).days == 367
    assert {move.need: move.by > 0 for move in largest_moves(older, newer)} == {
        "balance": True,
        "income": False,
        "security": False,
    }


def test_every_need_is_rated_and_what_is_missing_is_what_she_works_on(demo: Workspace) -> None:
    latest = latest_result(demo.assessments)
    assert latest is not None

    ratings = latest_ratings(demo.satisfactions)

    assert ratings.keys() == set(latest.needs)
    assert [gap.need for gap in large_gaps(latest, ratings)] == ["balance", "recognition"]


def test_each_comparison_has_the_ratings_of_its_time(demo: Workspace) -> None:
    for result in results(demo.assessments):
        near = ratings_near(demo.satisfactions, made_at(result))

        assert near.keys() == set(result.needs)
        assert {rating.at for rating in near.values()} == {made_at(result)}


def test_her_own_words_are_about_needs_and_directions_of_the_product(demo: Workspace) -> None:
    needs = {need.id: need for need in needs_catalogue()}
    decided = demo.standpoint.directions

    assert set(demo.needs) < set(needs)
    assert all_needs(needs_catalogue(), demo.needs) != needs_catalogue()
    assert all(needs[id_].once_said for id_ in demo.standpoint.said)
    assert set(decided) < {direction.id for direction in directions()}
    assert set(decided.values()) == set(Decision)
    assert demo.standpoint.answer
    assert demo.standpoint.why_now
    assert all(strength.evidence for strength in demo.strengths.values())


def test_needs_named_by_entries_are_needs_of_the_catalogue(demo: Workspace) -> None:
    known = {need.id for need in needs_catalogue()}

    assert all(aspiration.needs <= known for aspiration in demo.aspirations.values())
    assert all(goal.needs <= known for goal in demo.goals.values())


def test_goals_stand_at_every_status_and_milestones_within_the_seven_years(demo: Workspace) -> None:
    assert {goal.status for goal in demo.goals.values()} == set(GoalStatus)
    assert demo.vision is not None
    start = demo.vision.start_year
    assert {milestone.year for milestone in demo.milestones.values()} < set(range(start, start + 7))
    assert len(demo.milestones) == 14


@pytest.mark.parametrize("today", DAYS)
def test_each_of_the_seven_years_but_one_has_something_and_the_board_can_point_that_one_out(
    today: date,
) -> None:
    demo = _demo(today)
    assert demo.vision is not None

    years = lanes(demo.milestones, demo.vision.start_year).years

    assert [year for year, planned in years.items() if not planned] == [today.year + 3]
    assert goals_due_in(demo.goals, today.year + 3) == []


def test_one_milestone_counts_more_one_has_a_day_and_one_repeats(demo: Workspace) -> None:
    milestones = demo.milestones.values()

    assert [it.title for it in milestones if it.weight == 3] == ["Have the CPA licence in hand"]
    assert [it.on for it in milestones if it.on] == [date(2027, 5, 12)]
    series = [it for it in milestones if it.series]
    assert [(it.year, it.done) for it in series] == [(2026, True), (2027, False), (2028, False)]
    assert {it.series for it in series} == {series[0].id}


def test_an_aspiration_stands_on_the_ladder_of_its_path_and_says_how_it_got_there(demo: Workspace) -> None:
    ladders = {path.id: [rung.level for rung in path.ladder] for path in paths()}
    expert, *others = demo.aspirations.values()
    [raised] = expert.steps

    assert {it.path for it in demo.aspirations.values()} < ladders.keys()
    assert [raised.before, raised.after, expert.next_level] == ladders["expert"][:3]
    assert (raised.kind, raised.after) == (StepKind.RAISE, expert.level)
    assert raised.reason
    assert raised.at.date() < TODAY
    assert not any(it.steps for it in others)


@pytest.mark.parametrize("today", DAYS)
def test_two_goals_have_check_ins_that_end_at_their_measure_and_make_a_line(today: date) -> None:
    demo = _demo(today)
    checked = [goal for goal in demo.goals.values() if checkins_of(goal.id, demo.checkins)]

    assert len(checked) == 2
    for goal in checked:
        values = [(it.on, it.value) for it in checkins_of(goal.id, demo.checkins)]
        assert goal.measure is not None
        assert len({on for on, _ in values}) == len(values) == 4
        assert values[-1][0] < today
        assert values[-1][1] == goal.measure.current
        assert values == sorted(values)


def test_goals_have_a_plan_for_their_main_obstacle_and_say_how_sure_she_is(demo: Workspace) -> None:
    doing = [goal for goal in demo.goals.values() if goal.status is GoalStatus.DOING]

    assert all(goal.if_then and goal.confidence for goal in doing)
    assert any(goal.yes_no for goal in demo.goals.values())


@pytest.mark.parametrize("today", DAYS)
def test_goals_answer_every_trend_and_one_trend_is_stale(today: date) -> None:
    demo = _demo(today)
    answered = frozenset().union(*(goal.trends for goal in demo.goals.values()))

    assert answered == demo.trends.keys()
    assert len(demo.trends) == 3
    assert [it.title for it in demo.trends.values() if is_stale(it, today)] == [
        "Ordinary returns fill themselves in"
    ]


def test_both_questions_about_the_fit_were_answered(demo: Workspace) -> None:
    assert {side: len(answers_of(demo.fits, side)) for side in FitSide} == {FitSide.ME: 1, FitSide.MARKET: 1}


@pytest.mark.parametrize("today", DAYS)
def test_last_year_has_its_record_and_this_year_is_still_to_be_reviewed(today: date) -> None:
    demo = _demo(today)
    (record,) = finished_reviews(demo.reviews)
    year = today.year - 1

    assert record.year == year
    assert record.finished_on is not None
    assert set(record.answers) == {step.id for step in record.steps}
    assert f"2 milestones planned for {year}: 2 done, 0 open." in record.facts["year-in-facts"]
    assert any("The bakery case" in line for line in record.facts["wins"])
    assert not any("Done:" in line for line in record.facts["next-milestones"])
    assert all(record.finished_on <= it.on <= today for it in record.addenda)
    assert record.private == {"balance"}
    assert open_review(demo.reviews) is None


def test_the_record_keeps_decisions_with_their_reasons_and_a_picture_of_its_year(demo: Workspace) -> None:
    (record,) = finished_reviews(demo.reviews)
    decided = {(it.choice, it.reason, it.title) for it in record.decisions.values()}

    assert decided == {
        (Choice.DROP, Reason.INTERESTS, "Take a second degree in law"),
        (Choice.DONE, None, "Pass the first two CPA papers"),
        (Choice.MOVE, Reason.MARKET, "Advise twelve small firms on cross-border tax"),
        (Choice.KEEP, None, "Become the tax expert people ask for by name"),
        (Choice.KEEP, None, "Work for myself one day, with a few clients I like"),
    }
    for it in record.decisions.values():
        entry = demo.collection(it.about.value)[it.entry_id]
        assert it.private is (entry.mark is Mark.PRIVATE)
        assert (it.key in record.applied) is (it.choice is not Choice.KEEP)
    assert record.picture is not None
    assert record.picture.needs[:3] == ("Mastery", "Income", "Recognition")
    assert record.picture.satisfaction["Recognition"] == 3
    assert record.picture.met == ("Pass the first two CPA papers",)
    assert record.picture.dropped.keys() == {"Take a second degree in law"}
    assert record.picture.milestones == (2, 2)


@pytest.mark.parametrize("today", DAYS)
def test_wins_lie_in_two_years_and_speak_to_strengths_and_needs(today: date) -> None:
    demo = _demo(today)
    known = {need.id for need in needs_catalogue()}

    years = [it.on.year for it in demo.wins.values()]
    assert len(years) == 7
    assert years.count(today.year - 1) >= 3
    assert all(it.on <= today for it in demo.wins.values())
    assert all(it.needs and it.needs <= known for it in demo.wins.values())
    assert any(it.strengths for it in demo.wins.values())
    assert {it.mark for it in demo.wins.values()} == {Mark.SAY, Mark.PRIVATE}


@pytest.mark.parametrize("today", DAYS)
def test_quarterly_checks_were_made_within_their_quarter_and_this_one_is_still_open(today: date) -> None:
    checks = _demo(today).quarter_checks

    assert len(checks) == 3
    for check in checks.values():
        assert (check.year, check.quarter) == quarter_of(check.on)
        assert check.id == f"quarter-{check.year}-{check.quarter}"
        assert quarter_of(check.on) < quarter_of(today)
    assert set().union(*(check.answers for check in checks.values())) == set(QUESTIONS)


def test_she_asks_herself_something_that_the_next_review_asks_too(demo: Workspace) -> None:
    [question] = demo.own_questions.values()

    asked = checklist_with(review_checklist(), demo.own_questions)

    assert [step.asks for step in asked if step.own] == [question.asks]


def test_something_is_private_and_never_reaches_the_answer(demo: Workspace) -> None:
    private = {it.id for it in demo.aspirations.values() if it.mark is Mark.PRIVATE}
    private |= {it.id for it in demo.goals.values() if it.mark is Mark.PRIVATE}
    (answer,) = demo.answers.values()
    sources = {sentence.source_id for sentence in answer.composed} - {""}

    assert private
    assert not private & (answer.aspirations | answer.goals | sources)
    assert sources <= demo.aspirations.keys() | demo.goals.keys() | demo.applications.keys()
    assert answer.text == " ".join(sentence.text for sentence in answer.composed)
