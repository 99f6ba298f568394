import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.typed_texts import LINES, PARAGRAPHS
from tests.tools.server import Server

pytestmark = pytest.mark.browser

FORMATTED = "img, a, h2, h3, hr, code, pre, strong, em, del, mark, blockquote, li, .katex, .stMermaid, sup"

OTHER_WORDS = {"", "1", "Options", "inside"}


@pytest.fixture(scope="module")
def server(serve: Callable[..., Server]) -> Iterator[Server]:
    server = serve(address="localhost", script="tests/browser/typed_text_app.py")
    yield server
    server.kill()


def test_what_people_type_is_shown_as_typed_and_loads_nothing(page: Page, server: Server) -> None:
    elsewhere: list[str] = []
    page.on("request", lambda asked: elsewhere.append(asked.url) if "evil" in asked.url else None)

    page.goto(server.url())
    expect(page.get_by_text("All texts are drawn.")).to_be_visible()

    for at, text in enumerate([*LINES, *PARAGRAPHS]):
        block = page.locator(f".st-key-text-{at}-block")
        assert shown(block) == [as_seen(text)] * 3
        assert block.locator(FORMATTED).count() == 0
    for at, text in enumerate(LINES):
        labels = page.locator(f".st-key-text-{at}-label")
        assert [text for text in shown(labels) if text not in OTHER_WORDS] == [as_seen(text)] * 10
        assert labels.locator(FORMATTED).count() == 0
        cells = page.locator(f".st-key-text-{at}-table td")
        assert as_seen(text) in map(as_seen, cells.all_inner_texts())
    assert elsewhere == []


def shown(place: Locator) -> list[str]:
    """Return the text of every piece of Markdown in this place."""
    pieces = place.locator("[data-testid=stMarkdownContainer], [data-testid=stCaptionContainer]")
    return [as_seen(text) for text in pieces.all_inner_texts()]


def as_seen(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\u2060", "")).strip()
