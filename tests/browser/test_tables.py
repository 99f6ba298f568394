from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Download, Page, expect
from playwright.sync_api import TimeoutError as NothingCameError

from careerkit.change import Actor, Stamp, created
from careerkit.goals import Goal, GoalStatus
from careerkit.labels import Mark
from careerkit.store import open_store
from tests.tools.browsing import settled
from tests.tools.server import Server

pytestmark = pytest.mark.browser

DUE = date(2031, 12, 12)
GOALS = (
    Goal(id="exam", title="Pass the exam", due=DUE, status=GoalStatus.PLANNED),
    Goal(id="quit", title="Leave quietly", due=DUE, status=GoalStatus.PLANNED, mark=Mark.PRIVATE),
)


@pytest.fixture(scope="module")
def server(serve: Callable[..., Server]) -> Iterator[Server]:
    """A server whose owner has a goal to show and one to keep private."""
    server = serve(address="localhost")
    store = open_store(server.data)
    stamp = Stamp(by=Actor(id="owner", name="You"), at=datetime.now(UTC))
    store.apply(
        store.create("mine").id, [created(it, stamp=stamp) for it in GOALS], seen=0, commit_id="goals"
    )
    yield server
    server.kill()


def test_what_a_person_takes_with_them_brings_nothing_new_back_and_a_new_row_comes_in_with_one_press(
    page: Page, server: Server, tmp_path: Path
) -> None:
    page.goto(server.url())
    page.get_by_role("link", name="Your data", exact=True).click()
    page.get_by_text("Take your plan with you").click()
    calendar, table = tmp_path / "calendar.ics", tmp_path / "goals.csv"

    _downloaded(page, "Download calendar", calendar)
    assert b"SUMMARY:Pass the exam" in calendar.read_bytes()
    assert b"Leave quietly" not in calendar.read_bytes()
    page.get_by_text("With what I keep private").click()
    name = _downloaded(page, "Download goals", table).suggested_filename
    assert name.startswith("careerkit-goals-20")
    assert name.endswith(".csv")
    assert b"Leave quietly" in table.read_bytes()

    page.get_by_text("Bring goals in").click()
    page.get_by_label("File to bring in").locator("input").set_input_files(table)
    expect(page.get_by_text("Nothing new is in this file.")).to_be_visible()
    expect(page.get_by_text("2 entries are in your plan already.")).to_be_visible()
    page.get_by_role("button", name="Close").click()
    expect(page.get_by_text("Nothing new is in this file.")).to_have_count(0)

    table.write_text("Title,Due\nLearn to dive,2029-05-31\nLate,soon\n", encoding="utf-8")
    page.get_by_label("File to bring in").locator("input").set_input_files(table)
    expect(page.get_by_role("cell", name="“soon” is no date")).to_be_visible()
    page.get_by_role("button", name="Add 1 goal").click()
    expect(page.get_by_text("Added 1 goal. Undo takes it back.")).to_be_visible()
    expect(page.get_by_role("cell", name="Learn to dive")).to_have_count(0)
    assert "Learn to dive" in [goal.title for goal in open_store(server.data).load("mine").goals.values()]


def _downloaded(page: Page, button: str, path: Path) -> Download:
    """Presses again when nothing comes: what is made right after a run, Streamlit may clear up with it."""
    settled(page)
    try:
        with page.expect_download(timeout=5_000) as download:
            page.get_by_role("button", name=button).click()
    except NothingCameError:
        with page.expect_download() as download:
            page.get_by_role("button", name=button).click()
    download.value.save_as(path)
    return download.value
