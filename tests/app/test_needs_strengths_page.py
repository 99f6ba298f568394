import pytest
from streamlit.testing.v1 import AppTest

from careerkit.labels import Mark
from careerkit.needs import Strength
from careerkit.text import LINE, NOTE
from pages._ui.escape import safe
from pages._ui.state import Key
from tests.tools.needs_pages import (
    another_tab,
    at_view,
    errors,
    press,
    press_key,
    stored,
    texts,
    unfolding,
    view_of,
)

EVIDENCE = "When the server fell over in May, I told eight people what to do, and it was up by noon."


@pytest.fixture
def strengths(app: AppTest) -> AppTest:
    """The view Strengths of somebody new: no comparison is needed for it."""
    return at_view(app, "Strengths")


def write(page: AppTest, title: str, evidence: str = "", mark: Mark = Mark.SAY) -> AppTest:
    page.text_input(key=Key.STRENGTH_TITLE).set_value(title)
    page.text_area(key=Key.STRENGTH_EVIDENCE).set_value(evidence)
    page.radio(key=Key.STRENGTH_MARK).set_value(mark)
    return press_key(page, Key.DRAFT_SAVE)


def add(page: AppTest, title: str, evidence: str = "", mark: Mark = Mark.SAY) -> AppTest:
    return write(press_key(page, Key.STRENGTH_ADD), title, evidence, mark)


def only() -> Strength:
    [strength] = stored().strengths.values()
    return strength


def test_a_strength_stands_with_what_shows_it(strengths: AppTest) -> None:
    add(strengths, "Staying calm", EVIDENCE, Mark.PRIVATE)

    assert view_of(strengths) == "Strengths"
    assert f"**Staying calm**\n{EVIDENCE}" in texts(strengths)
    assert "Private" in texts(strengths)
    assert (only().title, only().evidence, only().mark) == ("Staying calm", EVIDENCE, Mark.PRIVATE)


def test_a_strength_that_nothing_shows_yet_asks_when_it_helped_somebody(strengths: AppTest) -> None:
    add(strengths, "Staying calm")

    assert "No example yet. When did it help somebody?" in texts(strengths)
    assert "Private" not in texts(strengths)


@pytest.mark.parametrize(
    ("title", "evidence", "sentence"),
    [
        pytest.param("  ", EVIDENCE, "Say what you are good at.", id="empty"),
        pytest.param("x" * (LINE + 1), EVIDENCE, "The strength has 121 characters", id="long"),
        pytest.param("Calm", "x" * (NOTE + 1), "The evidence has", id="long-evidence"),
    ],
)
def test_a_strength_that_cannot_be_kept_leaves_the_form_open_with_what_was_typed(
    strengths: AppTest, title: str, evidence: str, sentence: str
) -> None:
    add(strengths, title, evidence)

    assert len(strengths.error) == 1
    assert errors(strengths)[0].startswith(sentence)
    assert strengths.text_input(key=Key.STRENGTH_TITLE).value == title
    assert strengths.text_area(key=Key.STRENGTH_EVIDENCE).value == evidence
    press_key(strengths, Key.DRAFT_CANCEL)
    assert stored().strengths == {}


def test_a_strength_is_edited_put_away_and_brought_back(strengths: AppTest) -> None:
    add(strengths, "Staying calm")
    press(strengths, "Edit")
    assert strengths.text_input(key=Key.STRENGTH_TITLE).value == "Staying calm"
    write(strengths, "Staying calm under pressure", EVIDENCE)
    assert EVIDENCE in texts(strengths)

    press(strengths, "Edit")
    press_key(strengths, Key.DRAFT_ARCHIVE)
    assert unfolding(strengths) == ["Archived: 1"]
    assert only().archived
    press(strengths, "Bring back")

    assert not unfolding(strengths)
    assert (only().title, only().archived) == ("Staying calm under pressure", False)


def test_undo_takes_a_strength_away_and_redo_brings_it_again(strengths: AppTest) -> None:
    add(strengths, "Staying calm")

    press_key(strengths, Key.UNDO)
    assert stored().strengths == {}
    press_key(strengths, Key.REDO)
    assert only().title == "Staying calm"


def test_why_now_is_saved_when_the_field_is_left_and_undo_takes_it_back(strengths: AppTest) -> None:
    strengths.text_area(key=Key.WHY_NOW).set_value(" Ada starts school in September. ").run()
    assert stored().standpoint.why_now == "Ada starts school in September."
    assert another_tab("Strengths").text_area(key=Key.WHY_NOW).value == "Ada starts school in September."

    press_key(strengths, Key.UNDO)

    assert stored().standpoint.why_now == ""
    assert strengths.text_area(key=Key.WHY_NOW).value == ""


def test_two_tabs_that_say_why_now_show_both_and_the_first_stays(strengths: AppTest) -> None:
    other = another_tab("Strengths")
    other.text_area(key=Key.WHY_NOW).set_value("Theirs").run()

    strengths.text_area(key=Key.WHY_NOW).set_value("Mine").run()

    assert len(strengths.error) == 1
    assert [text.value for text in strengths.text] == ["Theirs", "Mine"]
    assert stored().standpoint.why_now == "Theirs"


def test_a_strength_that_another_tab_put_away_says_so_instead_of_opening(strengths: AppTest) -> None:
    add(strengths, "Staying calm")
    other = another_tab("Strengths")
    press(other, "Edit")
    press_key(other, Key.DRAFT_ARCHIVE)

    press(strengths, "Edit")

    assert "This strength is gone" in errors(strengths)[0]
    assert not strengths.text_input


def test_a_strength_is_shown_as_it_was_typed(strengths: AppTest) -> None:
    hostile = "<b>x</b> :red[a] ![x](http://career.example/x.png) $a$"
    add(strengths, hostile, hostile)

    shown = [one.value for one in strengths.markdown]
    assert f"**{safe(hostile)}**" in shown
    assert safe(hostile) in shown
    press(strengths, "Edit")
    press_key(strengths, Key.DRAFT_ARCHIVE)
    assert safe(hostile) in [one.value for one in strengths.markdown]
