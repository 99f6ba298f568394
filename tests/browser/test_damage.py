"""A damaged file, met by the person whose plan it holds."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from careerkit.store import open_store
from tests.tools.server import Server

NAME = "What should we call you? (if you like)"
TOLD = "The file of your plan was damaged."


def test_a_damaged_file_is_told_once_and_the_way_back_to_it_stays_open(
    new_page: Callable[[], Page], server: Server
) -> None:
    page = new_page()
    page.goto(server.url(path="data"))
    for name in ("Zoë", "Zoe Ann"):
        page.get_by_label(NAME).fill(name)
        page.get_by_label(NAME).press("Enter")
        expect(page.get_by_role("button", name="Undo")).to_be_visible()
        expect(page.get_by_test_id("stStatusWidget")).to_have_count(0)
    server.kill()
    file = server.data / "mine.json"
    file.write_bytes(file.read_bytes().replace(b"Zoe Ann", b"Zoe Anm"))
    server.start()

    page = new_page()
    page.goto(server.url(path="data"))
    expect(page.get_by_text(TOLD)).to_be_visible()
    expect(page.get_by_label(NAME)).to_have_value("Zoë")
    page.get_by_role("button", name="I have seen this").click()
    expect(page.get_by_text(TOLD)).to_have_count(0)
    page.reload()
    expect(page.get_by_label(NAME)).to_have_value("Zoë")
    expect(page.get_by_text(TOLD)).to_have_count(0)

    page.get_by_role("combobox", name="Version").click()
    page.get_by_text("Damaged, and kept aside").click()
    expect(page.get_by_text("1 profile will be changed.")).to_be_visible()
    page.get_by_role("button", name="Replace what I have").click()
    expect(page.get_by_label(NAME)).to_have_value("Zoe Anm")

    page.get_by_role("link", name="History").click()
    expect(page.get_by_role("heading", name="History")).to_be_visible()
    page.get_by_role("button", name="Details").first.click()
    expect(page.get_by_text("name: Zoë → Zoe Anm")).to_be_visible()
    page.get_by_role("button", name="Take this back").click()
    expect(page.get_by_text("Took back: changing the profile")).to_be_visible()
    server.kill()
    assert open_store(server.data).load("mine").profile.name == "Zoë"
