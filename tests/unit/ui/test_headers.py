import pytest

from pages._ui.headers import SecurityHeaders, frame_middleware, security_headers
from pages._ui.visit import VisitCookie
from tests.tools.asgi import Headers, headers_through


def passed_through(*, own: Headers) -> dict[str, str]:
    headers = headers_through(SecurityHeaders, {"type": "http", "path": "/"}, answer=own)
    return {name.decode(): value.decode() for name, value in headers}


def directives() -> dict[str, str]:
    policy = security_headers()["Content-Security-Policy"]
    return dict(part.split(" ", 1) for part in policy.split("; "))


def test_every_response_carries_every_security_header() -> None:
    headers = passed_through(own=[])

    assert headers == {name.lower(): value for name, value in security_headers().items()}


def test_a_response_that_is_stricter_stays_so() -> None:
    headers = passed_through(own=[(b"content-security-policy", b"sandbox")])

    assert headers["content-security-policy"] == "sandbox"


@pytest.mark.parametrize("name", ["default-src", "img-src", "font-src", "frame-src", "worker-src"])
def test_nothing_loads_from_elsewhere(name: str) -> None:
    assert set(directives()[name].split()) <= {"'self'", "data:", "blob:"}


def test_only_scripts_that_are_known_run() -> None:
    sources = directives()["script-src"].split()

    assert sources[:2] == ["'self'", "blob:"]
    assert sources[2:]
    assert all(source.startswith("'sha256-") for source in sources[2:])


def test_no_other_site_frames_the_app() -> None:
    assert directives()["frame-ancestors"] == "'self'"
    assert security_headers()["X-Frame-Options"] == "SAMEORIGIN"


def test_the_headers_stand_outside_the_cookie() -> None:
    outer, inner = (vars(layer)["cls"] for layer in frame_middleware())

    assert (outer, inner) == (SecurityHeaders, VisitCookie)
