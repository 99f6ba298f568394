"""What a person meets when a file is damaged, a disk full, or an earlier version is wanted back."""

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from careerkit.change import Actor, Stamp, created
from careerkit.goals import Goal
from careerkit.store import CopyKind, default_folder, open_store
from pages._ui.places import Place
from pages._ui.state import Key

FRAME = Path(__file__).parents[2] / "streamlit_app.py"
ME = Stamp(by=Actor(id="owner", name="You"), at=datetime(2026, 1, 2, 9, 5, tzinfo=UTC))


def named(app: AppTest, *names: str) -> AppTest:
    app.switch_page(Place.HOME).run()
    for name in names:
        app.text_input(key=Key.NAME).set_value(name).run()
    return app


def full(*_: object) -> int:
    raise OSError(28, "No space left on device")


def stored_name() -> str:
    return open_store(default_folder()).load("mine").profile.name


def data_file() -> Path:
    return default_folder() / "mine.json"


def plain(text: str) -> str:
    return text.replace("\\", "").replace("\u2060", "")


def texts(app: AppTest) -> str:
    return plain("\n".join(e.value for e in [*app.markdown, *app.info, *app.caption]))


def keys(app: AppTest) -> set[str | None]:
    return {button.key for button in app.button}


def choose_version(app: AppTest, kind: CopyKind) -> None:
    app.switch_page(Place.DATA).run()
    options = app.selectbox(key=Key.VERSION).options
    at = next(at for at, option in enumerate(options) if kind.label in option)
    app.selectbox(key=Key.VERSION).select_index(at).run()


def test_without_any_earlier_version_the_page_says_when_there_will_be_one(app: AppTest) -> None:
    app.switch_page(Place.DATA).run()

    assert not app.exception
    assert not [box for box in app.selectbox if box.key == Key.VERSION]


def test_an_earlier_version_is_looked_at_gone_back_to_and_undone(app: AppTest) -> None:
    named(app, "Zoë", "Zoe")

    choose_version(app, CopyKind.PREVIOUS)
    assert "1 profile will be changed" in texts(app)
    assert "name: Zoe → Zoë" in texts(app)
    assert stored_name() == "Zoe"

    app.button(key=Key.RESTORE.of("version")).click().run()
    assert stored_name() == "Zoë"
    assert app.selectbox(key=Key.VERSION).value is None
    app.button(key=Key.UNDO).click().run()
    assert stored_name() == "Zoe"


def test_what_is_missing_is_added_and_what_differs_stays(app: AppTest) -> None:
    store = open_store(default_folder())
    store.apply("mine", [created(Goal(id="g", title="Pass the exam"), stamp=ME)], seen=1, commit_id="1")
    backup = store.backup("mine", at=ME.at)
    app.run()
    app.button(key=Key.UNDO).click().run()
    named(app, "Zoë")

    app.switch_page(Place.DATA).run()
    app.file_uploader[0].upload("backup.json", backup)
    app.run()
    app.button(key=Key.RESTORE_ADD.of("backup")).click().run()

    kept = open_store(default_folder()).load("mine")
    assert [goal.title for goal in kept.goals.values()] == ["Pass the exam"]
    assert kept.profile.name == "Zoë"


def test_a_damaged_file_is_replaced_and_told_until_the_person_has_seen_it(app: AppTest) -> None:
    named(app, "Zoë", "Zoe")
    data_file().write_bytes(data_file().read_bytes().replace(b"Zoe", b"Zoa"))

    app.run()
    assert "damaged. The version before it" in texts(app)
    assert app.text_input(key=Key.NAME).value == "Zoë"
    assert "damaged. The version before it" in texts(AppTest.from_file(FRAME, default_timeout=30).run())

    app.button(key=Key.RECOVERY_SEEN).click().run()
    assert "damaged" not in texts(app)


def test_the_damaged_file_itself_can_still_be_looked_at_and_taken(app: AppTest) -> None:
    named(app, "Zoë", "Zoe")
    data_file().write_bytes(data_file().read_bytes().replace(b"Zoe", b"Zoa"))

    choose_version(app, CopyKind.DAMAGED)
    app.button(key=Key.RESTORE.of("version")).click().run()

    assert stored_name() == "Zoa"


def test_with_nothing_readable_left_the_page_offers_to_start_anew_and_keeps_the_file(app: AppTest) -> None:
    named(app, "Zoë")
    data_file().write_text("{ my plan")
    data_file().with_name("mine.json.bak").unlink()

    app.run()
    assert "left as it is" in plain(app.error[0].value)
    assert Key.RECOVERY_ANEW in keys(app)

    app.button(key=Key.RECOVERY_ANEW).click().run()
    assert not app.exception
    assert stored_name() == ""
    assert [path.read_text() for path in (default_folder() / "mine.kept").iterdir()] == ["{ my plan"]


