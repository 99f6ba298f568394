import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages._ui.local import Connection, is_on_this_machine


def arrived(
    host: str | tuple[str, ...] = "localhost:8501",
    origin: str | tuple[str, ...] = "http://localhost:8501",
    *,
    peer: str | None = None,
    forwarded: bool = False,
) -> Connection:
    return Connection(
        hosts=(host,) if isinstance(host, str) else host,
        origins=(origin,) if isinstance(origin, str) else origin,
        peer=peer,
        forwarded=forwarded,
        visit=None,
    )


@pytest.mark.parametrize(
    "connection",
    [
        pytest.param(arrived(), id="localhost"),
        pytest.param(arrived("127.0.0.1:8501", "http://127.0.0.1:8501"), id="address"),
        pytest.param(arrived("[::1]:8501", "http://[::1]:8501"), id="address-version-6"),
        pytest.param(arrived("LocalHost:8501", "HTTP://LOCALHOST:8501"), id="upper-case"),
        pytest.param(arrived("localhost", "http://localhost"), id="usual-port"),
        pytest.param(arrived("localhost:80", "http://localhost"), id="usual-port-once"),
        pytest.param(arrived("localhost", "https://localhost:443"), id="usual-port-encrypted"),
        pytest.param(arrived(peer="127.0.0.1"), id="peer"),
        pytest.param(arrived(peer="127.8.9.1"), id="peer-elsewhere-on-the-loop"),
        pytest.param(arrived(peer="::1"), id="peer-version-6"),
        pytest.param(arrived(peer="::ffff:127.0.0.1"), id="peer-mapped"),
    ],
)
def test_the_person_at_this_machine_is_at_home(connection: Connection) -> None:
    assert is_on_this_machine(connection, hosted=False)


@pytest.mark.parametrize(
    "connection",
    [
        pytest.param(arrived(()), id="no-host"),
        pytest.param(arrived(""), id="empty-host"),
        pytest.param(arrived(("localhost:8501", "localhost:8501")), id="two-hosts"),
        pytest.param(arrived(("localhost:8501", "evil.com")), id="two-different-hosts"),
        pytest.param(arrived(origin=()), id="no-origin"),
        pytest.param(arrived(origin=("http://localhost:8501",) * 2), id="two-origins"),
        pytest.param(arrived(origin="null"), id="null-origin"),
        pytest.param(arrived(origin=""), id="empty-origin"),
        pytest.param(arrived(origin="localhost:8501"), id="origin-without-scheme"),
        pytest.param(arrived(origin="file://localhost:8501"), id="file-origin"),
        pytest.param(arrived(origin="ws://localhost:8501"), id="socket-origin"),
        pytest.param(arrived(origin="http://localhost:8501/"), id="origin-with-path"),
        pytest.param(arrived(origin="http://localhost:8501\n"), id="origin-with-line-break"),
        pytest.param(arrived(origin="http://user@localhost:8501"), id="origin-with-user"),
        pytest.param(arrived(origin="http://localhost:3000"), id="page-on-another-port"),
        pytest.param(arrived(origin="https://localhost", host="localhost:80"), id="other-usual-port"),
        pytest.param(arrived(origin="http://127.0.0.1:8501"), id="other-name-for-the-same"),
        pytest.param(arrived("evil.com:8501", "http://evil.com:8501"), id="name-made-to-point-here"),
        pytest.param(arrived("localhost.evil.com", "http://localhost.evil.com"), id="name-that-begins-alike"),
        pytest.param(arrived("evil-localhost", "http://evil-localhost"), id="name-that-ends-alike"),
        pytest.param(arrived("app.localhost", "http://app.localhost"), id="name-below"),
        pytest.param(arrived("localhost.", "http://localhost."), id="trailing-dot"),
        pytest.param(arrived("127.0.0.1@evil.com", "http://127.0.0.1@evil.com"), id="name-as-user"),
        pytest.param(arrived("evil.com@127.0.0.1", "http://evil.com@127.0.0.1"), id="user-before-name"),
        pytest.param(arrived("localhost:8501:1", "http://localhost:8501:1"), id="two-ports"),
        pytest.param(arrived("localhost:", "http://localhost:"), id="empty-port"),
        pytest.param(arrived("localhost:٨٥", "http://localhost:٨٥"), id="port-in-other-digits"),
        pytest.param(arrived(" localhost", "http:// localhost"), id="blank"),
        pytest.param(arrived("127.1", "http://127.1"), id="short-address"),
        pytest.param(arrived("2130706433", "http://2130706433"), id="address-as-number"),
        pytest.param(arrived("0.0.0.0", "http://0.0.0.0"), id="any-address"),  # noqa: S104 - a hostile host
        pytest.param(arrived("[::]", "http://[::]"), id="any-address-version-6"),
        pytest.param(arrived("192.168.1.5:8501", "http://192.168.1.5:8501"), id="home-network"),
        pytest.param(arrived("[::ffff:127.0.0.1]", "http://[::ffff:127.0.0.1]"), id="mapped-name"),
        pytest.param(arrived(peer="192.168.1.5"), id="peer-in-home-network"),
        pytest.param(arrived(peer="::ffff:192.168.1.5"), id="peer-in-home-network-mapped"),
        pytest.param(arrived(peer="0.0.0.0"), id="peer-any"),  # noqa: S104 - a hostile peer
        pytest.param(arrived(peer="testclient"), id="peer-without-address"),
        pytest.param(arrived(peer=""), id="peer-empty"),
        pytest.param(arrived(peer="127.0.0.1", forwarded=True), id="through-a-proxy"),
    ],
)
def test_whoever_may_be_someone_else_is_a_stranger(connection: Connection) -> None:
    assert not is_on_this_machine(connection, hosted=False)


def test_nobody_is_at_home_in_a_hosted_app() -> None:
    assert not is_on_this_machine(arrived(), hosted=True)


@given(st.text(), st.text())
def test_no_header_whatever_stops_the_answer(host: str, origin: str) -> None:
    assert not is_on_this_machine(arrived(host, origin), hosted=False)
