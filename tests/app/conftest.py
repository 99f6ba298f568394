"""The app as a visitor meets it, without a browser: always through the frame, on a folder of its own."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages._ui.local import Connection
from pages._ui.places import Place
from tests.tools.visitors import AT_HOME, new_guest

FRAME = Path(__file__).parents[2] / "streamlit_app.py"


@pytest.fixture
def arrive(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[Connection | None], None]:
    """Makes every later run come over the given connection; over none when it dropped."""
    monkeypatch.setenv("CAREERKIT_DATA", str(tmp_path / "data"))

    def over(connection: Connection | None) -> None:
        monkeypatch.setattr("pages._ui.access.connection", lambda: connection)

    return over


@pytest.fixture
def app(arrive: Callable[[Connection | None], None]) -> AppTest:
    """The app, run once for the owner, with nothing stored yet."""
    arrive(AT_HOME)
    return AppTest.from_file(FRAME, default_timeout=30).run()


@pytest.fixture
def guest_app(arrive: Callable[[Connection | None], None]) -> AppTest:
    """The app, run once for a guest who has never been here."""
    arrive(new_guest())
    return AppTest.from_file(FRAME, default_timeout=30).run()


@pytest.fixture
def needs(app: AppTest) -> AppTest:
    """The needs page of somebody who has not compared anything yet."""
    return app.switch_page(Place.NEEDS).run()
