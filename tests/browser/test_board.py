import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import pytest
from playwright.sync_api import Locator, Page, expect

from careerkit.aspirations import Aspiration
from careerkit.change import Actor, Stamp, created
from careerkit.goals import Goal, GoalStatus
from careerkit.store import open_store
from tests.tools.browsing import drag
from tests.tools.server import Server

pytestmark = pytest.mark.browser

DUE = date(2031, 12, 12)
ASPIRATION = Aspiration(id="expert", title="Become the expert")
GOALS = (
    Goal(id="dated", title="Pass part 2", due=DUE, status=GoalStatus.PLANNED),
    Goal(id="idea", title="Speak at a meetup"),
    Goal(id="other", title="Write two articles", due=DUE, status=GoalStatus.PLANNED),
    Goal(id="upper", title="Read the standard", due=DUE, status=GoalStatus.DONE),
    Goal(id="lower", title="Visit the fair", due=DUE, status=GoalStatus.DONE),
)


@pytest.fixture(scope="module")
def server(serve: Callable[..., Server]) -> Iterator[Server]:
    """A server whose owner has a few goals."""
    server = serve(address="localhost")
    store = open_store(server.data)
    stamp = Stamp(by=Actor(id="owner", name="You"), at=datetime.now(UTC))
    entries = [created(entry, stamp=stamp) for entry in (ASPIRATION, *GOALS)]
    store.apply(store.create("mine").id, entries, seen=0, commit_id="goals")
    yield server
    server.kill()


@pytest.fixture
def board(page: Page, server: Server) -> Page:
    page.goto(server.url())
    page.get_by_role("link", name="Board").click()
    expect(page.locator("[draggable=true]").first).to_be_visible()
    return page


def _column(board: Page, status: str) -> Locator:
    return board.locator(f".st-key-board-column-{status}")


def _card(board: Page, goal_id: str) -> Locator:
    return board.locator(f".st-key-goal-card-{goal_id}")


def test_a_card_that_is_dragged_to_another_column_stays_there_after_a_reload(board: Page) -> None:
    drag(board, _card(board, "dated"), _column(board, "doing"))

    expect(_column(board, "doing").locator(_card(board, "dated"))).to_be_visible()
    expect(board.get_by_text(re.compile(r"Doing\s*1"))).to_be_visible()
    board.reload()
    expect(_column(board, "doing").locator(_card(board, "dated"))).to_be_visible()


def test_a_card_that_may_not_move_goes_back_and_says_why_and_can_be_dragged_again(board: Page) -> None:
    drag(board, _card(board, "idea"), _column(board, "planned"))

    told = board.get_by_test_id("stAlertContentError")
    expect(told.get_by_text("a goal without one stays an idea")).to_be_visible()
    expect(_column(board, "idea").locator(_card(board, "idea"))).to_be_visible()
    expect(board.locator("[draggable=true]", has=_card(board, "idea"))).to_be_visible()


def test_a_card_that_is_let_go_in_its_own_column_can_be_dragged_again(board: Page) -> None:
    on_top = ":scope > .stdnd-ghost:first-child"
    drag(board, _card(board, "lower"), _column(board, "done"), down=20, shows=on_top)

    expect(board.get_by_text("goals stand in the order of their dates")).to_be_visible()
    expect(board.locator("[draggable=true]", has=_card(board, "lower"))).to_be_visible()
    expect(_column(board, "done").get_by_text("Visit the fair")).to_have_count(1)


def test_a_goal_can_be_written_down_and_moved_with_the_keyboard_alone(board: Page) -> None:
    board.get_by_role("button", name="New goal").focus()
    board.keyboard.press("Enter")
    board.get_by_role("textbox", name="Goal", exact=True).focus()
    board.keyboard.type("Lead a project")
    board.keyboard.press("Control+Enter")
    card = board.locator("[class*=st-key-goal-card-]", has_text="Lead a project")
    expect(card).to_be_visible()

    card.get_by_role("button", name="Move").focus()
    board.keyboard.press("Enter")
    board.get_by_role("menuitem", name="Dropped").focus()
    board.keyboard.press("Enter")

    expect(card).to_have_count(0)
    expect(board.get_by_text("Dropped and archived: 1")).to_be_visible()


def test_a_save_that_is_pressed_twice_in_a_row_saves_once(board: Page) -> None:
    board.get_by_role("button", name="New goal").click()
    board.get_by_role("textbox", name="Goal", exact=True).fill("Plan the retreat")
    board.get_by_role("button", name="Save goal").dblclick()
    expect(board.get_by_role("dialog")).to_have_count(0)

    board.get_by_role("button", name="New goal").click()  # answered after both presses
    expect(board.get_by_role("dialog")).to_be_visible()
    board.get_by_role("button", name="Cancel").click()
    expect(board.locator("[class*=st-key-goal-card-]", has_text="Plan the retreat")).to_have_count(1)
