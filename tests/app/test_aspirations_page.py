from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from careerkit.aspirations import Aspiration, StepKind
from careerkit.content.advice import advice_words
from careerkit.content.levels import level_words
from careerkit.goals import Goal, GoalStatus
from careerkit.labels import Mark
from pages._ui.clock import now
from pages._ui.places import Place
from pages._ui.plan_state import PlanKey
from pages._ui.state import Key
from tests.tools.seeding import seed

FRAME = Path(__file__).parents[2] / "streamlit_app.py"
SOON = now().date() + timedelta(days=30)
LEAD = Aspiration(
    id="a", title="Lead people well", path="lead-people", level="A few people", next_level="A team"
)


@pytest.fixture
def aspirations(app: AppTest) -> AppTest:
    return app.switch_page(Place.ASPIRATIONS.value).run()


@pytest.fixture
def lead(app: AppTest) -> AppTest:
    """The page of somebody who leads a few people."""
    seed(app, LEAD)
    return app.switch_page(Place.ASPIRATIONS.value).run()


def _press(app: AppTest, key: str) -> AppTest:
    [button] = [button for button in app.button if button.key is not None and button.key.startswith(key)]
    button.click()
    return app.run()


def _add(app: AppTest, title: str, **entered: Any) -> AppTest:  # noqa: ANN401 - a value for each field
    _press(app, PlanKey.ASPIRATION_ADD)
    app.text_input(key=PlanKey.ASPIRATION_TITLE).set_value(title)
    if "needs" in entered:
        app.multiselect(key=PlanKey.ASPIRATION_NEEDS).set_value(entered["needs"])
    if "mark" in entered:
        app.radio(key=PlanKey.ASPIRATION_MARK).set_value(entered["mark"])
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
    assert aspirations.text_input(key=PlanKey.ASPIRATION_TITLE).value == "  "


def test_an_aspiration_is_edited_put_away_and_brought_back(aspirations: AppTest) -> None:
    _add(aspirations, "Become the expert")
    _press(aspirations, PlanKey.ASPIRATION_EDIT)
    aspirations.text_area(key=PlanKey.ASPIRATION_WHY).set_value("I like the hard cases")
    _press(aspirations, Key.DRAFT_SAVE)
    assert "I like the hard cases" in _texts(aspirations)

    _press(aspirations, PlanKey.ASPIRATION_EDIT)
    _press(aspirations, Key.DRAFT_ARCHIVE)
    assert "Archived: 1" in [expander.label for expander in aspirations.expander]
    _press(aspirations, PlanKey.ASPIRATION_RESTORE)
    assert "Become the expert" in [head.value for head in aspirations.subheader]


def test_a_goal_set_from_an_aspiration_serves_it_and_is_named_on_its_card(aspirations: AppTest) -> None:
    _add(aspirations, "Become the expert")
    _press(aspirations, PlanKey.ASPIRATION_GOAL)
    aspirations.text_input(key=PlanKey.GOAL_TITLE).set_value("Pass part 2")
    assert len(aspirations.multiselect(key=PlanKey.GOAL_ASPIRATIONS).value) == 1
    _press(aspirations, Key.DRAFT_SAVE)
    aspirations.switch_page(Place.ASPIRATIONS.value).run()

    assert "Pass part 2 :gray[· Idea]" in [button.label for button in aspirations.button]
    assert "No goal leads here yet." not in _texts(aspirations)


def test_two_aspirations_of_one_name_can_be_told_apart_as_options(aspirations: AppTest) -> None:
    _add(aspirations, "Become the expert")
    _add(aspirations, "Become the expert")
    aspirations.switch_page(Place.BOARD.value).run()
    _press(aspirations, PlanKey.GOAL_ADD)

    options = aspirations.multiselect(key=PlanKey.GOAL_ASPIRATIONS).options
    assert options == ["Become the expert", "Become the expert (2)"]


def test_a_path_is_read_and_adds_nothing_but_what_is_ticked(aspirations: AppTest) -> None:
    assert "Its catch" in _texts(aspirations)
    aspirations.checkbox(key=PlanKey.PATH_GOAL.of("expert-1")).check()

    _press(aspirations, PlanKey.PATH_TAKE.of("expert"))

    plan = aspirations.session_state[Key.SEEN]
    assert not aspirations.exception
    assert [it.title for it in plan.aspirations.values()] == [
        "Know one subject so well that others rely on my judgement"
    ]
    assert [it.title for it in plan.goals.values()] == ["Pass one examination that my subject asks for"]


