"""A damaged file, met by the person whose plan it holds."""

from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

from careerkit.change import Actor, Stamp
from careerkit.store import open_store
from careerkit.workspace import edit_profile
from tests.tools.browsing import settled
from tests.tools.server import Server

pytestmark = pytest.mark.browser

NAME = "What should we call you? (if you like)"
STAMP = Stamp(by=Actor(id="owner", name="You"), at=datetime(2026, 1, 2, tzinfo=UTC))
TOLD = "The file of your plan was damaged."


def test_a_damaged_file_is_told_once_and_the_way_back_to_it_stays_open(page: Page, server: Server) -> None:
    store = open_store(server.data)
    workspace = store.create("mine")
    for name in ("Zoë", "Zoe Ann"):
        changes = edit_profile(workspace, name=name, stamp=STAMP)
        workspace = store.apply("mine", changes, seen=workspace.revision, commit_id=name)
    server.kill()
    file = server.data / "mine.json"
    file.write_bytes(file.read_bytes().replace(b"Zoe Ann", b"Zoe Anm"))
    server.start()

    page.goto(server.url(path="data"))
    expect(page.get_by_text(TOLD)).to_be_visible()
    expect(page.get_by_label(NAME)).to_have_value("Zoë")
    page.get_by_role("button", name="I have seen this").click()
    expect(page.get_by_text(TOLD)).to_have_count(0)
    page.reload()
    expect(page.get_by_label(NAME)).to_have_value("Zoë")
    expect(page.get_by_text(TOLD)).to_have_count(0)

    settled(page)
    page.get_by_role("combobox", name="Version").click()
    page.get_by_role("combobox", name="Version").press_sequentially("Damaged")
    page.get_by_role("option", name="Damaged, and kept aside").click()
    expect(page.get_by_text("1 profile will be changed.")).to_be_visible()
    page.get_by_role("button", name="Replace what I have").click()
    expect(page.get_by_label(NAME)).to_have_value("Zoe Anm")

    page.get_by_role("link", name="History").click()
    expect(page.get_by_role("heading", name="History")).to_be_visible()
    page.get_by_text("Changed the profile").first.click()
    expect(page.get_by_text("Zoë → Zoe Anm")).to_be_visible()
    page.get_by_role("button", name="Take this back").click()
    expect(page.get_by_text("changing the profile")).to_be_visible()
    server.kill()
    assert open_store(server.data).load("mine").profile.name == "Zoë"
