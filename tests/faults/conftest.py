"""What the fault proofs have in common."""

import pytest


@pytest.fixture
def long_form(request: pytest.FixtureRequest) -> bool:
    """Whether everything is gone through, and not the part for which every change has time."""
    return bool(request.config.getoption("--long"))


@pytest.fixture(autouse=True)
def _without_a_line_for_each_recovery(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("ERROR", logger="careerkit")
