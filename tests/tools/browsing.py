"""What browser tests wait for."""

from playwright.sync_api import Page, expect


def settled(page: Page) -> None:
    """Wait for the end of the run: a quicker hand than any person's would meet fields still being drawn."""
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
