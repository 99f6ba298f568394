"""The app in Chromium, served as a person serves it."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.tools.server import Server

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--no-proxy-server",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP career.example 127.0.0.1",
)
_PATIENCE = 30_000  # milliseconds


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; the test is skipped without it, or fails where browser tests are required."""
    chromium = _chromium()
    if chromium is None:
        reason = "Chromium is not installed; name its program in CAREERKIT_CHROMIUM"
        required = "browser" in os.environ.get("CAREERKIT_REQUIRE", "")
        (pytest.fail if required else pytest.skip)(reason)
    expect.set_options(timeout=_PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=[*_FLAGS])
        yield browser
        browser.close()


@pytest.fixture
def new_page(browser: Browser) -> Iterator[Callable[[], Page]]:
    """Opens a page in a browser that has never been here: cookies and all else are its own."""
    contexts: list[BrowserContext] = []

    def opened() -> Page:
        context = browser.new_context()
        context.set_default_timeout(_PATIENCE)
        contexts.append(context)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def page(new_page: Callable[[], Page]) -> Page:
    """A page in a browser that has never been here."""
    return new_page()


@pytest.fixture(scope="session")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Server]]:
    """Starts servers, each with its own port and data folder; takes the arguments of ``Server``."""
    servers: list[Server] = []

    def started(**options: object) -> Server:
        server = Server(tmp_path_factory.mktemp("server"), **options)  # type: ignore[arg-type] # passed on as they are
        servers.append(server)
        server.start()
        return server

    yield started
    for server in servers:
        server.kill()


@pytest.fixture
def server(serve: Callable[..., Server]) -> Iterator[Server]:
    """One server for this machine alone, with nothing stored yet."""
    server = serve(address="localhost")
    yield server
    server.kill()


@pytest.fixture
def app_url(server: Server) -> str:
    """Where the owner opens the app."""
    return server.url()


def _chromium() -> str | None:
    chosen = os.environ.get("CAREERKIT_CHROMIUM")
    if chosen:
        return chosen if Path(chosen).is_file() else None
    return next(filter(None, map(shutil.which, _NAMES)), None)
