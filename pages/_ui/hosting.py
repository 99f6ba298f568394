"""Whether this app serves strangers from a machine that is nobody's own."""

import os
import sys
from functools import cache
from pathlib import Path
from typing import Final

import streamlit as st

_MODE: Final = "CAREERKIT_MODE"
_HOSTED: Final = "hosted"
# Community Cloud names no variable for it. It checks the repository out below the first folder and installs
# what it needs below the second, as tracebacks from there show. A second fence only: its visitors come
# by a public name and through a proxy, and either is enough to be no owner.
_CLOUD_SOURCES: Final = Path("/mount/src")
_CLOUD_HOME: Final = Path("/home/adminuser")


@cache
def hosted() -> bool:
    """Say whether the settings or the place of the app mean that nobody is at home here.

    They do when ``CAREERKIT_MODE`` is ``hosted`` (in the environment or the secrets), when the secrets hold
    an ``[auth]`` section or a ``database_url``, when they cannot be read, and on Community Cloud. Read once
    per process: restart the app after a change.
    """
    return _means_hosted(os.environ.get(_MODE)) or _secrets_say_so() or is_community_cloud()


def is_community_cloud(app: Path = Path(__file__), python: Path = Path(sys.prefix)) -> bool:
    """Say whether the folders of ``app`` and ``python`` are those of Streamlit Community Cloud."""
    return app.resolve().is_relative_to(_CLOUD_SOURCES) or python.is_relative_to(_CLOUD_HOME)


def _secrets_say_so() -> bool:
    if not st.secrets.load_if_toml_exists():  # asking this way shows and logs nothing
        return any(Path(path).exists() for path in st.get_option("secrets.files"))
    return "auth" in st.secrets or "database_url" in st.secrets or _means_hosted(st.secrets.get(_MODE))


def _means_hosted(value: object) -> bool:
    return isinstance(value, str) and value.strip().lower() == _HOSTED
