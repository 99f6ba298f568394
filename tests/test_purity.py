import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FOR_PAGES = ("streamlit", "streamlit_dnd")
HEAVY = ("pandas", "altair", "icalendar", "tinydb", "pydantic", "filelock", "platformdirs")
DOMAIN = (
    "aspirations",
    "change",
    "errors",
    "goals",
    "interview",
    "labels",
    "moments",
    "needs",
    "review",
    "text",
    "words",
    "workspace",
)

IMPORT_THEM = """
import sys

for name in {names}:
    __import__(name)
print(*sorted(set({unwanted}) & set(sys.modules)))
"""


@pytest.mark.parametrize(
    ("only", "unwanted"),
    [
        pytest.param((), FOR_PAGES, id="no-module-needs-the-pages"),
        pytest.param(DOMAIN, (*FOR_PAGES, *HEAVY), id="the-domain-needs-the-standard-library-only"),
        pytest.param(
            ("content", "charts", "export", "intake", *DOMAIN),
            ("altair", "pandas", "icalendar"),
            id="heavy-parts-wait",
        ),
    ],
)
def test_importing_the_core_imports_nothing_it_should_not_need(
    only: tuple[str, ...], unwanted: tuple[str, ...]
) -> None:
    names = [name for name in modules() if not only or name.split(".")[1] in only]
    program = IMPORT_THEM.format(names=names, unwanted=unwanted)

    done = subprocess.run(  # noqa: S603 - our own interpreter and our own words
        [sys.executable, "-W", "error", "-c", program], capture_output=True, text=True, check=False
    )

    assert names
    assert (done.stdout.split(), done.stderr) == ([], "")


def modules() -> list[str]:
    """Return the name of every module of the core below the package itself."""
    paths = (path.relative_to(ROOT).with_suffix("") for path in (ROOT / "careerkit").rglob("*.py"))
    names = (".".join(path.parts).removesuffix(".__init__") for path in paths if path.name != "__main__")
    return sorted(name for name in names if "." in name)
