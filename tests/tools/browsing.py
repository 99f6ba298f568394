"""What browser tests wait for."""

from playwright.sync_api import Locator, Page, expect


def settled(page: Page) -> None:
    """Wait for the end of the run: a quicker hand than any person's would meet fields still being drawn."""
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")


def handed_over(page: Page) -> None:
    """Wait until the browser has handed over what was typed, after its next frame, and the run is over.

    A hand that goes on before that, while the server is still busy, presses on a page about to be redrawn.
    """
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
    settled(page)


def drag(board: Page, card: Locator, column: Locator, *, down: int = 40, shows: str = ".stdnd-ghost") -> None:
    """Drag a card of a board into a column, ``down`` so many pixels below its top, as a hand would."""
    expect(board.locator("[draggable=true]", has=card)).to_be_visible()
    column.scroll_into_view_if_needed()
    card.scroll_into_view_if_needed()
    start, end = card.bounding_box(), column.bounding_box()
    assert start is not None
    assert end is not None
    x, y = end["x"] + end["width"] / 2, end["y"] + min(down, end["height"] / 2)
    board.mouse.move(start["x"] + 20, start["y"] + 10)
    board.mouse.down()
    board.mouse.move(start["x"] + 30, start["y"] + 20, steps=3)
    board.mouse.move(x, y, steps=8)
    board.mouse.move(x, y + 4, steps=2)
    expect(column.locator(shows)).to_be_visible()  # the browser follows the mouse at its own pace
    board.mouse.up()