def test_a_full_disk_is_told_and_what_was_typed_stays_on_the_page(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    named(app, "Zoë")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        named(app, "Zoe")
    assert "no space left on device" in app.error[0].value.lower()
    assert app.text_input(key=Key.NAME).value == "Zoe"
    assert stored_name() == "Zoë"

    named(app, "Zoe Ann")
    assert stored_name() == "Zoe Ann"


def test_a_folder_that_can_only_be_read_shows_the_plan_and_says_that_nothing_is_saved(
    app: AppTest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    named(app, "Zoë")
    folder = shutil.copytree(default_folder(), tmp_path / "elsewhere")
    monkeypatch.setenv("CAREERKIT_DATA", str(folder))
    really_open = os.open

    def only_to_read(path: str | Path, flags: int, mode: int = 0o777, **more: int | None) -> int:
        if str(path).startswith(str(folder)) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            raise OSError(30, "Read-only file system")
        return really_open(path, flags, mode, **more)

    monkeypatch.setattr(os, "open", only_to_read)
    app.run()
    assert "can be read, but not changed (read-only file system)" in plain(app.warning[0].value)
    assert app.text_input(key=Key.NAME).value == "Zoë"

    named(app, "Zoe")

    assert "could not be saved" in app.error[0].value
    assert app.text_input(key=Key.NAME).value == "Zoe"


_INSIDE_A_SAVE = """
import streamlit as st
from careerkit.change import Actor, Stamp, created
from careerkit.goals import Goal
from careerkit.store import open_store
from datetime import UTC, datetime
import os
import shutil

store = open_store(st.session_state["folder"])
stamp = Stamp(by=Actor(id="me", name="Me"), at=datetime(2026, 1, 2, tzinfo=UTC))
if st.session_state.pop("armed", False):
    really = getattr(os, st.session_state["at"])

    def interrupted(*args, **more):
        setattr(os, st.session_state["at"], really)
        st.rerun() if st.session_state["how"] == "rerun" else st.stop()

    setattr(os, st.session_state["at"], interrupted)
    store.apply("mine", [created(Goal(id="g", title="Half"), stamp=stamp)], seen=1, commit_id="c")
st.write("idle")
"""


@pytest.mark.parametrize("how", ["rerun", "stop"])
@pytest.mark.parametrize("at", ["write", "fsync", "link", "replace"])
def test_a_rerun_or_stop_inside_a_save_rolls_it_back(tmp_path: Path, how: str, at: str) -> None:
    store = open_store(tmp_path)
    store.create("mine")
    app = AppTest.from_string(_INSIDE_A_SAVE, default_timeout=30)
    app.session_state["folder"] = str(tmp_path)
    app.session_state["armed"], app.session_state["how"], app.session_state["at"] = True, how, at

    app.run()

    assert not app.exception
    assert store.load("mine").revision == 1
    assert {path.name for path in tmp_path.iterdir()} <= {"mine.json", "mine.json.bak", "mine.lock"}
    saved = store.apply("mine", [created(Goal(id="g", title="Whole"), stamp=ME)], seen=1, commit_id="c")
    assert saved.goals["g"].title == "Whole"


def test_a_stop_inside_an_action_saves_nothing_and_leaves_the_lock_free(app: AppTest) -> None:
    def stops(*_: object, **__: object) -> NoReturn:
        st.stop()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pages._ui.outlook.edit_profile", stops)
        named(app, "Zoë")

    assert stored_name() == ""
    named(app, "Zoe")
    assert stored_name() == "Zoe"


def test_a_backup_and_an_earlier_version_can_be_looked_at_at_the_same_time(app: AppTest) -> None:
    named(app, "Zoë", "Zoe")
    backup = open_store(default_folder()).backup("mine", at=ME.at)
    named(app, "Zo")
    choose_version(app, CopyKind.PREVIOUS)
    app.file_uploader[0].upload("backup.json", backup)
    app.run()

    assert not app.exception
    assert {Key.RESTORE.of("backup"), Key.RESTORE.of("version")} <= keys(app)


def test_a_text_that_could_not_be_saved_can_be_saved_later_even_from_another_page(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    named(app, "Zoë")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        named(app, "Zoe")
        assert "Not saved yet." in texts(app)
        app.button(key=Key.SAVE_NOW.of(Key.NAME)).click().run()
        assert "Not saved yet." in texts(app)
        app.switch_page(Place.BOARD).run()
        app.switch_page(Place.HOME).run()
        assert app.text_input(key=Key.NAME).value == "Zoe"
    app.button(key=Key.SAVE_NOW.of(Key.NAME)).click().run()

    assert stored_name() == "Zoe"
    assert "Not saved yet." not in texts(app)
