import re
from datetime import UTC, date, datetime

import pytest
from streamlit.testing.v1 import AppTest

from careerkit.aspirations import Aspiration
from careerkit.change import Actor, Stamp, updates
from careerkit.goals import Goal, GoalStatus, Milestone, MilestoneKind
from careerkit.interview import Answer, Application, Asked
from careerkit.needs import OwnNeed
from careerkit.workspace import refile_as_aspiration
from pages._ui.answer_state import AnswerKey
from pages._ui.more import PART
from pages._ui.places import Place
from pages._ui.plan_state import PlanKey
from pages._ui.state import Key
from tests.tools.needs_pages import at_view, compared, in_order, save
from tests.tools.seeding import seed

LEAD = Aspiration(id="lead", title="Lead people well", needs=frozenset({"responsibility"}), level="A few")
TEAM = Goal(id="team", title="Build a team", aspirations=frozenset({"lead"}), status=GoalStatus.IDEA)
HIRE = Milestone(
    id="hire", title="Hire the first one", year=2027, kind=MilestoneKind.ROLE, goals=frozenset({"team"})
)
ROLE = Application(id="role", company="Halden & Rowe", role="Lead")
SAID = Answer(id="role-near", application_id="role", asked=Asked.NEAR, goals=frozenset({"team"}))
BY_ME = Stamp(by=Actor(id="owner", name="You"), at=datetime(2026, 3, 1, tzinfo=UTC))


def opened(app: AppTest, of: str = "") -> AppTest:
    app.switch_page(Place.THREAD)
    if of:
        app.query_params["of"] = of
    app.run()
    assert not app.exception
    return app


def plan(app: AppTest, of: str = "") -> AppTest:
    seed(app, LEAD, TEAM, HIRE, ROLE, SAID)
    return opened(app, of)


def plain(text: str) -> str:
    """Return a text on screen as a person reads it."""
    return re.sub(r":gray\[(.*)\]$", r"\1", text.replace("\\", "").replace("\u2060", ""))


def rows(app: AppTest, place: str) -> list[str]:
    """Return what the rows of a place say: of a list on the page of one entry, or of a need."""
    return [
        plain(button.label)
        for button in app.button
        if str(button.key).startswith(f"{PlanKey.THREAD_OPEN}-{place}-")
    ]


def said(app: AppTest) -> str:
    elements = (*app.markdown, *app.caption, *app.header, *app.subheader)
    return "\n".join(plain(str(element.value)) for element in elements)


def went(app: AppTest, monkeypatch: pytest.MonkeyPatch, key: str) -> tuple[str, dict[str, str]]:
    """Press a button and return which page it opens, with what its address says."""
    goals: list[tuple[str, dict[str, str]]] = []
    monkeypatch.setattr(
        "streamlit.switch_page", lambda place, query_params: goals.append((place, query_params))
    )
    app.button(key=key).click().run()
    [goal] = goals
    return goal


