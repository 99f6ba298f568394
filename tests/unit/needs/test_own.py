import pytest

from careerkit.change import Action, Change, ConflictError
from careerkit.errors import InvalidValueError
from careerkit.needs import (
    FEWEST_ACTIVE,
    MOST_ACTIVE,
    NEED_NAME,
    NEED_SENTENCE,
    Need,
    NeedDraft,
    OwnNeed,
    active_needs,
    add_need,
    all_needs,
    hidden_needs,
    hide_need,
    show_need,
    word_need,
)
from tests.unit.needs.comparing import Counting, after, stamp

CATALOGUE = tuple(
    Need(
        id=f"n{number}",
        name=f"Need {number}",
        about=f"About {number}.",
        example=f"Example {number}.",
        ordinary="Ordinary.",
        once_said="What then?",
    )
    for number in range(8)
)
TRAVEL = OwnNeed(id="mine", name="Travel", about="Seeing places.")
ADDED = {"mine": TRAVEL}


def _add(own: dict[str, OwnNeed], name: str) -> list[Change]:
    return add_need(CATALOGUE, own, NeedDraft(name=name), ids=Counting(), stamp=stamp())


def _with_added(count: int) -> dict[str, OwnNeed]:
    return {f"own{number}": OwnNeed(id=f"own{number}", name=f"Own {number}") for number in range(count)}


def _after(own: dict[str, OwnNeed], changes: list[Change]) -> dict[str, OwnNeed]:
    return own | {it.entity_id: after(own.get(it.entity_id), [it]) for it in changes}


def test_without_anything_of_ones_own_the_needs_are_those_of_the_product() -> None:
    assert all_needs(CATALOGUE, {}) == active_needs(CATALOGUE, {}) == CATALOGUE
    assert hidden_needs(CATALOGUE, {}) == ()


def test_own_words_take_the_place_of_the_products_and_the_rest_stays() -> None:
    own = {"n2": OwnNeed(id="n2", name="Craft", example="I mend it.")}

    need = all_needs(CATALOGUE, own)[2]

    assert (need.id, need.name, need.about, need.example) == ("n2", "Craft", "About 2.", "I mend it.")


@pytest.mark.parametrize(
    ("own", "ordinary", "once_said"),
    [
        pytest.param(OwnNeed(id="n2"), "Ordinary.", "What then?", id="nothing"),
        pytest.param(OwnNeed(id="n2", example="I mend it."), "Ordinary.", "What then?", id="example"),
        pytest.param(OwnNeed(id="n2", about="Mending."), "", "What then?", id="reworded"),
        pytest.param(OwnNeed(id="n2", name="Craft"), "", "", id="renamed"),
        pytest.param(OwnNeed(id="n2", name="Craft", about="Mending."), "", "", id="both"),
    ],
)
def test_a_reworded_need_is_not_called_ordinary_and_a_renamed_one_asks_nothing_either(
    own: OwnNeed, ordinary: str, once_said: str
) -> None:
    need = all_needs(CATALOGUE, {"n2": own})[2]

    assert (need.ordinary, need.once_said) == (ordinary, once_said)


def test_added_needs_come_after_the_products_and_those_put_away_not_at_all() -> None:
    own = {"gone": OwnNeed(id="gone", name="Gone", archived=True), **ADDED}

    assert [need.id for need in all_needs(CATALOGUE, own)][8:] == ["mine"]
    assert active_needs(CATALOGUE, own)[-1] == Need(id="mine", name="Travel", about="Seeing places.")


def test_a_hidden_need_is_not_compared_and_keeps_its_words_and_its_place() -> None:
    own = {"n2": OwnNeed(id="n2", name="Craft", hidden=True)}

    assert "n2" not in {need.id for need in active_needs(CATALOGUE, own)}
    assert [need.name for need in hidden_needs(CATALOGUE, own)] == ["Craft"]
    assert all_needs(CATALOGUE, own)[2].name == "Craft"


