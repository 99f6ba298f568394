import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from websockets.exceptions import InvalidStatus

from careerkit.change import Actor, RandomIds, Stamp, updates
from careerkit.content import demo_changes
from careerkit.store import open_store
from pages._ui.places import Place
from tests.tools.server import Server
from tests.tools.socket_visitor import visitor_over_socket

pytestmark = pytest.mark.browser

OWNERS = "Kim at home"
GUEST = "You are a guest here"


@pytest.fixture(scope="module")
def server(serve: Callable[..., Server]) -> Iterator[Server]:
    """A server on every interface, with a plan whose owner is named on each page, as a demo's is."""
    server = serve()
    store = open_store(server.data)
    stamp = Stamp(by=Actor(id="owner", name="You"), at=datetime.now(UTC))
    person = demo_changes(ids=RandomIds(), stamp=stamp, today=stamp.at.date())
    demo = store.apply(store.create("demo").id, person, seen=0, commit_id="person")
    name = updates(demo.profile, replace(demo.profile, name=OWNERS), stamp=stamp)
    store.apply(demo.id, name, seen=demo.revision, commit_id="name")
    yield server
    server.kill()


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]"])
def test_the_owner_sees_their_data_by_every_name_of_this_machine(
    page: Page, server: Server, host: str
) -> None:
    page.goto(server.url(host))

    expect(page.get_by_text(OWNERS).first).to_be_visible()
    expect(page.get_by_text(GUEST)).to_have_count(0)


def test_a_name_that_was_made_to_point_here_shows_none_of_it(page: Page, server: Server) -> None:
    page.goto(server.url("career.example"))

    expect(page.get_by_text(GUEST)).to_be_visible()
    expect(page.get_by_role("button", name="Look around with a demo person")).to_be_visible()
    expect(page.get_by_text(OWNERS)).to_have_count(0)


@pytest.mark.parametrize(
    "header",
    [
        pytest.param({"Forwarded": "for=203.0.113.7"}, id="forwarded"),
        pytest.param({"X_Forwarded_For": "203.0.113.7"}, id="for"),
        pytest.param({"X_Forwarded_For": "127.0.0.1"}, id="for-this-machine"),
        pytest.param({"X_Forwarded_Host": "career.example"}, id="host"),
        pytest.param({"X_Real_IP": "127.0.0.1"}, id="real-address"),
        pytest.param({"Via": "1.1 proxy"}, id="via"),
    ],
)
def test_whoever_comes_through_a_proxy_is_a_guest(server: Server, header: dict[str, str]) -> None:
    with visitor_over_socket(server.port, origin=f"http://localhost:{server.port}", **header) as visitor:
        texts = visitor.open_page()

    assert GUEST in texts
    assert OWNERS not in texts


def test_a_program_that_does_not_say_where_it_comes_from_is_a_guest(server: Server) -> None:
    with visitor_over_socket(server.port, origin=None) as visitor:
        texts = visitor.open_page()

    assert GUEST in texts
    assert OWNERS not in texts


def test_a_program_that_says_what_the_owners_browser_says_sees_the_owners_data(server: Server) -> None:
    with visitor_over_socket(server.port, origin=f"http://localhost:{server.port}") as visitor:
        texts = visitor.open_page()

    assert OWNERS in texts  # or the tests around this one would prove nothing


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://localhost.evil.example"])
def test_a_page_of_another_site_cannot_open_a_socket(server: Server, origin: str) -> None:
    with pytest.raises(InvalidStatus), visitor_over_socket(server.port, origin=origin):
        pass


def test_a_page_on_another_port_of_this_machine_sees_nothing(server: Server) -> None:
    with visitor_over_socket(server.port, origin="http://localhost:1") as visitor:
        texts = visitor.open_page()

    assert OWNERS not in texts


def test_a_socket_from_another_page_in_the_browser_is_refused(page: Page, server: Server) -> None:
    page.route(
        "http://evil.example/", lambda route: route.fulfill(body="<p>hello</p>", content_type="text/html")
    )
    page.goto("http://evil.example/")

    outcome = page.evaluate(
        """url => new Promise(tell => {
            const socket = new WebSocket(url, "streamlit");
            socket.onopen = () => tell("open");
            socket.onerror = () => tell("refused");
        })""",
        f"ws://localhost:{server.port}/_stcore/stream",
    )

    assert outcome == "refused"


def test_in_hosted_mode_nobody_is_the_owner(page: Page, serve: Callable[..., Server]) -> None:
    server = serve(address="localhost", settings={"CAREERKIT_MODE": "hosted"})

    page.goto(server.url())

    expect(page.get_by_text(GUEST)).to_be_visible()
    assert not server.data.exists()
    server.kill()