def test_a_business_of_ones_own_asks_for_a_second_reason_first(aspirations: AppTest) -> None:
    _press(aspirations, PlanKey.PATH_TAKE.of("own-business"))
    assert "Name a second reason first" in aspirations.error[0].value

    aspirations.text_area(key=PlanKey.PATH_REASON.of("own-business")).set_value("I want to build boats.")
    _press(aspirations, PlanKey.PATH_TAKE.of("own-business"))

    [aspiration] = aspirations.session_state[Key.SEEN].aspirations.values()
    assert (aspiration.why, aspiration.mark) == ("I want to build boats.", Mark.PRIVATE)


def test_a_path_that_is_taken_in_two_tabs_is_added_once(aspirations: AppTest) -> None:
    other = AppTest.from_file(FRAME, default_timeout=30).run().switch_page(Place.ASPIRATIONS.value).run()
    _press(aspirations, PlanKey.PATH_TAKE.of("expert"))

    _press(other, PlanKey.PATH_TAKE.of("expert"))

    assert not other.exception
    assert len(other.session_state[Key.SEEN].aspirations) == 1


def test_the_vision_stays_in_sight(aspirations: AppTest) -> None:
    assert "No vision yet: it shows where all this leads." in _texts(aspirations)


def test_a_taken_path_is_named_on_the_card_with_the_first_rung_as_next(aspirations: AppTest) -> None:
    _press(aspirations, PlanKey.PATH_TAKE.of("expert"))

    assert ":gray[Path:] Become the expert · :gray[Next:] Learning the trade" in _texts(aspirations)


def test_a_renamed_aspiration_still_holds_its_path(aspirations: AppTest) -> None:
    _press(aspirations, PlanKey.PATH_TAKE.of("expert"))
    _press(aspirations, PlanKey.ASPIRATION_EDIT)
    aspirations.text_input(key=PlanKey.ASPIRATION_TITLE).set_value("Master of customs law")
    _press(aspirations, Key.DRAFT_SAVE)

    assert not [it for it in aspirations.button if it.key == PlanKey.PATH_TAKE.of("expert")]


def test_path_and_level_stand_on_the_card_and_survive_an_edit_of_something_else(lead: AppTest) -> None:
    standing = ":gray[Path:] Lead people · :gray[Now:] A few people · :gray[Next:] A team"
    assert standing in _texts(lead)

    _press(lead, PlanKey.ASPIRATION_EDIT)
    lead.text_area(key=PlanKey.ASPIRATION_WHY).set_value("I like it when they grow")
    lead.text_input(key=PlanKey.ASPIRATION_REASON).set_value("It became clearer")
    _press(lead, Key.DRAFT_SAVE)

    assert standing in _texts(lead)
    [change] = lead.session_state[Key.SEEN].history[-1].changes
    assert (change.after, change.reason) == ({"why": "I like it when they grow"}, "It became clearer")


def test_a_path_that_the_library_does_not_have_is_kept(app: AppTest) -> None:
    seed(app, Aspiration(id="a", title="Sail", path="boats"))
    app.switch_page(Place.ASPIRATIONS.value).run()
    _press(app, PlanKey.ASPIRATION_EDIT)
    app.text_area(key=PlanKey.ASPIRATION_WHY).set_value("Wind")
    _press(app, Key.DRAFT_SAVE)

    assert not app.exception
    assert app.session_state[Key.SEEN].aspirations["a"].path == "boats"


def test_path_and_levels_are_chosen_and_taken_away_again_in_the_form(aspirations: AppTest) -> None:
    _press(aspirations, PlanKey.ASPIRATION_ADD)
    aspirations.text_input(key=PlanKey.ASPIRATION_TITLE).set_value("Lead")
    aspirations.selectbox(key=PlanKey.ASPIRATION_PATH).set_value("lead-people")
    aspirations.text_input(key=PlanKey.ASPIRATION_LEVEL).set_value("On my own")
    aspirations.run()
    aspirations.menu_button(key=PlanKey.LEVEL_RUNGS.of(PlanKey.ASPIRATION_NEXT)).click("A team").run()
    _press(aspirations, Key.DRAFT_SAVE)
    assert ":gray[Path:] Lead people · :gray[Now:] On my own · :gray[Next:] A team" in _texts(aspirations)

    _press(aspirations, PlanKey.ASPIRATION_EDIT)
    aspirations.selectbox(key=PlanKey.ASPIRATION_PATH).set_value("")
    _press(aspirations, Key.DRAFT_SAVE)
    assert ":gray[Now:] On my own · :gray[Next:] A team" in _texts(aspirations)
    assert ":gray[Path:]" not in _texts(aspirations)


