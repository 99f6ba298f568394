from dataclasses import replace

import pytest

from careerkit.change import EntryGoneError, Ids, Stamp
from careerkit.errors import InvalidValueError
from careerkit.interview import (
    Application,
    Ask,
    AskDraft,
    AskKind,
    add_asks,
    answer_ask,
    archive_ask,
    asks_of,
    edit_ask,
    restore_ask,
)

ACME = {"acme": Application(id="acme", company="Acme", role="Buyer")}
VAT = Ask(id="vat", application_id="acme", title="VAT")
AWAY = Ask(id="away", application_id="acme", title="Travel", archived=True)
OTHER = Ask(id="other", application_id="b", title="Excel")
ASKS = {ask.id: ask for ask in (VAT, AWAY, OTHER)}


def test_only_what_this_application_asks_for_counts() -> None:
    assert asks_of(ASKS, "acme") == (VAT,)


def test_what_is_noted_already_is_not_noted_twice(ids: Ids, stamp: Stamp) -> None:
    drafts = [
        AskDraft(title=" vat "),
        AskDraft(title="Patience", kind="value", quote=" with\r\nclients "),
        AskDraft(title="patience"),
    ]

    (change,) = add_asks(ACME, ASKS, "acme", drafts, ids=ids, stamp=stamp)

    assert change.after is not None
    assert (change.after["title"], change.after["kind"]) == ("Patience", "value")
    assert change.after["quote"] == "with\nclients"


def test_an_ask_that_says_nothing_or_is_of_no_kind_is_refused(ids: Ids, stamp: Stamp) -> None:
    for draft in (AskDraft(title=" "), AskDraft(title="x", kind="hobby")):
        with pytest.raises(InvalidValueError):
            add_asks(ACME, ASKS, "acme", [draft], ids=ids, stamp=stamp)
    with pytest.raises(EntryGoneError):
        add_asks({}, ASKS, "acme", [AskDraft(title="x")], ids=ids, stamp=stamp)


def test_an_ask_is_edited_answered_put_away_and_brought_back(stamp: Stamp) -> None:
    (change,) = edit_ask(ASKS, "vat", AskDraft(title="VAT abroad", kind="plan"), stamp=stamp)
    assert change.after == {"title": "VAT abroad", "kind": AskKind.PLAN}

    (change,) = answer_ask(ASKS, "vat", answered_by=["goal"], needs=["mastery"], stamp=stamp)
    assert change.after == {"answered_by": ["goal"], "needs": ["mastery"]}

    (change,) = archive_ask(ASKS, "vat", stamp=stamp)
    assert change.after == {"archived": True}
    (change,) = restore_ask({"vat": replace(VAT, archived=True)}, "vat", stamp=stamp)
    assert change.after == {"archived": False}