def test_what_a_guest_does_survives_a_reload_and_no_other_guest_sees_it(
    new_page: Callable[[], Page], server: Server
) -> None:
    mine, other = new_page(), new_page()
    for visitor in (mine, other):
        visitor.goto(server.url("career.example"))
        expect(visitor.get_by_text(GUEST)).to_be_visible()

    mine.get_by_role("button", name="Look around with a demo person").click()
    removal = mine.get_by_role("button", name="Remove the demo")
    expect(removal).to_be_visible()
    mine.reload()
    expect(removal).to_be_visible()

    other.reload()
    expect(other.get_by_text(GUEST)).to_be_visible()
    expect(other.get_by_role("button", name="Look around with a demo person")).to_be_visible()
    expect(other.get_by_role("button", name="Remove the demo")).to_have_count(0)


def test_a_guest_gets_one_cookie_that_scripts_cannot_read(page: Page, server: Server) -> None:
    page.goto(server.url("career.example"))
    expect(page.get_by_text(GUEST)).to_be_visible()
    first = visit_cookies(page)
    page.reload()
    expect(page.get_by_text(GUEST)).to_be_visible()

    assert len(first) == 1
    assert visit_cookies(page) == first
    assert "careerkit" not in page.evaluate("document.cookie")


@pytest.mark.parametrize("place", list(Place))
def test_every_page_keeps_to_the_rules_the_headers_set(page: Page, server: Server, place: Place) -> None:
    complaints: list[str] = []
    elsewhere: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if "Content Security" in said.text else None)
    page.on("request", lambda asked: elsewhere.append(asked.url) if is_elsewhere(asked.url, server) else None)

    response = page.goto(server.url(path=address_of(place)))
    expect(page.get_by_text(OWNERS).first).to_be_visible()
    expect(page.get_by_test_id("stStatusWidget")).to_have_count(0)
    expect(page.get_by_test_id("stException")).to_have_count(0)

    assert response is not None
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.headers["x-frame-options"] == "SAMEORIGIN"
    assert response.headers["referrer-policy"] == "same-origin"
    assert "script-src 'self'" in response.headers["content-security-policy"]
    assert (complaints, elsewhere) == ([], [])


def test_the_first_visit_after_a_start_has_the_frame_also_by_a_deep_link(
    page: Page, serve: Callable[..., Server]
) -> None:
    server = serve(address="localhost")

    page.goto(server.url(path=address_of(Place.NEEDS)))

    menu = page.get_by_test_id("stSidebarNav").get_by_role("link")
    expect(menu).to_have_count(len(Place))
    expect(menu.first).to_have_text(re.compile("Home"))
    expect(page.get_by_role("heading", level=1)).to_have_text("What do you need from your job?")
    expect(page.get_by_text("Page not found")).to_have_count(0)
    server.kill()


def test_the_owner_finds_everything_again_after_the_server_was_killed(
    page: Page, serve: Callable[..., Server]
) -> None:
    server = serve(address="localhost")
    page.goto(server.url())
    page.get_by_role("button", name="Look around with a demo person").click()
    expect(page.get_by_role("button", name="Remove the demo")).to_be_visible()

    server.kill()
    server.start()
    page.reload()

    expect(page.get_by_role("button", name="Remove the demo")).to_be_visible()
    server.kill()


def test_a_guests_page_left_open_over_a_restart_keeps_what_is_entered_after_it(
    page: Page, serve: Callable[..., Server]
) -> None:
    server = serve()
    page.goto(server.url("career.example"))
    demo = page.get_by_role("button", name="Look around with a demo person")
    expect(demo).to_be_enabled()
    page.wait_for_load_state("networkidle")  # or parts of the page itself would be missing
    before = visit_cookies(page)

    server.kill()
    expect(demo).to_be_disabled()
    server.start()
    page.get_by_role("link", name="Your data").click()  # a click that the new process cannot know is lost
    expect(demo).to_have_count(0)
    page.get_by_role("link", name="Home").click()
    demo.click()
    removal = page.get_by_role("button", name="Remove the demo")
    expect(removal).to_be_visible()
    after = visit_cookies(page)
    page.reload()

    expect(removal).to_be_visible()
    assert visit_cookies(page) == after != before
    server.kill()


def address_of(place: Place) -> str:
    return "" if place is Place.HOME else Path(place.value).stem


def is_elsewhere(url: str, server: Server) -> bool:
    return not url.startswith((server.url(), "data:", "blob:"))


def visit_cookies(page: Page) -> list[str]:
    return [cookie["value"] for cookie in page.context.cookies() if cookie["name"] == "careerkit_visit"]
