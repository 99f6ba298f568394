"""What time it is, for the world and for the visitor."""

from datetime import UTC, date, datetime, time, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st


def now() -> datetime:
    """Return the time in UTC, as it is stored."""
    return datetime.now(UTC)


def today() -> date:
    """Return the visitor's date."""
    return local_date(now())


def local_date(at: datetime) -> date:
    """Return the date that a time in UTC has for the visitor."""
    return local_time(at).date()


def start_of(day: date) -> datetime:
    """Return when a day begins for the visitor, in UTC."""
    return datetime.combine(day, time.min, tzinfo=zone()).astimezone(UTC)


def local_time(at: datetime) -> datetime:
    """Return a time in UTC as the visitor's clock shows it."""
    return at.astimezone(zone())


def zone() -> tzinfo:
    """Return the visitor's time zone; UTC when their browser names none that is known."""
    try:
        return ZoneInfo(st.context.timezone or "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError):  # the browser names it: it may be anything
        return UTC
