from datetime import UTC, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from careerkit.change import Actor, Stamp, created
from careerkit.goals import Goal
from careerkit.store import default_folder, open_store
from pages._ui.places import Place
from pages._ui.state import Key

COACH = Stamp(by=Actor(id="coach", name="Mx <b>Ode</b>"), at=datetime(2026, 1, 2, 9, 5, tzinfo=UTC))


def opened(app: AppTest) -> AppTest:
    app.switch_page(Place.HISTORY).run()
    assert not app.exception
    return app


def name(app: AppTest, name: str) -> None:
    app.switch_page(Place.HOME).run()
    app.text_input(key=Key.NAME).set_value(name).run()


def lines(app: AppTest) -> str:
    shown = [*(element.value for element in app.markdown), *(one.label for one in app.expander)]
    return "\n".join(shown).replace("\\", "").replace("\u2060", "")


def test_before_the_first_change_the_page_says_what_will_be_here(app: AppTest) -> None:
    assert "every change is listed here" in opened(app).info[0].value


def test_every_change_is_listed_with_who_when_and_why(app: AppTest) -> None:
    name(app, "Zoë")
    change = created(Goal(id="g", title="Pass the exam"), stamp=COACH, reason="We spoke of it")
    open_store(default_folder()).apply("mine", [change], seen=2, commit_id="c")

    opened(app)

    assert app.header[0].value == "2 Jan 2026"
    assert "09:05 · Mx <b>Ode</b> · Added the goal “Pass the exam”" in lines(app)
    assert "We spoke of it" in lines(app)
    assert "· You · Added the profile" in lines(app)


def test_one_change_among_many_is_taken_back_and_done_again(app: AppTest) -> None:
    name(app, "Zoë")
    change = created(Goal(id="g", title="Pass the exam"), stamp=COACH)
    open_store(default_folder()).apply("mine", [change], seen=2, commit_id="c")

    opened(app).button(key=Key.HISTORY_BACK.of("2")).click().run()

    assert "Took back: adding the profile" in lines(app)
    assert open_store(default_folder()).load("mine").goals
    app.button(key=Key.REDO).click().run()
    assert open_store(default_folder()).load("mine").profile.name == "Zoë"
    assert not [button for button in app.button if button.key == Key.REDO]
    assert "Did again: adding the profile" in lines(app)
    assert "Took back: adding the profile · taken back" in lines(app)


def test_what_a_later_change_stands_on_is_not_taken_back_and_the_page_says_why(app: AppTest) -> None:
    name(app, "Zoë")
    name(app, "Zoe")

    opened(app).button(key=Key.HISTORY_BACK.of("2")).click().run()

    assert "changed later" in app.error[0].value or "stands in the way" in app.error[0].value
    assert open_store(default_folder()).load("mine").profile.name == "Zoe"


def test_earlier_changes_come_on_demand_even_from_the_archive(app: AppTest) -> None:
    store = open_store(default_folder())
    for number in range(100):
        goal = Goal(id=f"g{number}", title=f"Goal {number}")
        store.apply("mine", [created(goal, stamp=COACH)], seen=1, commit_id=str(number))
    assert "“Goal 70”" in lines(opened(app))
    assert "“Goal 69”" not in lines(app)

    for _ in range(3):
        app.button(key=Key.HISTORY_MORE).click().run()

    assert "“Goal 0”" in lines(app)
    assert not [button for button in app.button if button.key == Key.HISTORY_MORE]


def test_history_that_cannot_be_read_is_told_below_what_can(app: AppTest) -> None:
    store = open_store(default_folder())
    for number in range(80):
        goal = Goal(id=f"g{number}", title=f"Goal {number}")
        store.apply("mine", [created(goal, stamp=COACH)], seen=1, commit_id=str(number))
    for part in (Path(default_folder()) / "mine.kept").glob("history-*"):
        part.write_text("{")

    opened(app)
    for _ in range(2):
        if Key.HISTORY_MORE in {button.key for button in app.button}:
            app.button(key=Key.HISTORY_MORE).click().run()

    assert "“Goal 79”" in lines(app)
    assert "Your entries are safe" in app.error[0].value


@pytest.mark.parametrize("presses", [1, 2])
def test_undo_and_redo_walk_back_and_forth_step_by_step(app: AppTest, presses: int) -> None:
    for typed in ("A", "B", "C"):
        name(app, typed)

    for _ in range(presses):
        app.button(key=Key.UNDO).click().run()
    assert app.text_input(key=Key.NAME).value == "CBA"[presses]
    for _ in range(presses):
        app.button(key=Key.REDO).click().run()

    assert app.text_input(key=Key.NAME).value == "C"


def test_what_brought_the_demo_person_in_is_not_taken_back_by_itself(app: AppTest) -> None:
    app.button(key=Key.DEMO_ADD).click().run()

    opened(app)

    assert "· careerkit · Added the profile" in lines(app)
    assert not [button for button in app.button if button.label == "Take this back"]
