import pytest
from playwright.sync_api import Page, expect

from careerkit.store import open_store
from tests.tools.browsing import settled
from tests.tools.server import Server

pytestmark = pytest.mark.browser


def test_undo_pressed_straight_after_typing_shows_what_is_stored(page: Page, server: Server) -> None:
    page.goto(server.url(path="data"))
    name = page.get_by_label("What should we call you?")
    name.fill("Zoë")
    name.press("Enter")
    expect(page.get_by_role("button", name="Undo")).to_be_visible()
    settled(page)

    name.fill("New name")
    page.get_by_role("button", name="Undo").click()

    expect(page.get_by_text("Taken back.")).to_be_visible()
    settled(page)
    expect(name).to_have_value("Zoë")
    assert open_store(server.data).load("mine").profile.name == "Zoë"
