"""What stands in the address of a page, so that a link opens the same thing: ids and short words only."""

from typing import Final

import streamlit as st

_LONGEST: Final = 200  # characters; whoever writes an address can write anything


def in_address(name: str) -> str:
    """Return what the address says under ``name``, empty when it says nothing."""
    return st.query_params.get(name, "")[:_LONGEST]


def put_in_address(name: str, value: str) -> None:
    """Let the address say ``value`` under ``name``, or nothing when it is empty."""
    if value:
        st.query_params[name] = value
    elif name in st.query_params:
        del st.query_params[name]
