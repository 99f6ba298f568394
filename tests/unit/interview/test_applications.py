from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from careerkit.change import Action, Change, EntryGoneError, Ids, Stamp
from careerkit.errors import InvalidValueError
from careerkit.interview import (
    Application,
    add_application,
    archive_application,
    edit_application,
    restore_application,
)

ACME = Application(id="acme", company="Acme", role="Buyer")
ALL = {"acme": ACME, "away": replace(ACME, id="away", archived=True)}


def test_an_application_is_added_with_clean_texts(ids: Ids, stamp: Stamp) -> None:
    (change,) = add_application("  Acme\n Ltd ", "Buyer\x00", " a\r\nb\n\n", ids=ids, stamp=stamp)

    assert change.action is Action.CREATE
    assert change.after == {
        "id": "new1",
        "company": "Acme Ltd",
        "role": "Buyer",
        "notes": "a\nb",
        "archived": False,
    }


@pytest.mark.parametrize(
    ("company", "role", "reason"), [(" ", "Buyer", "Name the company"), ("Acme", "\u200b", "Name the role")]
)
def test_an_application_needs_company_and_role(
    company: str, role: str, reason: str, ids: Ids, stamp: Stamp
) -> None:
    with pytest.raises(InvalidValueError, match=reason):
        add_application(company, role, ids=ids, stamp=stamp)


def test_only_what_is_given_of_an_application_changes(stamp: Stamp) -> None:
    (change,) = edit_application(ALL, "acme", role=" Head buyer ", notes=" ", stamp=stamp)

    assert (change.before, change.after) == ({"role": "Buyer"}, {"role": "Head buyer"})
    assert edit_application(ALL, "acme", stamp=stamp) == []


def test_an_application_is_archived_and_restored(stamp: Stamp) -> None:
    assert [c.action for c in archive_application(ALL, "acme", stamp=stamp)] == [Action.ARCHIVE]
    assert [c.action for c in restore_application(ALL, "away", stamp=stamp)] == [Action.RESTORE]
    assert restore_application(ALL, "acme", stamp=stamp) == []


def _renamed(applications: Mapping[str, Application], id_: str, *, stamp: Stamp) -> list[Change]:
    return edit_application(applications, id_, role="Head buyer", stamp=stamp)


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
