from datetime import UTC, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from careerkit.aspirations import Aspiration, Vision
from careerkit.content.templates import built_in_templates
from careerkit.goals import Goal
from careerkit.labels import Mark
from careerkit.store import default_folder, open_store, read_backup
from pages._ui.clock import now
from pages._ui.places import Place
from pages._ui.plan_state import PlanKey
from pages._ui.state import Key
from pages._ui.templates import template_bytes
from tests.tools.seeding import seed

FRAME = Path(__file__).parents[2] / "streamlit_app.py"
[CPA] = built_in_templates()
TAKE = PlanKey.TEMPLATE_ADD.of(CPA.id)
TAKE_FILE = PlanKey.TEMPLATE_ADD.of("file")
OWN = (
    Vision(start_year=2026, role="Head of *audit*"),
    Aspiration(id="a" * 32, title="Grow"),
    Goal(id="b" * 32, title="Pass", aspirations=frozenset({"a" * 32})),
    Goal(id="c" * 32, title="Leave quietly", mark=Mark.PRIVATE),
)


@pytest.fixture
def vision(app: AppTest) -> AppTest:
    return app.switch_page(Place.VISION.value).run()


def _keys(app: AppTest) -> set[str]:
    return {button.key or "" for button in app.button}


def _texts(app: AppTest) -> str:
    return "\n".join(str(element.value) for element in (*app.markdown, *app.caption))


def _own_file(app: AppTest) -> bytes:
    """Return the template of a plan with something private in it, which then is gone."""
    workspace_id = app.session_state[Key.SEEN].id
    seed(app, *OWN)
    store = open_store(default_folder())
    made = template_bytes(lambda: store.load(workspace_id))
    store.delete(workspace_id)
    return made


def test_the_template_of_the_product_is_told_in_words_before_it_is_added(vision: AppTest) -> None:
    assert not vision.exception
    assert CPA.about in _texts(vision)
    assert f"It has a vision, {len(CPA.template.aspirations)} aspirations" in _texts(vision)
    assert not vision.session_state[Key.SEEN].goals


def test_an_added_template_begins_with_this_year_and_is_there_once(vision: AppTest) -> None:
    vision.button(key=TAKE).click().run()

    plan = vision.session_state[Key.SEEN]
    assert not vision.exception
    assert len(plan.goals) == len(CPA.template.goals)
    assert plan.vision.start_year == now().date().year
    assert "Started from the template" in plan.history[-1].changes[0].reason
    assert TAKE not in _keys(vision)
    assert "In your plan" in _texts(vision)


def test_one_undo_takes_a_whole_template_back(vision: AppTest) -> None:
    vision.button(key=TAKE).click().run()
    vision.button(key=Key.UNDO).click().run()

    plan = vision.session_state[Key.SEEN]
    assert (dict(plan.goals), dict(plan.aspirations), dict(plan.visions)) == ({}, {}, {})
    assert TAKE in _keys(vision)


def test_a_template_that_is_added_in_two_tabs_is_there_once(vision: AppTest) -> None:
    other = AppTest.from_file(FRAME, default_timeout=30).run()
    other.switch_page(Place.VISION.value).run()
    vision.button(key=TAKE).click().run()

    other.button(key=TAKE).click().run()

    assert not other.error
    assert len(other.session_state[Key.SEEN].goals) == len(CPA.template.goals)


def test_a_template_takes_nothing_of_what_is_there_already(app: AppTest) -> None:
    seed(app, *OWN)
    app.switch_page(Place.VISION.value).run()
    app.button(key=TAKE).click().run()

    plan = app.session_state[Key.SEEN]
    assert (plan.vision.start_year, plan.vision.role) == (2026, "Head of *audit*")
    assert {it.id: it for it in OWN if isinstance(it, Goal)}.items() <= plan.goals.items()


def test_a_saved_template_has_nothing_private_in_it(app: AppTest) -> None:
    made = _own_file(app)

    assert b"Leave quietly" not in made
    assert [goal.title for goal in read_backup(made).content.goals.values()] == ["Pass"]


def test_a_plan_with_nothing_to_give_makes_no_template(vision: AppTest) -> None:
    assert not vision.download_button
    assert "There is nothing to pass on yet" in _texts(vision)


def test_what_goes_into_the_own_template_is_said_before_it_is_saved(app: AppTest) -> None:
    seed(app, *OWN)
    app.switch_page(Place.VISION.value).run()

    assert "It will have a vision, 1 aspiration and 1 goal" in _texts(app)
    assert "it goes along as you wrote it" in _texts(app)
    assert [button.key for button in app.download_button] == [PlanKey.TEMPLATE_SAVE]


def test_a_template_in_a_file_is_looked_at_first_and_added_with_one_press(app: AppTest) -> None:
    made = _own_file(app)
    page = app.switch_page(Place.VISION.value).run()
    page.file_uploader[0].upload("template.json", made).run()
    assert "It has a vision, 1 aspiration and 1 goal." in _texts(page)
    assert not page.session_state[Key.SEEN].goals

    page.button(key=TAKE_FILE).click().run()

    assert not page.exception
    [goal] = page.session_state[Key.SEEN].goals.values()
    [aspiration] = page.session_state[Key.SEEN].aspirations.values()
    assert (goal.title, goal.aspirations) == ("Pass", {aspiration.id})
    assert TAKE_FILE not in _keys(page)

    page.file_uploader[0].upload("template.json", made).run()
    assert TAKE_FILE not in _keys(page)


def test_a_file_that_is_no_template_gets_one_sentence(vision: AppTest) -> None:
    vision.file_uploader[0].upload("template.json", b"{").run()

    assert not vision.exception
    assert vision.error[0].value.endswith("Nothing was changed.")


def test_a_whole_backup_gives_only_what_a_template_may_have(app: AppTest) -> None:
    seed(app, *OWN)
    workspace_id = app.session_state[Key.SEEN].id
    store = open_store(default_folder())
    backup = store.backup(workspace_id, at=datetime(2026, 1, 1, tzinfo=UTC))
    store.delete(workspace_id)
    page = app.switch_page(Place.VISION.value).run()
    page.file_uploader[0].upload("backup.json", backup).run()
    page.button(key=TAKE_FILE).click().run()

    assert [goal.title for goal in page.session_state[Key.SEEN].goals.values()] == ["Pass"]