def _change_level(app: AppTest, kind: StepKind) -> AppTest:
    return app.menu_button(key=PlanKey.LEVEL_CHANGE.of("a")).click(kind).run()


def test_a_raised_aspiration_shows_its_new_level_and_the_step_with_its_reason(lead: AppTest) -> None:
    _change_level(lead, StepKind.RAISE)
    assert lead.text_input(key=PlanKey.LEVEL_NOW).value == "A team"
    assert lead.text_input(key=PlanKey.LEVEL_NEXT).value == "Several teams"
    lead.text_area(key=PlanKey.LEVEL_REASON).set_value("They asked me.")
    _press(lead, Key.DRAFT_SAVE)

    assert not lead.exception
    assert ":gray[Now:] A team · :gray[Next:] Several teams" in _texts(lead)
    assert "1 step so far" in [expander.label for expander in lead.expander]
    assert "· Raised** · A few people → A team  \nThey asked me\\." in _texts(lead)

    _press(lead, Key.UNDO)
    assert ":gray[Now:] A few people · :gray[Next:] A team" in _texts(lead)


def test_a_step_down_is_told_as_a_legitimate_move(lead: AppTest) -> None:
    _change_level(lead, StepKind.DOWN)

    assert "A step down is a legitimate move" in _texts(lead)
    assert "Now: A few people" in _texts(lead)
    assert lead.text_area(key=PlanKey.LEVEL_REASON).label == "What did you learn about what you want?"
    assert not lead.warning


def test_without_a_reason_the_form_stays_open_and_asks_for_it(lead: AppTest) -> None:
    _change_level(lead, StepKind.SIDEWAYS)
    lead.text_input(key=PlanKey.LEVEL_NOW).set_value("Controlling")
    _press(lead, Key.DRAFT_SAVE)

    assert "in a year you will want to know" in lead.error[0].value
    assert lead.text_input(key=PlanKey.LEVEL_NOW).value == "Controlling"


def test_a_level_can_be_chosen_from_the_ladder_of_the_path(lead: AppTest) -> None:
    _change_level(lead, StepKind.RAISE)
    lead.menu_button(key=PlanKey.LEVEL_RUNGS.of(PlanKey.LEVEL_NOW)).click("Several teams").run()

    assert lead.text_input(key=PlanKey.LEVEL_NOW).value == "Several teams"


def test_a_retired_aspiration_is_told_apart_from_an_archived_one_and_comes_back(lead: AppTest) -> None:
    _add(lead, "Sail")
    lead.button(key=_edit_key(lead, "Sail")).click().run()
    _press(lead, Key.DRAFT_ARCHIVE)
    _change_level(lead, StepKind.RETIRE)
    assert not [it for it in lead.text_input if it.key == PlanKey.LEVEL_NOW]
    lead.text_area(key=PlanKey.LEVEL_REASON).set_value("I would rather teach")
    _press(lead, Key.DRAFT_SAVE)

    labels = [expander.label for expander in lead.expander]
    assert ("Retired: 1" in labels, "Archived: 1" in labels) == (True, True)
    assert "I would rather teach" in _texts(lead)

    lead.button(key=PlanKey.ASPIRATION_RESTORE.of("a")).click().run()
    assert "Lead people well" in [head.value for head in lead.subheader]


def _edit_key(app: AppTest, title: str) -> str:
    plan = app.session_state[Key.SEEN]
    return PlanKey.ASPIRATION_EDIT.of(next(id_ for id_, it in plan.aspirations.items() if it.title == title))


def test_every_move_is_on_the_menu(lead: AppTest) -> None:
    assert lead.menu_button(key=PlanKey.LEVEL_CHANGE.of("a")).options == [
        words.act for words in level_words().values()
    ]


def _goal(id_: str, status: GoalStatus, due: date | None = SOON) -> Goal:
    return Goal(id=id_, title=f"Goal {id_}", due=due, status=status, aspirations=frozenset({"a"}))


def test_progress_says_how_many_goals_are_met_and_never_that_an_aspiration_is_done(app: AppTest) -> None:
    seed(app, LEAD, _goal("g", GoalStatus.DONE), _goal("h", GoalStatus.DOING), _goal("i", GoalStatus.IDEA))
    app.switch_page(Place.ASPIRATIONS.value).run()

    [bar] = app.get("progress")
    assert (bar.proto.value, bar.proto.text) == (50, "1 of 2 goals met · 50% of the way")


