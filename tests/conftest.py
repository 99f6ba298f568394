"""What every test starts from."""

import os

import pytest


@pytest.fixture(autouse=True)
def _no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith("CAREERKIT_") and name not in {"CAREERKIT_CHROMIUM", "CAREERKIT_REQUIRE"}:
            monkeypatch.delenv(name)
