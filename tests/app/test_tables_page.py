from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from careerkit.aspirations import Aspiration
from careerkit.goals import Goal, GoalStatus, Milestone, MilestoneKind
from careerkit.intake.table import MOST_ROWS
from careerkit.labels import Mark
from careerkit.store import default_folder, open_store
from careerkit.workspace import Workspace
from pages._ui.clock import today
from pages._ui.intake_source import Source, pattern_of, read_source
from pages._ui.local import Connection
from pages._ui.places import Place
from pages._ui.state import Key
from pages._ui.take_out import calendar_bytes, goals_bytes, milestones_bytes
from tests.tools.seeding import seed
from tests.tools.visitors import AT_HOME

FRAME = Path(__file__).parents[2] / "streamlit_app.py"
BOARD = (Path(__file__).parents[1] / "data" / "trello-board.json").read_bytes()
DAY = date(2027, 5, 31)
OWN = (
    Aspiration(id="expert", title="Become the engineer people ask"),
    Goal(id="exam", title="Pass the exam", due=DAY, status=GoalStatus.PLANNED, needs=frozenset({"mastery"})),
    Goal(id="quit", title="Leave quietly", due=DAY, status=GoalStatus.DOING, mark=Mark.PRIVATE),
    Goal(id="sum", title="=1+1", first_step="@cmd"),
    Milestone(
        id="book", title="Book the exam", year=2027, kind=MilestoneKind.TRAINING, goals=frozenset({"exam"})
    ),
    Milestone(id="pack", title="Pack", year=2027, kind=MilestoneKind.ROLE, goals=frozenset({"quit"})),
)
FIVE_ROWS = (
    "Title,Due,Status,Mood\n"
    "Speak *twice*,2027-05-31,To do,good\n"
    "Late,31.12.2027,,\n"
    "Write,,In progress,\n"
    ",2027-01-01,,\n"
    "Read,,,\n"
)


@pytest.fixture
def data_page(app: AppTest) -> AppTest:
    return app.switch_page(Place.DATA).run()


def bring(app: AppTest, data: bytes | str, source: Source = Source.GOALS, name: str = "goals.csv") -> AppTest:
    app.segmented_control(key=Key.BRING_SOURCE).set_value(source).run()
    return put_in(app, data.encode() if isinstance(data, str) else data, name)


def put_in(app: AppTest, data: bytes, name: str = "goals.csv") -> AppTest:
    app.file_uploader[-1].upload(name, data)
    return app.run()


def add(app: AppTest) -> AppTest:
    return app.button(key=Key.BRING_ADD).click().run()


def labels(app: AppTest) -> list[str]:
    return [button.label for button in app.button]


def texts(app: AppTest) -> str:
    shown = "\n".join(str(element.value) for element in (*app.markdown, *app.caption))
    return shown.replace("\\", "").replace("\u2060", "")


def plan_of(app: AppTest) -> Workspace:
    workspace: Workspace = app.session_state[Key.SEEN]
    return workspace


def newest(app: AppTest) -> Callable[[], Workspace]:
    id_ = plan_of(app).id
    return lambda: open_store(default_folder()).load(id_)


def titles(app: AppTest) -> list[str]:
    return [goal.title for goal in plan_of(app).goals.values()]


def is_empty(app: AppTest) -> bool:
    return Key.BRING_CANCEL not in {button.key for button in app.button}


def test_the_page_offers_a_calendar_and_two_tables(data_page: AppTest) -> None:
    assert not data_page.exception
    assert [button.label for button in data_page.download_button] == [
        "Download a backup",
        "Download calendar",
        "Download goals",
        "Download milestones",
        "Download an empty table",
    ]
    assert "Private entries stay out unless you tick this." in texts(data_page)
    assert data_page.checkbox(key=Key.TAKE_PRIVATE).value is False


def test_the_page_still_opens_when_the_private_entries_are_asked_for(data_page: AppTest) -> None:
    data_page.checkbox(key=Key.TAKE_PRIVATE).check().run()

    assert not data_page.exception


@pytest.mark.parametrize("private", [False, True])
def test_a_private_entry_is_in_no_file_unless_it_is_asked_for(app: AppTest, private: bool) -> None:  # noqa: FBT001 - a parameter
    seed(app, *OWN)
    load = newest(app)

    files = {
        "goals": goals_bytes(load, private=private),
        "milestones": milestones_bytes(load, private=private),
        "calendar": calendar_bytes(load, today(), private=private),
    }

    assert {name for name, data in files.items() if b"Leave quietly" in data} == (
        {"goals", "milestones", "calendar"} if private else set()
    )
    assert (b"Pack" in files["milestones"], b"Pack" in files["calendar"]) == (private, private)
    assert all(b"xam" in data for data in files.values())


def test_a_download_has_what_was_saved_after_the_page_was_drawn(app: AppTest) -> None:
    load = newest(app)
    seed(app, *OWN)

    assert b"Pass the exam" in goals_bytes(load, private=False)


