"""What changed since a day, on the page History."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from streamlit.testing.v1 import AppTest

from careerkit.aspirations import Aspiration
from careerkit.change import Actor, Change, Entity, Stamp, archived, created, restored, updates
from careerkit.goals import CheckIn, Goal, Milestone, MilestoneKind
from careerkit.interview import Answer, Application, Asked
from careerkit.needs import OwnNeed
from careerkit.review import Review, ReviewStep
from careerkit.store import default_folder, open_store
from careerkit.workspace import refile_as_aspiration
from pages._ui.clock import now
from pages._ui.more import PART
from pages._ui.places import Place
from pages._ui.plan_state import PlanKey
from pages._ui.state import Key
from tests.tools.needs_pages import plain, save

SINCE = "What changed since"
EXAM = Goal(id="g", title="Pass the exam")
COACH = Actor(id="coach", name="Mx *Ode*")


def at(day: int, month: int = 3, hour: int = 9) -> Stamp:
    return Stamp(by=COACH, at=datetime(2026, month, day, hour, 5, tzinfo=UTC))


def saved(*changes: Change) -> None:
    save(lambda _: changes)


def added(stamp: Stamp, *entities: Entity) -> None:
    saved(*(created(entity, stamp=stamp) for entity in entities))


def since(app: AppTest, day: date | None = None) -> AppTest:
    app.query_params[Key.HISTORY_VIEW.value] = SINCE
    if day is not None:
        app.query_params[Key.HISTORY_SINCE.value] = day.isoformat()
    app.switch_page(Place.HISTORY).run()
    assert not app.exception
    return app


def rows(app: AppTest) -> list[str]:
    """What the page says of each entry, line by line."""
    return [plain(md.value) for md in app.markdown]


def headings(app: AppTest) -> list[str]:
    return [plain(one.value) for one in app.subheader]


def test_the_history_begins_day_by_day_and_the_other_view_is_one_press_away(app: AppTest) -> None:
    added(at(1), EXAM)
    app.switch_page(Place.HISTORY).run()
    assert app.header[0].value == "1 Mar 2026"
    assert not app.date_input

    app.segmented_control(key=Key.HISTORY_VIEW).set_value(SINCE).run()

    assert not app.exception
    assert app.date_input(key=Key.HISTORY_SINCE).label == "Since the start of"
    assert not app.header


def test_two_edits_of_one_goal_are_one_entry_from_its_first_value_to_its_last(app: AppTest) -> None:
    added(at(1), EXAM)
    second = replace(EXAM, title="Pass the exam in May", why="For the licence")
    third = replace(second, title="Pass *both* exams", due=date(2027, 5, 1))
    saved(*updates(EXAM, second, stamp=at(3), reason="Clearer"))
    saved(*updates(second, third, stamp=at(4), reason="The <b>market</b> asks"))

    since(app, date(2026, 3, 2))

    assert headings(app) == ["Goal"]
    [row] = rows(app)
    assert row == (
        "**“Pass *both* exams”** · *The <b>market</b> asks* :small[:gray[· 4 Mar 2026, 09:05 · Mx *Ode*]]\n\n"
        "- title: Pass the exam → Pass *both* exams\n"
        "- why: nothing → For the licence\n"
        "- due: nothing → 1 May 2027"
    )


def test_what_came_back_to_what_it_was_is_left_out(app: AppTest) -> None:
    added(at(1), EXAM)
    other = replace(EXAM, title="Something else")
    saved(*updates(EXAM, other, stamp=at(3)))
    saved(*updates(other, EXAM, stamp=at(4)))
    saved(archived(EXAM, stamp=at(5)))
    saved(restored(replace(EXAM, archived=True), stamp=at(6)))

    since(app, date(2026, 3, 2))

    assert headings(app) == []
    assert rows(app) == ["Nothing changed since 2 Mar 2026."]


def test_what_was_archived_added_or_brought_back_says_so_in_one_line(app: AppTest) -> None:
    away = Goal(id="away", title="Old plan", archived=True)
    added(at(1), EXAM, away)
    saved(archived(EXAM, stamp=at(3), reason="Not mine any more"))
    saved(restored(away, stamp=at(4)))
    added(at(5), Goal(id="new", title="New plan"))

    since(app, date(2026, 3, 2))

    assert headings(app) == ["Goals"]
    assert [row.split(" :small")[0].strip() for row in rows(app)] == [
        "**“New plan”** · added",
        "**“Old plan”** · brought back",
        "**“Pass the exam”** · archived · *Not mine any more*",
    ]


def test_entries_stand_by_kind_under_what_they_are_called(app: AppTest) -> None:
    added(
        at(3),
        Application(id="a", company="Halden & Rowe", role="Lead"),
        Answer(id="a-near", application_id="a", asked=Asked.NEAR),
        EXAM,
        CheckIn(id="c", goal="g", on=date(2026, 3, 2), value=2.5),
        Milestone(id="m1", title="Paper one", year=2026, kind=MilestoneKind.QUALIFICATION),
        Milestone(id="m2", title="Paper two", year=2027, kind=MilestoneKind.QUALIFICATION),
        OwnNeed(id="income", name="Money"),
        OwnNeed(id="balance", hidden=True),
    )

    since(app, date(2026, 3, 3))

    assert headings(app) == ["Needs", "Goal", "Milestones", "Check-in", "Application", "Answer"]
    names = [row.split("**")[1] for row in rows(app)]
    assert names == [
        "“Money”",
        "“Balance”",
        "“Pass the exam”",
        "“Paper one”",
        "“Paper two”",
        "“Pass the exam” on 2 Mar 2026: 2.5",
        "“Halden & Rowe”",
        "“Halden & Rowe”, career goals",
    ]


def test_an_entry_filed_as_the_other_kind_is_told_once_where_it_is_now(app: AppTest) -> None:
    added(at(1), EXAM)
    save(lambda plan: refile_as_aspiration(plan, "g", stamp=at(3)))

    since(app, date(2026, 3, 2))

    assert headings(app) == ["Aspiration"]
    assert "**“Pass the exam”** · now an aspiration" in rows(app)[0]


def test_an_aspiration_that_is_archived_long_after_it_was_refiled_is_archived(app: AppTest) -> None:
    added(at(1), EXAM)
    save(lambda plan: refile_as_aspiration(plan, "g", stamp=at(2)))
    save(lambda plan: [archived(plan.aspirations["g"], stamp=at(5))])

    since(app, date(2026, 3, 4))

    assert headings(app) == ["Aspiration"]
    assert "**“Pass the exam”** · archived" in rows(app)[0]


def test_the_day_counts_from_its_beginning_midnight_included(app: AppTest) -> None:
    midnight = Stamp(by=COACH, at=datetime(2026, 3, 3, tzinfo=UTC))
    just_before = Stamp(by=COACH, at=midnight.at - timedelta(seconds=1))
    added(just_before, Goal(id="before", title="Before"))
    added(midnight, Goal(id="after", title="After"))

    assert ["After" in row for row in rows(since(app, date(2026, 3, 3)))] == [True]
    app.date_input(key=Key.HISTORY_SINCE).set_value(date(2026, 3, 4)).run()
    assert rows(app) == ["Nothing changed since 4 Mar 2026."]


def test_a_day_begins_when_it_begins_for_the_visitor(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    late = Stamp(
        by=COACH, at=datetime(2026, 3, 2, 23, 30, tzinfo=UTC)
    )  # 3 March in Madrid, half past midnight
    added(late, EXAM)
    assert "Nothing changed" in rows(since(app, date(2026, 3, 3)))[0]

    monkeypatch.setattr("pages._ui.clock.zone", lambda: ZoneInfo("Europe/Madrid"))

    assert "3 Mar 2026, 00:30" in rows(since(app, date(2026, 3, 3)))[0]


def test_it_begins_a_month_ago_for_whoever_finished_no_review(app: AppTest) -> None:
    added(at(1), EXAM)

    since(app)

    assert app.date_input(key=Key.HISTORY_SINCE).value == now().date() - timedelta(days=30)


def test_it_begins_on_the_day_of_the_last_finished_review(app: AppTest) -> None:
    steps = (ReviewStep(id="s", title="What happened", asks="What happened?"),)
    days = (date(2024, 12, 1), date(2025, 12, 3), None)
    added(
        at(1),
        *(
            Review(id=f"r{n}", year=2024 + n, steps=steps, started_on=date(2024 + n, 11, 1), finished_on=day)
            for n, day in enumerate(days)
        ),
    )

    since(app)

    assert app.date_input(key=Key.HISTORY_SINCE).value == date(2025, 12, 3)


@pytest.mark.parametrize("day", ["99999", "2026-13-40", "<script>", "1000-01-01", "9999-12-31", "\x00"])
def test_a_day_in_the_address_that_is_none_falls_back_to_the_usual_one(app: AppTest, day: str) -> None:
    added(at(1), EXAM)
    app.query_params[Key.HISTORY_VIEW.value] = SINCE
    app.query_params[Key.HISTORY_SINCE.value] = day

    app.switch_page(Place.HISTORY).run()

    assert not app.exception
    assert app.date_input(key=Key.HISTORY_SINCE).value == now().date() - timedelta(days=30)


def test_a_view_in_the_address_that_is_none_falls_back_to_the_first(app: AppTest) -> None:
    added(at(1), EXAM)
    app.query_params[Key.HISTORY_VIEW.value] = "Nonsense"

    app.switch_page(Place.HISTORY).run()

    assert not app.exception
    assert app.header[0].value == "1 Mar 2026"


def test_of_many_entries_the_first_are_shown_and_more_on_demand(app: AppTest) -> None:
    added(at(3), *(Goal(id=f"g{n}", title=f"Goal {n}") for n in range(30)))
    since(app, date(2026, 3, 2))
    assert len(rows(app)) == PART

    app.button(key=PlanKey.BOARD_MORE.of("since-goals")).click().run()

    assert len(rows(app)) == 2 * PART


def test_what_was_typed_over_several_lines_stays_within_its_row(app: AppTest) -> None:
    added(at(1), EXAM)
    hostile = replace(EXAM, why="# One\n\n- two ![x](http://e.example/x.png)")
    saved(*updates(EXAM, hostile, stamp=at(3)))

    since(app, date(2026, 3, 2))

    assert rows(app)[0].endswith("\n\n- why: nothing → # One - two ![x](http://e.example/x.png)")
    assert "![x](" not in app.markdown[0].value


def test_old_history_that_cannot_be_read_is_said_in_one_sentence(app: AppTest) -> None:
    store = open_store(default_folder())
    for n in range(80):
        goal = Goal(id=f"g{n}", title=f"Goal {n}")
        store.apply("mine", [created(goal, stamp=at(3))], seen=1, commit_id=goal.id)
    for part in (Path(default_folder()) / "mine.kept").glob("history-*"):
        part.write_text("{")

    since(app, date(2026, 3, 2))

    assert len(app.error) == 1
    assert "Your entries are safe" in app.error[0].value
    assert "“Goal 79”" in rows(app)[0]


def test_damage_further_back_than_the_day_is_not_met(app: AppTest) -> None:
    store = open_store(default_folder())
    for n in range(80):
        goal = Goal(id=f"g{n}", title=f"Goal {n}")
        store.apply("mine", [created(goal, stamp=at(1 if n < 79 else 5))], seen=1, commit_id=goal.id)
    for part in (Path(default_folder()) / "mine.kept").glob("history-*"):
        part.write_text("{")

    since(app, date(2026, 3, 4))

    assert not app.error
    assert len(rows(app)) == 1


def test_the_history_of_an_entry_in_damaged_parts_says_so_too(app: AppTest) -> None:
    store = open_store(default_folder())
    for n in range(80):
        aspiration = Aspiration(id=f"a{n}", title=f"Aspiration {n}")
        store.apply("mine", [created(aspiration, stamp=at(3))], seen=1, commit_id=aspiration.id)
    for part in (Path(default_folder()) / "mine.kept").glob("history-*"):
        part.write_text("{")
    app.query_params["of"] = "aspiration-a0"
    app.session_state[PlanKey.THREAD_HISTORY] = True

    app.switch_page(Place.THREAD).run()

    assert not app.exception
    assert "Your entries are safe" in app.error[0].value
    assert "No change of it is on record." not in [one.value for one in app.caption]
