"""The dates of a plan as a calendar file after RFC 5545, for any calendar program."""

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from careerkit.export.plan_dates import PlanDate, plan_dates
from careerkit.text import clean_line
from careerkit.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icalendar import Alarm, Calendar, Event

_PRODUCT: Final = "-//careerkit//Career plan//EN"
_MORNING: Final = timedelta(hours=9)
"""When a day's reminder comes: days of a calendar begin at midnight, and nobody should wake up for it."""
_LARGEST: Final = 2**31 - 1
"""Largest integer of RFC 5545 (section 3.3.8)."""


def calendar_file(plan: Workspace, *, today: date, include_private: bool = False) -> bytes:
    """Return the dates of a plan as the bytes of an iCalendar file; one without dates has no events.

    Every event takes a whole day and blocks no time: dated goals, milestones (those without a day on the last
    of their year) and the next yearly review, with reminders at nine in the morning. Private goals, and
    milestones that serve only such, come with ``include_private`` alone, marked as private.

    A later file brings a calendar up to date: an entry keeps its UID for ever, the revision of the workspace,
    which only rises, is the SEQUENCE of every event, and what was dropped or archived is sent as cancelled.
    The same plan gives the same bytes: the time stamp is that of the newest save, or ``today`` before it.
    """
    calendar = _empty(plan)
    saved = plan.history[-1].at.astimezone(UTC) if plan.history else datetime.combine(today, time(), UTC)
    for it in plan_dates(plan, include_private=include_private):
        event = _event(it)
        event.add("DTSTAMP", saved)
        event.add("SEQUENCE", min(plan.revision, _LARGEST))
        calendar.add_component(event)
    data: bytes = calendar.to_ical()
    return data


def _empty(plan: Workspace) -> "Calendar":
    from icalendar import Calendar, vText  # noqa: PLC0415 - a tenth of a second: paid where it is used

    person = clean_line(plan.profile.name)
    calendar = Calendar()
    calendar.add("PRODID", _PRODUCT)
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    for name in ("NAME", "X-WR-CALNAME"):  # RFC 7986, and what programs read that are older
        # as text, which is escaped: the library knows neither name and would write it as it is
        calendar.add(name, vText(f"Career plan of {person}" if person else "Career plan"))
    return calendar


def _event(it: PlanDate) -> "Event":
    from icalendar import Event  # noqa: PLC0415 - as above

    event = Event()
    event.add("UID", it.uid)
    event.add("DTSTART", it.on)
    event.add("DTEND", it.on + timedelta(days=1))
    event.add("SUMMARY", it.title)
    event.add("DESCRIPTION", it.text)
    event.add("STATUS", "CANCELLED" if it.cancelled else "CONFIRMED")
    event.add("TRANSP", "TRANSPARENT")
    if it.private:
        event.add("CLASS", "PRIVATE")
    for alarm in _alarms(it):
        event.add_component(alarm)
    return event


def _alarms(it: PlanDate) -> "Iterator[Alarm]":
    from icalendar import Alarm  # noqa: PLC0415 - as above

    for days in it.reminders:
        alarm = Alarm()
        alarm.add("ACTION", "DISPLAY")
        alarm.add("DESCRIPTION", it.title)
        alarm.add("TRIGGER", _MORNING - timedelta(days=days))
        yield alarm