def test_a_cell_that_a_spreadsheet_would_run_goes_out_as_text_and_comes_back_as_it_was(
    data_page: AppTest,
) -> None:
    seed(data_page, *OWN)
    made = goals_bytes(newest(data_page), private=True)
    open_store(default_folder()).delete("mine")
    data_page.run()

    assert b"'=1+1" in made
    assert b"'@cmd" in made
    add(put_in(data_page.run(), made))
    assert "=1+1" in titles(data_page)


@pytest.mark.parametrize(
    ("source", "make"), [(Source.GOALS, goals_bytes), (Source.MILESTONES, milestones_bytes)]
)
def test_what_went_out_brings_nothing_new_back_in(
    data_page: AppTest, source: Source, make: Callable[..., bytes]
) -> None:
    seed(data_page, *OWN)
    before = newest(data_page)().revision

    bring(data_page, make(newest(data_page), private=True), source)

    assert not data_page.exception
    assert "Nothing new is in this file." in texts(data_page)
    assert "are in your plan already." in texts(data_page)
    assert Key.BRING_ADD not in {button.key for button in data_page.button}
    assert newest(data_page)().revision == before


def test_rows_with_a_problem_stay_out_with_their_place_and_the_others_come_in(data_page: AppTest) -> None:
    bring(data_page, FIVE_ROWS)

    entries, problems = (table.value for table in data_page.table)
    assert list(entries["When"]) == ["31 May 2027", "No date", "No date"]
    assert list(entries["Status"]) == ["Planned", "Idea", "Idea"]
    assert list(problems["Row"]) == ["3", "5"]
    assert list(problems["Column"]) == ["Due", "Title"]
    assert "Write year" in problems["What to do"][0]
    assert "2 rows stay out." in texts(data_page)
    assert "This column is not read: “Mood”." in texts(data_page)
    assert "1 goal comes in as an idea: its status needs a date." in texts(data_page)
    assert titles(data_page) == []

    add(data_page)

    assert titles(data_page) == ["Speak *twice*", "Write", "Read"]
    assert [it.value for it in data_page.toast] == ["Added 3 goals. Undo takes it back. 2 rows stay out."]
    assert plan_of(data_page).history[-1].changes[0].reason == "Brought in from a table of goals"
    assert is_empty(data_page)


def test_a_title_is_shown_as_it_was_typed(data_page: AppTest) -> None:
    bring(data_page, "Title\n:red[loud] ![x](http://career.example/x.png)\n")

    [shown] = data_page.table[0].value["Title"]
    assert "![x](" not in shown
    assert ":red[" not in shown


def test_one_undo_takes_a_whole_file_back(data_page: AppTest) -> None:
    add(bring(data_page, FIVE_ROWS)).button(key=Key.UNDO).click().run()

    assert titles(data_page) == []


def test_a_file_that_comes_a_second_time_adds_nothing(data_page: AppTest) -> None:
    add(bring(data_page, FIVE_ROWS))
    put_in(data_page, FIVE_ROWS.encode())

    assert "Nothing new is in this file." in texts(data_page)
    assert "3 entries are in your plan already." in texts(data_page)
    assert Key.BRING_ADD not in {button.key for button in data_page.button}


def test_a_file_that_two_tabs_add_is_there_once(data_page: AppTest) -> None:
    bring(data_page, FIVE_ROWS)
    other = AppTest.from_file(FRAME, default_timeout=30).run()
    bring(other.switch_page(Place.DATA).run(), FIVE_ROWS)
    add(data_page)

    add(other)

    assert not other.error
    assert len(plan_of(other).goals) == 3
    assert other.toast[0].value.startswith("All of it was in your plan already.")


def test_what_the_plan_has_stays_when_the_file_says_something_else(data_page: AppTest) -> None:
    seed(data_page, *OWN)
    bring(data_page, "Id,Title\nexam,Fail the exam\n")

    assert "1 entry is in your plan already." in texts(data_page)
    assert "1 of them says something else in the file. Yours stay as they are." in texts(data_page)


def test_the_preview_follows_the_plan(data_page: AppTest) -> None:
    bring(data_page, "Id,Title\nnew,Swim\nexam,Pass the exam\n")
    assert "Add 2 goals" in labels(data_page)

    seed(data_page, *OWN)
    data_page.run()

    assert "Add 1 goal" in labels(data_page)


def test_cancelling_changes_nothing_and_empties_the_uploader(data_page: AppTest) -> None:
    bring(data_page, FIVE_ROWS).button(key=Key.BRING_CANCEL).click().run()

    assert titles(data_page) == []
    assert is_empty(data_page)
    assert not data_page.table