def test_with_every_goal_met_it_says_so_far(app: AppTest) -> None:
    seed(app, LEAD, _goal("g", GoalStatus.DONE))
    app.switch_page(Place.ASPIRATIONS.value).run()

    [bar] = app.get("progress")
    assert (bar.proto.value, bar.proto.text) == (100, "1 of 1 goal met so far")


def test_ideas_alone_draw_no_bar(app: AppTest) -> None:
    seed(app, LEAD, _goal("g", GoalStatus.IDEA, due=None))
    app.switch_page(Place.ASPIRATIONS.value).run()

    assert not app.get("progress")


def test_a_dropped_goal_leads_nowhere_any_more(app: AppTest) -> None:
    seed(app, LEAD, _goal("g", GoalStatus.DROPPED))
    app.switch_page(Place.ASPIRATIONS.value).run()

    assert "No goal leads here yet." in _texts(app)
    assert not app.get("progress")


def test_a_goal_opens_on_the_board(app: AppTest) -> None:
    seed(app, LEAD, _goal("g", GoalStatus.DOING))
    app.switch_page(Place.ASPIRATIONS.value).run()
    app.button(key=PlanKey.ASPIRATION_OPEN_GOAL.of("a-g")).click().run()

    assert not app.exception
    assert app.query_params["goal"] in ("g", ["g"])
    assert [title.value for title in app.title] == ["Board"]


def test_the_golden_thread_opens_on_the_aspiration(lead: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    went: list[tuple[Any, Any]] = []
    monkeypatch.setattr(
        "streamlit.switch_page", lambda place, query_params: went.append((place, query_params))
    )
    _press(lead, PlanKey.ASPIRATION_THREAD)

    assert went == [(Place.THREAD.value, {"of": "aspiration-a"})]


def test_a_new_aspiration_that_reads_like_a_goal_is_filed_as_one_at_once(aspirations: AppTest) -> None:
    _press(aspirations, PlanKey.ASPIRATION_ADD)
    aspirations.text_input(key=PlanKey.ASPIRATION_TITLE).set_value("Pass the CPA exam by May 2030").run()
    _press(aspirations, PlanKey.ASPIRATION_REFILE)

    plan = aspirations.session_state[Key.SEEN]
    assert [goal.title for goal in plan.goals.values()] == ["Pass the CPA exam by May 2030"]
    assert not plan.aspirations


def test_a_title_that_reads_like_a_goal_is_pointed_out_and_filed_as_one(aspirations: AppTest) -> None:
    _add(aspirations, "Become the expert")
    _press(aspirations, PlanKey.ASPIRATION_EDIT)
    assert advice_words().reads_like_goal not in _texts(aspirations)
    aspirations.text_input(key=PlanKey.ASPIRATION_TITLE).set_value("Pass the CPA exam by May 2030").run()
    assert advice_words().reads_like_goal in _texts(aspirations)
    _press(aspirations, PlanKey.ASPIRATION_REFILE)  # what was typed comes along

    assert not aspirations.exception
    plan = aspirations.session_state[Key.SEEN]
    [aspiration], [goal] = plan.aspirations.values(), plan.goals.values()
    assert (aspiration.archived, goal.title, goal.id) == (
        True,
        "Pass the CPA exam by May 2030",
        aspiration.id,
    )
    assert "Filed as a goal: 1" in [expander.label for expander in aspirations.expander]
    assert not [it for it in aspirations.button if (it.key or "").startswith(PlanKey.ASPIRATION_RESTORE)]


def test_what_is_typed_shows_as_it_stands(app: AppTest) -> None:
    seed(app, Aspiration(id="a", title="*Sail*", level="**One**", next_level="[two](x)"))
    app.switch_page(Place.ASPIRATIONS.value).run()

    assert ":gray[Now:] \\*\\*One\\*\\* · :gray[Next:] \\[two\\]\\(x\\)" in _texts(app)


def test_a_long_list_is_drawn_in_parts(app: AppTest) -> None:
    seed(app, *(Aspiration(id=f"a{at}", title=f"Way {at}") for at in range(14)))
    app.switch_page(Place.ASPIRATIONS.value).run()
    assert len(app.subheader) == 12

    _press(app, PlanKey.BOARD_MORE.of("aspirations"))
    assert len(app.subheader) == 14