def test_an_added_need_keeps_what_was_entered_on_clean_lines() -> None:
    draft = NeedDraft(name="  Travel\n far ", about=" Seeing\r\nplaces. ", example="")

    [change] = add_need(CATALOGUE, {}, draft, ids=Counting(), stamp=stamp())

    assert change.action is Action.CREATE
    assert after(None, [change]) == OwnNeed(id="id-1", name="Travel far", about="Seeing places.")


@pytest.mark.parametrize("name", ["", " \n ", "\u200b"], ids=["nothing", "blanks", "invisible"])
def test_a_need_without_a_readable_name_is_refused(name: str) -> None:
    with pytest.raises(InvalidValueError, match="Give the need a name"):
        _add({}, name)
    with pytest.raises(InvalidValueError, match="Give the need a name"):
        word_need(CATALOGUE, {}, "n0", NeedDraft(name=name), stamp=stamp())


@pytest.mark.parametrize("name", ["Need 3", "need 3", " NEED  3 ", "travel", "Craft", "STRASSE"])
def test_a_name_that_is_taken_is_refused_however_it_is_written(name: str) -> None:
    own = {
        **ADDED,
        "n5": OwnNeed(id="n5", name="Craft", hidden=True),
        "mine2": OwnNeed(id="mine2", name="Straße"),
        "n6": OwnNeed(id="n6", hidden=True),
    }

    with pytest.raises(InvalidValueError, match="Choose another name"):
        _add(own, name)
    with pytest.raises(InvalidValueError, match="Choose another name"):
        word_need(CATALOGUE, own, "n0", NeedDraft(name=name), stamp=stamp())


def test_a_name_that_was_given_up_is_free_and_then_cannot_be_taken_back() -> None:
    own = _after({}, word_need(CATALOGUE, {}, "n3", NeedDraft(name="Craft"), stamp=stamp()))
    own = _after(own, _add(own, "Need 3"))

    assert [need.name for need in all_needs(CATALOGUE, own)][-1] == "Need 3"
    with pytest.raises(InvalidValueError, match="There is a need called “Need 3” already"):
        word_need(CATALOGUE, own, "n3", NeedDraft(name="Need 3"), stamp=stamp())


@pytest.mark.parametrize(
    ("draft", "says"),
    [
        (NeedDraft(name="n" * (NEED_NAME + 1)), "The name of the need"),
        (NeedDraft(name="Travel", about="a" * (NEED_SENTENCE + 1)), "The description of the need"),
        (NeedDraft(name="Travel", example="e" * (NEED_SENTENCE + 1)), "The example of the need"),
    ],
    ids=["name", "about", "example"],
)
def test_a_text_too_long_for_its_place_is_refused(draft: NeedDraft, says: str) -> None:
    with pytest.raises(InvalidValueError, match=says):
        add_need(CATALOGUE, {}, draft, ids=Counting(), stamp=stamp())
    with pytest.raises(InvalidValueError, match=says):
        word_need(CATALOGUE, {}, "n0", draft, stamp=stamp())


def test_ten_needs_can_be_compared_and_no_eleventh() -> None:
    ten = _with_added(MOST_ACTIVE - 8)

    assert len(active_needs(CATALOGUE, _after(_with_added(1), _add(_with_added(1), "Travel")))) == 10
    with pytest.raises(InvalidValueError, match="10 needs already"):
        _add(ten, "Travel")
    hidden = {**ten, "n0": OwnNeed(id="n0", hidden=True)}
    assert _add(hidden, "Travel")
    eleven = {**hidden, "own9": OwnNeed(id="own9", name="Own 9")}
    with pytest.raises(InvalidValueError, match="Hide one first"):
        show_need(CATALOGUE, eleven, "n0", stamp=stamp())


def test_seven_needs_are_compared_at_least() -> None:
    seven = _after({}, hide_need(CATALOGUE, {}, "n0", stamp=stamp()))

    assert len(active_needs(CATALOGUE, seven)) == FEWEST_ACTIVE
    with pytest.raises(InvalidValueError, match="At least 7 needs are compared"):
        hide_need(CATALOGUE, seven, "n1", stamp=stamp())
    assert hide_need(CATALOGUE, seven, "n0", stamp=stamp()) == []
    assert hide_need(CATALOGUE, {**seven, **ADDED}, "mine", stamp=stamp())


