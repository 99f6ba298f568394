from datetime import UTC, date, datetime, time
from itertools import combinations

import pytest

from careerkit.change import Actor, RandomIds, Stamp
from careerkit.content import demo_changes, directions, needs_catalogue
from careerkit.goals import GoalStatus
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
from careerkit.review import finished_reviews, open_review
from careerkit.store import MEMORY, open_store
from careerkit.workspace import KINDS, Workspace, broken_links

TODAY = date(2026, 11, 22)


def _demo(today: date) -> Workspace:
    store = open_store(MEMORY)
    empty = store.create("demo")
    stamp = Stamp(by=Actor(id="c", name="c"), at=datetime.combine(today, time(12), UTC))
    changes = demo_changes(ids=RandomIds(), stamp=stamp, today=today)
    return store.apply("demo", changes, seen=empty.revision, commit_id="demo")


@pytest.fixture
def demo() -> Workspace:
    return _demo(TODAY)


@pytest.mark.parametrize("today", [TODAY, date(2028, 2, 29), date(2027, 1, 1), date(2026, 12, 31)])
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
    assert len(demo.milestones) == 10


def test_last_year_has_its_record_and_this_year_is_still_to_be_reviewed(demo: Workspace) -> None:
    (record,) = finished_reviews(demo.reviews)

    assert record.year == TODAY.year - 1
    assert set(record.answers) == {step.id for step in record.steps}
    assert record.facts["year-in-facts"][0] == "2 milestones planned for 2025: 2 done, 0 open."
    assert not any("Done:" in line for line in record.facts["next-milestones"])
    assert open_review(demo.reviews) is None


def test_something_is_private_and_never_reaches_the_answer(demo: Workspace) -> None:
    private = {it.id for it in demo.aspirations.values() if it.mark is Mark.PRIVATE}
    private |= {it.id for it in demo.goals.values() if it.mark is Mark.PRIVATE}
    (answer,) = demo.answers.values()
    sources = {sentence.source_id for sentence in answer.composed} - {""}

    assert private
    assert not private & (answer.aspirations | answer.goals | sources)
    assert sources <= demo.aspirations.keys() | demo.goals.keys() | demo.applications.keys()
    assert answer.text == " ".join(sentence.text for sentence in answer.composed)
