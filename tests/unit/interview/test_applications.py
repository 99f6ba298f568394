from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

import pytest

from careerkit.change import Action, Change, EntryGoneError, Ids, Stamp
from careerkit.errors import InvalidValueError
from careerkit.interview import (
    Application,
    ApplicationEdit,
    add_application,
    archive_application,
    edit_application,
    restore_application,
    say_what_it_gives,
    set_interview_day,
    turn_mark_here,
)

ACME = Application(id="acme", company="Acme", role="Buyer")
ALL = {"acme": ACME, "away": replace(ACME, id="away", archived=True)}


def test_an_application_is_added_with_clean_texts(ids: Ids, stamp: Stamp) -> None:
    (change,) = add_application("  Acme\n Ltd ", "Buyer\x00", " a\r\nb\n\n", ids=ids, stamp=stamp)

    assert change.action is Action.CREATE
    assert change.after is not None
    said = {name: value for name, value in change.after.items() if value}
    assert said == {"id": "new1", "company": "Acme Ltd", "role": "Buyer", "notes": "a\nb"}


@pytest.mark.parametrize(
    ("company", "role", "reason"), [(" ", "Buyer", "Name the company"), ("Acme", "\u200b", "Name the role")]
)
def test_an_application_needs_company_and_role(
    company: str, role: str, reason: str, ids: Ids, stamp: Stamp
) -> None:
    with pytest.raises(InvalidValueError, match=reason):
        add_application(company, role, ids=ids, stamp=stamp)


def test_only_what_is_given_of_an_application_changes(stamp: Stamp) -> None:
    (change,) = edit_application(ALL, "acme", ApplicationEdit(role=" Head buyer ", notes=" "), stamp=stamp)

    assert (change.before, change.after) == ({"role": "Buyer"}, {"role": "Head buyer"})
    assert edit_application(ALL, "acme", ApplicationEdit(), stamp=stamp) == []


def test_an_application_is_archived_and_restored(stamp: Stamp) -> None:
    assert [c.action for c in archive_application(ALL, "acme", stamp=stamp)] == [Action.ARCHIVE]
    assert [c.action for c in restore_application(ALL, "away", stamp=stamp)] == [Action.RESTORE]
    assert restore_application(ALL, "acme", stamp=stamp) == []


def _renamed(applications: Mapping[str, Application], id_: str, *, stamp: Stamp) -> list[Change]:
    return edit_application(applications, id_, ApplicationEdit(role="Head buyer"), stamp=stamp)


@pytest.mark.parametrize(
    ("act", "id_"),
    [
        (_renamed, "away"),
        (_renamed, "never"),
        (archive_application, "away"),
        (archive_application, "never"),
        (restore_application, "never"),
    ],
)
def test_an_application_that_is_gone_is_refused_in_words(
    act: Callable[..., list[Change]], id_: str, stamp: Stamp
) -> None:
    with pytest.raises(EntryGoneError, match="This application is gone"):
        act(ALL, id_, stamp=stamp)


def test_research_is_kept_as_it_was_typed(stamp: Stamp) -> None:
    edit = ApplicationEdit(culture=" They eat\r\ntogether 🥨 ", posting="We look for\n\n a buyer")
    (change,) = edit_application(ALL, "acme", edit, stamp=stamp)

    assert change.after == {"culture": "They eat\ntogether 🥨", "posting": "We look for\n\n a buyer"}


def test_a_posting_that_is_too_long_is_refused_with_a_sentence(stamp: Stamp) -> None:
    with pytest.raises(InvalidValueError, match="The posting"):
        edit_application(ALL, "acme", ApplicationEdit(posting="a" * 50_000), stamp=stamp)


def test_what_a_role_gives_is_kept_by_aspiration_and_goes_when_it_is_emptied(stamp: Stamp) -> None:
    (change,) = say_what_it_gives(ALL, "acme", "x", " Cases. ", stamp=stamp)
    assert change.after == {"gives.x": "Cases."}

    given = {"acme": replace(ACME, gives={"x": "Cases.", "y": "Calm."})}
    (change,) = say_what_it_gives(given, "acme", "x", "  ", stamp=stamp)
    assert (change.before, change.after) == ({"gives.x": "Cases."}, {})


def test_a_mark_is_turned_for_one_application_and_back(stamp: Stamp) -> None:
    (change,) = turn_mark_here(ALL, "acme", "p", say=True, stamp=stamp)
    assert change.after == {"say_here": ["p"]}

    turned = {"acme": replace(ACME, say_here=frozenset({"p"}))}
    (change,) = turn_mark_here(turned, "acme", "p", say=False, stamp=stamp)
    assert change.after == {"say_here": []}
    assert turn_mark_here(ALL, "acme", "p", say=False, stamp=stamp) == []


def test_the_day_of_the_interview_can_be_set_and_taken_away(stamp: Stamp) -> None:
    (change,) = set_interview_day(ALL, "acme", date(2028, 2, 29), stamp=stamp)
    assert change.after == {"interview_on": "2028-02-29"}

    known = {"acme": replace(ACME, interview_on=date(2028, 2, 29))}
    (change,) = set_interview_day(known, "acme", None, stamp=stamp)
    assert change.after == {"interview_on": None}
