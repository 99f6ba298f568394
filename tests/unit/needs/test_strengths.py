import pytest

from careerkit.change import Action, EntryGoneError
from careerkit.errors import InvalidValueError
from careerkit.labels import Mark
from careerkit.needs import (
    Strength,
    StrengthDraft,
    add_strength,
    archive_strength,
    edit_strength,
    restore_strength,
)
from careerkit.text import LINE, NOTE
from tests.unit.needs.comparing import Counting, after, stamp

PATIENCE = Strength(id="s1", title="Patience", evidence="The bakery case.")
STORED = {"s1": PATIENCE, "s2": Strength(id="s2", title="Put away", archived=True)}


def test_an_added_strength_keeps_what_was_entered_on_clean_lines() -> None:
    draft = StrengthDraft(title=" Untangling\n cases ", evidence=" One.\r\nTwo.\n", mark="private")

    [change] = add_strength(draft, ids=Counting(), stamp=stamp())

    assert change.action is Action.CREATE
    assert after(None, [change]) == Strength(
        id="id-1", title="Untangling cases", evidence="One.\nTwo.", mark=Mark.PRIVATE
    )


def test_a_strength_can_be_said_unless_it_is_marked_otherwise() -> None:
    [change] = add_strength(StrengthDraft(title="Patience"), ids=Counting(), stamp=stamp())

    assert change.after["mark"] == "say"


@pytest.mark.parametrize(
    ("draft", "says"),
    [
        pytest.param(StrengthDraft(title=" \n"), "Say what you are good at", id="nothing"),
        pytest.param(StrengthDraft(title="\u200b"), "Say what you are good at", id="invisible"),
        pytest.param(StrengthDraft(title="t" * (LINE + 1)), "The strength", id="title-too-long"),
        pytest.param(StrengthDraft(title="t", evidence="e" * (NOTE + 1)), "The evidence", id="too-long"),
        pytest.param(StrengthDraft(title="t", mark="shout"), "This mark does not exist", id="unknown-mark"),
    ],
)
def test_what_is_no_strength_is_refused_with_its_reason(draft: StrengthDraft, says: str) -> None:
    with pytest.raises(InvalidValueError, match=says):
        add_strength(draft, ids=Counting(), stamp=stamp())
    with pytest.raises(InvalidValueError, match=says):
        edit_strength(STORED, "s1", draft, stamp=stamp())


def test_an_edit_names_only_what_differs_and_nothing_when_nothing_does() -> None:
    [change] = edit_strength(STORED, "s1", StrengthDraft(title="Patience"), stamp=stamp())

    assert (change.before, change.after) == ({"evidence": "The bakery case."}, {"evidence": ""})
    same = StrengthDraft(title=" Patience ", evidence="The bakery case. ")
    assert edit_strength(STORED, "s1", same, stamp=stamp()) == []


@pytest.mark.parametrize("gone", ["s2", "nowhere"], ids=["archived", "unknown"])
def test_what_is_gone_can_neither_be_edited_nor_archived(gone: str) -> None:
    with pytest.raises(EntryGoneError, match="This strength is gone"):
        edit_strength(STORED, gone, StrengthDraft(title="New"), stamp=stamp())
    with pytest.raises(EntryGoneError, match="This strength is gone"):
        archive_strength(STORED, gone, stamp=stamp())


def test_archive_and_restore_are_changes_of_their_own() -> None:
    assert [it.action for it in archive_strength(STORED, "s1", stamp=stamp())] == [Action.ARCHIVE]
    assert [it.action for it in restore_strength(STORED, "s2", stamp=stamp())] == [Action.RESTORE]
    assert restore_strength(STORED, "s1", stamp=stamp()) == []
    with pytest.raises(EntryGoneError):
        restore_strength(STORED, "nowhere", stamp=stamp())
