import re
from http.cookies import SimpleCookie

import pytest
from hypothesis import given
from hypothesis import strategies as st
from itsdangerous import Signer
from starlette.types import Message, Scope

from pages._ui.process import process_facts
from pages._ui.visit import COOKIE, VisitCookie, new_visit, visit_hash
from tests.tools.asgi import Headers, finish, headers_through

HTML = (b"content-type", b"text/html; charset=utf-8")
SCRIPT = (b"content-type", b"text/javascript")


def response_headers(
    *sent: tuple[bytes, bytes],
    answer: tuple[bytes, bytes] = HTML,
    status: int = 200,
    path: str = "/",
    scheme: str = "http",
) -> Headers:
    """Return the headers of an answer to a request with the headers ``sent``."""
    scope: Scope = {"type": "http", "path": path, "scheme": scheme, "headers": list(sent)}
    return headers_through(VisitCookie, scope, answer=[answer], status=status)


def cookie_in(headers: Headers) -> str | None:
    for name, value in headers:
        if name == b"set-cookie":
            return value.decode()
    return None


def test_a_browser_comes_back_as_the_same_visit() -> None:
    first = SimpleCookie(cookie_in(response_headers()) or "")[COOKIE].value
    header = (b"cookie", f"other=1; {COOKIE}={first}".encode())

    assert re.fullmatch("[0-9a-f]{32}", visit_hash(first) or "")
    assert cookie_in(response_headers(header)) is None


def test_two_browsers_are_two_visits() -> None:
    assert visit_hash(new_visit()) != visit_hash(new_visit())


def test_the_visit_cannot_be_read_back_from_what_it_stands_for() -> None:
    cookie = new_visit()

    assert (visit_hash(cookie) or "") not in cookie


def test_scripts_of_the_page_cannot_read_the_cookie_and_other_sites_do_not_send_it() -> None:
    attributes = (cookie_in(response_headers()) or "").split("; ")

    assert {"HttpOnly", "SameSite=Lax", "Path=/", f"Max-Age={30 * 24 * 3600}"} <= set(attributes)
    assert "Secure" not in attributes


@pytest.mark.parametrize(
    ("scheme", "sent"),
    [
        pytest.param("https", [], id="encrypted"),
        pytest.param("http", [(b"x-forwarded-proto", b"https")], id="encrypted-up-to-a-proxy"),
        pytest.param("http", [(b"x-forwarded-proto", b"HTTPS, http")], id="through-two-proxies"),
    ],
)
def test_behind_https_the_cookie_never_travels_in_the_clear(scheme: str, sent: Headers) -> None:
    cookie = cookie_in(response_headers(*sent, scheme=scheme)) or ""

    assert cookie.endswith("; Secure")


def test_a_response_with_a_cookie_is_never_kept_by_a_cache() -> None:
    assert (b"cache-control", b"no-store") in response_headers()


@pytest.mark.parametrize(
    ("answer", "status", "path"),
    [
        pytest.param(SCRIPT, 200, "/static/js/index.js", id="script"),
        pytest.param(HTML, 404, "/gone", id="not-found"),
        pytest.param((b"etag", b"x"), 304, "/", id="not-modified"),
    ],
)
def test_only_pages_give_a_cookie(answer: tuple[bytes, bytes], status: int, path: str) -> None:
    assert response_headers(answer=answer, status=status, path=path) == [answer]


def test_a_page_that_stayed_open_over_a_restart_gets_its_cookie_before_the_next_socket() -> None:
    plain = (b"content-type", b"text/plain")

    assert cookie_in(response_headers(answer=plain, path="/base/_stcore/health")) is not None


@pytest.mark.parametrize(
    "forged",
    [
        pytest.param(None, id="none"),
        pytest.param("", id="empty"),
        pytest.param("0" * 32, id="unsigned"),
        pytest.param(f"{'0' * 32}.", id="empty-signature"),
        pytest.param(
            Signer(b"someone else's secret", salt=COOKIE).sign("0" * 32).decode(), id="other-secret"
        ),
        pytest.param(
            Signer(process_facts().secret, salt="other").sign("0" * 32).decode(), id="other-purpose"
        ),
        pytest.param(new_visit()[:-1], id="shortened"),
        pytest.param("0" + new_visit(), id="lengthened"),
    ],
)
def test_a_value_the_server_did_not_sign_counts_as_none(forged: str | None) -> None:
    assert visit_hash(forged) is None


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_nobody_guesses_a_visit(value: str) -> None:
    assert visit_hash(value) is None


def test_a_websocket_passes_untouched() -> None:
    scope: Scope = {"type": "websocket", "path": "/_stcore/stream", "headers": []}
    seen: list[object] = []

    async def app(*arguments: object) -> None:
        seen.extend(arguments)

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    async def send(_: Message) -> None: ...

    finish(VisitCookie(app)(scope, receive, send))

    assert seen == [scope, receive, send]
