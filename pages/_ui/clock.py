"""What time it is, for the world and for the visitor."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st


def now() -> datetime:
    """Return the time in UTC, as it is stored."""
    return datetime.now(UTC)


def today() -> date:
    """Return the visitor's date; the one in UTC when their browser names no known time zone."""
    return local_date(now())


def local_date(at: datetime) -> date:
    """Return the date that a time in UTC has for the visitor."""
    try:
        return at.astimezone(ZoneInfo(st.context.timezone or "UTC")).date()
    except (ZoneInfoNotFoundError, ValueError, OSError):  # the browser names the zone: it may be anything
        return at.date()


def in_words(day: date) -> str:
    """Return a date as it is read, like: 2 Dec 2026."""
    return f"{day.day} {day:%b %Y}"
