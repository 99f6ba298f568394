"""Comparing needs in a browser, never quicker than the page shows what it asks."""

import re
from typing import Final

from playwright.sync_api import Page, expect

from careerkit.content import needs_catalogue
from tests.tools.browsing import settled

PAIRS: Final = 28
QUESTIONS: Final = 30
"""The pairs, and two of them once more."""
FOURS: Final = 14


def sees_count(page: Page, answered: int, questions: int = QUESTIONS) -> None:
    """Wait until the page says how many answers there are, and its keys belong to the question below."""
    expect(page.get_by_text(re.compile(rf"^{answered} of {questions}\b"))).to_be_visible()
    settled(page)  # until then, a key may still press the button that stood there before


def sees_question(page: Page, question: str) -> None:
    """Wait until the page asks a question, and its keys answer it."""
    expect(page.get_by_text(question)).to_be_visible()
    settled(page)


def sees_order(page: Page) -> None:
    """Wait until the page shows what the answers say."""
    expect(page.get_by_role("radio", name="Order")).to_be_checked()
    expect(page.get_by_text("The numbers, and how each came about")).to_be_visible()


def needs_on_screen(page: Page, count: int) -> tuple[str, ...]:
    """Return the ids of the needs on the cards, from the first to the last."""
    heads = page.get_by_role("heading", level=3)
    expect(heads).to_have_count(count)
    ids = {need.name: need.id for need in needs_catalogue()}
    return tuple(ids[name] for name in heads.all_inner_texts())
