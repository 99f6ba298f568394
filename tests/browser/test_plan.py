"""Seven years planned from the tax accountant's template: by mouse, and by keyboard alone."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from careerkit.change import Actor, Stamp
from careerkit.content.templates import built_in_templates
from careerkit.store import open_store
from careerkit.workspace import Workspace, present, template_changes
from tests.tools.browsing import drag, settled
from tests.tools.server import Server

pytestmark = pytest.mark.browser

YEAR = datetime.now(UTC).year
STAMP = Stamp(by=Actor(id="owner", name="You"), at=datetime.now(UTC))


@pytest.fixture(scope="module")
def server(serve: Callable[..., Server]) -> Iterator[Server]:
    """A server whose owner has begun with the template of the tax accountant."""
    server = serve(address="localhost")
    store = open_store(server.data)
    mine = store.create("mine")
    [template] = [it.template for it in built_in_templates() if it.id == "tax-accountant"]
    changes = template_changes(mine, template, start_year=YEAR, stamp=STAMP)
    store.apply(mine.id, changes, seen=mine.revision, commit_id="template")
    yield server
    server.kill()


@pytest.fixture
def plan(server: Server) -> Callable[[], Workspace]:
    """Return what is stored at this moment."""
    return lambda: open_store(server.data).load("mine")


def _at(page: Page, server: Server, path: str) -> Page:
    page.set_viewport_size({"width": 1280, "height": 2400})  # a drag begins and ends in view
    page.goto(server.url())
    page.goto(server.url(path=path))
    settled(page)
    return page


def _lane(page: Page, year: int) -> Locator:
    return page.locator(f".st-key-board-year-{year}")


def _row(page: Page, id_: str) -> Locator:
    return page.locator(f".st-key-milestone-row-{id_}")


def _card(page: Page, id_: str) -> Locator:
    return page.locator(f".st-key-goal-card-{id_}")


def test_milestones_and_goals_are_dragged_from_year_to_year(
    page: Page, server: Server, plan: Callable[[], Workspace]
) -> None:
    board = _at(page, server, "board?view=Years")
    milestone = next(it for it in present(plan().milestones).values() if it.year == YEAR + 1)
    goal = next(it for it in present(plan().goals).values() if it.due and it.due.year == YEAR + 2)

    drag(board, _row(board, milestone.id), _lane(board, YEAR + 2))
    expect(_lane(board, YEAR + 2).locator(_row(board, milestone.id))).to_be_visible()
    settled(board)
    drag(board, _card(board, goal.id), _lane(board, YEAR + 1))
    expect(_lane(board, YEAR + 1).locator(_card(board, goal.id))).to_be_visible()

    assert plan().milestones[milestone.id].year == YEAR + 2
    moved = plan().goals[goal.id].due
    assert goal.due is not None
    assert moved == goal.due.replace(year=YEAR + 1)


def test_seven_years_are_planned_with_the_keyboard_alone(
    page: Page, server: Server, plan: Callable[[], Workspace]
) -> None:
    board = _at(page, server, "board?view=Years")
    empty = next(
        year
        for year in range(YEAR, YEAR + 7)
        if not any(it.year == year for it in present(plan().milestones).values())
    )
    lane = board.locator("[data-testid=stHorizontalBlock]", has=_lane(board, empty))
    lane.get_by_role("button", name="Add milestone").first.focus()
    board.keyboard.press("Enter")
    board.get_by_role("textbox", name="Milestone", exact=True).focus()
    board.keyboard.type("Teach the evening course")
    board.keyboard.press("Enter")
    row = board.locator("[class*=st-key-milestone-row-]", has_text="Teach the evening course")
    expect(_lane(board, empty).locator(row)).to_be_visible()
    settled(board)

    row.get_by_role("button", name="Earlier").focus()
    board.keyboard.press("Enter")
    expect(_lane(board, empty - 1).locator(row)).to_be_visible()
    settled(board)
    row.get_by_role("checkbox").focus()
    board.keyboard.press("Space")
    expect(board.get_by_text(re.compile(r"^Milestones: 1 of"))).to_be_visible()

    [added] = [it for it in plan().milestones.values() if it.title == "Teach the evening course"]
    assert (added.year, added.done) == (empty - 1, True)


def test_a_level_is_stepped_down_with_a_reason_and_undone(
    page: Page, server: Server, plan: Callable[[], Workspace]
) -> None:
    aspirations = _at(page, server, "aspirations")
    before = next(iter(present(plan().aspirations).values()))
    card = aspirations.locator(f".st-key-aspiration-card-{before.id}")
    card.get_by_role("button", name="Change level").click()
    aspirations.get_by_role("menuitem", name="Step down").click()
    dialog = aspirations.get_by_role("dialog")
    dialog.get_by_role("textbox", name="Level from now on").fill("A smaller desk")
    dialog.get_by_role("textbox", name="What did you learn").fill("I missed the cases themselves.")
    dialog.get_by_role("button", name="Step down").click()
    expect(dialog).to_have_count(0)
    expect(card.get_by_text("A smaller desk").first).to_be_visible()
    stepped = plan().aspirations[before.id].steps[-1]
    assert (stepped.after, stepped.reason) == ("A smaller desk", "I missed the cases themselves.")

    aspirations.get_by_role("button", name="Undo").click()
    expect(card.get_by_text("A smaller desk")).to_have_count(0)
    assert plan().aspirations[before.id] == before


def test_a_goal_is_archived_and_restored(page: Page, server: Server, plan: Callable[[], Workspace]) -> None:
    board = _at(page, server, "board")
    goal = next(iter(present(plan().goals).values()))
    _card(board, goal.id).get_by_role("button", name="Open").click()
    board.get_by_role("dialog").get_by_role("button", name="Edit").click()
    board.get_by_role("dialog").get_by_role("button", name="Archive").click()
    expect(board.get_by_role("dialog")).to_have_count(0)
    expect(_card(board, goal.id)).to_have_count(0)

    board.get_by_text("Dropped and archived").click()
    board.get_by_role("button", name="Bring back").click()
    expect(_card(board, goal.id)).to_be_visible()
    assert plan().goals[goal.id] == goal


def test_a_link_opens_the_same_view_filter_and_goal_for_whoever_follows_it(
    page: Page, server: Server, plan: Callable[[], Workspace]
) -> None:
    board = _at(page, server, "board?view=List")
    aspiration = next(iter(present(plan().aspirations).values()))
    board.get_by_role("textbox", name="Search goals").fill("cpa")
    board.keyboard.press("Enter")
    board.get_by_role("button", name="Filter").click()
    board.get_by_role("combobox", name="Aspiration").click()
    board.get_by_role("option", name=aspiration.title).click()
    shown = board.get_by_text(re.compile(r"\d+ of \d+ goals shown"))
    expect(shown).to_be_visible()
    expect(board).to_have_url(re.compile(f"aspiration={aspiration.id}"))
    board.keyboard.press("Escape")
    settled(board)
    board.locator("[class*=st-key-goal-open-]").get_by_role("button").first.click()
    expect(board.get_by_role("dialog")).to_be_visible()
    link, said = board.url, shown.inner_text()

    context: BrowserContext = page.context
    other = context.new_page()
    other.goto(link)
    expect(other.get_by_role("dialog")).to_be_visible()
    expect(other.get_by_text(said)).to_be_visible()
    expect(other.get_by_role("radio", name="List")).to_be_checked()
    assert aspiration.title not in link
