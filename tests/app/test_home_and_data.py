from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from careerkit.change import Actor, Stamp, created
from careerkit.goals import Goal
from careerkit.store import open_store
from careerkit.store.migrations import FORMAT
from pages._ui.local import Connection
from pages._ui.places import Place
from pages._ui.review_state import YearKey
from pages._ui.state import Key
from tests.tools.visitors import AT_HOME

FRAME = Path(__file__).parents[2] / "streamlit_app.py"
STAMP = Stamp(by=Actor(id="me", name="Me"), at=datetime(2026, 1, 2, tzinfo=UTC))


def backup_with(goal: str) -> bytes:
    store = open_store(":memory:")
    store.create("mine")
    store.apply("mine", [created(Goal(id="g", title=goal), stamp=STAMP)], seen=1, commit_id="c")
    return store.backup("mine", at=STAMP.at)


def stored_names(tmp_path: Path) -> set[str]:
    return {path.name for path in (tmp_path / "data").glob("*.json")}


def upload(app: AppTest, data: bytes) -> AppTest:
    app.switch_page(Place.DATA).run()
    app.file_uploader[0].upload("backup.json", data)
    return app.run()


def texts(app: AppTest) -> str:
    return "\n".join(
        element.value for element in [*app.markdown, *app.title, *app.caption, *app.error, *app.info]
    )


def test_someone_new_sees_three_steps_and_one_thing_to_do(app: AppTest) -> None:
    assert not app.exception
    assert [heading.value[:2] for heading in app.subheader] == ["1.", "2.", "3."]
    assert app.button(key=Key.START_STEP).label == "Start with your needs"


def test_the_name_is_saved_when_the_field_is_left_and_undo_takes_it_back(app: AppTest) -> None:
    app.text_input(key=Key.NAME).set_value(" Zoë ").run()
    assert app.text_input(key=Key.NAME).value == "Zoë"

    app.button(key=Key.UNDO).click().run()

    assert app.text_input(key=Key.NAME).value == ""


def test_the_demo_person_comes_and_goes_and_leaves_ones_own_entries_alone(
    app: AppTest, tmp_path: Path
) -> None:
    app.text_input(key=Key.NAME).set_value("Zoë").run()
    app.button(key=Key.DEMO_ADD).click().run()
    assert app.title[0].value == "Hello, Amina"
    assert stored_names(tmp_path) == {"mine.json", "demo.json"}
    assert not [button for button in app.button if button.key == Key.UNDO]  # the demo is not theirs to undo

    app.button(key=Key.DEMO_REMOVE).click().run()

    assert not app.exception
    assert app.text_input(key=Key.NAME).value == "Zoë"
    assert stored_names(tmp_path) == {"mine.json"}


def test_with_the_demo_on_show_ones_own_data_cannot_be_touched_by_mistake(app: AppTest) -> None:
    app.text_input(key=Key.NAME).set_value("Zoë").run()
    app.button(key=Key.DEMO_ADD).click().run()

    app.switch_page(Place.DATA).run()

    assert "Remove the demo" in texts(app)
    assert not app.file_uploader
    assert [button.key for button in app.button] == [Key.DEMO_REMOVE, YearKey.WIN_ADD]


def test_a_demo_that_was_cut_off_at_its_start_hides_nothing(app: AppTest, tmp_path: Path) -> None:
    open_store(tmp_path / "data").create("demo")
    app.run()
    assert app.title[0].value == "Welcome to careerkit"

    app.button(key=Key.DEMO_ADD).click().run()
    assert app.title[0].value == "Hello, Amina"


def test_a_damaged_demo_does_not_lock_anyone_out(app: AppTest, tmp_path: Path) -> None:
    (tmp_path / "data" / "demo.json").write_text("{")
    app.run()

    assert not app.error
    assert app.title[0].value == "Welcome to careerkit"


def test_a_backup_of_the_demo_person_becomes_ones_own(app: AppTest, tmp_path: Path) -> None:
    app.button(key=Key.DEMO_ADD).click().run()
    demo = open_store(tmp_path / "data").backup("demo", at=STAMP.at)
    app.button(key=Key.DEMO_REMOVE).click().run()

    upload(app, demo).button(key=Key.RESTORE.of("backup")).click().run()

    assert not [button for button in app.button if button.key == Key.DEMO_REMOVE]
    assert not open_store(tmp_path / "data").load("mine").profile.demo
    assert len(current_goals(app)) == 7


