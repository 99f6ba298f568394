import re
from collections import Counter
from collections.abc import Iterator
from itertools import cycle, pairwise

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from careerkit.content import directions
from careerkit.needs import Assessment, Decision, latest_ratings, pair_key, set_key
from careerkit.store import open_store
from careerkit.workspace import Workspace
from tests.browser.comparing import (
    FOURS,
    PAIRS,
    QUESTIONS,
    needs_on_screen,
    sees_count,
    sees_order,
    sees_question,
)
from tests.tools.browsing import settled
from tests.tools.needs_pages import compared, in_order, rated
from tests.tools.server import Server

pytestmark = pytest.mark.browser

PHONE: ViewportSize = {"width": 390, "height": 844}
SIDES = {"ArrowLeft": 0, "ArrowRight": 1, "1": 0, "2": 1, "0": None}
"""What a key does to a pair: it keeps the need on that side, or neither."""
FIRST = "Which would you keep first?"
SECOND = "And which would you give up first?"
PHONE_VIEWS = {
    "Order": "The numbers, and how each came about",
    "Today": "Where to act",
    "Directions": "Where a need can lead.",
    "Strengths": "Why now?",
    "Over time": "What would somebody who knows you guess?",
    "Your needs": "Add a need of my own",
}
"""The views of the demo person, each with something that stands far down in it."""


def plan_of(server: Server) -> Workspace:
    return open_store(server.data).load("mine")


def only_comparison(server: Server) -> Assessment:
    [assessment] = plan_of(server).assessments.values()
    return assessment


def press_button(page: Page, name: str) -> None:
    """Press a button as somebody does who has no mouse."""
    page.get_by_role("button", name=name).focus()
    page.keyboard.press("Enter")


def test_all_pairs_are_compared_with_the_keyboard_alone_and_stored_as_they_were_pressed(
    page: Page, server: Server
) -> None:
    page.goto(server.url(path="needs"))
    press_button(page, "Start comparing")
    asked: list[tuple[str, ...]] = []
    kept: list[str | None] = []
    for turn, key in zip(range(QUESTIONS), cycle(SIDES), strict=False):
        sees_count(page, turn)
        asked.append(needs_on_screen(page, 2))
        if turn == QUESTIONS // 2:
            page.reload()
            sees_count(page, turn)
            assert needs_on_screen(page, 2) == asked[-1]
        if turn in {1, 20, PAIRS}:  # pressed by mistake, and taken back
            page.keyboard.press("0")
            sees_count(page, turn + 1)
            page.keyboard.press("u")
            sees_count(page, turn)
            assert needs_on_screen(page, 2) == asked[-1]
        page.keyboard.press(key)
        side = SIDES[key]
        kept.append(None if side is None else asked[-1][side])
    sees_order(page)

    stored = only_comparison(server)
    first, second = stored.answers.values(), stored.repeats.values()
    answers = {(it.left, it.right): it.kept for it in (*first, *second)}
    assert answers == dict(zip(asked, kept, strict=True))
    assert (len(stored.answers), len(stored.repeats)) == (PAIRS, QUESTIONS - PAIRS)
    assert {pair_key(*pair) for pair in asked[PAIRS:]} == set(stored.repeats)
    lead = Counter(left for left, _ in asked[:PAIRS])
    lead.subtract(right for _, right in asked[:PAIRS])
    assert {abs(more) for more in lead.values()} == {1}  # of seven pairs, four on one side
    assert all(set(one).isdisjoint(other) for one, other in pairwise(asked[:PAIRS]))