def test_a_board_brings_its_cards_and_their_checklists(data_page: AppTest) -> None:
    seed(data_page, OWN[0])
    bring(data_page, BOARD, Source.TRELLO, "board.json")

    assert "Add 4 goals and 3 milestones" in labels(data_page)
    assert "1 card archived in Trello stays out." in texts(data_page)
    problems = data_page.table[1].value
    assert list(problems["Card"]) == ["6"]
    assert list(problems["Part"]) == ["card"]

    add(data_page)

    plan = plan_of(data_page)
    by_title = {goal.title: goal for goal in plan.goals.values()}
    bridges = by_title["Lead the inspection of three bridges"]
    assert (bridges.status, bridges.due, bridges.aspirations) == (
        GoalStatus.DOING,
        date(2028, 6, 30),
        frozenset({"expert"}),
    )
    steps = {it.title: (it.done, it.year) for it in plan.milestones.values() if bridges.id in it.goals}
    assert steps == {"Shadow one inspection": (True, 2027), "Lead the first": (False, 2028)}
    assert by_title["Finish the refresher course"].status is GoalStatus.DONE
    put_in(data_page, BOARD, "board.json")
    assert "Nothing new is in this file." in texts(data_page)


def test_milestones_come_from_a_table_of_their_own(data_page: AppTest) -> None:
    bring(data_page, "Title,Year,Done\nBook the exam,2027,yes\nSit it,,\n", Source.MILESTONES)

    entries, problems = (table.value for table in data_page.table)
    assert (list(entries["When"]), list(entries["Status"])) == (["2027"], ["Milestone, done"])
    assert list(problems["Column"]) == ["Year"]
    [milestone] = plan_of(add(data_page)).milestones.values()
    assert (milestone.title, milestone.year, milestone.done) == ("Book the exam", 2027, True)


def test_of_the_longest_table_only_parts_are_drawn(data_page: AppTest) -> None:
    good = "".join(f"Goal {number},2027-05-31\n" for number in range(MOST_ROWS - 100))
    bring(data_page, "Title,Due\n" + good + "Late,tomorrow\n" * 100)

    entries, problems = (table.value for table in data_page.table)
    assert (len(entries), len(problems)) == (20, 12)
    assert "These are the first 20 of 9,900." in texts(data_page)
    assert "Add 9,900 goals" in labels(data_page)
    assert "100 rows stay out." in texts(data_page)

    next(button for button in data_page.button if button.label == "Show more (88 left)").click().run()
    assert len(data_page.table[1].value) == 24


def test_a_table_is_read_once_however_often_the_page_is_drawn(
    data_page: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    times: list[Source] = []

    def counting(source: Source, data: bytes, plan: Workspace, *, today: date) -> object:
        times.append(source)
        return read_source(source, data, plan, today=today)

    monkeypatch.setattr("pages._ui.bring_in.read_source", counting)
    bring(data_page, FIVE_ROWS).run().run()

    assert times == [Source.GOALS]


@pytest.mark.parametrize(
    ("source", "name", "data", "sentence"),
    [
        pytest.param(Source.GOALS, "a.csv", b"\x89PNG\r\n\x1a\n\x00\x00\xff", "not UTF-8 text", id="picture"),
        pytest.param(Source.GOALS, "a.csv", b"PK\x03\x04rest", "Save the table as CSV.", id="workbook"),
        pytest.param(Source.GOALS, "a.csv", b"", "This file is empty.", id="empty"),
        pytest.param(Source.MILESTONES, "a.csv", b"When,Where\n1,2\n", "No column is called", id="no-title"),
        pytest.param(Source.TRELLO, "a.json", b"[]", "not the export of a Trello board", id="no-board"),
        pytest.param(Source.TRELLO, "a.json", b"{", "not JSON", id="no-json"),
    ],
)
def test_a_file_that_is_none_of_its_kind_gets_one_sentence_and_the_page_goes_on(
    data_page: AppTest, source: Source, name: str, data: bytes, sentence: str
) -> None:
    bring(data_page, data, source, name)

    assert not data_page.exception
    [error] = data_page.error
    assert sentence in error.value.replace("\\", "")
    assert error.value.endswith("Nothing was changed.")
    assert data_page.text_input(key=Key.ERASE_WORD).label.startswith("Type")
    assert titles(data_page) == []


def test_another_kind_of_file_begins_with_an_empty_uploader(data_page: AppTest) -> None:
    bring(data_page, FIVE_ROWS)

    data_page.segmented_control(key=Key.BRING_SOURCE).set_value(Source.TRELLO).run()

    assert is_empty(data_page)
    assert data_page.file_uploader[-1].allowed_type == [".json"]


@pytest.mark.parametrize("source", [Source.GOALS, Source.MILESTONES])
def test_the_empty_table_has_the_columns_that_are_read_and_nothing_else(source: Source) -> None:
    pattern = pattern_of(source)
    assert pattern is not None

    read = read_source(source, pattern, Workspace(id="mine", revision=0), today=DAY)

    assert (read.goals, read.milestones, read.problems, read.ignored_columns) == ((), (), (), ())


def test_a_file_that_somebody_else_put_in_reaches_nobody(
    guest_app: AppTest, arrive: Callable[[Connection | None], None], tmp_path: Path
) -> None:
    guest_app.switch_page(Place.DATA).run()
    bring(guest_app, FIVE_ROWS)
    open_store(tmp_path / "data").create("mine")
    arrive(AT_HOME)

    add(guest_app)

    assert not guest_app.exception
    assert not open_store(tmp_path / "data").load("mine").goals
