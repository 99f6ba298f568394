from datetime import UTC, date, datetime
from uuid import NAMESPACE_URL, uuid5

import pytest

from careerkit.change import Actor, RandomIds, Stamp
from careerkit.content import demo_changes, needs_catalogue
from careerkit.content.files import ContentError, text_of_file
from careerkit.content.templates import FILE, built_in_templates, read_templates
from careerkit.goals import GoalStatus, lanes
from careerkit.labels import Mark
from careerkit.store import MEMORY, open_store, read_backup
from careerkit.store.backup import template_file
from careerkit.workspace import (
    KINDS,
    Workspace,
    broken_links,
    template_changes,
    template_in_words,
    template_of,
)

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)
STAMP = Stamp(by=Actor(id="me", name="Me"), at=NOW)
NEEDS = [need.id for need in needs_catalogue()]
TEMPLATE = built_in_templates()[0].template


def started(start_year: int) -> Workspace:
    store = open_store(MEMORY)
    empty = store.create("mine")
    changes = template_changes(empty, TEMPLATE, start_year=start_year, stamp=STAMP)
    return store.apply("mine", changes, seen=1, commit_id="started")


def test_the_tax_accountant_is_a_template_with_words_of_its_own() -> None:
    [accountant] = built_in_templates()

    assert accountant.id == "tax-accountant"
    assert accountant.title
    assert accountant.about.endswith(".")
    assert template_in_words(accountant.template) == ["a vision", "2 aspirations", "5 goals", "14 milestones"]


def test_nothing_of_the_demo_person_that_is_private_or_is_hers_alone_is_in_the_template() -> None:
    store = open_store(MEMORY)
    store.create("demo")
    demo = store.apply(
        "demo", demo_changes(ids=RandomIds(), stamp=STAMP, today=date(2026, 7, 1)), seen=1, commit_id="d"
    )
    written = template_file(TEMPLATE, at=NOW).decode()
    [aspiration] = [it for it in demo.aspirations.values() if it.mark is Mark.PRIVATE]
    [goal] = [it for it in demo.goals.values() if it.mark is Mark.PRIVATE]

    for hidden in (demo.profile.name, aspiration.title, aspiration.why, goal.title, goal.why):
        assert hidden not in written
    for checkin in demo.checkins.values():
        assert not checkin.note or checkin.note not in written
    for trend in demo.trends.values():
        assert trend.title not in written


def test_a_template_of_the_product_is_a_template_and_its_file_can_be_read() -> None:
    assert template_of(TEMPLATE, needs=NEEDS) == TEMPLATE
    assert read_backup(template_file(TEMPLATE, at=NOW)).content == TEMPLATE
    assert list(broken_links(TEMPLATE, KINDS)) == []


@pytest.mark.parametrize("start_year", [2026, 2033])
def test_a_plan_that_starts_from_it_has_its_seven_years_and_nothing_has_begun(start_year: int) -> None:
    plan = started(start_year)

    assert plan.vision is not None
    assert plan.vision.start_year == start_year
    planned = lanes(plan.milestones, start_year)
    assert [len(of_year) for of_year in planned.years.values()] == [2, 4, 4, 2, 0, 1, 1]
    assert (planned.earlier, planned.later) == ((), ())
    assert {goal.status for goal in plan.goals.values()} == {GoalStatus.PLANNED, GoalStatus.IDEA}
    assert {start_year <= goal.due.year < start_year + 7 for goal in plan.goals.values() if goal.due} == {
        True
    }


def test_its_ids_are_the_same_whenever_it_is_made() -> None:
    again = read_templates(text_of_file(FILE))[0].template

    assert again == TEMPLATE
    assert started(2026).goals.keys() == started(2030).goals.keys()


def test_its_ids_do_not_follow_from_the_order_of_its_entries() -> None:
    ids = {goal.title: id_ for id_, goal in TEMPLATE.goals.items()}

    space = uuid5(NAMESPACE_URL, "careerkit/templates")
    name = "Hold a client call in Spanish"
    assert ids[name] == uuid5(space, f"tax-accountant/goals/{name}/").hex


def test_a_plan_that_has_it_already_gets_nothing_twice() -> None:
    assert template_changes(started(2026), TEMPLATE, start_year=2030, stamp=STAMP) == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("", "write each entry under", id="nothing"),
        pytest.param('[[template]]\nid = "tax-accountant"', "it holds exactly about, id, title", id="bare"),
        pytest.param(
            '[[template]]\nid = "baker"\ntitle = "T"\nabout = "A"', "“id” is one of tax-acc", id="unknown"
        ),
        pytest.param(
            '[[template]]\nid = "tax-accountant"\ntitle = " "\nabout = "A"', "“title” is a text", id="blank"
        ),
        pytest.param(
            '[[template]]\nid = "tax-accountant"\ntitle = "T"\nabout = "A"\n' * 2, "is taken", id="twice"
        ),
    ],
)
def test_a_wrong_file_is_told_with_its_entry(text: str, says: str) -> None:
    with pytest.raises(ContentError, match=says):
        read_templates(text)