def test_the_short_form_is_finished_with_the_keys_1_to_4_alone_and_stored_as_they_were_pressed(
    page: Page, server: Server
) -> None:
    page.goto(server.url(path="needs"))
    press_button(page, "In fours")
    made = {}
    for turn in range(FOURS):
        sees_count(page, turn, FOURS)
        sees_question(page, FIRST)
        four = needs_on_screen(page, 4)
        best, worst = turn % 4, (turn + 1 + turn // 4 % 3) % 4
        page.keyboard.press(str(best + 1))
        sees_question(page, SECOND)
        assert needs_on_screen(page, 4) == four
        if turn == FOURS // 2:
            page.reload()
            sees_question(page, SECOND)
            sees_count(page, turn, FOURS)
        page.keyboard.press(str(worst + 1))
        if turn == 2:
            sees_count(page, turn + 1, FOURS)
            page.keyboard.press("u")
            sees_count(page, turn, FOURS)
            sees_question(page, SECOND)
            page.keyboard.press(str(worst + 1))
        made[set_key(four)] = (four, four[best], four[worst])
    sees_order(page)

    choices = only_comparison(server).choices
    assert {key: (it.needs, it.best, it.worst) for key, it in choices.items()} == made
    assert len(made) == FOURS


def test_on_a_phone_nothing_of_the_demo_persons_page_lies_beside_the_screen(
    page: Page, server: Server
) -> None:
    page.set_viewport_size(PHONE)
    page.goto(server.url())
    page.get_by_role("button", name="Look around with a demo person").click()
    expect(page.get_by_role("heading", name="Hello, Amina")).to_be_visible()
    for view, far_down in PHONE_VIEWS.items():
        page.goto(server.url(path=f"needs?needs-view={view}"))
        expect(page.get_by_role("radio", name=view)).to_be_checked()
        expect(page.get_by_text(far_down)).to_be_visible()
        unfold(page)
        assert beside(page) == [], view

    page.goto(server.url(path="needs"))
    press_button(page, "Compare again")
    sees_count(page, 0)
    assert beside(page) == []
    assert all(reachable(page, button) for button in keeps(page, 2))
    page.get_by_role("button", name="Discard").click()
    sees_order(page)
    page.get_by_role("button", name="In fours").click()
    sees_count(page, 0, FOURS)
    assert beside(page) == []
    assert all(reachable(page, button) for button in keeps(page, 4))


def unfold(page: Page) -> None:
    """Open all that can be unfolded, and wait until every chart is drawn."""
    settled(page)
    for closed in page.locator("details:not([open]) > summary").all()[::-1]:
        closed.click()
    expect(page.locator("details:not([open])")).to_have_count(0)
    for chart in page.get_by_test_id("stVegaLiteChart").all():
        expect(chart.locator("svg, canvas").first).to_be_visible()


def beside(page: Page) -> list[str]:
    """Return what makes the page wider than the screen."""
    widths: dict[str, int] = page.evaluate(
        "() => ({document: document.documentElement.scrollWidth, body: document.body.scrollWidth,"
        " main: document.querySelector('[data-testid=stMain]').scrollWidth})"
    )
    return [name for name, width in widths.items() if width > PHONE["width"]]


def keeps(page: Page, count: int) -> Iterator[Locator]:
    """Return the buttons on the cards, once all are there."""
    buttons = page.get_by_role("button", name=re.compile("^Keep (?!left|right)"))
    expect(buttons).to_have_count(count)
    yield from buttons.all()


def reachable(page: Page, button: Locator) -> bool:
    """Say whether a button and the head of its card come into sight without scrolling sideways."""
    button.scroll_into_view_if_needed()
    expect(button).to_be_in_viewport()
    box = button.bounding_box()
    assert box is not None
    aside: int = page.evaluate(
        "() => window.scrollX + document.querySelector('[data-testid=stMain]').scrollLeft"
    )
    return aside == 0 and box["x"] >= 0 and box["x"] + box["width"] <= PHONE["width"]


def test_a_number_for_today_and_a_direction_in_the_plan_survive_a_reload(
    page: Page, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CAREERKIT_DATA", str(server.data))
    compared(in_order("income"))
    rated(income=None)
    course = next(it for it in directions() if it.id == "income-training")
    page.goto(server.url(path="needs?needs-view=Today"))
    scale = page.get_by_role("radiogroup", name="Income")
    scale.get_by_role("radio", name="3", exact=True).click()
    expect(page.get_by_text(re.compile(r"^Income .*\b3 of 10"))).to_be_visible()
    note = page.get_by_label("A note on Income")
    note.fill("No rise since spring")
    note.press("Tab")

    page.get_by_role("radio", name="Directions").click()
    card = page.get_by_test_id("stVerticalBlock").filter(has_text=course.title).last
    card.get_by_role("button", name="Add to plan").click()
    expect(card.get_by_text("In your plan")).to_be_visible()

    page.reload()
    expect(card.get_by_text("In your plan")).to_be_visible()
    expect(card.get_by_role("button", name="Add to plan")).to_have_count(0)
    page.goto(server.url(path="needs?needs-view=Today"))
    expect(scale.get_by_role("radio", name="3", exact=True)).to_be_checked()
    expect(note).to_have_value("No rise since spring")
    plan = plan_of(server)
    assert [goal.title for goal in plan.goals.values()] == [course.title]
    assert plan.standpoint.directions == {course.id: Decision.ACCEPTED}
    rating = latest_ratings(plan.satisfactions)["income"]
    assert (rating.value, rating.note) == (3, "No rise since spring")
