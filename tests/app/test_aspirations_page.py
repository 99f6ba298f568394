from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from careerkit.labels import Mark
from pages._ui.clock import now
from pages._ui.places import Place
from pages._ui.state import Key

FRAME = Path(__file__).parents[2] / "streamlit_app.py"


@pytest.fixture
def aspirations(app: AppTest) -> AppTest:
    return app.switch_page(Place.ASPIRATIONS.value).run()


def _press(app: AppTest, key: str) -> AppTest:
    [button] = [button for button in app.button if button.key is not None and button.key.startswith(key)]
    button.click()
    return app.run()


def _add(app: AppTest, title: str, **entered: Any) -> AppTest:  # noqa: ANN401 - a value for each field
    _press(app, Key.ASPIRATION_ADD)
    app.text_input(key=Key.ASPIRATION_TITLE).set_value(title)
    if "needs" in entered:
        app.multiselect(key=Key.ASPIRATION_NEEDS).set_value(entered["needs"])
    if "mark" in entered:
        app.radio(key=Key.ASPIRATION_MARK).set_value(entered["mark"])
    return _press(app, Key.DRAFT_SAVE)


def _texts(app: AppTest) -> str:
    return "\n".join(str(element.value) for element in (*app.markdown, *app.caption, *app.subheader))


def test_the_difference_between_aspiration_and_goal_is_explained(aspirations: AppTest) -> None:
    assert "An aspiration is a direction" in _texts(aspirations)
    assert "A goal is a destination" in _texts(aspirations)


def test_a_new_aspiration_shows_its_needs_its_mark_and_that_no_goal_leads_there(aspirations: AppTest) -> None:
    _add(aspirations, "Work of my own", needs=["freedom", "income"], mark=Mark.PRIVATE)

    assert not aspirations.exception
    for words in ("Work of my own", "Freedom", "Income", "Private", "No goal leads here yet."):
        assert words in _texts(aspirations)


def test_an_aspiration_without_a_title_keeps_the_form_open(aspirations: AppTest) -> None:
    _add(aspirations, "  ")

    assert [error.value for error in aspirations.error] == ["Give the aspiration a title\\."]
    assert aspirations.text_input(key=Key.ASPIRATION_TITLE).value == "  "


def test_an_aspiration_is_edited_put_away_and_brought_back(aspirations: AppTest) -> None:
    _add(aspirations, "Become the expert")
    _press(aspirations, Key.ASPIRATION_EDIT)
    aspirations.text_area(key=Key.ASPIRATION_WHY).set_value("I like the hard cases")
    _press(aspirations, Key.DRAFT_SAVE)
    assert "I like the hard cases" in _texts(aspirations)

    _press(aspirations, Key.ASPIRATION_EDIT)
    _press(aspirations, Key.DRAFT_ARCHIVE)
    assert "Archived: 1" in [expander.label for expander in aspirations.expander]
    _press(aspirations, Key.ASPIRATION_RESTORE)
    assert "Become the expert" in [head.value for head in aspirations.subheader]


def test_a_goal_set_from_an_aspiration_serves_it_and_is_named_on_its_card(aspirations: AppTest) -> None:
    _add(aspirations, "Become the expert")
    _press(aspirations, Key.ASPIRATION_GOAL)
    aspirations.text_input(key=Key.GOAL_TITLE).set_value("Pass part 2")
    assert len(aspirations.multiselect(key=Key.GOAL_ASPIRATIONS).value) == 1
    _press(aspirations, Key.DRAFT_SAVE)
    aspirations.switch_page(Place.ASPIRATIONS.value).run()

    assert "- Pass part 2 :gray[· Idea]" in _texts(aspirations)
    assert "No goal leads here yet." not in _texts(aspirations)


def test_two_aspirations_of_one_name_can_be_told_apart_as_options(aspirations: AppTest) -> None:
    _add(aspirations, "Become the expert")
    _add(aspirations, "Become the expert")
    aspirations.switch_page(Place.BOARD.value).run()
    _press(aspirations, Key.GOAL_ADD)

    options = aspirations.multiselect(key=Key.GOAL_ASPIRATIONS).options
    assert options == ["Become the expert", "Become the expert (2)"]


def test_the_vision_saves_itself_and_stays_after_a_visit_elsewhere(aspirations: AppTest) -> None:
    aspirations.text_area(key=Key.VISION_PART.of("role")).set_value("Head of audit").run()
    aspirations.number_input(key=Key.VISION_YEAR).set_value(now().date().year + 1).run()
    aspirations.switch_page(Place.BOARD.value).run()
    aspirations.switch_page(Place.ASPIRATIONS.value).run()

    assert aspirations.text_area(key=Key.VISION_PART.of("role")).value == "Head of audit"
    assert aspirations.number_input(key=Key.VISION_YEAR).value == now().date().year + 1


def test_undo_empties_the_field_of_the_vision_again(aspirations: AppTest) -> None:
    aspirations.text_area(key=Key.VISION_PART.of("role")).set_value("Head of audit").run()
    _press(aspirations, Key.UNDO)

    assert aspirations.text_area(key=Key.VISION_PART.of("role")).value == ""


def test_an_emptied_start_year_is_the_stored_one_again(aspirations: AppTest) -> None:
    year = now().date().year + 1
    aspirations.number_input(key=Key.VISION_YEAR).set_value(year).run()
    aspirations.number_input(key=Key.VISION_YEAR).set_value(None).run()

    assert not aspirations.exception
    assert aspirations.number_input(key=Key.VISION_YEAR).value == year


def test_a_path_is_read_and_adds_nothing_but_what_is_ticked(aspirations: AppTest) -> None:
    assert "Its catch" in _texts(aspirations)
    aspirations.checkbox(key=Key.PATH_GOAL.of("expert-1")).check()

    _press(aspirations, Key.PATH_TAKE.of("expert"))

    plan = aspirations.session_state[Key.SEEN]
    assert not aspirations.exception
    assert [it.title for it in plan.aspirations.values()] == [
        "Know one subject so well that others rely on my judgement"
    ]
    assert [it.title for it in plan.goals.values()] == ["Pass one examination that my subject asks for"]


def test_a_business_of_ones_own_asks_for_a_second_reason_first(aspirations: AppTest) -> None:
    _press(aspirations, Key.PATH_TAKE.of("own-business"))
    assert "Name a second reason first" in aspirations.error[0].value

    aspirations.text_area(key=Key.PATH_REASON.of("own-business")).set_value("I want to build boats.")
    _press(aspirations, Key.PATH_TAKE.of("own-business"))

    [aspiration] = aspirations.session_state[Key.SEEN].aspirations.values()
    assert (aspiration.why, aspiration.mark) == ("I want to build boats.", Mark.PRIVATE)


def test_a_path_that_is_taken_in_two_tabs_is_added_once(aspirations: AppTest) -> None:
    other = AppTest.from_file(FRAME, default_timeout=30).run().switch_page(Place.ASPIRATIONS.value).run()
    _press(aspirations, Key.PATH_TAKE.of("expert"))

    _press(other, Key.PATH_TAKE.of("expert"))

    assert not other.exception
    assert len(other.session_state[Key.SEEN].aspirations) == 1
