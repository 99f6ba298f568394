"""What time it is, for the world and for the visitor."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st


def now() -> datetime:
    """Return the time in UTC, as it is stored."""
    return datetime.now(UTC)


def today() -> date:
    """Return the visitor's date; the one in UTC when their browser names no known time zone."""
    try:
        return now().astimezone(ZoneInfo(st.context.timezone or "UTC")).date()
    except (
        ZoneInfoNotFoundError,
        ValueError,
        OSError,
    ):  # the name comes from the browser: it may be anything
        return now().date()
