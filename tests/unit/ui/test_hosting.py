from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.runtime.secrets import secrets_singleton

from pages._ui.hosting import hosted, is_community_cloud


@pytest.fixture
def secrets_file(tmp_path: Path) -> Iterator[Path]:
    """Where the settings' secrets are looked for; there is no file yet."""
    path = tmp_path / "secrets.toml"
    usual = st.get_option("secrets.files")
    _look_in([str(path)])
    yield path
    _look_in(usual)


def _look_in(paths: list[str]) -> None:
    st.config.set_option("secrets.files", paths)
    secrets_singleton._reset()  # noqa: SLF001 - the only way to make Streamlit read them again
    hosted.cache_clear()


@pytest.mark.usefixtures("secrets_file")
def test_without_any_setting_the_app_is_at_home(capfd: pytest.CaptureFixture[str]) -> None:
    assert not hosted()
    assert capfd.readouterr() == ("", "")


@pytest.mark.usefixtures("secrets_file")
@pytest.mark.parametrize("value", ["hosted", " Hosted\n"])
def test_the_environment_says_hosted(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAREERKIT_MODE", value)

    assert hosted()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('CAREERKIT_MODE = "hosted"', id="mode"),
        pytest.param('[auth]\nredirect_uri = "https://career.example/oauth2callback"', id="sign-in"),
        pytest.param('database_url = "postgresql://db.example/careerkit"', id="database"),
        pytest.param("not = [toml", id="cannot-be-read"),
    ],
)
def test_the_secrets_say_hosted(text: str, secrets_file: Path) -> None:
    secrets_file.write_text(text)

    assert hosted()


def test_other_secrets_say_nothing(secrets_file: Path) -> None:
    secrets_file.write_text('colour = "teal"')

    assert not hosted()


@pytest.mark.parametrize(
    ("app", "python", "cloud"),
    [
        pytest.param("/mount/src/careerkit/pages/_ui/hosting.py", "/usr", True, id="sources"),
        pytest.param("/srv/app.py", "/home/adminuser/venv", True, id="environment"),
        pytest.param("/mount/srcs/app.py", "/home/administrator/venv", False, id="alike-only"),
        pytest.param("/home/kim/careerkit/app.py", "/home/kim/careerkit/.venv", False, id="at-home"),
    ],
)
def test_community_cloud_is_known_by_its_folders(app: str, python: str, *, cloud: bool) -> None:
    assert is_community_cloud(Path(app), Path(python)) is cloud