def test_a_need_is_hidden_and_shown_and_keeps_its_words() -> None:
    own = _after({}, word_need(CATALOGUE, {}, "n0", NeedDraft(name="Craft"), stamp=stamp()))
    hidden = _after(own, hide_need(CATALOGUE, own, "n0", stamp=stamp()))
    shown = _after(hidden, show_need(CATALOGUE, hidden, "n0", stamp=stamp()))

    assert hidden["n0"].hidden
    assert shown == own
    assert show_need(CATALOGUE, {}, "n0", stamp=stamp()) == []


def test_wording_stores_only_what_differs_from_the_product() -> None:
    draft = NeedDraft(name="Craft", about="About 0.", example="Example 0.")

    [change] = word_need(CATALOGUE, {}, "n0", draft, stamp=stamp())

    assert after(None, [change]) == OwnNeed(id="n0", name="Craft")


def test_wording_a_need_back_to_the_products_words_leaves_nothing_of_ones_own() -> None:
    product = NeedDraft(name="Need 0", about=" About 0. ", example="Example 0.")
    worded = {"n0": OwnNeed(id="n0", name="Craft", about="Mine.", example="Mine.")}

    assert _after(worded, word_need(CATALOGUE, worded, "n0", product, stamp=stamp())) == {
        "n0": OwnNeed(id="n0")
    }
    assert word_need(CATALOGUE, {}, "n0", product, stamp=stamp()) == []


def test_a_description_that_is_emptied_is_the_products_again() -> None:
    worded = {"n0": OwnNeed(id="n0", name="Craft", about="Mine.")}

    own = _after(worded, word_need(CATALOGUE, worded, "n0", NeedDraft(name="Craft"), stamp=stamp()))

    assert all_needs(CATALOGUE, own)[0].about == "About 0."


def test_the_same_words_change_nothing() -> None:
    draft = NeedDraft(name="Travel", about="Seeing places.")

    assert word_need(CATALOGUE, ADDED, "mine", draft, stamp=stamp()) == []


def test_a_need_of_ones_own_is_worded_like_any_other() -> None:
    [change] = word_need(CATALOGUE, ADDED, "mine", NeedDraft(name="Voyages"), stamp=stamp())

    assert (change.before, change.after) == (
        {"name": "Travel", "about": "Seeing places."},
        {"name": "Voyages", "about": ""},
    )


@pytest.mark.parametrize("gone", ["nowhere", "", "away"])
def test_a_need_that_does_not_exist_is_neither_worded_nor_hidden_nor_shown(gone: str) -> None:
    own = {"away": OwnNeed(id="away", name="Away", archived=True)}

    with pytest.raises(InvalidValueError, match="This need is gone"):
        word_need(CATALOGUE, own, gone, NeedDraft(name="Craft"), stamp=stamp())
    with pytest.raises(InvalidValueError, match="This need is gone"):
        hide_need(CATALOGUE, own, gone, stamp=stamp())
    with pytest.raises(InvalidValueError, match="This need is gone"):
        show_need(CATALOGUE, own, gone, stamp=stamp())


def test_two_people_who_word_one_need_for_the_first_time_at_once_are_told() -> None:
    one = word_need(CATALOGUE, {}, "n0", NeedDraft(name="Craft"), stamp=stamp())
    other = hide_need(CATALOGUE, {}, "n0", stamp=stamp())

    with pytest.raises(ConflictError, match="Reload the page"):
        after(None, [*one, *other])


def test_wording_and_hiding_a_need_that_has_own_words_come_together() -> None:
    one = word_need(CATALOGUE, ADDED, "mine", NeedDraft(name="Voyages"), stamp=stamp())
    other = hide_need(CATALOGUE, ADDED, "mine", stamp=stamp())

    assert after(TRAVEL, [*one, *other]) == OwnNeed(id="mine", name="Voyages", hidden=True)