def test_a_page_that_was_drawn_for_somebody_else_saves_nothing(
    guest_app: AppTest, arrive: Callable[[Connection | None], None], tmp_path: Path
) -> None:
    arrive(AT_HOME)
    guest_app.text_input(key=Key.NAME).set_value("A guest's name").run()

    assert not guest_app.exception
    assert open_store(tmp_path / "data").load("mine").profile.name == ""


def test_two_tabs_that_change_one_field_show_both_and_the_first_stays(app: AppTest) -> None:
    app.text_input(key=Key.NAME).set_value("Zoë").run()
    other = AppTest.from_file(FRAME, default_timeout=30).run()
    other.text_input(key=Key.NAME).set_value("Zoe").run()

    app.text_input(key=Key.NAME).set_value("Zo").run()

    assert "Someone changed “name” meanwhile" in app.error[0].value.replace("\\", "")
    assert [text.value for text in app.text] == ["Zoe", "Zo"]
    assert app.text_input(key=Key.NAME).value == "Zoe"
    app.text_input(key=Key.NAME).set_value("Zo").run()
    assert not app.error


@pytest.mark.parametrize("place", list(Place))
def test_every_page_opens_for_the_demo_person(app: AppTest, place: Place) -> None:
    app.button(key=Key.DEMO_ADD).click().run()

    app.switch_page(place).run()

    assert not app.exception
    assert len(app.title) == 1


@pytest.mark.parametrize("place", list(Place))
def test_every_page_opens_for_someone_new(app: AppTest, place: Place) -> None:
    app.switch_page(place).run()

    assert not app.exception
    assert len(app.title) == 1


def test_a_backup_is_restored_only_after_its_changes_were_seen_and_undo_takes_it_back(app: AppTest) -> None:
    app.text_input(key=Key.NAME).set_value("Zoë").run()
    upload(app, backup_with("Pass the exam"))
    assert "1 goal will be added." in texts(app)
    assert current_goals(app) == []

    app.button(key=Key.RESTORE.of("backup")).click().run()
    assert current_goals(app) == ["Pass the exam"]

    app.button(key=Key.UNDO).click().run()
    assert current_goals(app) == []


def test_cancelling_a_restore_changes_nothing(app: AppTest) -> None:
    upload(app, backup_with("Pass")).button(key=Key.RESTORE_CANCEL.of("backup")).click().run()

    assert current_goals(app) == []
    assert not [button for button in app.button if button.key == Key.RESTORE.of("backup")]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"{", id="damaged"),
        pytest.param(backup_with("Pass")[:-40], id="cut-short"),
        pytest.param(b'{"name": "something else"}', id="foreign"),
        pytest.param(backup_with("Pass").replace(f'"format":{FORMAT}'.encode(), b'"format":99'), id="newer"),
    ],
)
def test_a_file_that_is_no_backup_gets_one_sentence_and_changes_nothing(app: AppTest, data: bytes) -> None:
    upload(app, data)

    assert len(app.error) == 1
    assert app.error[0].value.endswith("Nothing was changed.")
    assert not app.exception
    assert current_goals(app) == []


def test_everything_is_deleted_only_after_the_word(app: AppTest, tmp_path: Path) -> None:
    upload(app, backup_with("Secret plan")).button(key=Key.RESTORE.of("backup")).click().run()
    app.text_input(key=Key.ERASE_WORD).set_value("yes")
    app.button(key=Key.ERASE).click().run()
    assert "Nothing was deleted" in app.error[0].value
    assert len(current_goals(app)) == 1

    app.text_input(key=Key.ERASE_WORD).set_value(" Delete ")
    app.button(key=Key.ERASE).click().run()

    assert current_goals(app) == []
    left = [path for path in (tmp_path / "data").rglob("*") if b"Secret plan" in path.read_bytes()]
    assert left == []


def test_a_guest_is_told_that_nothing_is_kept_for_good(guest_app: AppTest) -> None:
    assert any("You are a guest here" in caption.value for caption in guest_app.caption)


def test_a_folder_that_cannot_be_used_is_told_and_memory_takes_its_place(
    app: AppTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("CAREERKIT_DATA", str(tmp_path / "file" / "data"))

    app.run()
    app.text_input(key=Key.NAME).set_value("Zoë").run()

    assert not app.exception
    assert "Nothing is being kept" in app.warning[0].value
    assert app.text_input(key=Key.NAME).value == "Zoë"


def current_goals(app: AppTest) -> list[str]:
    app.run()
    return [goal.title for goal in app.session_state[Key.SEEN].goals.values()]
