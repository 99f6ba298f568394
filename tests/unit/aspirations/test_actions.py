import pytest

from careerkit.aspirations import (
    LAST_START,
    VISION_PARTS,
    Aspiration,
    AspirationDraft,
    Vision,
    add_aspiration,
    archive_aspiration,
    edit_aspiration,
    edit_vision,
    restore_aspiration,
)
from careerkit.change import Action, EntryGoneError, Ids, Stamp
from careerkit.errors import InvalidValueError
from careerkit.labels import Mark
from careerkit.moments import LAST_YEAR

NEEDS = ("mastery", "freedom", "income")
EXPERT = Aspiration(id="a1", title="Become the expert", needs=frozenset({"mastery"}))
STORED = {"a1": EXPERT, "a2": Aspiration(id="a2", title="Put away", archived=True)}


def test_an_added_aspiration_keeps_all_that_was_entered_on_clean_lines(ids: Ids, stamp: Stamp) -> None:
    draft = AspirationDraft(
        title="  Work of\nmy own ",
        why=" Own hours.\r\nAnd more.\n",
        needs=frozenset({"freedom"}),
        mark=Mark.PRIVATE,
        path="own-business",
        level=" First\nclients ",
        next_level="Full weeks",
    )

    [change] = add_aspiration(draft, needs=NEEDS, ids=ids, stamp=stamp)

    assert change.action is Action.CREATE
    assert change.after == {
        "id": "new1",
        "title": "Work of my own",
        "why": "Own hours.\nAnd more.",
        "needs": ["freedom"],
        "mark": "private",
        "archived": False,
        "path": "own-business",
        "level": "First clients",
        "next_level": "Full weeks",
        "steps": [],
    }
    assert change.by == stamp.by


@pytest.mark.parametrize("title", ["", "  \n", "\u200b\u200b"], ids=["nothing", "blanks", "invisible"])
def test_an_aspiration_without_a_readable_title_is_refused(title: str, ids: Ids, stamp: Stamp) -> None:
    with pytest.raises(InvalidValueError, match="Give the aspiration a title"):
        add_aspiration(AspirationDraft(title=title), needs=NEEDS, ids=ids, stamp=stamp)


def test_a_need_that_does_not_exist_is_refused(ids: Ids, stamp: Stamp) -> None:
    draft = AspirationDraft(title="Anything", needs=frozenset({"mastery", "<b>"}))

    with pytest.raises(InvalidValueError, match="One need you chose is no longer there"):
        add_aspiration(draft, needs=NEEDS, ids=ids, stamp=stamp)


def test_a_mark_that_does_not_exist_is_refused(ids: Ids, stamp: Stamp) -> None:
    draft = AspirationDraft(title="Anything", mark="shout")  # type: ignore[arg-type] # a browser can send it

    with pytest.raises(InvalidValueError, match="This mark does not exist"):
        add_aspiration(draft, needs=NEEDS, ids=ids, stamp=stamp)


def test_an_edit_names_only_what_differs(stamp: Stamp) -> None:
    draft = AspirationDraft(title="Become the expert", why="It is fun", needs=frozenset({"mastery"}))

    [change] = edit_aspiration(STORED, "a1", draft, needs=NEEDS, stamp=stamp)

    assert (change.before, change.after) == ({"why": ""}, {"why": "It is fun"})


def test_an_edit_corrects_a_level_without_a_step_and_keeps_its_reason(stamp: Stamp) -> None:
    draft = AspirationDraft(
        title=EXPERT.title, needs=EXPERT.needs, path="expert", level="Own cases", next_level="Asked"
    )

    [change] = edit_aspiration(STORED, "a1", draft, needs=NEEDS, stamp=stamp, reason=" A better\nword ")

    assert change.after == {"path": "expert", "level": "Own cases", "next_level": "Asked"}
    assert change.reason == "A better word"


def test_an_edit_that_changes_nothing_saves_nothing(stamp: Stamp) -> None:
    draft = AspirationDraft(title=EXPERT.title, needs=EXPERT.needs)

    assert edit_aspiration(STORED, "a1", draft, needs=NEEDS, stamp=stamp) == []


def test_a_need_that_was_not_on_offer_survives_an_edit(stamp: Stamp) -> None:
    draft = AspirationDraft(title=EXPERT.title, needs=frozenset({"income"}))

    [change] = edit_aspiration(STORED, "a1", draft, needs=("income",), stamp=stamp)

    assert change.after == {"needs": ["income", "mastery"]}


@pytest.mark.parametrize("gone", ["a2", "nowhere"], ids=["archived", "unknown"])
def test_what_is_gone_can_neither_be_edited_nor_archived(gone: str, stamp: Stamp) -> None:
    with pytest.raises(EntryGoneError, match="This aspiration is gone"):
        edit_aspiration(STORED, gone, AspirationDraft(title="New"), needs=NEEDS, stamp=stamp)
    with pytest.raises(EntryGoneError, match="This aspiration is gone"):
        archive_aspiration(STORED, gone, stamp=stamp)


def test_archive_and_restore_are_changes_of_their_own(stamp: Stamp) -> None:
    assert [c.action for c in archive_aspiration(STORED, "a1", stamp=stamp)] == [Action.ARCHIVE]
    assert [c.action for c in restore_aspiration(STORED, "a2", stamp=stamp)] == [Action.RESTORE]
    assert restore_aspiration(STORED, "a1", stamp=stamp) == []
    with pytest.raises(EntryGoneError):
        restore_aspiration(STORED, "nowhere", stamp=stamp)


def test_the_first_words_of_a_vision_bring_it_into_being(stamp: Stamp) -> None:
    [change] = edit_vision({}, {"role": "Head of audit "}, start_year=2026, stamp=stamp)

    assert change.action is Action.CREATE
    assert change.entity_id == Vision.ID
    assert change.after["role"] == "Head of audit"
    assert change.after["start_year"] == 2026


@pytest.mark.parametrize("part", VISION_PARTS)
def test_each_part_of_the_vision_changes_alone(part: str, stamp: Stamp) -> None:
    stored = {Vision.ID: Vision(start_year=2026, role="Auditor", growth="Patience")}

    [change] = edit_vision(stored, {part: "New words"}, start_year=2026, stamp=stamp)

    assert change.after == {part: "New words"}


def test_the_start_year_can_change_without_any_words(stamp: Stamp) -> None:
    [change] = edit_vision({Vision.ID: Vision(start_year=2026)}, {}, start_year=2028, stamp=stamp)

    assert change.after == {"start_year": 2028}


def test_a_vision_has_no_other_parts_and_no_years_out_of_reach(stamp: Stamp) -> None:
    with pytest.raises(InvalidValueError, match="no such part"):
        edit_vision({}, {"archived": "yes"}, start_year=2026, stamp=stamp)
    with pytest.raises(InvalidValueError, match="out of reach"):
        edit_vision({}, {}, start_year=12, stamp=stamp)


def test_every_one_of_the_seven_years_can_be_spoken_of() -> None:
    assert Vision(start_year=LAST_START).start_year + 6 == LAST_YEAR
    with pytest.raises(InvalidValueError, match="can begin in 2100 at the latest"):
        Vision(start_year=LAST_START + 1)
