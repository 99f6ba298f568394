"""What the plan said, as a quiet list."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from pages._ui.escape import safe

_SHOWN: Final = 14
"""So many lines stand open; a longer list folds the rest away."""


def show_facts(lines: Sequence[str], *, caption: str) -> None:
    """Draw the facts of a step in a box of their own, or nothing when there are none."""
    if not lines:
        return
    with st.container(border=True, gap="xsmall"):
        st.caption(caption)
        _draw(lines[:_SHOWN])
        if rest := lines[_SHOWN:]:
            with st.expander(f"{len(rest)} more"):
                _draw(rest)


def _draw(lines: Sequence[str]) -> None:
    st.markdown("  \n".join(safe(line) for line in lines))