def test_an_empty_plan_says_what_the_thread_is_and_that_it_begins_with_needs(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(app)

    assert "ties what you do to what you need" in said(app)
    assert "It begins with what you need from work." in said(app)
    assert not app.selectbox
    assert went(app, monkeypatch, PlanKey.THREAD_BEGIN) == (Place.NEEDS, {})


def test_whoever_knows_their_needs_is_led_on_to_aspirations(
    needs: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared(in_order())
    opened(needs)

    assert "You know your needs." in said(needs)
    assert went(needs, monkeypatch, PlanKey.THREAD_BEGIN) == (Place.ASPIRATIONS, {})


def test_the_whole_plan_shows_by_need_what_serves_it_and_which_need_nothing_serves(app: AppTest) -> None:
    plan(app)

    assert rows(app, "need-responsibility") == ["Lead people well · Aspiration, A few"]
    assert rows(app, "need-income") == []
    assert said(app).count("Nothing in your plan serves it yet.") == 7
    assert "Serves nothing yet" not in said(app)


def test_needs_stand_in_the_order_of_the_latest_comparison(needs: AppTest) -> None:
    compared(in_order())
    seed(needs, LEAD)
    opened(needs)

    names = [
        plain(b.label).strip("*")
        for b in needs.button
        if re.fullmatch(r"thread-open-need-[a-z]+", str(b.key))
    ]
    assert names[0] == "Balance"
    assert len(names) == 8


def test_a_hidden_need_still_stands_there_while_something_serves_it(app: AppTest) -> None:
    seed(app, OwnNeed(id="responsibility", hidden=True), OwnNeed(id="income", hidden=True))
    plan(app)

    assert rows(app, "need-responsibility") == ["Lead people well · Aspiration, A few"]
    assert f"{PlanKey.THREAD_OPEN}-need-income" not in {button.key for button in app.button}
    assert "Serves nothing yet" not in said(app)


def test_what_serves_nothing_is_named_and_what_is_done_or_dropped_is_not(app: AppTest) -> None:
    seed(
        app,
        Aspiration(id="loose", title="Travel"),
        Goal(id="loose", title="Learn to sail"),
        Goal(id="past", title="Learn to ski", status=GoalStatus.DROPPED),
        Milestone(id="loose", title="Buy a boat", year=2028, kind=MilestoneKind.EXPERIENCE),
    )
    plan(app)

    assert rows(app, "orphans") == [
        "Travel · Aspiration",
        "Learn to sail · Goal, Idea",
        "Buy a boat · Milestone, 2028",
    ]


def test_a_link_opens_the_thread_of_its_entry_in_both_directions(app: AppTest) -> None:
    plan(app, "goal-team")

    assert app.header[0].value == "Build a team"
    assert "Goal · Idea" in said(app)
    assert rows(app, "It serves") == ["Responsibility · Need", "Lead people well · Aspiration, A few"]
    assert rows(app, "What serves it") == [
        "Hire the first one · Milestone, 2027",
        "Halden & Rowe · Answer, Career goals",
    ]
    assert app.selectbox(key=PlanKey.THREAD_OF).value == "goal-team"


@pytest.mark.parametrize(
    ("of", "lists"),
    [
        ("need-responsibility", ["What serves it"]),
        ("aspiration-lead", ["It serves", "What serves it"]),
        ("goal-team", ["It serves", "What serves it"]),
        ("milestone-hire", ["It serves"]),
        ("answer-role-near", ["It serves"]),
    ],
)
def test_every_kind_of_entry_has_a_page_with_the_lists_that_it_can_have(
    app: AppTest, of: str, lists: list[str]
) -> None:
    plan(app, of)

    assert [plain(md.value).strip("*") for md in app.markdown if "serve" in str(md.value)] == lists
    for heading in lists:
        assert rows(app, heading)


@pytest.mark.parametrize(
    "of",
    [
        "goal-nobody",
        "aspiration-team-x",
        "team",
        "goal-",
        "-",
        "visions-1",
        "goal-te\x00am",
        "goal-" + "x" * 10_000,
        "<script>alert(1)</script>",
    ],
)
def test_a_link_to_nothing_is_said_in_a_sentence_and_shows_the_whole_plan(app: AppTest, of: str) -> None:
    plan(app, of)

    assert "The link leads to an entry that is not here." in said(app)
    assert app.selectbox(key=PlanKey.THREAD_OF).value == ""
    assert rows(app, "need-responsibility")


def test_an_archived_entry_is_not_here(app: AppTest) -> None:
    seed(app, Goal(id="old", title="Old plan", archived=True))
    plan(app, "goal-old")

    assert "It may be archived" in said(app)
    assert "Old plan" not in said(app)


def test_choosing_an_entry_puts_it_into_the_address_and_the_whole_plan_takes_it_out(app: AppTest) -> None:
    plan(app)

    app.selectbox(key=PlanKey.THREAD_OF).set_value("aspiration-lead").run()
    assert app.query_params["of"] in ("aspiration-lead", ["aspiration-lead"])
    assert app.header[0].value == "Lead people well"

    app.selectbox(key=PlanKey.THREAD_OF).set_value("").run()
    assert "of" not in app.query_params
    assert not app.header


def test_of_many_goals_the_first_are_shown_and_more_on_demand(app: AppTest) -> None:
    many = [Goal(id=f"g{at}", title=f"Goal {at}", aspirations=frozenset({"lead"})) for at in range(60)]
    seed(app, LEAD, *many)
    opened(app, "aspiration-lead")
    assert len(rows(app, "What serves it")) == PART

    app.button(key=PlanKey.BOARD_MORE.of("What serves it")).click().run()

    assert len(rows(app, "What serves it")) == 2 * PART


@pytest.mark.parametrize(
    ("of", "place", "address"),
    [
        ("need-responsibility", Place.NEEDS, {}),
        ("aspiration-lead", Place.ASPIRATIONS, {}),
        ("goal-team", Place.BOARD, {"goal": "team"}),
        ("answer-role-near", Place.ANSWERS, {}),
    ],
)
def test_an_entry_opens_where_it_is_worked_on(
    app: AppTest, monkeypatch: pytest.MonkeyPatch, of: str, place: Place, address: dict[str, str]
) -> None:
    plan(app, of)

    assert went(app, monkeypatch, PlanKey.THREAD_THERE) == (place, address)


def test_an_answer_opens_with_its_own_application_chosen(app: AppTest) -> None:
    seed(app, Application(id="first", company="Another", role="Lead"))
    plan(app, "answer-role-near")

    app.button(key=PlanKey.THREAD_THERE).click().run()
    app.switch_page(Place.ANSWERS).run()

    assert app.selectbox(key=AnswerKey.APPLICATION).value == "role"


def test_a_row_leads_to_the_thread_of_its_entry(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    plan(app, "goal-team")

    key = PlanKey.THREAD_OPEN.of("It serves-aspiration-lead")
    assert went(app, monkeypatch, key) == (Place.THREAD, {"of": "aspiration-lead"})


def test_a_milestone_is_edited_in_its_thread(app: AppTest) -> None:
    plan(app, "milestone-hire")

    app.button(key=PlanKey.THREAD_THERE).click().run()
    app.text_input(key=PlanKey.MILESTONE_TITLE).set_value("Hire two")
    app.button(key=Key.DRAFT_SAVE).click().run()

    assert not app.exception
    assert app.header[0].value == "Hire two"


def test_the_dialog_of_a_milestone_leads_to_its_thread_and_does_not_follow_there(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan(app, "milestone-hire")
    app.button(key=PlanKey.THREAD_THERE).click().run()

    assert went(app, monkeypatch, PlanKey.THREAD_MILESTONE) == (Place.THREAD, {"of": "milestone-hire"})
    assert Key.DRAFT not in app.session_state


def test_a_refiled_entry_is_found_by_its_old_link_and_keeps_its_links_and_its_history(app: AppTest) -> None:
    plan(app)
    save(lambda now: refile_as_aspiration(now, "team", stamp=BY_ME))

    opened(app, "goal-team")

    assert app.header[0].value == "Build a team"
    assert "Aspiration" in said(app)
    assert rows(app, "What serves it")[0] == "Hire the first one · Milestone, 2027"
    history_opened(app)
    assert "Re-filed as an aspiration" in said(app)
    assert "Added" in said(app)


def history_opened(app: AppTest) -> None:
    app.session_state[PlanKey.THREAD_HISTORY] = True
    app.run()
    assert not app.exception


def test_the_history_of_an_entry_says_what_changed_by_whom_and_why_exactly_as_typed(app: AppTest) -> None:
    hostile = "![x](http://e.example/x.png) <b>:red[Hi]</b>\n# **Now**"
    plan(app)
    coach = Stamp(by=Actor(id="coach", name="Mx *Ode*"), at=datetime(2026, 3, 1, 9, 5, tzinfo=UTC))
    after = Goal(
        id="team",
        title="Build *two* teams",
        why=hostile,
        aspirations=frozenset({"lead"}),
        due=date(2027, 5, 1),
    )
    save(lambda _: updates(TEAM, after, stamp=coach, reason="The <i>market</i> asks"))
    opened(app, "goal-team")

    history_opened(app)

    assert app.header[0].value == "Build \\*two\\* teams"
    assert "**Changed** · *The <i>market</i> asks*" in said(app)
    assert "1 Mar 2026, 09:05 · Mx *Ode*" in said(app)
    assert "- title: Build a team → Build *two* teams" in said(app)
    assert "- why: nothing → ![x](http://e.example/x.png) <b>:red[Hi]</b> # **Now**" in said(app)
    raw = "\n".join(str(element.value) for element in app.markdown)
    assert "![x](" not in raw
    assert "<b>" not in raw


def test_the_history_of_an_entry_is_read_only_when_it_is_opened(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr("pages._ui.thread_page.entry_history", lambda _plan, kind, _id: asked.append(kind))
    plan(app, "goal-team")
    assert asked == []

    history_opened(app)

    assert asked == ["goals"]


def test_a_need_that_was_never_touched_says_that_nothing_is_on_record(app: AppTest) -> None:
    plan(app, "need-responsibility")

    history_opened(app)

    assert "No change of it is on record." in said(app)


def test_the_result_of_the_comparison_leads_to_what_serves_the_needs(
    needs: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared(in_order())
    at_view(needs, "Order")

    assert went(needs, monkeypatch, PlanKey.THREAD_NEEDS) == (Place.THREAD, {})
