import pytest
from playwright.sync_api import Page, expect

from careerkit.store import open_store
from tests.tools.browsing import settled
from tests.tools.server import Server

pytestmark = pytest.mark.browser


def test_what_was_being_typed_when_the_server_restarted_is_saved_when_the_field_is_left(
    page: Page, server: Server
) -> None:
    page.goto(server.url())
    name = page.get_by_label("What should we call you?")
    expect(name).to_be_visible()
    settled(page)
    name.press_sequentially("Zoë")
    server.kill()
    expect(name).to_be_disabled()

    server.start()

    expect(name).to_be_enabled()
    name.press("Tab")
    expect(page.get_by_role("button", name="Undo")).to_be_visible()
    expect(name).to_have_value("Zoë")
    assert open_store(server.data).load("mine").profile.name == "Zoë"
