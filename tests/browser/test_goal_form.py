"""The form of a goal, whose fields are live: what only a browser shows of it."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.tools.server import Server

pytestmark = pytest.mark.browser

HELD = 120  # milliseconds between press and release, as a finger on a mouse takes


@pytest.fixture(scope="module")
def server(serve: Callable[..., Server]) -> Iterator[Server]:
    """A server whose owner has nothing yet."""
    server = serve(address="localhost")
    yield server
    server.kill()


@pytest.fixture
def form(page: Page, server: Server) -> Locator:
    """The form of a new goal."""
    page.goto(server.url())
    page.get_by_role("link", name="Board").click()
    page.get_by_role("button", name="New goal").click()
    form = page.get_by_role("dialog")
    expect(form.get_by_role("button", name="Save goal")).to_be_visible()
    return form


def _title(form: Locator) -> Locator:
    return form.get_by_role("textbox", name="Goal", exact=True)


def test_a_title_typed_after_a_refusal_is_saved_by_the_first_press(form: Locator) -> None:
    save = form.get_by_role("button", name="Save goal")
    save.click()
    expect(form.get_by_text("Give the goal a title.")).to_be_visible()
    _title(form).fill("Pass part 2")
    save.click(delay=HELD)

    expect(form).to_have_count(0)
    card = form.page.locator("[class*=st-key-goal-card-]", has_text="Pass part 2")
    expect(card).to_be_visible()


@pytest.mark.parametrize("start", ["", "9"])
def test_a_target_typed_just_before_the_press_does_not_move_the_button_away(
    start: str, form: Locator
) -> None:
    _title(form).fill(f"Write papers, from {start or 'nothing'}")
    form.get_by_label("Start").fill(start)
    form.get_by_label("Target").fill("4")
    form.get_by_role("button", name="Save goal").click(delay=HELD)

    expect(form).to_have_count(0)


def test_numbers_stay_while_yes_or_no_is_tried_out(form: Locator) -> None:
    target = form.get_by_label("Target")
    target.fill("4")
    form.get_by_label("Unit").fill("papers")
    form.get_by_text("Yes or no").click()
    expect(form.get_by_text("It is met when you say so.")).to_be_visible()
    form.get_by_text("By a number").click()

    expect(target).to_have_value("4")
    expect(form.get_by_label("Unit")).to_have_value("papers")
