"""One person, one sitting: from the first question to a checked answer, with power cuts in between."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Download, Page, expect
from playwright.sync_api import TimeoutError as NothingCameError

from careerkit.goals import GoalStatus
from careerkit.interview import Asked
from careerkit.store import open_store
from careerkit.workspace import Workspace
from tests.browser.comparing import PAIRS, QUESTIONS, sees_count, sees_order
from tests.tools.browsing import settled
from tests.tools.server import Server

pytestmark = pytest.mark.browser

YEAR = datetime.now(UTC).year
ASPIRATION = "Become the engineer people ask when bridges crack"
GOAL = "Lead the inspection of three bridges"
STEP = "Pass the chartered engineer interview"
COMPANY = "Brücke & Söhne"
ROLE = "Senior structural engineer"
HARMFUL = " Once I have learned enough, I plan to set up my own consultancy."


def test_a_person_goes_from_their_needs_to_a_checked_answer_and_finds_everything_again(
    page: Page, server: Server, tmp_path: Path
) -> None:
    page.goto(server.url())
    look_around_with_the_demo_person(page)
    page.get_by_label("What should we call you?").fill("Zoë")
    compare_needs(page, server)
    power_cut(page, server)
    set_a_direction(page)
    plan_on_the_board(page)
    power_cut(page, server)
    review_the_year(page, server)
    power_cut(page, server)
    prepare_answers(page)
    power_cut(page, server)
    everything_is_there(page)
    take_it_away_and_bring_it_back(page, tmp_path)

    kept = open_store(server.data).load("mine")
    check_what_is_stored(kept)


def visit(page: Page, name: str, title: str | None = None) -> None:
    page.get_by_role("link", name=name, exact=True).click()
    expect(page.get_by_role("heading", level=1, name=title or name)).to_be_visible()


def power_cut(page: Page, server: Server) -> None:
    """Kills the server between two steps; the person opens the app anew."""
    server.kill()
    server.start()
    page.goto(server.url())
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def look_around_with_the_demo_person(page: Page) -> None:
    page.get_by_role("button", name="Look around with a demo person").click()
    expect(page.get_by_role("heading", name="Hello, Amina")).to_be_visible()
    page.get_by_role("button", name="Remove the demo").click()
    expect(page.get_by_role("heading", name="Welcome to careerkit")).to_be_visible()


def compare_needs(page: Page, server: Server) -> None:
    page.get_by_role("button", name="Start with your needs").click()
    page.get_by_role("button", name="Start comparing").click()
    answer_pairs(page, 0, 9)
    page.get_by_role("button", name="Undo last answer").click()
    sees_count(page, 8)
    page.reload()
    answer_pairs(page, 8, 17)
    power_cut(page, server)
    expect(page.get_by_role("heading", name="Hello, Zoë")).to_be_visible()
    page.get_by_role("button", name="Go on").click()
    answer_pairs(page, 17, QUESTIONS)
    sees_order(page)


def answer_pairs(page: Page, first: int, last: int) -> None:
    """Answers by keyboard, never quicker than the page shows the pair."""
    for answered in range(first, last):
        sees_count(page, answered)
        page.keyboard.press("0" if answered == 3 else "ArrowLeft")
    if last < QUESTIONS:
        sees_count(page, last)


def set_a_direction(page: Page) -> None:
    visit(page, "Aspirations")
    open_form(page, "New aspiration")
    page.get_by_label("Aspiration", exact=True).fill(ASPIRATION)
    page.get_by_label("Why it matters to you").fill(
        "I like <b>old</b> bridges :red[a lot] ![x](http://career.example/x.png)"
    )
    page.get_by_role("button", name="Save aspiration").click()
    expect(page.get_by_role("heading", name=ASPIRATION)).to_be_visible()
    expect(page.get_by_text("I like <b>old</b> bridges")).to_be_visible()
    visit(page, "Vision")
    for part, text in (("Role", "Head of inspection"), ("Industry", "Bridges")):
        page.get_by_role("textbox", name=re.compile(f"^{part}")).fill(text)
        page.get_by_role("textbox", name=re.compile(f"^{part}")).press("Tab")
        handed_over(page)


def handed_over(page: Page) -> None:
    """Wait until the browser has handed over what was typed, after its next frame, and the run is over.

    A hand that goes to another page before that, while the server is still busy, loses it.
    """
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
    settled(page)


def plan_on_the_board(page: Page) -> None:
    visit(page, "Board")
    open_form(page, "New goal")
    page.get_by_label("Goal", exact=True).fill(GOAL)
    page.get_by_role("spinbutton", name="year, Due date").click()
    page.keyboard.type(f"{YEAR + 2}0630")
    page.get_by_label("Target").fill("3")
    page.get_by_label("Unit").fill("bridges")
    page.get_by_label("Unit").press("Tab")
    handed_over(page)
    page.set_viewport_size({"width": 1280, "height": 1400})  # a list closes when what it stands in scrolls
    page.get_by_role("combobox", name="Aspirations it serves").click()
    page.get_by_role("option", name=ASPIRATION).click()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Save goal").click()
    card = page.locator("[class*=st-key-goal-card-]", has_text=GOAL)
    expect(card).to_contain_text(f"30 Jun {YEAR + 2}")
    card.get_by_role("button", name="Move").click()
    page.get_by_role("menuitem", name="Doing").or_(page.get_by_role("option", name="Doing")).click()
    expect(page.locator(".st-key-board-column-doing").get_by_text(GOAL)).to_be_visible()
    page.get_by_text("Years", exact=True).click()
    open_form(page, "Add milestone")
    page.get_by_label("Milestone", exact=True).fill(STEP)
    page.get_by_role("button", name="Save milestone").click()
    expect(page.locator("[class*=st-key-milestone-row-]", has_text=STEP)).to_be_visible()


def review_the_year(page: Page, server: Server) -> None:
    visit(page, "Yearly review")
    page.get_by_role("button", name=f"Start the review of {YEAR}").click()
    expect(page.get_by_text(f"1 milestone planned for {YEAR}")).to_be_visible()
    settled(page)
    page.get_by_label("Your answer").fill("I moved to the bridge team.")
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_text("Step 2 of")).to_be_visible()
    power_cut(page, server)
    visit(page, "Yearly review")
    expect(page.get_by_text("Step 2 of")).to_be_visible()
    steps = int(re.findall(r"Step 2 of (\d+)", page.get_by_text("Step 2 of").inner_text())[0])
    for step in range(2, steps + 1):
        expect(page.get_by_text(f"Step {step} of")).to_be_visible()
        settled(page)
        page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="Finish the review").click()
    expect(page.get_by_text("Finished on")).to_be_visible()
    expect(page.get_by_text("I moved to the bridge team.")).to_be_visible()
    expect(page.get_by_role("button", name="Undo")).to_have_count(0)


def prepare_answers(page: Page) -> None:
    visit(page, "Answers")
    open_form(page, "New application")
    page.get_by_label("Company").fill(COMPANY)
    page.get_by_label("Role").fill(ROLE)
    page.get_by_role("button", name="Save application").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    settled(page)
    page.get_by_text("Answer", exact=True).click()
    compose(page, "Goals to bring", GOAL)
    answer = page.get_by_label("Your answer")
    clean = page.get_by_text("Nothing in here should make an interviewer stumble.")
    expect(answer).to_have_value(re.compile("inspection of three bridges"))
    expect(answer).to_have_value(re.compile(re.escape(COMPANY)))
    expect(clean).to_be_visible()
    settled(page)
    answer.fill(answer.input_value() + HARMFUL)
    answer.press("Tab")
    expect(clean).to_have_count(0)
    settled(page)
    answer.fill(answer.input_value().replace(HARMFUL, " I already lead site visits."))
    answer.press("Tab")
    expect(clean).to_be_visible()
    download_answer(page)
    page.get_by_text("Career aspirations", exact=True).click()
    compose(page, "Aspirations to bring", ASPIRATION)
    expect(page.get_by_label("Your answer")).to_have_value(re.compile("engineer people ask"))


def open_form(page: Page, button: str) -> None:
    page.get_by_role("button", name=button).first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    settled(page)


def downloaded(page: Page, button: str) -> Download:
    """Presses again when nothing comes: what is made right after a run, Streamlit may clear up with it."""
    settled(page)
    try:
        with page.expect_download(timeout=5_000) as download:
            page.get_by_role("button", name=button).click()
    except NothingCameError:
        with page.expect_download() as download:
            page.get_by_role("button", name=button).click()
    return download.value


def download_answer(page: Page) -> None:
    page.get_by_text("Copy or download").click()
    text = Path(downloaded(page, "Download as Markdown").path()).read_text()
    assert "I already lead site visits" in text.replace("\\", "")
    assert "Brücke" in text


def compose(page: Page, field: str, entry: str) -> None:
    chosen = page.get_by_role("combobox", name=field)
    expect(chosen).to_be_visible()
    settled(page)
    if (
        not page.get_by_label(field)
        .locator("xpath=ancestor::*[@data-testid='stMultiSelect']")
        .get_by_text(entry)
        .count()
    ):
        chosen.click()
        page.get_by_role("option", name=entry).click()
        page.keyboard.press("Escape")
    settled(page)
    page.get_by_role("button", name="Compose", exact=True).click()


def everything_is_there(page: Page) -> None:
    expect(page.get_by_role("heading", name="Hello, Zoë")).to_be_visible()
    visit(page, "Needs", "What do you need from your job?")
    sees_order(page)
    visit(page, "Aspirations")
    expect(page.get_by_role("heading", name=ASPIRATION)).to_be_visible()
    visit(page, "Board")
    expect(page.locator(".st-key-board-column-doing").get_by_text(GOAL)).to_be_visible()
    visit(page, "Yearly review")
    expect(page.get_by_text("I moved to the bridge team.")).to_be_visible()
    visit(page, "Answers")
    expect(page.get_by_label("Your answer")).to_have_value(re.compile("I already lead site visits."))


def take_it_away_and_bring_it_back(page: Page, tmp_path: Path) -> None:
    visit(page, "Your data")
    backup = tmp_path / "backup.json"
    downloaded(page, "Download a backup").save_as(backup)
    page.get_by_label("Type “delete”").fill("delete")
    page.get_by_role("button", name="Delete everything").click()
    expect(page.get_by_text("Everything is deleted.")).to_be_visible()
    page.get_by_label("Backup file").locator("input").set_input_files(backup)
    expect(page.get_by_text("1 goal will be added.")).to_be_visible()
    page.get_by_role("button", name="Restore", exact=True).click()
    expect(page.get_by_text("1 goal will be added.")).to_have_count(0)
    visit(page, "Board")
    expect(page.locator(".st-key-board-column-doing").get_by_text(GOAL)).to_be_visible()


def check_what_is_stored(kept: Workspace) -> None:
    [assessment] = kept.assessments.values()
    [aspiration] = kept.aspirations.values()
    [goal] = kept.goals.values()
    [milestone] = kept.milestones.values()
    [review] = kept.reviews.values()
    answers = {answer.asked: answer.text for answer in kept.answers.values()}
    assert kept.profile.name == "Zoë"
    assert (len(assessment.answers), assessment.finished_at is not None) == (PAIRS, True)
    assert len(assessment.repeats) == QUESTIONS - PAIRS
    assert kept.vision is not None
    assert (kept.vision.role, kept.vision.industry) == ("Head of inspection", "Bridges")
    assert (goal.title, goal.status, goal.aspirations) == (GOAL, GoalStatus.DOING, frozenset({aspiration.id}))
    assert (milestone.title, review.finished_on is not None) == (STEP, True)
    assert "three bridges" in answers[Asked.NEAR]
    assert COMPANY in answers[Asked.NEAR]
    assert COMPANY in answers[Asked.LONG]
