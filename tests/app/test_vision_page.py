import pytest
from streamlit.testing.v1 import AppTest

from careerkit.aspirations import SPAN, VISION_PARTS
from pages._ui.clock import now
from pages._ui.places import Place
from pages._ui.plan_state import PlanKey
from pages._ui.state import Key

ROLE = PlanKey.VISION_PART.of("role")


@pytest.fixture
def vision(app: AppTest) -> AppTest:
    return app.switch_page(Place.VISION.value).run()


def _press(app: AppTest, key: str) -> AppTest:
    return app.button(key=key).click().run()


def _texts(app: AppTest) -> str:
    return "\n".join(str(element.value) for element in (*app.markdown, *app.caption))


def test_every_part_of_the_vision_has_a_field_and_the_year_it_is_about_is_named(vision: AppTest) -> None:
    assert not vision.exception
    assert [area.key for area in vision.text_area] == [PlanKey.VISION_PART.of(part) for part in VISION_PARTS]
    assert f"**{now().date().year + SPAN}**" in _texts(vision)


def test_the_vision_saves_itself_and_stays_after_a_visit_elsewhere(vision: AppTest) -> None:
    year = now().date().year + 1
    vision.text_area(key=ROLE).set_value("Head of audit").run()
    vision.number_input(key=PlanKey.VISION_YEAR).set_value(year).run()
    vision.switch_page(Place.BOARD.value).run()
    vision.switch_page(Place.VISION.value).run()

    assert vision.text_area(key=ROLE).value == "Head of audit"
    assert vision.number_input(key=PlanKey.VISION_YEAR).value == year


def test_undo_empties_the_field_of_the_vision_again(vision: AppTest) -> None:
    vision.text_area(key=ROLE).set_value("Head of audit").run()
    _press(vision, Key.UNDO)

    assert vision.text_area(key=ROLE).value == ""


def test_an_emptied_start_year_is_the_stored_one_again(vision: AppTest) -> None:
    year = now().date().year + 1
    vision.number_input(key=PlanKey.VISION_YEAR).set_value(year).run()
    vision.number_input(key=PlanKey.VISION_YEAR).set_value(None).run()

    assert not vision.exception
    assert vision.number_input(key=PlanKey.VISION_YEAR).value == year


def test_a_written_vision_stays_in_sight_on_the_page_of_aspirations(vision: AppTest) -> None:
    vision.text_area(key=ROLE).set_value("Head of *audit*").run()
    vision.switch_page(Place.ASPIRATIONS.value).run()

    [strip] = [it for it in vision.expander if it.label.startswith("Your vision of")]
    assert strip.label == f"Your vision of {now().date().year + SPAN}: Head of \\*audit\\*"
    _press(vision, PlanKey.VISION_OPEN)
    assert [title.value for title in vision.title] == ["Vision"]
